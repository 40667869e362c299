"""A Git server for tests: git http-backend behind basic authentication, and ways to misbehave.

Usage: git_server.py ROOT MODE [LOG [ARGUMENT [CERTIFICATE]]]
MODE: serve | auth | silent | stall | drip | redirect | status | flaky
  stall     lists references, then falls silent
  auth      wants basic authentication; ARGUMENT is user:password
  redirect  sends every request to the URL in ARGUMENT
  status    answers every request with the HTTP status in ARGUMENT
  flaky     of each hundred requests refuses ARGUMENT, or does what they ask and then answers nothing
GIT_SERVER_PORT in the environment asks for a port. Prints its port, then serves until standard input ends. LOG gets one line for each request.
CERTIFICATE is a PEM file with certificate and key, and makes it speak TLS.
"""
import base64
import os
import random
import ssl
import subprocess
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

root, mode = sys.argv[1], sys.argv[2]
log = open(sys.argv[3] if len(sys.argv) > 3 else os.devnull, "a", buffering=1)
argument = sys.argv[4] if len(sys.argv) > 4 else ""
never = threading.Event()


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_GET(self):
        log.write(f"{self.command} {self.path} {self.headers.get('Authorization', '-')}\n")
        if mode == "silent" or (mode == "stall" and self.command == "POST"):
            never.wait()
        elif mode == "drip":
            self.drip()
        elif mode == "redirect":
            self.answer(302, [("Location", argument + self.path)])
        elif mode == "status":
            self.answer(int(argument), [])
        elif mode == "auth" and not self.is_authorized():
            self.body()
            self.answer(401, [("WWW-Authenticate", 'Basic realm="git"')])
        elif mode == "flaky" and random.random() * 100 < float(argument):
            self.fail()
        else:
            self.backend()

    do_POST = do_GET

    def is_authorized(self):
        expected = "Basic " + base64.b64encode(argument.encode()).decode()
        return self.headers.get("Authorization") == expected

    def fail(self):
        if random.random() < 0.5:
            self.body()
            self.answer(503, [])
        else:
            # What was asked for is done, and nobody hears of it.
            self.wfile = open(os.devnull, "wb")
            self.backend()
        self.close_connection = True

    def drip(self):
        for byte in b"HTTP/1.1 200 OK\r\nContent-Type: " + b"x" * 1000:
            self.wfile.write(bytes([byte]))
            self.wfile.flush()
            never.wait(1)

    def body(self):
        if self.headers.get("Transfer-Encoding") == "chunked":
            parts = []
            while size := int(self.rfile.readline(), 16):
                parts.append(self.rfile.read(size))
                self.rfile.readline()
            self.rfile.readline()
            return b"".join(parts)
        return self.rfile.read(int(self.headers.get("Content-Length") or 0))

    def answer(self, status, headers, body=b""):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def backend(self):
        path, _, query = self.path.partition("?")
        environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
            "GIT_PROJECT_ROOT": root,
            "GIT_HTTP_EXPORT_ALL": "1",
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_CONFIG_COUNT": "1",
            "GIT_CONFIG_KEY_0": "safe.directory",
            "GIT_CONFIG_VALUE_0": "*",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "REQUEST_METHOD": self.command,
            "REMOTE_USER": "tester",
            "CONTENT_TYPE": self.headers.get("Content-Type", ""),
            "HTTP_CONTENT_ENCODING": self.headers.get("Content-Encoding", ""),
        }
        result = subprocess.run(["git", "http-backend"], env=environment, input=self.body(), stdout=subprocess.PIPE)
        head, _, body = result.stdout.partition(b"\r\n\r\n")
        headers = [tuple(line.split(": ", 1)) for line in head.decode().split("\r\n")]
        status = int(dict(headers).get("Status", "200 OK").split()[0])
        self.answer(status, [pair for pair in headers if pair[0] != "Status"], body)


ThreadingHTTPServer.allow_reuse_address = True
server = ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("GIT_SERVER_PORT", "0"))), Handler)
server.daemon_threads = True
if len(sys.argv) > 5:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(sys.argv[5])
    server.socket = context.wrap_socket(server.socket, server_side=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_address[1], flush=True)
sys.stdin.read()
os._exit(0)

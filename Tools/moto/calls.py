"""What the server knows of a call before moto sees it: its service, its operation, and who signed it."""
import io
import json
import re
import threading
import urllib.parse

from werkzeug.serving import WSGIRequestHandler

READS = re.compile(r"^(Describe|List|Get|Head|AssumeRole|Search|Lookup)")


class QuietHandler(WSGIRequestHandler):
    """Says nothing on standard error for every request."""

    def log(self, *_):
        pass


def logged(application, path):
    """Writes one line a call into `path`, in the order in which calls end."""
    log, lock = open(path, "a", encoding="utf-8", buffering=1), threading.Lock()

    def serve(environ, start_response):
        service, operation = call(environ)
        status = []

        def started(text, *rest):
            status.append(int(text.split()[0]))
            return start_response(text, *rest)

        answer = application(environ, started)
        if operation:
            access = "read" if READS.match(operation) else "write"
            line = {"service": service, "operation": operation, "access": access, "status": (status or [0])[0]}
            with lock:
                log.write(json.dumps(line) + "\n")
        return answer

    return serve


def refusing(application, keys):
    """Answers calls signed with one of `keys` as AWS answers a key that it does not know."""

    def serve(environ, start_response):
        if key_id(environ) not in keys:
            return application(environ, start_response)
        message = "The security token included in the request is invalid."
        if environ.get("HTTP_X_AMZ_TARGET"):
            body = json.dumps({"__type": "UnrecognizedClientException", "message": message})
            start_response("400 Bad Request", [("Content-Type", "application/x-amz-json-1.1")])
        else:
            error = f"<Error><Type>Sender</Type><Code>InvalidClientTokenId</Code><Message>{message}</Message></Error>"
            body = f"<ErrorResponse>{error}<RequestId>refused</RequestId></ErrorResponse>"
            start_response("403 Forbidden", [("Content-Type", "text/xml")])
        return [body.encode()]

    return serve


def call(environ):
    """The signing name of the service and the operation; (None, None) for what is no AWS call."""
    scope = re.search(r"Credential=([^,\s]+)", environ.get("HTTP_AUTHORIZATION", ""))
    service = scope.group(1).split("/")[-2] if scope else None
    target = environ.get("HTTP_X_AMZ_TARGET")
    if target:
        return service, target.split(".")[-1]
    path = environ.get("PATH_INFO", "/")
    if "/operation/" in path:
        return service, path.rsplit("/", 1)[-1]
    action = form(environ).get("Action")
    if action:
        return service, action[0]
    if service in (None, "moto-api") or path.startswith("/moto-api"):
        return None, None
    method = environ["REQUEST_METHOD"]
    return service, {"GET": "Get", "HEAD": "Head"}.get(method, method.title()) + "Object"


def form(environ):
    """The members of a form body, which stays readable."""
    if "x-www-form-urlencoded" not in environ.get("CONTENT_TYPE", ""):
        return urllib.parse.parse_qs(environ.get("QUERY_STRING", ""))
    body = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    environ["wsgi.input"] = io.BytesIO(body)
    return urllib.parse.parse_qs(body.decode("utf-8"))


def key_id(environ):
    """The access key id of the signature, None without one."""
    scope = re.search(r"Credential=([^/,\s]+)/", environ.get("HTTP_AUTHORIZATION", ""))
    return scope.group(1) if scope else None

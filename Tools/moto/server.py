#!/usr/bin/env python3
"""Starts moto's server with the mends of ./mends on a loopback port.

    server.py [--port 0] [--log FILE] [--without MEND ...] [--refuse KEY] [--attached]

Prints one JSON line, {"endpoint": "http://127.0.0.1:PORT", "pid": ...}, as soon as it listens.
"""
import argparse
import json
import os
import pathlib
import signal
import sys
import threading

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))


def main():
    options = arguments()
    os.environ.setdefault("MOTO_EC2_LOAD_DEFAULT_AMIS", "false")  # thousands of images that nobody asks for
    from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
    from werkzeug.serving import make_server

    import calls
    import mends

    mends.apply(options.without)
    application = one_at_a_time(DomainDispatcherApplication(create_backend_app))
    application = calls.refusing(application, options.refuse)
    if options.log:
        application = calls.logged(application, options.log)
    server = make_server("127.0.0.1", options.port, application, threaded=True, request_handler=calls.QuietHandler)
    signal.signal(signal.SIGTERM, lambda *_: os._exit(0))
    if options.attached:
        threading.Thread(target=end_with_input, daemon=True).start()
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "pid": os.getpid()}), flush=True)
    server.serve_forever()


def end_with_input():
    """Ends with whoever started this, however that one ended: its end of standard input closes."""
    while sys.stdin.buffer.read(1):
        pass
    os._exit(0)


def one_at_a_time(application):
    """moto changes class-wide state while it answers (`include`), so two requests at once can spoil each other."""
    lock = threading.Lock()

    def serve(environ, start_response):
        with lock:
            return application(environ, start_response)

    return serve


def arguments():
    parser = argparse.ArgumentParser(description="moto's server with Neap's mends")
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--log", help="file that gets one JSON line a call")
    parser.add_argument("--without", action="append", default=[], metavar="MEND", help="leave a mend out; `all` for every one")
    parser.add_argument("--attached", action="store_true", help="end when standard input ends")
    parser.add_argument("--refuse", action="append", default=[], metavar="KEY", help="access key ids that AWS would not know")
    return parser.parse_args()


if __name__ == "__main__":
    main()

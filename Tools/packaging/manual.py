#!/usr/bin/env python3
"""Writes neap(1) from what the executable says of itself.

    neap --experimental-dump-help | manual.py [DATE] > neap.1
"""
import json
import re
import sys


def main():
    tool = json.load(sys.stdin)
    command = tool["command"]
    date = sys.argv[1] if len(sys.argv) > 1 else ""
    lines = [f'.TH NEAP 1 "{date}" "Neap" "User Commands"', ".SH NAME", f"neap \\- {text(command['abstract'])}", ".SH SYNOPSIS"]
    lines += [".B neap", "\\fICOMMAND\\fR [\\fIOPTIONS\\fR]"]
    lines += [".SH DESCRIPTION", text(command.get("discussion", ""))]
    lines.append(".SH COMMANDS")
    for sub in command.get("subcommands", []):
        lines += described(sub, [])
    lines += [".SH SEE ALSO", "git(1), aws(1)"]
    print("\n".join(line for line in lines if line))


def described(command, above):
    """A command, then those below it."""
    if command["commandName"] == "help" or not command.get("shouldDisplay", True):
        return
    name = [*above, command["commandName"]]
    yield f'.SS "{" ".join(["neap", *name])}"'
    yield text(command.get("abstract", ""))
    if command.get("discussion"):
        yield ".PP"
        yield text(command["discussion"])
    for argument in command.get("arguments", []):
        if argument.get("shouldDisplay", True) and argument.get("valueName") not in ("help", "version"):
            yield ".TP"
            yield synopsis(argument)
            yield text(argument.get("abstract", "")) + default(argument)
    for sub in command.get("subcommands", []):
        yield from described(sub, name)


def synopsis(argument):
    value = f" \\fI{text(argument.get('valueName', ''))}\\fR"
    if argument["kind"] == "positional":
        return value.strip()
    names = [("\\-" if name["kind"] == "short" else "\\-\\-") + text(name["name"]) for name in argument["names"]]
    return ", ".join(f"\\fB{name}\\fR" for name in names) + ("" if argument["kind"] == "flag" else value)


def default(argument):
    return f" (default: {text(argument['defaultValue'])})" if argument.get("defaultValue") else ""


def text(value):
    """A text as roff takes it, on one line: nothing in it begins a request or is an escape."""
    value = re.sub(r"\s+", " ", value).strip().replace("\\", "\\e").replace("-", "\\-")
    value = re.sub(r"[^ -~]", lambda match: f"\\[u{ord(match[0]):04X}]", value)
    return "\\&" + value if value.startswith((".", "'")) else value


if __name__ == "__main__":
    main()

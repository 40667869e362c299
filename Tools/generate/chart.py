#!/usr/bin/env python3
"""Writes charts/neap into Sources/Bootstrap, so that `neap bootstrap` carries the chart that it writes a release of.

    chart.py           writes Sources/Bootstrap/Generated/ChartFiles.swift
    chart.py --check   fails when the committed file differs
"""
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CHART = ROOT / "charts/neap"
TARGET = ROOT / "Sources/Bootstrap/Generated/ChartFiles.swift"

HEAD = """\
// swift-format-ignore-file
// Written by Tools/generate/chart.py from charts/neap; change that and run `make generate`.

/// The files of charts/neap, by their paths in it.
enum ChartFiles {
    static let neap: [String: String] = [
"""


def text():
    parts = [HEAD]
    for path in sorted(path for path in CHART.rglob("*") if path.is_file() and path.name != "cloudformation.yaml"):
        content = path.read_text()
        if not content.endswith("\n") or '"""###' in content:
            sys.exit(f"{path.relative_to(ROOT)} ends without a new line, or can not be quoted")
        body = "".join(f"            {line}\n" if line else "\n" for line in content.split("\n")[:-1])
        parts.append(f'        "{path.relative_to(CHART)}": ###"""\n{body}\n            """###,\n')
    return "".join(parts) + "    ]\n}\n"


def main():
    if sys.argv[1:] == ["--check"]:
        if not TARGET.exists() or TARGET.read_text() != text():
            sys.exit(f"not current (run make generate): {TARGET.relative_to(ROOT)}")
    else:
        TARGET.parent.mkdir(exist_ok=True)
        TARGET.write_text(text())


if __name__ == "__main__":
    main()

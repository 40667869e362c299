#!/usr/bin/env python3
"""Writes the AWS service modules from botocore's service models.

    generate.py           writes Sources/AWS*/Generated/
    generate.py --check   fails when the committed files differ
"""
import argparse
import pathlib
import sys
import tomllib

import botocore
import botocore.loaders

import model
import swift

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent


def outputs():
    """Path below the repository and text of every generated file."""
    demand_pinned_version()
    services = tomllib.loads((HERE / "services.toml").read_text())
    supplements = model.read_supplements((HERE.parent / "supplements.txt").read_text())
    loader = botocore.loaders.create_loader()
    files = {}
    for module, entry in services.items():
        service = model.Service(module, entry, loader, supplements.get(entry["name"], []))
        folder = pathlib.Path("Sources") / module / "Generated"
        files[folder / f"{entry['enum']}.swift"] = swift.table_file(service)
        if service.views:
            files[folder / f"{entry['enum']}+Views.swift"] = swift.views_file(service)
    return files


def demand_pinned_version():
    pinned = (HERE / "requirements.txt").read_text().strip().split("==")[1]
    if botocore.__version__ != pinned:
        sys.exit(f"botocore is {botocore.__version__}; install Tools/generate/requirements.txt ({pinned})")


def stale(files, root):
    """Committed files that differ, are missing, or that nothing generates."""
    for path, text in files.items():
        full = root / path
        if not full.exists() or full.read_text() != text:
            yield path
    for full in root.glob("Sources/AWS*/Generated/*"):
        if full.relative_to(root) not in files:
            yield full.relative_to(root)


def main():
    parser = argparse.ArgumentParser(description="Writes the AWS service modules from botocore's models.")
    parser.add_argument("--check", action="store_true", help="fail when the committed files differ")
    parser.add_argument("--root", type=pathlib.Path, default=ROOT, help="the repository to compare or write to")
    arguments = parser.parse_args()
    files = outputs()
    if arguments.check:
        different = sorted(map(str, stale(files, arguments.root)))
        if different:
            sys.exit("not current (run make generate): " + ", ".join(different))
        return
    for path, text in files.items():
        full = arguments.root / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text)


if __name__ == "__main__":
    main()

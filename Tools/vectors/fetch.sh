#!/bin/sh
# Fetches botocore's signature and protocol test cases into a folder (.build/vectors unless said otherwise).
# They stand in its source distribution only, and are not ours to commit.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-"$here/../../.build/vectors"}
pinned=$(cat "$here/../generate/requirements.txt")
python=${NEAP_PYTHON:-python3}

[ "$(cat "$target/version" 2>/dev/null || true)" = "$pinned" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: "$pinned" -d "$work"
tar -xzf "$work"/botocore-*.tar.gz -C "$work"
rm -rf "$target"
mkdir -p "$target"
cp -R "$work"/botocore-*/tests/unit/auth/aws4_testsuite "$target/sigv4"
cp -R "$work"/botocore-*/tests/unit/protocols/input "$work"/botocore-*/tests/unit/protocols/output "$target"
printf '%s\n' "$pinned" > "$target/version"

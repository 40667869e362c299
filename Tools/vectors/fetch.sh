#!/bin/sh
# Brings botocore's signature and protocol test cases into a folder (.build/vectors unless said otherwise); they stand
# in its source distribution only, and are not ours to commit. Beside them it puts what botocore itself would send for
# every operation that Neap calls or answers. NEAP_PYTHON names a Python with Tools/generate/requirements.txt.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
target=${1:-"$here/../../.build/vectors"}
pinned=$(cat "$here/../generate/requirements.txt")
python=${NEAP_PYTHON:-python3}

write_requests() { "$python" "$here/requests.py" > "$target/services.json"; }

[ "$(cat "$target/version" 2>/dev/null || true)" = "$pinned" ] && write_requests && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$python" -m pip download --quiet --disable-pip-version-check --no-deps --no-binary :all: "$pinned" -d "$work"
tar -xzf "$work"/botocore-*.tar.gz -C "$work"
rm -rf "$target"
mkdir -p "$target"
cp -R "$work"/botocore-*/tests/unit/auth/aws4_testsuite "$target/sigv4"
cp -R "$work"/botocore-*/tests/unit/protocols/input "$work"/botocore-*/tests/unit/protocols/output "$target"
printf '%s\n' "$pinned" > "$target/version"
write_requests

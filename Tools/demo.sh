#!/usr/bin/env bash
# The demonstration behind `make demo`: an AWS of its own, a bare repository, and Neap between them. No account, no Python.
# The reference stack comes up; a new image is rolled out at 50/150 while a Spot instance is taken away.
set -euo pipefail
cd "$(dirname "$0")/.."

neap=${NEAP:-$PWD/.build/debug/neap}
[ -x "$neap" ] || { echo "there is no executable at $neap: run \`make build\` first" >&2; exit 1; }
folder=$(mktemp -d)
trap 'kill "${server:-0}" 2> /dev/null || true; wait 2> /dev/null || true; rm -rf "$folder"' EXIT
began=$SECONDS

heading() { printf '\n== %s\n' "$*"; }
indented() { sed 's/^/   /'; }
control() { curl -fsS -X POST "$endpoint/_neap/$1" -d "$2" > /dev/null; }
check() {
    if [ "$1" = "$2" ]; then echo "   ok      $3"; else
        echo "   NOT SO  $3: $1 is not $2"; exit 1
    fi
}
contains() {
    if grep -qE "$2" <<< "$1"; then echo "   ok      $3"; else
        echo "   NOT SO  $3"; indented <<< "$1"; exit 1
    fi
}

export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1 HOME="$folder/home" XDG_CACHE_HOME="$folder/home/.cache"
export GIT_AUTHOR_NAME=Ada GIT_AUTHOR_EMAIL=ada@example.com GIT_COMMITTER_NAME=Ada GIT_COMMITTER_EMAIL=ada@example.com
export AWS_ACCESS_KEY_ID=AKIADEMO AWS_SECRET_ACCESS_KEY=demo AWS_REGION=eu-west-1 AWS_EC2_METADATA_DISABLED=true
mkdir -p "$HOME"

heading "0. Before: an AWS on this machine, and a bare repository with the reference stack"
mkfifo "$folder/ready"
"$neap" local --port 0 --speed 60 --seed 11 --region eu-west-1 --account manifests/scenarios/account.yaml \
    --timeline "$folder/timeline.svg" > "$folder/ready" &
server=$!
read -r line < "$folder/ready"
endpoint=$(sed -E 's/.*"(http[^"]*)".*/\1/' <<< "$line")
export AWS_ENDPOINT_URL=$endpoint
bare=$folder/infra.git
git init --quiet --bare --initial-branch=main "$bare"
git init --quiet --initial-branch=main "$folder/infra"
cp -r manifests/reference/. "$folder/infra"
push() {
    git -C "$folder/infra" add --all
    git -C "$folder/infra" commit --quiet --message "$1"
    git -C "$folder/infra" push --quiet "$bare" HEAD:main
}
push "The reference stack"
echo "   AWS   $endpoint (account 123456789012, eu-west-1; a minute passes in a second)"
echo "   Git   $bare"
at=(--repo "file://$bare" --ref refs/heads/main)

heading "1. neap apply: the whole stack from nothing"
"$neap" apply "${at[@]}" --yes --timeout 120 2>&1 | indented
contains "$(git -C "$bare" show neap/status/production:status.yaml)" 'settled: [0-9a-f]{40}' "the stack is live and healthy"

heading "2. A new image at 50/150, and Spot takes an instance meanwhile"
sed -i.old 's/api:1\.7\.4/api:1.8.0/' "$folder/infra/production/api.yaml" && rm "$folder/infra/production/api.yaml.old"
push "api: 1.8.0"
control clock '{"speed": 6}'
(sleep 4 && control 'inject?region=eu-west-1' '{"reclaim": {"all": true, "count": 1}}' &&
    echo "   --- Spot takes an instance: two minutes' notice") &
reclaim=$!
touch "$folder/lines"
"$neap" apply "${at[@]}" --yes --timeout 120 > "$folder/lines" 2>&1 || { indented < "$folder/lines"; exit 1; } &
apply=$!
tail -f -n +1 --pid "$apply" "$folder/lines" 2> /dev/null | indented
wait "$apply" && wait "$reclaim"
lines=$(cat "$folder/lines")
contains "$lines" 'new [0-9]/4 healthy' "the lines of progress count the new tasks"
contains "$lines" 'old [0-9] healthy.*draining' "and the old ones, and what drains"
contains "$(git -C "$bare" show neap/status/production:README.md)" 'api.*Healthy' "api is live with the new image"

heading "3. Half an hour later, and once more with nothing to do"
control clock '{"advance": "30m"}'
"$neap" run "${at[@]}" --once 2>&1 | indented
tip=$(git -C "$bare" rev-parse neap/status/production)
"$neap" run "${at[@]}" --once 2>&1 | indented
check "$(git -C "$bare" rev-parse neap/status/production)" "$tip" "the status branch stayed where it was"

heading "4. What Neap wrote to Git: git log neap/status/production"
git -C "$bare" log --format='%h %s' neap/status/production | indented
echo
git -C "$bare" show neap/status/production:rollouts/api/2.yaml | indented

heading "5. What AWS saw: its timeline as a picture"
kill "$server" && wait "$server" || true
contains "$(head -c 5 "$folder/timeline.svg")" '<svg' "it is drawn"
cp "$folder/timeline.svg" .build/demo-timeline.svg && echo "   .build/demo-timeline.svg"

heading "All as promised, in $((SECONDS - began)) s"

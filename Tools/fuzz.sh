#!/usr/bin/env bash
# Every fuzz target for FUZZ_SECONDS each, FUZZ_JOBS at a time; what is found stands in .build/fuzz/found and fails this.
# FUZZ_TARGETS names some of them. `Tools/fuzz.sh keep` puts the smallest of what was new into Fuzz/Corpus.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/.build/fuzz/release/fuzz
found=$PWD/.build/fuzz/found
# Leaks are not looked for: Swift keeps what it makes once for ever.
export ASAN_OPTIONS=detect_leaks=0
# Its own handler of traps reads memory as the sanitizer does not allow.
export SWIFT_BACKTRACE=enable=no

one() {
    export NEAP_FUZZ_TARGET=$1
    local work=.build/fuzz/work/$1 log=.build/fuzz/logs/$1.txt
    mkdir -p "$work" "$found" .build/fuzz/logs
    NEAP_FUZZ_MODE=words "$program" > "$work.words"
    : > "$log"
    if [ "${FUZZ_STRETCH:-1}" = 1 ]; then NEAP_FUZZ_MODE=stretch "$program" > "$log" 2>&1 || { tail -n 20 "$log"; return 1; }; fi
    if ! "$program" -max_total_time="${FUZZ_SECONDS:-3600}" -dict="$work.words" -artifact_prefix="$found/$1-" \
        -timeout=20 -rss_limit_mb=2560 -max_len=4096 -print_final_stats=1 "$work" "Fuzz/Corpus/$1" >> "$log" 2>&1 < /dev/null; then
        grep -E '^==|Fatal|ERROR|Test unit written' "$log" | head -n 8
        echo "$1: found something, see $log"
        return 1
    fi
    echo "$1: $(awk '/number_of_executed_units/ {print $2}' "$log") inputs, $(find "$work" -type f | wc -l) kept"
}

# Merging leaves out what covers nothing of its own; of that, what is small.
keep() {
    export NEAP_FUZZ_TARGET=$1
    local merged=.build/fuzz/merged/$1
    rm -rf "$merged" && mkdir -p "$merged"
    "$program" -merge=1 -max_len=1024 "$merged" "Fuzz/Corpus/$1" ".build/fuzz/work/$1" > /dev/null 2>&1
    find "$merged" -type f -size -2 -printf '%s %p\n' | sort -n | tail -n "${FUZZ_KEEP:-40}" | cut -d' ' -f2 \
        | while read -r file; do cp -n "$file" "Fuzz/Corpus/$1/$(basename "$file" | cut -c1-12)"; done
}

case "${1:-}" in
one) one "$2" ;;
keep) for target in ${FUZZ_TARGETS:-$("$program")}; do keep "$target"; done ;;
*) printf '%s\n' ${FUZZ_TARGETS:-$("$program")} | xargs -P "${FUZZ_JOBS:-2}" -n 1 "$0" one ;;
esac

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs every fuzzer for SECONDS (default 60), two at a time, and keeps what they find: tests/fuzz/run.sh [SECONDS] [TARGET…]
# Needs clang with libFuzzer and a configured fuzz preset (`cmake --preset fuzz`), which is built first; else says so and
# exits with 77 (skipped). New inputs stay in build/fuzz/work/<target>/corpus, findings in build/fuzz/work/<target>/findings:
# make one smaller with `build/fuzz/bin/fuzz_<target> -minimize_crash=1 -runs=10000 FILE`, put it into tests/fuzz/corpus, fix.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
seconds=${1:-60}
shift || true
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(yaml json layout text templates package)

skip() {
    echo "SKIP   : fuzzers: $1"
    echo "Totals: 0 passed, 0 failed, ${#targets[@]} skipped"
    exit 77
}
[ -f build/fuzz/build.ninja ] || skip "they are not configured here (cmake --preset fuzz)"
command -v clang++ >/dev/null || skip "clang is not installed (packaging/install-dependencies tools)"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char *, unsigned long) { return 0; }' >"$scratch/try.cpp"
clang++ -fsanitize=fuzzer,address "$scratch/try.cpp" -o "$scratch/try" 2>/dev/null || skip "this clang has no libFuzzer"
programs=()
for target in "${targets[@]}"; do programs+=("fuzz_$target"); done
cmake --build --preset fuzz --target "${programs[@]}"

# The seeds: the corpus, and whatever else in the tree has the form.
seeds() {
    echo "tests/fuzz/corpus/$1"
    case $1 in
    yaml) echo resources/templates ;;
    json) echo tests/cli/input ;;
    esac
}

fuzz() {
    local target=$1 work=build/fuzz/work/$1 status=0
    mkdir -p "$work/corpus" "$work/findings"
    local most=8192 given
    mapfile -t given < <(seeds "$target")
    [ "$target" = package ] && most=40000
    UBSAN_OPTIONS=halt_on_error=1:print_stacktrace=1 LSAN_OPTIONS=suppressions=tests/fuzz/leaks.supp \
        nice "build/fuzz/bin/fuzz_$target" -max_total_time="$seconds" \
        -max_len="$most" -rss_limit_mb=2048 -timeout=30 -print_final_stats=1 -dict="tests/fuzz/dictionaries/$target.dict" \
        -artifact_prefix="$work/findings/" "$work/corpus" "${given[@]}" >"$work/log" 2>&1 || status=$?
    local runs
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$work/log")
    if [ $status -eq 0 ]; then
        echo "PASS   : fuzz_$target: ${runs:-0} inputs"
    else
        echo "FAIL!  : fuzz_$target: see $work/log and $work/findings"
        grep -m 3 -E '^SUMMARY|runtime error|broken promise' "$work/log" || true
        touch "$scratch/failed-$target"
    fi
}
running=0
for target in "${targets[@]}"; do
    fuzz "$target" &
    running=$((running + 1))
    if [ $running -eq 2 ]; then
        wait -n || true
        running=1
    fi
done
wait
failed=$(find "$scratch" -name 'failed-*' | wc -l)
echo "Totals: $((${#targets[@]} - failed)) passed, $failed failed, 0 skipped"
[ "$failed" -eq 0 ]

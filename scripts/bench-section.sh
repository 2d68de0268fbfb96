#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-section.sh PROGRAM: runs one benchmark program and prints its section of docs/benchmarks.md: its tables, its
# closing sentences, its medians. Says "failed" and exits non-zero when the program does.
set -uo pipefail
echo
echo "## $(basename "$1")"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
result=$("$1" --benchmark_repetitions=5 --benchmark_report_aggregates_only=true --benchmark_color=false 2>"$log")
status=$?
grep -E '^\||^[A-Z0-9].*\.$' <<<"$result" | grep -v '^Benchmark ' | sed 's/^\([^|].*\)$/\n\1\n/'
if grep -q _median <<<"$result"; then
    echo '```'
    grep -E '_median|^Benchmark' <<<"$result" | sed 's/_median/       /'
    echo '```'
fi
if ((status != 0)); then
    echo
    echo "**failed** (exit code $status)"
    tail -n 20 "$log" >&2
fi
exit "$status"

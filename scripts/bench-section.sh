#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# bench-section.sh PROGRAM: runs one benchmark program and prints its section of docs/benchmarks.md: its tables and
# its closing sentences. Says "failed" and exits non-zero when the program does.
set -uo pipefail
echo
echo "## $(basename "$1")"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
result=$("$1" --benchmark_repetitions=5 --benchmark_report_aggregates_only=true --benchmark_color=false 2>"$log")
status=$?
grep -E '^\||^[A-Z0-9].*\.$' <<<"$result" | sed 's/^\([^|].*\)$/\n\1\n/'
if ((status != 0)); then
    echo
    echo "**failed** (exit code $status)"
    tail -n 20 "$log" >&2
fi
exit "$status"

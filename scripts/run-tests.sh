#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run-tests.sh BUILD_FOLDER [CTEST ARGUMENT...]: runs the tests in parallel; prints what failed and, at the
# end, how many ran and which took longest.
set -euo pipefail
folder=$1
shift
cores=$(nproc 2>/dev/null || echo 2)
echo "Testing in $folder ..."
run() { ctest --test-dir "$folder" --output-on-failure -j "$cores" "$@"; }
# A line of the log of the last run says how long a test took: "Test time =  12.34 sec" behind its name. Every
# command reads all of its input: one that stopped early would end the one before it, and with it the whole run.
longest() {
    awk '/ Testing: / { name = $NF } /^Test time = / { print $4, name }' "$folder/Testing/Temporary/LastTest.log" 2>/dev/null |
        sort -rn | awk 'NR == 1 { printf "Longest:" } NR <= 5 { printf "%s %s %.0f s", (NR > 1 ? "," : ""), $2, $1 } END { if (NR) print "" }'
}
trap 'longest || true' EXIT
if [[ -t 1 ]]; then
    run --progress "$@" && exit
    exit 8
fi
# Elsewhere a line for each hundred tests, and everything about a test that failed.
count=0
run "$@" 2>&1 | while IFS= read -r line; do
    case $line in
    "Internal ctest changing"* | "Test project"* | *" Start "*[0-9]": "*) ;;
    *" Test "*"#"*" Passed "* | *" Test "*"#"*"***Skipped "*)
        count=$((count + 1))
        ((count % 100)) || echo "  $count tests done"
        ;;
    *) printf '%s\n' "$line" ;;
    esac
done

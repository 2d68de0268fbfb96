#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run-bench.sh BUILD_FOLDER: every benchmark program; prints docs/benchmarks.md and writes it. Times are medians of
# five repetitions. Figures of being right need the data folder ($HEADWAY_DATA) and say so where it is absent.
# What fails says "failed" in its section, and so does the exit code at the end.
set -euo pipefail
folder=$1
cd "$(dirname "$0")/.."
out=docs/benchmarks.md
status=0
failed() {
    status=1
    [[ $# -eq 0 ]] || printf '\n**failed**\n'
}
{
    echo "# Benchmarks"
    echo
    echo "Written by \`make bench\` on $(date -u +%Y-%m-%d), $(nproc) cores of" \
        "$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | sort -u), load $(cut -d' ' -f1 /proc/loadavg) at the start;" \
        "$("${CXX:-clang++-19}" --version | sed -n 1p). Compare within a table only: each holds its own baseline."
    echo
    echo "What is reported was not used to build: the link model was trained and weighed on other sets than these" \
        "validation sentences, titles are held out by groups of near-duplicates, and half of the golden cases is held out (its figures were seen while the engine was built, its texts not tuned on)."
    echo
    echo "What profiles say of these figures: [where the time goes](where-time-goes.md)."
    for source in bench/*_bench.cpp; do
        scripts/bench-section.sh "$folder/$(basename "$source" .cpp)" || failed
    done
    echo
    echo "## The whole program, from its start to its end"
    /usr/bin/python3 bench/program_bench.py "$folder" || failed says
    echo
    echo "## The server, beside Flask"
    /usr/bin/python3 bench/server_bench.py "$folder" || failed says
    echo
    echo "## Several servers"
    /usr/bin/python3 bench/scale_bench.py "$folder" || failed says
    echo
    echo "## The web app, in Chromium"
    scripts/web-bench.sh || failed says
    if [[ -x $folder/golden_tests ]]; then
        echo
        echo "## Golden cases"
        echo "Expectations of an expert reader met by the engine; the half that is held out was not used to build it."
        echo '```'
        "$folder/golden_tests" 2>/dev/null | grep -E 'built on|held out' || status=1
        echo '```'
    fi
    exit "$status"
} | tee "$out"

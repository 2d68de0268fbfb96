#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run-bench.sh BUILD_FOLDER: every benchmark program; each figure is the median of five repetitions.
set -euo pipefail
folder=$1
cd "$(dirname "$0")/.."
for source in bench/*_bench.cpp; do
    "$folder/$(basename "$source" .cpp)" --benchmark_repetitions=5 --benchmark_report_aggregates_only=true \
        --benchmark_color=false 2>/dev/null | grep -E '_median|^Benchmark' | sed 's/_median/       /'
done

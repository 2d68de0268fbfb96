#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# show-samples.sh: the report of one sample in full, then one line for each sample pair
# (samples/resume-X.* with samples/job-X.txt).
set -euo pipefail
cd "$(dirname "$0")/.."
program=build/headway
shown=${1:-data}

resume_of() { printf '%s\n' samples/resume-"$1".* | head -n 1; }

echo
echo "\$ $program gap $(resume_of "$shown") samples/job-$shown.txt"
echo
"$program" gap "$(resume_of "$shown")" "samples/job-$shown.txt"

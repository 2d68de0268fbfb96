#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# draw-report.sh: makes docs/images/report.png, the picture in README.md, anew. Needs chromium.
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
build/headway gap samples/resume-nurse.pdf samples/job-nurse.txt --format html >"$work/report.html"
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=900,1700 \
    --user-data-dir="$work/browser" --screenshot="$work/report.png" "file://$work/report.html" >/dev/null 2>&1
cp "$work/report.png" docs/images/report.png

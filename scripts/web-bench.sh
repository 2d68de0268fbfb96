#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# web-bench.sh: paints, answers to input and shifts of the dashboard and a report, as Markdown; a sentence where there
# is no web app or no browser. HEADWAY_BINARY: the program, by default build/headway.
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ ! -s build/web/site.archive || ! -d web/node_modules ]] || ! command -v chromium >/dev/null 2>&1; then
    echo "Not measured: there is no web app, or no Chromium."
    exit
fi
# shellcheck source=scripts/node.sh
source scripts/node.sh
node web/e2e/bench.mjs

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# journey.sh FILE...: walks journeys of web/e2e/journeys through the built program (HEADWAY_BINARY, by default
# build/headway) with Chromium. Exit code 77 where there is no web app or no browser.
# HEADWAY_SHOTS=FOLDER keeps pictures of every page that is looked at.
set -euo pipefail
cd "$(dirname "$0")/.."
if [[ ! -s build/web/site.archive || ! -d web/node_modules ]]; then
    echo "There is no web app; scripts/build-web.sh makes it."
    exit 77
fi
if ! command -v chromium >/dev/null 2>&1; then
    [[ ${CI:-} == true ]] && exit 1
    echo "There is no chromium; scripts/install-packages.sh test brings it."
    exit 77
fi
# shellcheck source=scripts/node.sh
source scripts/node.sh
exec node --test --test-reporter=spec "$@"

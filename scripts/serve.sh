#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# serve.sh: the web app on HEADWAY_LISTEN (127.0.0.1:8080), its data in build/server-data, until Ctrl-C.
set -euo pipefail
cd "$(dirname "$0")/.."
printf '\nThe web app, with the samples to try and accounts of its own (Ctrl-C ends it):\n'
exec build/headway serve --folder build/server-data --listen "${HEADWAY_LISTEN:-127.0.0.1:8080}"

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# install-test-servers.sh: the servers from npm that tests start and that nobody who runs the program needs, into
# build/test-servers. Costs nothing when they are there.
set -euo pipefail
cd "$(dirname "$0")/.."
to=build/test-servers
wanted=$(sha256sum tests/servers/package.json tests/servers/package-lock.json)
[[ $(cat "$to/stamp" 2>/dev/null) == "$wanted" ]] && exit 0
echo "Fetching servers for tests from npm ..."
# shellcheck source=scripts/node.sh
source scripts/node.sh
mkdir -p "$to"
cp tests/servers/package.json tests/servers/package-lock.json "$to/"
npm ci --prefix "$to" --no-audit --no-fund --loglevel=error
printf '%s\n' "$wanted" >"$to/stamp"

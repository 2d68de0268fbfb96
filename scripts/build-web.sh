#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build-web.sh [check]: builds the web app of web/ into build/web/site.archive, which becomes part of the program.
# With "check" it also holds the contract against its own rules, lints, checks types and runs the unit tests. Costs nothing when no source has changed.
# HEADWAY_SKIP_WEB=1 leaves the web app out (or as it was built last).
set -euo pipefail
cd "$(dirname "$0")/.."
[[ ${HEADWAY_SKIP_WEB:-} == 1 ]] && exit 0
# shellcheck source=scripts/node.sh
source scripts/node.sh
out=$PWD/build/web
mkdir -p "$out"

# What the result depends on, in one line.
stamp_of() {
    {
        cat contract/openapi.yaml contract/sentences.*.json contract/check.mjs
        find web \( -name node_modules -o -name .next -o -name out -o -name generated -o -path web/e2e \) -prune \
            -o -type f ! -name '*.tsbuildinfo' ! -name next-env.d.ts ! -name README.md -print0 |
            sort -z | xargs -0 sha256sum
    } | sha256sum
}
stamp=$(stamp_of)

install_packages() {
    local wanted
    wanted=$(sha256sum <web/package-lock.json)
    [[ $(cat web/node_modules/.installed 2>/dev/null) == "$wanted" ]] && return
    echo "Installing the packages of the web app ..."
    (cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    echo "$wanted" >web/node_modules/.installed
}

if [[ $(cat "$out/stamp" 2>/dev/null) != "$stamp" || ! -s $out/site.archive ]]; then
    install_packages
    echo "Building the web app ..."
    log=$out/log
    (cd web && npm run --silent build) >"$log" 2>&1 || {
        cat "$log" >&2
        exit 1
    }
    (cd web && node scripts/budget.mjs && node scripts/pack.mjs out "$out/site.archive")
    echo "$stamp" >"$out/stamp"
fi

if [[ ${1:-} == check && $(cat "$out/checked" 2>/dev/null) != "$stamp" ]]; then
    install_packages
    echo "Checking the contract and the web app: examples, lint, types, unit tests ..."
    NODE_PATH=$PWD/web/node_modules node contract/check.mjs
    (cd web && npm run --silent lint && npm run --silent types && npm run --silent unit)
    echo "$stamp" >"$out/checked"
fi

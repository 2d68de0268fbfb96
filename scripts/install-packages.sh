#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# install-packages.sh GROUP...: installs the Debian packages of these groups that are missing.
# Costs nothing, asks nothing and needs no root when none is missing.
# HEADWAY_SKIP_PACKAGES=1 leaves packages to you.
set -eu
list=$(dirname "$0")/packages.txt

[ "${HEADWAY_SKIP_PACKAGES:-}" = 1 ] && exit 0

groups=" $* "
wanted=$(awk -v groups="$groups" '$1 !~ /^#/ && NF && index(groups, " " $1 " ") {print $2}' "$list")

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "headway: this is no Debian system, so packages are not installed for you. Needed are the" >&2
    echo "equivalents of:" $wanted >&2
    echo "When they are there, say HEADWAY_SKIP_PACKAGES=1 make run." >&2
    exit 1
fi

# shellcheck disable=SC2086  # one word per package
present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | awk '$1 == "installed" {print $2}')
missing=""
for package in $wanted; do
    printf '%s\n' "$present" | grep -qxF "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

echo "These packages are missing and are installed now, with apt:"
for package in $missing; do
    awk -v p="$package" '$2 == p {$1 = ""; n = $2; $2 = ""; sub(/^ +/, ""); printf "  %-22s %s\n", n, $0}' "$list"
done

root=""
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null 2>&1; then
        echo "headway: installing needs root, and there is no sudo here. As root, run:" >&2
        echo "  apt-get install --no-install-recommends$missing" >&2
        exit 1
    fi
    root="sudo"
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
apt() {
    $root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 \
        -o Dpkg::Use-Pty=0 "$@" >"$log" 2>&1
}
failed() {
    tail -n 25 "$log" >&2
    echo "headway: $1" >&2
    exit 1
}
# On somebody's own machine nothing is removed to make room; a CI machine is there to be changed.
keep="--no-remove"
[ "${CI:-}" = true ] && keep=""

echo "  reading the package lists ..."
apt update || failed "apt-get update failed; is there a network?"
echo "  downloading and unpacking ..."
# shellcheck disable=SC2086
apt install --no-install-recommends $keep $missing || failed "apt could not install them (above). If it would have to \
remove packages, such as another Boost, decide that yourself: apt-get install --no-install-recommends$missing"
echo "  $(grep -c '^Setting up' "$log" || true) packages set up"

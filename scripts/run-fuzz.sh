#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# run-fuzz.sh BUILD_FOLDER SECONDS: every fuzz target in turn. Starts from fuzz/corpus/NAME and, for documents, the
# samples; keeps what it finds in BUILD_FOLDER, stops at the first crash, hang (10 s) or use of more than 1 GB, and says how to repeat it.
set -euo pipefail
folder=$1
seconds=$2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for source in fuzz/*_fuzz.cpp; do
    name=$(basename "$source" .cpp)
    mkdir -p "$folder/found/$name"
    seeds=()
    [[ -d fuzz/corpus/$name ]] && seeds=("fuzz/corpus/$name")
    if [[ $name == document_fuzz ]]; then # its first byte chooses the reader; 3 reads a file
        mkdir -p "$folder/seeds/$name"
        for file in samples/resume-*; do
            { printf '\003' && cat "$file"; } >"$folder/seeds/$name/$(basename "$file")"
        done
        seeds+=("$folder/seeds/$name")
    fi
    echo "$name: $seconds s ..."
    "$folder/$name" "$folder/found/$name" "${seeds[@]}" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=1024 \
        -artifact_prefix="$folder/$name-" >"$log" 2>&1 || {
        tail -n 40 "$log" >&2
        echo "headway: $name failed; the input is named above, repeat with: $folder/$name INPUT" >&2
        exit 1
    }
    sed -n 's/^Done \([0-9]*\) runs in \([0-9]*\) second.*/  \1 runs in \2 s, nothing found/p' "$log"
done

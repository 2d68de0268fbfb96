#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# show-samples.sh [NAME]: one line for each sample pair (samples/resume-X.* held against samples/job-X.txt), then
# the whole report of one of them.
set -euo pipefail
cd "$(dirname "$0")/.."
program=build/headway
shown=${1:-data}

# Score, counts and title, from the pretty JSON: fields of the report are indented by two, of a requirement by six.
summary() {
    awk -v name="$1" '
        function value(line) { sub(/^[^:]*: "?/, "", line); sub(/"?,?$/, "", line); return line }
        /^  "score": /     { score = value($0) }
        /^  "job_title": / { title = value($0) }
        /^      "status": / { count[value($0)]++ }
        END {
            for (i = 1; i <= 20; i++) bar = bar (i * 5 <= score + 2.5 ? "█" : "░")
            printf "  %-11s %3.0f of 100  %s  %2d matched %2d weak %2d missing  %s\n", name, score, bar,
                   count["matched"], count["weak"], count["missing"], title
        }'
}

printf '\nThe samples, each résumé held against its job:\n'
for job in samples/job-*.txt; do
    name=$(basename "$job" .txt)
    name=${name#job-}
    for resume in samples/resume-"$name".*; do
        [[ -f $resume ]] || continue
        [[ $name == "$shown" ]] && shown_resume=$resume
        "$program" gap "$resume" "$job" --json | summary "$name"
    done
done

printf '\nOne of them in full:\n$ %s gap %s samples/job-%s.txt\n\n' "$program" "$shown_resume" "$shown"
"$program" gap "$shown_resume" "samples/job-$shown.txt"

printf '\nYour own:  %s gap RESUME JOB    PDF, DOCX, HTML or text; --format html writes a page to keep\n' "$program"

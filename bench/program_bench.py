#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole program from its start to its end, as a person at a terminal waits for it, beside a process that does
nothing; and the most memory that it held.

program_bench.py BUILD_FOLDER [TIMES]: prints Markdown. Medians of 21 runs.
"""

import os
import statistics
import sys
import time

BUILD = os.path.abspath(sys.argv[1])
TIMES = int(sys.argv[2]) if len(sys.argv) > 2 else 21
SAMPLES = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), "samples")


def sample(name):
    return os.path.join(SAMPLES, name)


HEADWAY = os.path.join(BUILD, "headway")
CASES = [
    ("baseline: a process that does nothing", ["/bin/true"]),
    ("`gap`, both plain text", [HEADWAY, "gap", sample("resume-logistics.txt"), sample("job-logistics.txt"), "--json"]),
    ("`gap`, a PDF of two pages", [HEADWAY, "gap", sample("resume-backend.pdf"), sample("job-backend.txt"), "--json"]),
    ("`gap`, a DOCX", [HEADWAY, "gap", sample("resume-welder.docx"), sample("job-welder.txt"), "--json"]),
    ("`skills`, a PDF of two pages", [HEADWAY, "skills", sample("resume-backend.pdf"), "--json"]),
    ("`text`, a PDF of two pages", [HEADWAY, "text", sample("resume-backend.pdf")]),
    ("`occupation`", [HEADWAY, "occupation", "senior C++ developer", "--json"]),
    ("`link`", [HEADWAY, "link", "weld pipes and read blueprints", "--json"]),
    ("`ontology search`", [HEADWAY, "ontology", "search", "kuberntes", "--json"]),
]


def run(arguments, nowhere):
    """Seconds, and the most resident memory in MB of the process and of those it waited for."""
    began = time.monotonic()
    pid = os.posix_spawn(arguments[0], arguments, os.environ,
                         file_actions=[(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)])
    _, status, usage = os.wait4(pid, 0)
    took = time.monotonic() - began
    if status != 0:
        raise RuntimeError(f"failed: {' '.join(arguments)}")
    return took, usage.ru_maxrss / 1000


def main():
    print("| | time | times the baseline | most memory, MB |")
    print("|---|---|---|---|")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    baseline = None
    for name, arguments in CASES:
        run(arguments, nowhere)
        runs = [run(arguments, nowhere) for _ in range(TIMES)]
        took = statistics.median(seconds for seconds, _ in runs)
        baseline = baseline or took
        memory = max(megabytes for _, megabytes in runs)
        # What a process holds before it is one is this interpreter's memory, so little of it tells nothing.
        shown = f"{memory:.0f}" if arguments[0] == HEADWAY else ""
        print(f"| {name} | {took * 1000:.1f} ms | {took / baseline:.0f} | {shown} |")


if __name__ == "__main__":
    main()

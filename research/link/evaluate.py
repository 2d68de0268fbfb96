# SPDX-License-Identifier: GPL-3.0-or-later
"""RP@5 and MRR of `headway link --batch` on SkillSkape dev (for choosing) and the validation sets (for reporting)."""
import json
import os
import subprocess
import sys

import corpus


def sets():
    dev = {}
    for sentence, labels in corpus.skillskape('dev'):
        if labels:
            dev.setdefault(sentence, set()).update(labels)
    return {'skillskape-dev': dev, 'tech': corpus.validation('tech'), 'house': corpus.validation('house')}


def ranked(program, texts):
    lines = ''.join(json.dumps({'id': str(i), 'text': t}) + '\n' for i, t in enumerate(texts))
    out = subprocess.run([program, 'link', '--framework', 'esco', '--top', '100', '--batch'], input=lines,
                         capture_output=True, text=True, check=True).stdout
    return [[r['name'] for r in json.loads(line)['ranked']] for line in out.splitlines()]


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), '../../build/headway')
    for name, gold in sets().items():
        precision = rank = 0
        for names, wanted in zip(ranked(program, list(gold)), gold.values()):
            precision += len(wanted & set(names[:5])) / min(5, len(wanted))
            rank += next((1 / (i + 1) for i, n in enumerate(names) if n in wanted), 0)
        print(f'{name}: {len(gold)} sentences, RP@5 {precision / len(gold):.3f}, MRR {rank / len(gold):.3f}', flush=True)


if __name__ == '__main__':
    main()

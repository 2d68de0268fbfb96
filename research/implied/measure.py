# SPDX-License-Identifier: GPL-3.0-or-later
"""How often `headway gap` finds the sentence that shows a requirement in other words, and how often it takes one that shows
nothing. measure.py [-v] FILE...; see README.md."""
import collections
import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PROGRAM = os.path.join(HERE, '../../build/headway')


def fields(name):
    out = collections.defaultdict(list)
    with open(os.path.join(HERE, name), encoding='utf-8') as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                field, wanted, sentence = line.rstrip('\n').split('\t')
                out[field].append((wanted, sentence))
    return out


def report(field, rows, folder):
    """Requirements of a report on all sentences of a field, shuffled, and all that it asks."""
    sentences = [s.rstrip('.') for _, s in rows if s != '-']
    random.Random(field).shuffle(sentences)
    resume, job = os.path.join(folder, 'resume.txt'), os.path.join(folder, 'job.txt')
    with open(resume, 'w', encoding='utf-8') as f:
        f.write('Robin Example\n\nExperience\n2015 to now\n' + ''.join(f'• {s}.\n' for s in sentences))
    with open(job, 'w', encoding='utf-8') as f:
        f.write('Opening\n\nRequirements\n' + ''.join(f'• {w}\n' for w, _ in rows if w != '-'))
    out = subprocess.run([PROGRAM, 'gap', resume, job, '--json'], capture_output=True, text=True, check=True).stdout
    return json.loads(out)['requirements']


def asked_as(requirements, wanted):
    """The requirements that the line of the ad became."""
    return [r for r in requirements if any(wanted.lower() in e['text'].lower() or e['text'].lower() in wanted.lower()
                                           for e in r['job_evidence'])]


def count_field(field, rows, folder, count, talk):
    requirements = report(field, rows, folder)
    for wanted, sentence in rows:
        if wanted == '-':
            continue
        found = asked_as(requirements, wanted)
        lines = [e['text'].rstrip('.') for r in found for e in r['resume_evidence']]
        met = any(r['status'] != 'missing' and r['support'] in ('named', 'implied') for r in found)
        shown = sentence != '-'
        # Evidence may be a part of the sentence.
        quoted = shown and met and any(t in sentence for t in lines)
        count['shown' if shown else 'absent'] += 1
        count['met' if shown else 'wrongly met'] += met
        count['quoted'] += quoted
        count['quoted first'] += quoted and lines[0] in sentence
        if talk and (met if not shown else not quoted):
            print(f'{field}: {wanted} {"met" if met else "MISSED"} ({[r["id"] for r in found]}) by {lines}')


def main():
    talk = '-v' in sys.argv
    names = [a for a in sys.argv[1:] if a != '-v'] or ['pairs.tsv', 'tempting.tsv', 'tempting-more.tsv', 'tempting-held.tsv']
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            c = collections.Counter()
            for field, rows in fields(name).items():
                count_field(field, rows, folder, c, talk)
            print(f'{name}: of {c["shown"]} shown met {c["met"]}, quoted {c["quoted"]}, quoted first {c["quoted first"]}; '
                  f'of {c["absent"]} absent wrongly met {c["wrongly met"]}')


if __name__ == '__main__':
    main()

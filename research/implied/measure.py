# SPDX-License-Identifier: GPL-3.0-or-later
"""How often `headway gap` finds the sentence that shows a requirement in other words (pairs.tsv). See README.md."""
import collections
import json
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def fields():
    out = collections.defaultdict(list)
    with open(os.path.join(HERE, 'pairs.tsv'), encoding='utf-8') as f:
        for line in f:
            if line.strip() and not line.startswith('#'):
                field, wanted, sentence = line.rstrip('\n').split('\t')
                out[field].append((wanted, sentence))
    return out


def report(program, rows, folder):
    resume, job = os.path.join(folder, 'resume.txt'), os.path.join(folder, 'job.txt')
    with open(resume, 'w', encoding='utf-8') as f:
        f.write('Robin Example\n\nExperience\n2015 to now\n' + ''.join(f'• {s}.\n' for _, s in rows if s != '-'))
    with open(job, 'w', encoding='utf-8') as f:
        f.write('Opening\n\nRequirements\n' + ''.join(f'• {w}\n' for w, _ in rows))
    out = subprocess.run([program, 'gap', resume, job, '--json'], capture_output=True, text=True, check=True).stdout
    return json.loads(out)['requirements']


def asked_as(requirements, wanted):
    """The requirements that the line of the ad became."""
    return [r for r in requirements if any(wanted.lower() in e['text'].lower() or e['text'].lower() in wanted.lower()
                                           for e in r['job_evidence'])]


def main():
    program = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, '../../build/headway')
    talk = '-v' in sys.argv
    halves = {0: collections.Counter(), 1: collections.Counter()}
    with tempfile.TemporaryDirectory() as folder:
        for i, (field, rows) in enumerate(fields().items()):
            count = halves[i % 2]
            requirements = report(program, rows, folder)
            for wanted, sentence in rows:
                found = asked_as(requirements, wanted)
                lines = [e['text'] for r in found for e in r['resume_evidence']]
                met = any(r['status'] != 'missing' and r['support'] in ('named', 'implied') for r in found)
                if sentence == '-':
                    count['absent'] += 1
                    count['wrongly met'] += met
                    if talk and met:
                        print(f'{field}: {wanted} WRONGLY by {lines}')
                    continue
                # Evidence may be a part of the sentence.
                right = [t for t in lines if t.rstrip('.') in sentence]
                count['shown'] += 1
                count['met'] += met
                count['quoted'] += bool(right)
                count['quoted first'] += bool(lines) and lines[0].rstrip('.') in sentence
                count['pieces'] += len(lines)
                count['right pieces'] += len(right)
                if talk and not right:
                    print(f'{field}: {wanted} {"met" if met else "MISSED"} ({[r["id"] for r in found]}) by {lines}')
    for i, count in halves.items():
        c = count
        print(f'half {i + 1}: of {c["shown"]} shown met {c["met"]}, quoted {c["quoted"]}, quoted first '
              f'{c["quoted first"]}; right pieces {c["right pieces"]} of {c["pieces"]}; of {c["absent"]} absent '
              f'wrongly met {c["wrongly met"]}')


if __name__ == '__main__':
    main()

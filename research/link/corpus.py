# SPDX-License-Identifier: GPL-3.0-or-later
"""ESCO skills and training pairs, read from the data folder ($HEADWAY_DATA)."""
import ast
import csv
import os
import re

DATA = os.environ.get('HEADWAY_DATA', os.path.join(os.path.dirname(__file__), '../../../shared/data'))
csv.field_size_limit(1 << 30)


def rows(path):
    with open(os.path.join(DATA, path), encoding='utf-8') as f:
        yield from csv.DictReader(f)


def skills():
    """[(uuid, [preferred label, other labels…], description)] in the order of uuids."""
    out = []
    for r in rows('esco-1.1.1-csv/skills_en.csv'):
        labels, seen = [], set()
        for label in [r['preferredLabel']] + r['altLabels'].split('\n'):
            label = label.strip()
            if label and label.lower() not in seen:
                seen.add(label.lower())
                labels.append(label)
        out.append((r['conceptUri'].rsplit('/', 1)[1], labels, ' '.join(r['description'].split())))
    return sorted(out)


def sentences(text):
    return [s.strip() for s in re.split(r'(?<=[.;!?])\s+', text) if len(s.split()) >= 4]


def skillskape(split):
    """[(sentence, [preferred labels])], without the labels that are none."""
    return [(r['sentence'].strip(), [x for x in ast.literal_eval(r['skills']) if x not in ('UNK', 'LABEL NOT PRESENT')])
            for r in rows(f'bench-dev/skillskape/{split}.csv')]


def validation(name):
    """{sentence: set of preferred labels} of one of the validation sets; for reporting only."""
    gold = {}
    for r in rows(f'bench-dev/decorte-validation/{name}_validation_annotations.csv'):
        if r['label'] not in ('LABEL NOT PRESENT', 'UNDERSPECIFIED', ''):
            gold.setdefault(r['sentence'].strip(), set()).add(r['label'].strip())
    return gold


def pairs(all_skills):
    """[(text, text, number of the skill)]: two texts that mean the same."""
    number = {labels[0]: i for i, (_, labels, _) in enumerate(all_skills)}
    out = []
    for i, (_, labels, description) in enumerate(all_skills):
        out += [(other, labels[0], i) for other in labels[1:]]
        if description:
            out.append((description, labels[0], i))
            parts = sentences(description)
            if len(parts) > 1:
                out += [(p, labels[0], i) for p in parts]
    tagged = [(s, label, number[label]) for s, labels in skillskape('train') for label in labels]
    return out + 2 * tagged

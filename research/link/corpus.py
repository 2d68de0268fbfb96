# SPDX-License-Identifier: GPL-3.0-or-later
"""ESCO skills and training pairs, read from the data folder ($HEADWAY_DATA)."""
import ast
import csv
import json
import os
import random
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


def tagged(name):
    """[(words, [(begin, end) of what names a skill])] of a set of marked sentences, none of the validation sets."""
    left_out = set(validation('tech')) | set(validation('house'))
    out, seen = [], set()
    with open(os.path.join(DATA, f'bench-dev/{name}/train.json'), encoding='utf-8') as f:
        for line in f:
            row = json.loads(line)
            words = row['tokens']
            if ' '.join(words) in left_out or ' '.join(words) in seen:
                continue
            seen.add(' '.join(words))
            spans = {span for kind in ('tags_skill', 'tags_knowledge') for span in runs(row.get(kind, []))}
            if spans:
                out.append((words, sorted(spans)))
    return out


def runs(tags):
    """Where tags other than O stand in a row: [(begin, end)]."""
    out, begin = [], None
    for i, tag in enumerate(tags + ['O']):
        if tag[0] == 'O' and begin is not None:
            out.append((begin, i))
            begin = None
        elif tag[0] != 'O' and begin is None:
            begin = i
    return out


def in_context(all_skills, rnd):
    """Each skill once by one of its labels in the place of another skill in a real sentence, cut to a few words
    around it."""
    sentences_with_skills = tagged('skillspan') + tagged('green')
    out = []
    for i, (_, labels, _) in enumerate(all_skills):
        words, spans = rnd.choice(sentences_with_skills)
        begin, end = rnd.choice(spans)
        left, right = max(0, begin - rnd.randint(0, 8)), min(len(words), end + rnd.randint(0, 8))
        label = rnd.choice(labels + [labels[0]])
        out.append((' '.join(words[left:begin] + [label] + words[end:right]), labels[0], i))
    return out


def several(all_skills, rnd, count=8000):
    """Texts that name two or three skills, each meant for one of them."""
    out = []
    for _ in range(count):
        chosen = [rnd.randrange(len(all_skills)) for _ in range(rnd.choice((2, 2, 3)))]
        joint = rnd.choice((', ', ' and ', '. ', '; '))
        text = joint.join(rnd.choice(all_skills[i][1] + sentences(all_skills[i][2])) for i in chosen)
        i = rnd.choice(chosen)
        out.append((text, all_skills[i][1][0], i))
    return out


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
    sentence_pairs = [(s, label, number[label]) for s, labels in skillskape('train') for label in labels]
    rnd = random.Random(1)
    return out + 2 * sentence_pairs + in_context(all_skills, rnd) + several(all_skills, rnd)

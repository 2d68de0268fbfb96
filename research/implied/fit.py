# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits certainty_by_meaning() on tempting.tsv; see README.md. Needs numpy and $HEADWAY_DATA (ESCO)."""
import collections
import glob
import os
import sys
import tomllib

import numpy as np

import measure

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '../link'))
import corpus  # noqa: E402
import features  # noqa: E402
from reference import Model, quantised, runs  # noqa: E402


def telling(text):
    return {features.stem(w) for w in features.words(text)
            if len(w) > 1 and any('a' <= c <= 'z' for c in w) and w not in features.STOP}


class Skills:
    """Our own skills with the ESCO rows that are the same."""

    def __init__(self, model):
        self.model, self.by_name, self.labels, self.loose = model, {}, {}, {}
        self.under = collections.defaultdict(list)
        esco = {labels[0].lower(): labels for _, labels, _ in corpus.skills()}
        for path in sorted(glob.glob(os.path.join(HERE, '../../data/skills/*.toml'))):
            with open(path, 'rb') as f:
                for s in tomllib.load(f)['skill']:
                    names = [s['name']] + s.get('aliases', [])
                    self.labels[s['id']] = names + s.get('signals', []) + esco.get(s.get('esco', '').lower(), [])
                    self.loose[s['id']] = telling(s.get('words', ''))
                    for b in s.get('broader', []):
                        self.under[b].append(s['id'])
                    for n in names:
                        self.by_name.setdefault(n.lower(), s['id'])
        counts = collections.Counter(t for s, labels in self.labels.items()
                                     for t in set().union(self.loose[s], *map(telling, labels)))
        counts.update(t for labels in esco.values() for t in set().union(*map(telling, labels)))
        total = 1 + len(self.labels) + len(esco)
        self.idf = {t: np.log(total / (1 + n)) for t, n in counts.items()}

    def named_in(self, text):
        """The skill with the longest name in a text, or none."""
        words = text.lower().split()
        for n in range(len(words), 0, -1):
            for i in range(len(words) - n + 1):
                if ' '.join(words[i:i + n]) in self.by_name:
                    return self.by_name[' '.join(words[i:i + n])]
        return None

    def words(self, sentence, skill):
        count = collections.Counter()
        for s, part in [(skill, 1)] + [(u, .5) for u in self.under[skill]]:
            for t in (t for label in self.labels[s] for t in telling(label)):
                count[t] += part
            for t in self.loose[s]:
                count[t] += 2 * part
        told = [self.idf[t] * min(1, .5 + .25 * count[t]) for t in telling(sentence) if t in count]
        return sum(sorted(told)[-4:])

    def similarity(self, sentence, skill):
        words = features.words(sentence)
        whole, parts = self.model.embed(words), runs(self.model, words)
        v = np.array([self.model.embed(features.words(label)) for label in self.labels[skill]])
        mean = quantised(v.sum(0) + 2 * v[0])
        near = parts[[(parts @ mean).argmax(), (parts @ v[0]).argmax()]]
        return ((v @ whole).max() + (v @ near.T).max() + mean @ whole + (parts @ mean).max()) / 4


def logistic(x, y):
    x, b = np.c_[x, np.ones(len(x))], np.zeros(np.shape(x)[1] + 1)
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ b))
        b += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(b)), x.T @ (y - p) - 1e-3 * b)
    return b


def main():
    skills = Skills(Model(os.path.join(HERE, '../../data/link.model')))
    x, y = [], []  # of each requirement: [sentences, 2], [sentences]
    for rows in measure.fields('tempting.tsv').values():
        sentences = [s for _, s in rows if s != '-']
        for wanted, right in rows:
            skill = skills.named_in(wanted)
            if wanted != '-' and skill:
                x.append(np.array([[f(s, skill) for f in (skills.similarity, skills.words)] for s in sentences]))
                y.append(np.array([s == right for s in sentences], float))
    slopes = logistic(np.concatenate(x), np.concatenate(y))[:2]
    best = [int((a @ slopes).argmax()) for a in x]
    scale, height = logistic(np.array([[a[i] @ slopes] for a, i in zip(x, best)]), np.array([b[i] for b, i in zip(y, best)]))
    print(f'{len(x)} requirements, {int(sum(b.sum() for b in y))} shown; per similarity {scale * slopes[0]:.2f}, '
          f'per word {scale * slopes[1]:.3f}, middle {-height:.2f}')


if __name__ == '__main__':
    main()

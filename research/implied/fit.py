# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits certainty_by_meaning() on pairs.tsv; see README.md. Needs numpy and $HEADWAY_DATA (ESCO)."""
import collections
import glob
import os
import sys
import tempfile
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

    def __init__(self, model, folder):
        self.model, self.rows, self.under = model, {}, collections.defaultdict(list)
        esco = {labels[0].lower(): labels for _, labels, _ in corpus.skills()}
        for path in sorted(glob.glob(os.path.join(folder, '*.toml'))):
            with open(path, 'rb') as f:
                for s in tomllib.load(f)['skill']:
                    own = [s['name']] + s.get('aliases', []) + s.get('signals', [])
                    same = esco.get(s.get('esco', '').lower())
                    self.rows['hw:' + s['id']] = [own] + ([same] if same else [])
                    for b in s.get('broader', []):
                        self.under['hw:' + b].append('hw:' + s['id'])
        counts = collections.Counter(t for rows in self.rows.values() for t in set().union(*map(telling, sum(rows, []))))
        counts.update(t for labels in esco.values() for t in set().union(*map(telling, labels)))
        total = 1 + len(self.rows) + len(esco)
        self.idf = {t: np.log(total / (1 + n)) for t, n in counts.items()}

    def words(self, sentence, skill):
        count = collections.Counter()
        for s, part in [(skill, 1)] + [(u, .5) for u in self.under[skill]]:
            for label in sum(self.rows[s], []):
                for t in telling(label):
                    count[t] += part * (2 if ' + ' in label else 1)
        told = [self.idf[t] * min(1, .5 + .25 * count[t]) for t in telling(sentence) if t in count]
        return sum(sorted(told)[-4:])

    def similarity(self, sentence, skill):
        words = features.words(sentence)
        whole, parts, best = self.model.embed(words), runs(self.model, words), 0
        for labels in self.rows[skill]:
            v = np.array([self.model.embed(features.words(label)) for label in labels if ' + ' not in label])
            mean = quantised(v.sum(0) + 2 * v[0])
            near = parts[[(parts @ mean).argmax(), (parts @ v[0]).argmax()]]
            best = max(best, ((v @ whole).max() + (v @ near.T).max() + mean @ whole + (parts @ mean).max()) / 4)
        return best


def logistic(x, y, w):
    x, b = np.c_[x, np.ones(len(x))], np.zeros(np.shape(x)[1] + 1)
    for _ in range(60):
        p = 1 / (1 + np.exp(-x @ b))
        b += np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(b)), x.T @ (w * (y - p)) - 1e-3 * b)
    return b


def main():
    program = os.path.join(HERE, '../../build/headway')
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(HERE, '../../data/skills')
    skills = Skills(Model(os.path.join(HERE, '../../data/link.model')), folder)
    x, y, of = [], [], []
    with tempfile.TemporaryDirectory() as scratch:
        for field, rows in measure.fields().items():
            requirements = measure.report(program, rows, scratch)
            for wanted, right in rows:
                ids = {r['id'] for r in measure.asked_as(requirements, wanted)} & set(skills.rows)
                for _, sentence in rows if ids else []:
                    if sentence != '-':
                        x.append([max(f(sentence, i) for i in ids) for f in (skills.similarity, skills.words)])
                        y.append(sentence == right)
                        of.append((field, wanted))
    x, y = np.array(x), np.array(y, float)
    slopes = logistic(x, y, np.ones(len(y)))[:2]
    best = {}
    for i, key in enumerate(of):
        if key not in best or x[i] @ slopes > x[best[key]] @ slopes:
            best[key] = i
    shown = {key for i, key in enumerate(of) if y[i]}
    rows = list(best.values())
    scale, height = logistic((x[rows] @ slopes)[:, None], y[rows], np.array([1 if k in shown else 2 for k in best], float))
    print(f'{int(sum(y))} true pairs of {len(y)}; per similarity {scale * slopes[0]:.2f}, per word {scale * slopes[1]:.3f}, '
          f'middle {-height:.2f}')


if __name__ == '__main__':
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Fits certainty(similarity) on SkillSkape's development part, which the model has not seen; prints the constants."""
import os
import random

import numpy as np

import corpus
import features
from reference import ROOT, Esco, Model, runs


def similarity(esco, whole, parts, skill):
    """docs/formats/link-model.md, over the rows of ESCO alone."""
    begin = esco.starts[skill]
    end = esco.starts[skill + 1] if skill + 1 < len(esco.starts) else len(esco.vectors)
    labels, mean = esco.vectors[begin:end], esco.means[skill]
    by_mean, by_name = parts @ mean, parts @ labels[0]
    near = parts[[by_mean.argmax(), by_name.argmax()]]
    return max(0, ((labels @ whole).max() + (labels @ near.T).max() + mean @ whole + by_mean.max()) / 4)


def logistic(x, y):
    x, b = np.c_[x, np.ones(len(x))], np.zeros(2)
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ b))
        b += np.linalg.solve((x * (p * (1 - p))[:, None]).T @ x, x.T @ (y - p))
    return b


def main():
    model = Model(os.path.join(ROOT, 'data/link.model'))
    esco, rnd = Esco(model), random.Random(5)
    number = {s[1][0]: i for i, s in enumerate(corpus.skills())}
    dev = {}
    for sentence, labels in corpus.skillskape('dev'):
        dev.setdefault(sentence, set()).update(number[x] for x in labels)
    pool = [s for right in dev.values() for s in right]
    of_id = {k: i for i, k in enumerate(esco.ids)}
    x, y = [], []
    for sentence in rnd.sample(sorted(k for k, right in dev.items() if right), 400):
        right = dev[sentence]
        words = features.words(sentence)
        whole, parts = model.embed(words), runs(model, words)
        near = [of_id[k] for k, _ in esco.link(model, sentence, 100)[5:]]
        wrong = (set(rnd.sample(pool, 20)) | set(rnd.sample(near, 4))) - right
        for skill in sorted(right) + sorted(wrong):
            x.append(similarity(esco, whole, parts, skill))
            y.append(skill in right)
    slope, offset = logistic(np.array(x), np.array(y, float))
    print(f'{sum(y)} true pairs, {len(y) - sum(y)} others; slope {slope:.3f}, middle {-offset / slope:.4f}')


if __name__ == '__main__':
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""The formulas of docs/formats/link-model.md once more, slowly, over every label: writes what the C++ tests expect."""
import collections
import json
import os
import struct

import numpy as np

import corpus
import features

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../..')
RUNS = (2, 3, 4, 6, 9)
NAME = 3  # how much a name counts in the mean
WHOLE, WORDS, RUN, WHOLE_MEAN, RUN_MEAN, COMMON = 1, .5, .9, .8, .4, .02


class Model:
    def __init__(self, path):
        data = open(path, 'rb').read()
        tables = {}
        for i in range(struct.unpack_from('<I', data, 12)[0]):
            name, at, size, rows = struct.unpack_from('<24sQQQ', data, 64 + 48 * i)
            tables[name.rstrip(b'\0').decode()] = data[at:at + size * rows]
        self.number = {k: i for i, k in enumerate(np.frombuffer(tables['features'], '<u8').tolist())}
        self.rows = (np.frombuffer(tables['vectors'], np.int8).reshape(-1, 192).astype(np.float32)
                     * np.frombuffer(tables['scales'], '<f4')[:, None])

    def embed(self, words, root=True):
        seen = collections.Counter(features.hash64(f) for w in words for f in features.word_features(w))
        v = np.zeros(192, np.float32)
        for f, n in seen.items():
            if f in self.number:
                v += self.rows[self.number[f]] * np.float32(n ** .5 if root else n)
        return quantised(v)


def quantised(v):
    """Eight bits with one scale, as every vector is stored."""
    largest = np.abs(v).max()
    if largest == 0:
        return v
    q = v * np.float32(127) / largest
    return np.trunc(q + np.where(q < 0, -.5, .5)).astype(np.float32) * (largest / 127 / np.linalg.norm(v))


def runs(model, words):
    out = [model.embed(words[i:i + n], root=False) for n in RUNS for i in range(len(words) - n + 1)]
    return np.array(out or [model.embed(words)])


def best(values, starts):
    return np.maximum.reduceat(values, starts)


def first_of_each(labels):
    """Labels of equal words once."""
    seen = {}
    for label in labels:
        seen.setdefault(tuple(features.words(label)), label)
    return list(seen.values())


class Esco:
    def __init__(self, model):
        skills = corpus.skills()
        self.ids = ['esco:' + s[0] for s in skills]
        names = [first_of_each(s[1]) for s in skills]
        labels = [label for n in names for label in n]
        self.starts = np.cumsum([0] + [len(n) for n in names])[:-1]
        self.vectors = np.array([model.embed(features.words(label)) for label in labels])
        emphasis = (NAME - 1) * self.vectors[self.starts]
        self.means = np.array([quantised(v) for v in np.add.reduceat(self.vectors, self.starts) + emphasis])
        uses = collections.Counter(r['skillUri'].rsplit('/', 1)[1]
                                   for r in corpus.rows('esco-1.1.1-csv/occupationSkillRelations.csv'))
        self.common = np.log1p([uses[s[0]] for s in skills])
        terms = [collections.Counter(features.stems(label)) for label in labels]
        frequency = collections.Counter(t for c in terms for t in c)
        self.idf = {t: np.log((1 + len(labels)) / (1 + n)) for t, n in frequency.items()}
        self.postings = collections.defaultdict(list)
        for i, c in enumerate(terms):
            length = np.sqrt(sum(n * self.idf[t] ** 2 for t, n in c.items()))
            for t, n in c.items():
                self.postings[t].append((i, n ** .5 * self.idf[t] / length))

    def shared_words(self, text):
        out = np.zeros(len(self.vectors))
        asked = {t: n ** .5 * self.idf[t] for t, n in collections.Counter(features.stems(text)).items() if t in self.idf}
        length = np.sqrt(sum(w * w for w in asked.values()))
        for t, w in asked.items():
            for i, weight in self.postings[t]:
                out[i] += weight * w / length
        return out

    def link(self, model, text, top=5):
        words = features.words(text)
        whole, parts = model.embed(words), runs(model, words)
        score = (WHOLE * best(self.vectors @ whole, self.starts) + WORDS * best(self.shared_words(text), self.starts)
                 + RUN * best((self.vectors @ parts.T).max(1), self.starts) + WHOLE_MEAN * self.means @ whole
                 + RUN_MEAN * (self.means @ parts.T).max(1) + COMMON * self.common)
        return [(self.ids[i], score[i] / 3.76) for i in np.argsort(-score, kind='stable')[:top]]


def main():
    model = Model(os.path.join(ROOT, 'data/link.model'))
    texts = json.load(open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'cases.json'), encoding='utf-8'))
    esco = Esco(model)
    with open(os.path.join(ROOT, 'src/vectors/embedding_cases.tsv'), 'w', encoding='utf-8', newline='\n') as f:
        for t in texts:
            words = features.words(t)
            ids = [features.hash64(x) for w in words for x in features.word_features(w)]
            joint = 0
            for x in ids:
                joint = (joint * 31 + x) % (1 << 64)
            values = ' '.join(f'{x:.4f}' for x in model.embed(words)[:8])
            f.write(f'{t}\t{len(ids)}\t{joint:016x}\t{values}\n')
    with open(os.path.join(ROOT, 'tests/command/link_cases.tsv'), 'w', encoding='utf-8', newline='\n') as f:
        for t in texts:
            f.write('\t'.join([t] + [f'{i} {s:.4f}' for i, s in esco.link(model, t) if features.words(t)]) + '\n')


if __name__ == '__main__':
    main()

# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the embedder and writes link.model. See README.md."""
import argparse
import collections
import sys

import numpy as np
import scipy.sparse as sp
import torch
import torch.nn.functional as F

import corpus
import features
import table_file
import teacher

WIDTH, WORDS, GRAMS = 192, 16000, 12000
BATCH, TEMPERATURE, RATE, SEED = 512, 20.0, 0.02, 3
TAUGHT, ALIKE, SHARPNESS = 5.0, 2.0, 15.0  # weight of the teacher's vectors, of its likenesses, and how sharp these are


def vocabulary(texts):
    """The commonest words and four-grams of the distinct texts, with idf."""
    seen = collections.Counter()
    for t in texts:
        seen.update(features.counts(t).keys())
    best = lambda kind, n: sorted((k for k in seen if k[0] == kind), key=lambda k: (-seen[k], k))[:n]
    names = best('w', WORDS) + best('c', GRAMS)
    return names, np.array([np.log(len(texts) / (1 + seen[k])) for k in names], np.float32)


def matrix(texts, names, idf):
    """Rows sqrt(count) · idf, of length one."""
    number = {k: i for i, k in enumerate(names)}
    ptr, ix, data = [0], [], []
    for t in texts:
        for k, c in features.counts(t).items():
            if k in number:
                ix.append(number[k])
                data.append(c ** 0.5 * idf[number[k]])
        ptr.append(len(ix))
    m = sp.csr_matrix((np.array(data, np.float32), ix, ptr), (len(texts), len(names)))
    length = np.sqrt(np.asarray(m.multiply(m).sum(1)).ravel())
    length[length == 0] = 1
    return sp.csr_matrix(sp.diags((1 / length).astype(np.float32)) @ m)


def encode(m, rows, table):
    part = m[rows]
    bag = F.embedding_bag(torch.from_numpy(part.indices.astype(np.int64)), table,
                          torch.from_numpy(part.indptr[:-1].astype(np.int64)), mode='sum',
                          per_sample_weights=torch.from_numpy(part.data.astype(np.float32)))
    return F.normalize(bag, dim=1)


def narrowed(vectors):
    """The teacher's vectors in our width, along their greatest directions, of length one."""
    some = vectors[np.random.RandomState(0).permutation(len(vectors))[:30000]]
    out = vectors @ np.linalg.svd(some, full_matrices=False)[2][:WIDTH].T
    return torch.from_numpy(out / np.linalg.norm(out, axis=1, keepdims=True))


def batches(rows, rnd):
    """Batches of the rows in ever new order, without end."""
    while True:
        order = rnd.permutation(rows)
        for k in range(0, len(order) - BATCH + 1, BATCH):
            yield order[k:k + BATCH]


def contrast(left, right, same):
    like = (left @ right.T * TEMPERATURE).masked_fill(same, -1e4)
    each = torch.arange(BATCH)
    return (F.cross_entropy(like, each) + F.cross_entropy(like.T, each)) / 2


def lesson(ours, taught):
    """Far from the teacher's vectors, and from how alike the teacher finds the texts of a batch."""
    itself = -1e4 * torch.eye(BATCH)
    like = [F.log_softmax(v @ v.T * SHARPNESS + itself, 1) for v in (ours, taught)]
    return (TAUGHT * (1 - (ours * taught).sum(1).mean())
            + ALIKE * F.kl_div(like[0], like[1], reduction='batchmean', log_target=True))


def train(pairs, names, idf, lesson_texts, lesson_vectors):
    torch.manual_seed(SEED)
    texts = {}
    for a, b, _ in pairs:
        texts.setdefault(a, len(texts)), texts.setdefault(b, len(texts))
    m, taught = matrix(list(texts), names, idf), matrix(lesson_texts, names, idf)
    left, right = (np.array([texts[p[i]] for p in pairs]) for i in (0, 1))
    group, wanted = torch.tensor([p[2] for p in pairs]), narrowed(lesson_vectors)
    table = (torch.randn(len(names), WIDTH) * 0.1).requires_grad_(True)
    optimiser = torch.optim.Adam([table], lr=RATE, betas=(0.9, 0.99))
    rnd = np.random.RandomState(SEED)
    steps = len(pairs) // BATCH
    of_pairs, of_lessons = batches(np.arange(len(pairs)), rnd), batches(np.flatnonzero(np.diff(taught.indptr)), rnd)
    for k in range(steps):
        optimiser.param_groups[0]['lr'] = RATE * (1 - k / steps)
        b, t = next(of_pairs), next(of_lessons)
        same = (group[b][:, None] == group[b][None]) & ~torch.eye(BATCH, dtype=torch.bool)
        loss = (contrast(encode(m, left[b], table), encode(m, right[b], table), same)
                + lesson(encode(taught, t, table), wanted[t]))
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if k % 50 == 49:
            print(f'step {k + 1} of {steps}, loss {loss.item():.3f}', flush=True)
    return table.detach().numpy()


def write_model(path, names, idf, table):
    """Rows in eight bits, sorted by the hash of the feature; the scale carries idf."""
    order = sorted(range(len(names)), key=lambda i: features.hash64(names[i]))
    largest = np.maximum(np.abs(table).max(1), 1e-12)
    rows = np.rint(table / largest[:, None] * 127).astype(np.int8)[order]
    scales = (largest / 127 * idf).astype('<f4')[order]
    keys = np.array([features.hash64(names[i]) for i in order], '<u8')
    table_file.write(path, b'HWEMB1\n\0', 1, [('features', 8, keys.tobytes()), ('scales', 4, scales.tobytes()),
                                              ('vectors', WIDTH, rows.tobytes())])


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--out', default='../../data/link.model')
    options.add_argument('--teacher', default='teacher.npz', help='made by teacher.py')
    options = options.parse_args()
    torch.set_num_threads(2)
    skills = corpus.skills()
    pairs = corpus.pairs(skills)
    lesson_texts, lesson_vectors = teacher.load(options.teacher)
    texts = [label for _, labels, _ in skills for label in labels] + [p[0] for p in pairs] + lesson_texts
    names, idf = vocabulary(texts)
    print(len(skills), 'skills', len(pairs), 'pairs', len(names), 'features', flush=True)
    table = train(pairs, names, idf, lesson_texts, lesson_vectors)
    write_model(options.out, names, idf, table)


if __name__ == '__main__':
    sys.exit(main())

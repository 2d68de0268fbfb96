# SPDX-License-Identifier: GPL-3.0-or-later
"""Features of a text, to the letter what src/vectors/features.cpp computes (docs/formats/link-model.md)."""
import collections
import re
import unicodedata

MANY = {'æ': 'ae', 'ß': 'ss', 'ø': 'o', 'œ': 'oe', 'đ': 'd', 'ł': 'l', 'ı': 'i', 'ð': 'd', 'þ': 'th', 'ħ': 'h',
        'ŋ': 'n', 'ŧ': 't', 'ĸ': 'k', 'ŀ': 'l', 'ŉ': 'n', 'ſ': 's', 'ĳ': 'ij'}
VOWELS = set('aeiouy')
WORD = re.compile(r'[a-z0-9+#.]+')
LONGEST_WORD = 64  # bytes of a folded word; the rest of it is left out
MOST_WORDS = 1000  # of a text; the rest of it is left out
_folded = {}


def fold_letter(c):
    """ASCII in lower case; Latin letters up to U+017F without their marks; anything else is a space."""
    lower = c.lower()
    c = lower if len(lower) == 1 else c
    if ord(c) < 0x80:
        return c
    if not 0xC0 <= ord(c) <= 0x17F:
        return ' '
    base = MANY.get(c) or unicodedata.normalize('NFD', c)[0]
    return base if base.isascii() and base.isalpha() and base.islower() else ' '


def fold(text):
    return ''.join(_folded.setdefault(c, fold_letter(c) if ord(c) < 0x180 else ' ') for c in text)


def words(text):
    out = []
    for w in WORD.findall(fold(text)):
        w = w.strip('.')[:LONGEST_WORD]
        if any(c not in '+#.' for c in w):
            out.append(w)
        if len(out) == MOST_WORDS:
            break
    return out


def stem(w):
    """A light stem: plural, one ending, last e or y. Words with digits or signs stay."""
    if len(w) < 4 or not w.isalpha():
        return w
    if w.endswith('ies') and len(w) > 4:
        w = w[:-3] + 'y'
    elif w.endswith('sses'):
        w = w[:-2]
    elif w.endswith('s') and not w.endswith(('ss', 'us', 'is')):
        w = w[:-1]
    for ending in ('ing', 'ed'):
        rest = w[:-len(ending)]
        if w.endswith(ending) and len(rest) >= 3 and VOWELS & set(rest):
            w = rest
            if len(w) > 3 and w[-1] == w[-2] and w[-1] not in 'lsz':
                w = w[:-1]
            break
    if w.endswith('e') and len(w) > 3:
        w = w[:-1]
    elif w.endswith('y') and len(w) > 3:
        w = w[:-1] + 'i'
    return w


def word_features(w):
    """'w' + word, 'w' + stem where it differs, 'c' + every four characters of <word> for three letters and more."""
    out = ['w' + w]
    if stem(w) != w:
        out.append('w' + stem(w))
    if len(w) >= 3:
        p = '<' + w + '>'
        out += ['c' + p[i:i + 4] for i in range(len(p) - 3)]
    return out


_cache = {}


def counts(text):
    c = collections.Counter()
    for w in words(text):
        if w not in _cache:
            _cache[w] = word_features(w)
        c.update(_cache[w])
    return c


STOP = set('a an the and or of in on to for with by at from as is are be will you your our we their it its this that '
           'these those who which have has such other etc all any into up'.split())


def stems(text):
    """The terms of the lexical index."""
    return [stem(w) for w in words(text) if w not in STOP]


def hash64(text, h=0xcbf29ce484222325):
    """src/base/hash.hpp"""
    m = (1 << 64) - 1
    for b in text.encode() if isinstance(text, str) else text:
        h = (h ^ b) * 0x100000001b3 & m
    h ^= h >> 33
    h = h * 0xff51afd7ed558ccd & m
    h ^= h >> 33
    h = h * 0xc4ceb9fe1a85ec53 & m
    return h ^ h >> 33

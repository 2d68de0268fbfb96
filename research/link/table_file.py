# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes what src/base/table_file.hpp reads (docs/formats/table-file.md)."""
import struct

from features import hash64

MASK = (1 << 64) - 1


def checksum(data, seed):
    h = seed ^ len(data) * 0x9E3779B97F4A7C15 & MASK
    whole = len(data) // 8
    for (word,) in struct.iter_unpack('<Q', data[:whole * 8]):
        h = (h ^ word) * 0xff51afd7ed558ccd & MASK
        h ^= h >> 32
    return hash64(data[whole * 8:], h)


def write(path, magic, version, tables):
    """`tables`: [(name, bytes of a row, bytes)]."""
    begin = 64 + 48 * len(tables)
    content, directory = bytearray(), bytearray()
    for name, size, data in tables:
        content += bytes(-(begin + len(content)) % 64)
        directory += struct.pack('<24sQQQ', name.encode(), begin + len(content), size, len(data) // size)
        content += data
    content, directory = bytes(content), bytes(directory)
    header = struct.pack('<8sIIQQQ24x', magic, version, len(tables), begin + len(content),
                         checksum(content, version), checksum(directory, version))
    with open(path, 'wb') as f:
        f.write(header + directory + content)

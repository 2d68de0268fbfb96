// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace headway::bench {

/// Bytes [begin, end) of a text that somebody marked, or that the engine claims.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    bool knowledge = false;  ///< SkillSpan's "knowledge" (tools, fields, languages), else "skill"
};

struct Posting {
    std::string text;
    std::vector<Span> spans;
};

/// A claim of the engine and whether a reader found it right.
struct Judged {
    std::size_t posting = 0;
    Span span;
    bool right = false;
};

/// Whole postings with their marked spans. Throws when the file is not what it should be, as all of these.
[[nodiscard]] std::vector<Posting> read_postings(const std::string& path);
/// Sentences given as words and tags, joined by spaces.
[[nodiscard]] std::vector<Posting> read_sentences(const std::string& path);
[[nodiscard]] std::vector<Judged> read_judged(const std::string& path);

}  // namespace headway::bench

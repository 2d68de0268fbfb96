// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/tokens.hpp"

namespace headway::text {

/// A trie over word keys, laid out in flat arrays that can lie in a mapped file.
///
/// `vocabulary` is an open-addressing table (power of two) from word key to word number; `roots[word]` is the
/// node reached by a phrase's first word (0: none); `edges` is an open-addressing table from (node, word) to
/// node; `ends[node]` is one more than the phrase that ends there (0: none). Node 0 is unused, so 0 means "no
/// node".
struct PhraseIndex {
    struct Word {
        std::uint64_t key = 0;
        std::uint32_t number = 0;  ///< 1-based; 0 marks a free slot.
        std::uint32_t reserved = 0;
    };
    struct Edge {
        std::uint32_t node = 0;  ///< 0 marks a free slot.
        std::uint32_t word = 0;
        std::uint32_t target = 0;
    };
    std::span<const Word> vocabulary;
    std::span<const std::uint32_t> roots;
    std::span<const Edge> edges;
    std::span<const std::uint32_t> ends;

    /// Number of a word, 0 when no phrase contains it.
    [[nodiscard]] std::uint32_t word(std::uint64_t key) const;
    /// The node after `node` by `word_number`, 0 when there is none.
    [[nodiscard]] std::uint32_t step(std::uint32_t node, std::uint32_t word_number) const;
    /// Whether the arrays fit together: sizes are powers of two, every number is in range. A trie that passes
    /// can be walked without any further check.
    [[nodiscard]] bool valid(std::size_t phrase_count) const;
};

/// A phrase found at tokens [first, first + length).
struct PhraseMatch {
    std::uint32_t phrase = 0;
    std::uint32_t first = 0;
    std::uint32_t length = 0;
};

/// Every phrase that starts at token `first`, shortest first, appended to `out` (cleared before).
void match_at(const PhraseIndex& index, std::span<const Token> tokens, std::span<const std::uint32_t> words,
              std::size_t first, std::vector<PhraseMatch>& out);

/// Word numbers of all tokens; 0 for words that no phrase contains and for parts of links.
void look_up(const PhraseIndex& index, std::span<const Token> tokens, std::vector<std::uint32_t>& words);

/// Longest match at each position from left to right, without overlaps.
[[nodiscard]] std::vector<PhraseMatch> match_longest(const PhraseIndex& index, std::span<const Token> tokens);

/// Collects phrases and makes the arrays. Phrases are numbered in the order of first adding; equal phrases
/// (same word keys) share a number.
class PhraseIndexBuilder {
  public:
    /// Number of the phrase; npos when the text has no words.
    std::uint32_t add(std::string_view phrase);
    static constexpr std::uint32_t npos = 0xFFFFFFFFU;

    /// Brings the tables into their final, sparsely filled form. Call once, after the last add.
    void finish();
    [[nodiscard]] PhraseIndex index() const { return {vocabulary_, roots_, edges_, ends_}; }
    [[nodiscard]] std::uint32_t phrases() const { return phrase_count_; }

  private:
    std::uint32_t word_number(std::uint64_t key);
    std::uint32_t child(std::uint32_t node, std::uint32_t word);
    void grow_words();
    void grow_edges();

    std::vector<PhraseIndex::Word> vocabulary_ = std::vector<PhraseIndex::Word>(1024);
    std::vector<PhraseIndex::Edge> edges_ = std::vector<PhraseIndex::Edge>(1024);
    std::vector<std::uint32_t> roots_ = {0};
    std::vector<std::uint32_t> ends_ = {0};
    std::uint32_t word_count_ = 0;
    std::uint32_t edge_count_ = 0;
    std::uint32_t phrase_count_ = 0;
    std::vector<Token> scratch_;
};

}  // namespace headway::text

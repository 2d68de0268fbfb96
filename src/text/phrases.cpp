// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/phrases.hpp"

#include <bit>

namespace headway::text {
namespace {

std::size_t edge_slot(std::uint32_t node, std::uint32_t word, std::size_t mask) {
    std::uint64_t h = (static_cast<std::uint64_t>(node) << 32U) | word;
    h *= 0x9E3779B97F4A7C15ULL;
    return static_cast<std::size_t>(h >> 32U) & mask;
}

void place(std::vector<PhraseIndex::Word>& table, const PhraseIndex::Word& w) {
    const std::size_t mask = table.size() - 1;
    std::size_t i = static_cast<std::size_t>(w.key) & mask;
    while (table[i].number != 0) i = (i + 1) & mask;
    table[i] = w;
}

void place(std::vector<PhraseIndex::Edge>& table, const PhraseIndex::Edge& e) {
    const std::size_t mask = table.size() - 1;
    std::size_t i = edge_slot(e.node, e.word, mask);
    while (table[i].node != 0) i = (i + 1) & mask;
    table[i] = e;
}

}  // namespace

std::uint32_t PhraseIndex::word(std::uint64_t key) const {
    const std::size_t mask = vocabulary.size() - 1;
    for (std::size_t i = static_cast<std::size_t>(key) & mask;; i = (i + 1) & mask) {
        const Word& w = vocabulary[i];
        if (w.number == 0) return 0;
        if (w.key == key) return w.number;
    }
}

std::uint32_t PhraseIndex::step(std::uint32_t node, std::uint32_t word_number) const {
    const std::size_t mask = edges.size() - 1;
    for (std::size_t i = edge_slot(node, word_number, mask);; i = (i + 1) & mask) {
        const Edge& e = edges[i];
        if (e.node == 0) return 0;
        if (e.node == node && e.word == word_number) return e.target;
    }
}

bool PhraseIndex::valid(std::size_t phrase_count) const {
    if (!std::has_single_bit(vocabulary.size()) || !std::has_single_bit(edges.size())) return false;
    if (roots.empty() || ends.empty()) return false;
    std::size_t free_words = 0;
    for (const Word& w : vocabulary) {
        if (w.number == 0) ++free_words;
        if (w.number >= roots.size()) return false;
    }
    std::size_t free_edges = 0;
    for (const Edge& e : edges) {
        if (e.node == 0) ++free_edges;
        // A child has a larger number than its parent, so that a walk always ends.
        if (e.node >= ends.size() || e.target >= ends.size() || (e.node != 0 && e.target <= e.node))
            return false;
    }
    if (free_words == 0 || free_edges == 0) return false;
    for (std::uint32_t r : roots) {
        if (r >= ends.size()) return false;
    }
    for (std::uint32_t e : ends) {
        if (e > phrase_count) return false;
    }
    return true;
}

void look_up(const PhraseIndex& index, std::span<const Token> tokens, std::vector<std::uint32_t>& words) {
    words.resize(tokens.size());
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        words[i] = tokens[i].in_link ? 0 : index.word(tokens[i].key);
    }
}

void match_at(const PhraseIndex& index, std::span<const Token> tokens, std::span<const std::uint32_t> words,
              std::size_t first, std::vector<PhraseMatch>& out) {
    out.clear();
    std::uint32_t node = words[first] == 0 ? 0 : index.roots[words[first]];
    for (std::size_t i = first; node != 0;) {
        if (index.ends[node] != 0) {
            out.push_back({index.ends[node] - 1, static_cast<std::uint32_t>(first),
                           static_cast<std::uint32_t>(i + 1 - first)});
        }
        ++i;
        if (i >= tokens.size() || words[i] == 0) return;
        node = index.step(node, words[i]);
    }
}

std::vector<PhraseMatch> match_longest(const PhraseIndex& index, std::span<const Token> tokens) {
    std::vector<PhraseMatch> out;
    for (std::size_t first = 0; first < tokens.size();) {
        PhraseMatch best;
        std::uint32_t number = tokens[first].in_link ? 0 : index.word(tokens[first].key);
        std::uint32_t node = number == 0 ? 0 : index.roots[number];
        for (std::size_t i = first; node != 0;) {
            if (index.ends[node] != 0) {
                best = {index.ends[node] - 1, static_cast<std::uint32_t>(first),
                        static_cast<std::uint32_t>(i + 1 - first)};
            }
            if (++i >= tokens.size() || tokens[i].in_link) break;
            number = index.word(tokens[i].key);
            node = number == 0 ? 0 : index.step(node, number);
        }
        if (best.length != 0) out.push_back(best);
        first += best.length == 0 ? 1 : best.length;
    }
    return out;
}

std::uint32_t PhraseIndexBuilder::add(std::string_view phrase) {
    tokenize(phrase, scratch_);
    if (scratch_.empty()) return npos;
    std::uint32_t node = 0;
    for (const Token& t : scratch_) {
        const std::uint32_t word = word_number(t.key);
        if (node == 0) {
            if (roots_[word] == 0) {
                ends_.push_back(0);
                roots_[word] = static_cast<std::uint32_t>(ends_.size() - 1);
            }
            node = roots_[word];
        } else {
            node = child(node, word);
        }
    }
    if (ends_[node] == 0) ends_[node] = ++phrase_count_;
    return ends_[node] - 1;
}

std::uint32_t PhraseIndexBuilder::word_number(std::uint64_t key) {
    const std::size_t mask = vocabulary_.size() - 1;
    for (std::size_t i = static_cast<std::size_t>(key) & mask;; i = (i + 1) & mask) {
        if (vocabulary_[i].number == 0) break;
        if (vocabulary_[i].key == key) return vocabulary_[i].number;
    }
    if ((word_count_ + 1) * 2 > vocabulary_.size()) grow_words();
    place(vocabulary_, {key, ++word_count_, 0});
    roots_.push_back(0);
    return word_count_;
}

std::uint32_t PhraseIndexBuilder::child(std::uint32_t node, std::uint32_t word) {
    const std::uint32_t found = PhraseIndex{vocabulary_, roots_, edges_, ends_}.step(node, word);
    if (found != 0) return found;
    if ((edge_count_ + 1) * 2 > edges_.size()) grow_edges();
    ends_.push_back(0);
    const auto target = static_cast<std::uint32_t>(ends_.size() - 1);
    place(edges_, {node, word, target});
    ++edge_count_;
    return target;
}

void PhraseIndexBuilder::grow_words() {
    std::vector<PhraseIndex::Word> bigger(vocabulary_.size() * 2);
    for (const auto& w : vocabulary_) {
        if (w.number != 0) place(bigger, w);
    }
    vocabulary_.swap(bigger);
}

void PhraseIndexBuilder::grow_edges() {
    std::vector<PhraseIndex::Edge> bigger(edges_.size() * 2);
    for (const auto& e : edges_) {
        if (e.node != 0) place(bigger, e);
    }
    edges_.swap(bigger);
}

void PhraseIndexBuilder::finish() {
    if (word_count_ * 4 > vocabulary_.size()) grow_words();
}

}  // namespace headway::text

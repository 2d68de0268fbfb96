// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "base/table_file.hpp"
#include "ontology/pack.hpp"

namespace headway::career {

/// A label in which a term stands, with the term's share of the label's length: √count · idf / length.
struct Posting {
    std::uint32_t label = 0;
    float weight = 0;
};

/// Stemmed words over labels, weighted by √count · idf with idf = ln((1 + labels) / (1 + labels with the
/// term)). The cosine of a text with a label says how far they share words. Views into a mapped file.
class LexicalIndex {
  public:
    /// Takes the tables whose names begin with `prefix`; invalid when they do not fit each other. The
    /// postings are not read for that: opening must not touch their pages.
    [[nodiscard]] static Result<LexicalIndex> load(const TableFile& file, const std::string& prefix);

    /// Writes the cosine of the words with every label that shares one; the others keep 0. `scores` has one
    /// place for each label of the file, all 0. Returns the labels that were written, each once.
    [[nodiscard]] std::vector<std::uint32_t> score(std::span<const std::string> words,
                                                   std::span<float> scores) const;

  private:
    std::span<const std::uint64_t> terms_;  ///< hash64 of the stems, ascending
    std::span<const float> idf_;
    std::span<const ontology::Range> ranges_;
    std::span<const Posting> postings_;
};

/// A label that is to be found, by its number in the file.
struct IndexedLabel {
    std::uint32_t label = 0;
    std::vector<std::string> words;  ///< plain words
};

/// Adds the tables of an index to a file that is being made.
void add_lexical_index(TableFileWriter& file, const std::string& prefix,
                       std::span<const IndexedLabel> labels);

}  // namespace headway::career

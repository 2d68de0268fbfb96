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

/// The words that go with each skill: stems of all its names and signals. A till, a penny and a float say
/// "cash handling" together though none does alone and no phrase of the list was written. Views into a mapped
/// file.
class WordProfiles {
  public:
    /// A stem of a skill by its number, with how many of the skill's texts hold it.
    struct Word {
        std::uint32_t term = 0;
        float count = 0;
    };

    /// Takes the tables "profile.*"; invalid when they do not fit each other or the number of skills.
    [[nodiscard]] static Result<WordProfiles> load(const TableFile& file, std::size_t skills);

    /// Numbers of the known stems of plain words, ascending, each once. Numbers and single letters are none.
    [[nodiscard]] std::vector<std::uint32_t> terms(std::span<const std::string> words) const;

    /// The stems of a skill's very row, by number.
    [[nodiscard]] std::span<const Word> of(std::uint32_t row) const {
        return words_.subspan(ranges_[row].begin, ranges_[row].end - ranges_[row].begin);
    }

    /// ln((1 + skills) / (1 + skills with the term)).
    [[nodiscard]] float idf(std::uint32_t term) const { return idf_[term]; }

  private:
    std::span<const std::uint64_t> terms_;  ///< hash64 of the stems, ascending
    std::span<const float> idf_;
    std::span<const ontology::Range> ranges_;
    std::span<const Word> words_;
};

/// Collects the words of skills, row by row, for the file.
class WordProfilesWriter {
  public:
    void begin_skill() { skills_.emplace_back(); }
    /// A text of the skill begun last; each stem counts once a text, `weight` times.
    void add(std::span<const std::string> words, float weight);
    void write(TableFileWriter& file) const;

  private:
    struct Counted {
        std::uint64_t hash = 0;
        float count = 0;
    };
    std::vector<std::vector<Counted>> skills_;
};

}  // namespace headway::career

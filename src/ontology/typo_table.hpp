// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/table_file.hpp"

namespace headway::ontology {

/// Finds the one-word product name that a misspelt word stands for: one letter too many, too few, changed, or
/// two swapped (symmetric deletion: words at distance one share themselves or a form with one letter less).
/// Lies in the lexicon file. Names of six to 24 letters and digits that begin with a letter.
class TypoTable {
  public:
    struct Row {
        std::uint64_t form = 0;  ///< Hash of a name, or of it without one letter.
        std::uint32_t name = 0;  ///< First byte of the name in the table of names.
        std::uint16_t length = 0;
        std::uint16_t reserved = 0;
        std::uint32_t phrase = 0;
        std::uint32_t reserved_too = 0;
    };

    [[nodiscard]] static Result<TypoTable> load(const TableFile& file, std::size_t phrases);

    /// The phrase that `word` (case folded) misspells; none when the word begins
    /// with another letter than the name, or is as near to two names.
    [[nodiscard]] std::optional<std::uint32_t> find(std::string_view word) const;

  private:
    std::span<const Row> rows_;
    std::span<const char> names_;
};

/// Gathers names and writes the tables that TypoTable reads.
class TypoTableWriter {
  public:
    /// Names that cannot be misspelt recognisably are left out.
    void add(std::string_view folded_name, std::uint32_t phrase);
    void write(TableFileWriter& file);

  private:
    std::vector<TypoTable::Row> rows_;
    std::vector<char> names_;
};

}  // namespace headway::ontology

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace headway::language {

/// What stands in a place of a sentence, and so what it may be. web/src/i18n/translator.ts has the same kinds
/// by the same names; contract/sentences.cases.json is run against both.
enum class Kind : std::uint8_t {
    any,      ///< Any text, as little as will do.
    name,     ///< Of a skill: over no end of a sentence.
    figure,   ///< "-3.5"
    one,      ///< "1"
    day,      ///< "2026-11-03"
    moment,   ///< "2026-11-03T17:03:11Z"
    pages,    ///< "3, 4 and others"
    quoted,   ///< "“a”, “b” and “c”"
    listed,   ///< "a, b and c"
    leveled,  ///< "Rust (basic) and Go (working)"
    known,    ///< A sentence that has to be known itself.
    why,      ///< A sentence that may be.
    packs,    ///< "onet 30.1, esco 1.2"
    url,
};
[[nodiscard]] Kind kind_of(std::string_view place);

/// What was found in a place of a sentence.
struct Found {
    std::string_view place;
    Kind kind = Kind::any;
    std::string_view text;
};

/// An English sentence with places, "{name}"; "|" stands for nothing.
class Template {
  public:
    explicit Template(std::string_view english);

    /// Whether it has places at all.
    [[nodiscard]] bool is_open() const;
    /// The sentence without "|".
    [[nodiscard]] std::string plain() const;

    /// What stands in the places of a text that is this sentence; nothing when it is not. Of several ways the
    /// one that a regular expression takes: places of any text and names as short, all others as long as can
    /// be, from the left.
    [[nodiscard]] std::optional<std::vector<Found>> match(std::string_view text) const;

  private:
    struct Piece {
        std::string text;  ///< The words, or the name of the place.
        std::optional<Kind> place;
    };
    struct Search;
    bool search(Search& s, std::size_t piece, std::size_t at) const;

    std::vector<Piece> pieces_;
};

}  // namespace headway::language

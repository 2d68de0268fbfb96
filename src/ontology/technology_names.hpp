// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace headway::ontology {

/// Words of ordinary English, lower-case: an explicit list of product names that are words too, and, when the
/// release has them, the words of its own task statements.
class EverydayWords {
  public:
    EverydayWords();
    /// Adds every word of a sentence that is written all in lower-case letters.
    void learn(std::string_view sentence);
    /// Any letter case; "Word" is one.
    [[nodiscard]] bool has(std::string_view word) const;
    /// The same in the singular or the plural.
    [[nodiscard]] bool has_form_of(std::string_view word) const;

  private:
    std::unordered_set<std::string> words_;
};

/// "C++ Builder" → "c%2B%2B-builder": lower-case; [a-z0-9.-] stay, a space becomes '-', other bytes %XX.
[[nodiscard]] std::string slug(std::string_view name);

/// The maker's name that `name` begins with ("Microsoft", "Dassault Systemes"), or empty.
[[nodiscard]] std::string_view vendor_of(std::string_view name);

/// What to know beside the name when shorter names are derived.
struct Product {
    std::string_view name;
    bool hot = false;
};

/// Shorter names under which a product with a long official name is known: the acronym at its end and the
/// words the acronym stands for, the name without "software" or "system", the name without its maker. Only
/// names that still say which product is meant; never the name itself. May repeat what other products give:
/// the caller settles that.
[[nodiscard]] std::vector<std::string> derived_names(const Product& product, const EverydayWords& everyday);

/// Whether a technology with this name and UNSPSC commodity code is a programming language.
[[nodiscard]] bool is_programming_language(std::string_view name, std::uint32_t commodity);

/// The same for a name alone: "C++", "Python", "Java" in any letter case.
[[nodiscard]] bool is_language_name(std::string_view name);

}  // namespace headway::ontology

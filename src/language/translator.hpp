// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/sentences.hpp"
#include "language/template.hpp"

namespace headway::language {

/// Turns sentences that the program put together in English into those of another language, by a list of
/// both; as web/src/i18n/translator.ts does it.
class Translator {
  public:
    explicit Translator(const Sentences& sentences);

    /// Nothing unless every part is in the list. Names are of skills or the like, for sentences that list
    /// such: where one holds an "and" itself, only they tell.
    [[nodiscard]] std::optional<std::string> translate(std::string_view text,
                                                       std::span<const std::string> names = {}) const;

    [[nodiscard]] const Manner& manner() const { return manner_; }

  private:
    struct Open {
        Template english;
        std::string other;
    };
    using Names = std::span<const std::string>;

    [[nodiscard]] std::optional<std::string> one(std::string_view text, Names names) const;
    [[nodiscard]] std::optional<std::string> parts(std::string_view text, int depth, Names names) const;
    [[nodiscard]] std::optional<std::string> put(const Found& found, Names names) const;

    Manner manner_;
    std::unordered_map<std::string, std::string> fixed_;
    std::vector<Open> open_;
};

}  // namespace headway::language

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace headway::language {

class Translator;

/// How texts that the program wrote in English are said in a language that it speaks.
class Speech {
  public:
    /// The nearest language: German for "de" and "de-AT", English for all that are not spoken. Lives as long
    /// as the program.
    [[nodiscard]] static const Speech& of(std::string_view tag);
    [[nodiscard]] static const Speech& english();

    /// "en", "de"
    [[nodiscard]] std::string_view code() const { return code_; }
    [[nodiscard]] bool is_english() const { return translator_ == nullptr; }

    /// A sentence of the program; as it is where its words are not known. Names: as for
    /// Translator::translate.
    [[nodiscard]] std::string say(std::string_view sentence, std::span<const std::string> names = {}) const;
    /// A number as the program writes it.
    [[nodiscard]] std::string figure(std::string_view written) const;
    /// "2026-11-03"
    [[nodiscard]] std::string day(std::string_view written) const;
    /// The label of a level.
    [[nodiscard]] std::string level(std::string_view label) const;

  private:
    Speech(std::string_view code, const Translator* translator) : code_(code), translator_(translator) {}

    std::string_view code_;
    const Translator* translator_;
};

}  // namespace headway::language

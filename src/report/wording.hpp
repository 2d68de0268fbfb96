// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <utility>

#include "language/speech.hpp"
#include "report/report_words.hpp"
#include "report/wire.hpp"

namespace headway::report {

/// How a report is worded in one language: its own words, and what the engine said. Cheap to copy.
class Wording {
  public:
    /// Of a tag such as "de-AT"; English where the language is not spoken.
    explicit Wording(std::string_view language)
        : speech_(&language::Speech::of(language)), words_(&report_words(speech_->code())) {}

    [[nodiscard]] const language::Speech& speech() const { return *speech_; }
    [[nodiscard]] const ReportWords& words() const { return *words_; }
    [[nodiscard]] const ReportWords* operator->() const { return words_; }

    /// One of the words with its places filled in.
    template <class... Args>
    [[nodiscard]] std::string fill(std::string_view words, Args&&... args) const {
        return fmt::format(fmt::runtime(words), std::forward<Args>(args)...);
    }
    /// A sentence of the engine.
    [[nodiscard]] std::string say(std::string_view sentence) const { return speech_->say(sentence); }

    /// One decimal, as points and levels are shown: "5.7", never "-0.0".
    [[nodiscard]] std::string one_decimal(double v) const;
    /// Two decimals, as the arithmetic is shown.
    [[nodiscard]] std::string two_decimals(double v) const;
    /// "proficient 3.8".
    [[nodiscard]] std::string level(const WireLevel& level) const;
    /// "2026-11", a month of the report.
    [[nodiscard]] std::string month(std::string_view written) const;

  private:
    const language::Speech* speech_;
    const ReportWords* words_;
};

}  // namespace headway::report

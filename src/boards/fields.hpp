// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "boards/job.hpp"
#include "json/tree.hpp"

/// How boards write the fields of a job, and what is meant. Pure; nothing is guessed.
namespace headway::boards {

/// At most `most` code points of valid UTF-8, without a blank at the end.
[[nodiscard]] std::string cut(std::string_view text, std::size_t most);

/// One clean line: entities read, control characters gone, runs of blanks as one.
[[nodiscard]] std::string line_of(std::string_view text);
/// The same of a string; empty for anything else.
[[nodiscard]] std::string line_of(json::Node node);

/// An id: a string without blanks around it, or a whole number; else empty.
[[nodiscard]] std::string id_of(json::Node node);

/// An address that may be shown as a link: http or https, at most 2,000 printable ASCII bytes, no quotes.
[[nodiscard]] std::optional<std::string> url_of(json::Node node);
[[nodiscard]] std::optional<std::string> url_of(std::string_view text);

/// A number, also one written as a string ("103409.0"); finite.
[[nodiscard]] std::optional<double> amount_of(json::Node node);
/// true, false, also written as strings.
[[nodiscard]] std::optional<bool> truth_of(json::Node node);

/// "Full-time", "FullTime", "FULL_TIME", "Intern", "Contractor", …
[[nodiscard]] std::optional<std::string> job_type_of(std::string_view text);
/// "YEAR", "1 YEAR", "per-year-salary", "PA", "Per Hour", …
[[nodiscard]] std::optional<std::string> period_of(std::string_view text);

/// The currency is a code of three letters, large or small. 0 and less is no amount; none when nothing is
/// left or min is above max.
[[nodiscard]] std::optional<Salary> salary_of(std::optional<double> min, std::optional<double> max,
                                              std::string_view currency, std::string_view period);
/// Of a line such as "€50k - €70k per year", "$120,000 – $150,000"; none unless it holds one or two amounts.
/// "$" alone names no currency.
[[nodiscard]] std::optional<Salary> salary_of_text(std::string_view text);

/// Whether a location says that the work may be done from anywhere: "Remote", "Anywhere in the U.S.",
/// "Flexible / Remote"; not "No remote", "Remote possible: no".
[[nodiscard]] bool says_remote(std::string_view location);

/// UTF-8 that was read as Windows-1252 and written as UTF-8 again ("Â£45"), mended: whatever forms whole
/// sequences of UTF-8 becomes them, the rest stays.
[[nodiscard]] std::string mend_mojibake(std::string_view text);

}  // namespace headway::boards

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "json/json.hpp"

/// Checks of what comes from outside, each naming its field. Lengths count Unicode code points.
namespace headway::api {

/// `invalid` unless `text` has min..max code points. Control characters other than line breaks and tabs are
/// refused.
[[nodiscard]] Result<void> check_text(std::string_view field, std::string_view text, std::size_t min,
                                      std::size_t max);
[[nodiscard]] Result<void> check_optional_text(std::string_view field, const std::optional<std::string>& text,
                                               std::size_t min, std::size_t max);

/// A day or none, from "2026-11-22".
[[nodiscard]] Result<std::optional<Date>> check_date(std::string_view field,
                                                     const std::optional<std::string>& text);

/// Folded to lower case; `invalid` for what cannot be an address.
[[nodiscard]] Result<std::string> check_email(std::string_view field, std::string_view text);

/// "de" or "pt-BR".
[[nodiscard]] Result<void> check_language(std::string_view field, const std::optional<std::string>& tag);

/// E.164: "+4366412345".
[[nodiscard]] Result<void> check_phone(std::string_view field, const std::optional<std::string>& number);

/// A name of the time zone database, by its looks: "Europe/Vienna".
[[nodiscard]] Result<void> check_time_zone(std::string_view field, const std::optional<std::string>& name);

/// The id of something else that the caller owns, as given; a UUID by its looks.
[[nodiscard]] Result<void> check_id(std::string_view field, const std::optional<std::string>& id);

/// One of the words.
[[nodiscard]] Result<void> check_word(std::string_view field, std::string_view word,
                                      std::initializer_list<std::string_view> words);

}  // namespace headway::api

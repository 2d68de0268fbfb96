// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "api/handler.hpp"

namespace headway::api {

/// The words of these texts in normal form, each behind a space, as the store keeps them for searching.
[[nodiscard]] std::string search_words(std::initializer_list<std::string_view> texts);

/// The words of ?q= in normal form; none when it is absent. `invalid` when it is empty, too long or holds no
/// word.
[[nodiscard]] Answer<std::vector<std::string>> searched_words(const Call& call);

}  // namespace headway::api

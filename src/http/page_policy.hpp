// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway::http {

/// Content-Security-Policy of an HTML page: nothing from elsewhere; of inline scripts, style elements and
/// style attributes only those that the page has as it is, by their SHA-256.
[[nodiscard]] std::string page_policy(std::string_view html);

}  // namespace headway::http

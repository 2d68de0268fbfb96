// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headway::http {

/// A header value of the form `value; name=token; name="quoted string"`, as Content-Type and
/// Content-Disposition have it.
struct Parameters {
    std::string value;
    std::vector<std::pair<std::string, std::string>> named;

    [[nodiscard]] std::optional<std::string> find(std::string_view name) const;
    /// name*=UTF-8''percent%20encoded (RFC 8187), decoded; none when absent, damaged or in another charset.
    [[nodiscard]] std::optional<std::string> find_extended(std::string_view name) const;
};

/// Never fails: what cannot be read is left out. Inside quotes a backslash escapes only a quote or a
/// backslash: browsers send Windows paths unescaped.
[[nodiscard]] Parameters parse_parameters(std::string_view text);

}  // namespace headway::http

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input.hpp"

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <string_view>

#include "base/bytes.hpp"

namespace headway::app {

Result<document::Document> read_input(const std::string& path) {
    const document::Limits limits;
    const auto bytes = read_file(path, limits.file_bytes);
    if (!bytes) return std::unexpected(bytes.error());
    return document::read_document(*bytes, path == "-" ? "standard input" : path, limits);
}

career::PageStarts page_starts(const document::Document& document) {
    career::PageStarts out;
    for (const document::Page& p : document.pages) out.push_back(static_cast<std::uint32_t>(p.begin));
    return out;
}

career::Month this_month() {
    if (const char* fixed = std::getenv("HEADWAY_TODAY"); fixed != nullptr) {
        const std::string_view s(fixed);
        int year = 0;
        int month = 0;
        const bool parsed = s.size() == 7 && s[4] == '-' &&
                            std::from_chars(s.data(), s.data() + 4, year).ec == std::errc() &&
                            std::from_chars(s.data() + 5, s.data() + 7, month).ec == std::errc();
        if (parsed && month >= 1 && month <= 12) return career::make_month(year, month);
    }
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    ::gmtime_r(&now, &parts);
    return career::make_month(parts.tm_year + 1900, parts.tm_mon + 1);
}

}  // namespace headway::app

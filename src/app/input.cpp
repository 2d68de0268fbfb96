// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <string_view>

#include "base/bytes.hpp"
#include "text/utf8.hpp"

namespace headway::app {
namespace {

constexpr std::size_t most_words = std::size_t{1} << 20U;

}  // namespace

Result<document::Document> read_input(const std::string& path, const document::Limits& limits) {
    auto bytes = read_file(path, limits.file_bytes);
    if (!bytes) {
        if (bytes.error().code == ErrorCode::too_large)
            bytes.error().fix = "Use a smaller file, or raise document-megabytes in the settings";
        return pass_on(bytes);
    }
    return document::read_document(*bytes, path == "-" ? "standard input" : path, limits);
}

Result<std::string> read_words(const std::string& given, std::istream& in) {
    if (given != "-") return given;
    std::string out(std::istreambuf_iterator<char>(in), {});
    if (out.size() > most_words) {
        return fail(ErrorCode::too_large, "longer than " + std::to_string(most_words) + " bytes",
                    "standard input", "Give one text, or many with --batch");
    }
    if (text::first_invalid(out) != std::string::npos)
        return fail(ErrorCode::invalid, "no valid UTF-8", "standard input");
    out.erase(out.find_last_not_of(" \t\r\n") + 1);
    out.erase(0, std::min(out.find_first_not_of(" \t\r\n"), out.size()));
    if (out.empty()) return fail(ErrorCode::invalid, "holds no text", "standard input");
    return out;
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/answer.hpp"

#include <charconv>

#include "text/utf8.hpp"

namespace headway::boards {
namespace {

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.' || c == '_';
}

/// Where the digits behind "name=" begin, as a query parameter.
std::size_t place_of(std::string_view url, std::string_view name) {
    for (const char before : {'?', '&'}) {
        const std::string mark = before + std::string(name) + "=";
        const std::size_t at = url.find(mark);
        if (at != std::string_view::npos) return at + mark.size();
    }
    return std::string_view::npos;
}

}  // namespace

Result<json::Tree> parse_answer(std::string_view bytes) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    auto tree = json::Tree::parse(text::make_valid(bytes));
    if (!tree) return fail(ErrorCode::unavailable, "the answer is not JSON");
    return tree;
}

std::unexpected<Error> other_shape() {
    return fail(ErrorCode::unavailable, "the answer has another shape than this source gives");
}

std::vector<std::string> lines_of(json::Node list, std::string_view member) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min<std::size_t>(list.size(), 50); ++i) {
        std::string line = line_of(member.empty() ? list.item(i) : list.item(i)[member]);
        if (!line.empty()) out.push_back(std::move(line));
    }
    return out;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string out;
    for (const std::string& part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return out;
}

std::string escaped(std::string_view text) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (is_plain(c) || c == '~') {
            out += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            out += '%';
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        }
    }
    return out;
}

bool is_board_name(std::string_view name) {
    return !name.empty() && name.size() <= 100 && std::ranges::all_of(name, is_plain) &&
           name.find_first_not_of('.') != std::string_view::npos;
}

std::unexpected<Error> bad_board(std::string_view example) {
    return fail(ErrorCode::invalid, "this cannot be the name of a board there", {},
                "It looks like " + std::string(example));
}

std::vector<Query> queries_of(const Search& search, std::size_t most) {
    std::vector<Query> out;
    const std::vector<std::string> nothing = {""};
    for (const std::string& keyword : search.keywords.empty() ? nothing : search.keywords) {
        for (const std::string& location : search.locations.empty() ? nothing : search.locations) {
            if (out.size() < most) out.push_back({keyword, location});
        }
    }
    return out;
}

int number_in(std::string_view url, std::string_view name) {
    const std::size_t at = place_of(url, name);
    int number = 0;
    if (at == std::string_view::npos) return 0;
    const auto [end, error] = std::from_chars(url.data() + at, url.data() + url.size(), number);
    return error == std::errc() ? number : 0;
}

std::string with_number(std::string url, std::string_view name, int number) {
    const std::size_t at = place_of(url, name);
    if (at == std::string::npos) return url;
    const std::size_t end = std::min(url.find('&', at), url.size());
    return url.replace(at, end - at, std::to_string(number));
}

}  // namespace headway::boards

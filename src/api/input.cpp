// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/input.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/id.hpp"

namespace headway::api {
namespace {

std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool control(char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u < 0x20 && c != '\n' && c != '\r' && c != '\t') || u == 0x7F;
}

}  // namespace

Result<void> check_text(std::string_view field, std::string_view text, std::size_t min, std::size_t max) {
    const std::size_t length = code_points(text);
    if (length < min) {
        return fail(ErrorCode::invalid,
                    min == 1 ? "this must not be empty" : fmt::format("expected at least {} characters", min),
                    std::string(field));
    }
    if (length > max)
        return fail(ErrorCode::invalid, fmt::format("expected at most {} characters", max),
                    std::string(field));
    if (std::any_of(text.begin(), text.end(), control))
        return fail(ErrorCode::invalid, "control characters are not allowed", std::string(field));
    return {};
}

Result<void> check_optional_text(std::string_view field, const std::optional<std::string>& text,
                                 std::size_t min, std::size_t max) {
    return text ? check_text(field, *text, min, max) : Result<void>();
}

Result<std::optional<Date>> check_date(std::string_view field, const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    auto date = parse_date(*text);
    if (!date) return fail(ErrorCode::invalid, date.error().what, std::string(field));
    return *date;
}

Result<void> check_id(std::string_view field, const std::optional<std::string>& id) {
    if (id && !is_uuid(*id)) return fail(ErrorCode::invalid, "expected an id", std::string(field));
    return {};
}

Result<void> check_word(std::string_view field, std::string_view word,
                        std::initializer_list<std::string_view> words) {
    if (std::find(words.begin(), words.end(), word) != words.end()) return {};
    return fail(ErrorCode::invalid, fmt::format("expected one of {}", fmt::join(words, ", ")),
                std::string(field));
}

}  // namespace headway::api

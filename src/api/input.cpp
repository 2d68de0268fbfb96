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

Result<std::string> check_email(std::string_view field, std::string_view text) {
    std::string folded(text);
    for (char& c : folded) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    const std::size_t at = folded.rfind('@');
    const bool odd = folded.size() < 3 || folded.size() > 254 || at == std::string::npos || at == 0 ||
                     at + 1 == folded.size() || at > 64 ||
                     std::any_of(folded.begin(), folded.end(),
                                 [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == 0x7F; });
    if (odd) return fail(ErrorCode::invalid, "expected an e-mail address", std::string(field));
    return folded;
}

Result<void> check_language(std::string_view field, const std::optional<std::string>& tag) {
    if (!tag) return {};
    const auto letter = [&](std::size_t i, char from) { return (*tag)[i] >= from && (*tag)[i] <= from + 25; };
    const bool plain = tag->size() == 2 && letter(0, 'a') && letter(1, 'a');
    const bool region = tag->size() == 5 && letter(0, 'a') && letter(1, 'a') && (*tag)[2] == '-' &&
                        letter(3, 'A') && letter(4, 'A');
    if (plain || region) return {};
    return fail(ErrorCode::invalid, "expected a language such as en or pt-BR", std::string(field));
}

Result<void> check_phone(std::string_view field, const std::optional<std::string>& number) {
    if (!number) return {};
    const bool sound = number->size() >= 3 && number->size() <= 16 && number->front() == '+' &&
                       (*number)[1] != '0' && number->find_first_not_of("0123456789", 1) == std::string::npos;
    if (sound) return {};
    return fail(ErrorCode::invalid, "expected a number with its country code, such as +4366412345",
                std::string(field));
}

Result<void> check_time_zone(std::string_view field, const std::optional<std::string>& name) {
    if (!name) return {};
    const bool sound =
        !name->empty() && name->size() <= 64 && std::all_of(name->begin(), name->end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                   c == '+' || c == '-' || c == '/';
        });
    if (sound) return {};
    return fail(ErrorCode::invalid, "expected a time zone such as Europe/Vienna", std::string(field));
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

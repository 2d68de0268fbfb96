// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/value.hpp"

#include "sql/session.hpp"

namespace headway::sql {
namespace {

/// RFC 3629; overlong forms and surrogates are not valid.
bool valid_utf8(std::string_view s) {
    for (std::size_t i = 0; i < s.size();) {
        const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(s[k]); };
        const unsigned char lead = byte(i);
        const std::size_t length = lead < 0x80   ? 1
                                   : lead < 0xC2 ? 0
                                   : lead < 0xE0 ? 2
                                   : lead < 0xF0 ? 3
                                   : lead < 0xF5 ? 4
                                                 : 0;
        if (length == 0 || i + length > s.size()) return false;
        for (std::size_t k = 1; k < length; ++k) {
            if ((byte(i + k) & 0xC0U) != 0x80U) return false;
        }
        if (lead == 0xE0 && byte(i + 1) < 0xA0) return false;
        if (lead == 0xED && byte(i + 1) > 0x9F) return false;
        if (lead == 0xF0 && byte(i + 1) < 0x90) return false;
        if (lead == 0xF4 && byte(i + 1) > 0x8F) return false;
        i += length;
    }
    return true;
}

}  // namespace

Value copy_of(const Cell& cell) {
    switch (cell.kind) {
        case Cell::Kind::boolean:
            return cell.integer == 1;
        case Cell::Kind::integer:
            return cell.integer;
        case Cell::Kind::real:
            return cell.real;
        case Cell::Kind::text:
            return std::string(cell.text);
        case Cell::Kind::bytes:
            return Bytes{std::string(cell.text)};
        case Cell::Kind::null:
            break;
    }
    return std::monostate();
}

Result<void> check_parameters(std::span<const Value> parameters) {
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const auto* text = std::get_if<std::string>(&parameters[i]);
        if (text == nullptr) continue;
        if (text->find('\0') != std::string::npos)
            return fail(ErrorCode::invalid, "text with a NUL character cannot be stored");
        if (!valid_utf8(*text))
            return fail(ErrorCode::invalid, "text that is not valid UTF-8 cannot be stored");
    }
    return {};
}

}  // namespace headway::sql

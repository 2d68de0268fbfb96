// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/page.hpp"

#include "http/base64.hpp"
#include "http/digest.hpp"

namespace headway::http {
namespace {

constexpr std::size_t mark_bytes = 12;  // 96 bits: a guess would need that many requests
constexpr std::size_t longest_cursor = 2048;

}  // namespace

Result<Page> page_of(const Call& call) {
    Page page;
    auto limit = call.query_number("limit", 1, 100);
    if (!limit) return pass_on(limit);
    if (*limit) page.limit = static_cast<std::size_t>(**limit);
    page.cursor = call.query_value("cursor");
    if (page.cursor && page.cursor->empty()) page.cursor.reset();
    return page;
}

std::string CursorKey::mark(std::string_view list, std::string_view content) const {
    // The length keeps ("ab", "c") and ("a", "bc") apart.
    std::string bytes = std::to_string(list.size()) + ":";
    bytes += list;
    bytes += content;
    return hmac_sha256(secret_, bytes).substr(0, mark_bytes);
}

std::string CursorKey::seal(std::string_view list, std::string_view content) const {
    return base64url(mark(list, content) + std::string(content));
}

Result<std::string> CursorKey::open(std::string_view list, std::string_view cursor) const {
    const auto bytes = cursor.size() <= longest_cursor ? from_base64url(cursor) : std::nullopt;
    if (bytes && bytes->size() >= mark_bytes) {
        std::string content = bytes->substr(mark_bytes);
        if (same_secret(bytes->substr(0, mark_bytes), mark(list, content))) return content;
    }
    return fail(ErrorCode::invalid, "this cursor does not belong to this list", "cursor",
                "start again without it");
}

}  // namespace headway::http

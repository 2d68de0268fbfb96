// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/entity_tag.hpp"

#include <fmt/format.h>

namespace headway::http {
namespace {

enum class Comparison : std::uint8_t { strong, weak };

std::string_view without_weakness(std::string_view tag) {
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    return tag;
}

/// A list of tags, each in quotes; a comma may stand inside the quotes.
bool holds(std::string_view list, std::string_view etag, Comparison comparison) {
    if (trimmed(list) == "*") return true;
    while (!list.empty()) {
        const std::size_t open = list.find('"');
        if (open == std::string_view::npos) return false;
        const std::size_t close = list.find('"', open + 1);
        if (close == std::string_view::npos) return false;
        const bool weak = list.substr(0, open).ends_with("W/");
        const std::string_view tag = list.substr(open, close - open + 1);
        list.remove_prefix(close + 1);
        if (comparison == Comparison::weak ? tag == without_weakness(etag) : (!weak && tag == etag))
            return true;
    }
    return false;
}

}  // namespace

std::string etag_of(std::int64_t version) {
    return fmt::format("\"{}\"", version);
}

Answer<void> check_if_match(const Call& call, std::string_view etag) {
    const auto wanted = call.request.header("If-Match");
    if (!wanted) {
        return refuse(428, ErrorCode::invalid, "this change needs an If-Match header", {},
                      "get it first and send its ETag as If-Match");
    }
    if (holds(*wanted, etag, Comparison::strong)) return {};
    return refuse(412, ErrorCode::conflict, "it was changed since you last read it", {},
                  "get it again and repeat your change");
}

bool matches_any(std::string_view if_none_match, std::string_view etag) {
    return holds(if_none_match, etag, Comparison::weak);
}

}  // namespace headway::http

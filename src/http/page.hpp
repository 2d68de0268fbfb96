// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "http/call.hpp"
#include "json/json.hpp"

namespace headway::http {

/// Which part of a list is wanted: ?limit=1..100&cursor=…
struct Page {
    std::size_t limit = 25;
    std::optional<std::string> cursor;
};
[[nodiscard]] Result<Page> page_of(const Call& call);

/// Makes cursors that cannot be altered or carried to another list. They are not secret: whoever has one can
/// read it.
class CursorKey {
  public:
    /// `secret`: at least 16 random bytes, the same in every process that shares a database.
    explicit CursorKey(std::string secret) : secret_(std::move(secret)) {}

    /// `list` names the list, with everything that selects its items (owner, filter, order).
    [[nodiscard]] std::string seal(std::string_view list, std::string_view content) const;
    /// `invalid` when it was not made by seal() for this list.
    [[nodiscard]] Result<std::string> open(std::string_view list, std::string_view cursor) const;

  private:
    [[nodiscard]] std::string mark(std::string_view list, std::string_view content) const;
    std::string secret_;
};

/// A cursor that holds the sort key of the last item, a described struct.
template <class Key>
[[nodiscard]] std::string make_cursor(const CursorKey& key, std::string_view list, const Key& last) {
    return key.seal(list, json::to_json(last));
}
/// None on the first page.
template <class Key>
[[nodiscard]] Result<std::optional<Key>> read_cursor(const CursorKey& key, std::string_view list,
                                                     const Page& page) {
    if (!page.cursor) return std::nullopt;
    auto content = key.open(list, *page.cursor);
    if (!content) return pass_on(content);
    auto last = json::from_json<Key>(*content);
    if (!last)
        return fail(ErrorCode::invalid, "this cursor is of another version", "cursor",
                    "start again without it");
    return std::move(*last);
}

}  // namespace headway::http

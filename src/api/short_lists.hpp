// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "api/handler.hpp"

namespace headway::api {

/// The last item of a page, and where it stood: should it be gone by then, the next one has moved up there.
struct ShortListPlace {
    std::string id;
    std::int64_t index = 0;
};
BOOST_DESCRIBE_STRUCT(ShortListPlace, (), (id, index))

/// A page of a list that is short enough to be read whole. `list` names it with all that selects its items;
/// Wire has an `id`.
template <class Wire>
[[nodiscard]] Answer<Response> page_of_whole(const Parts& parts, const Call& call, const std::string& list,
                                             std::vector<Wire> all) {
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const auto place = http::read_cursor<ShortListPlace>(parts.cursors, list, *page);
    if (!place) return std::unexpected(place.error());
    auto from = all.begin();
    if (*place) {
        const auto last =
            std::find_if(all.begin(), all.end(), [&](const Wire& w) { return w.id == (*place)->id; });
        const auto index = std::clamp<std::int64_t>((*place)->index, 0, std::ssize(all));
        from = last != all.end() ? last + 1 : all.begin() + index;
    }
    const auto until = from + std::min(all.end() - from, static_cast<std::ptrdiff_t>(page->limit));
    List<Wire> out;
    if (until != all.end())
        out.next_cursor = http::make_cursor(parts.cursors, list,
                                            ShortListPlace{std::prev(until)->id, until - all.begin() - 1});
    out.items.assign(std::move_iterator(from), std::move_iterator(until));
    return list_reply(out);
}

}  // namespace headway::api

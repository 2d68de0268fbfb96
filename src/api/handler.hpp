// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "api/parts.hpp"
#include "http/entity_tag.hpp"
#include "http/page.hpp"

/// What every resource's handlers share: binding, transactions that may refuse, pages of lists.
namespace headway::api {

using http::Answer;
using http::Call;
using http::Response;

/// A function of parts and call as the router's handler. `parts` must outlive the router.
[[nodiscard]] inline http::Handler with(const Parts& parts,
                                        Answer<Response> (*handler)(const Parts&, const Call&)) {
    return [&parts, handler](const Call& call) { return handler(parts, call); };
}

namespace detail {

template <class T, class Run>
Answer<T> unfold(const Run& run) {
    std::optional<http::Refusal> refusal;
    auto result = run(refusal);
    if (refusal) return std::unexpected(std::move(*refusal));
    if (!result) return std::unexpected(std::move(result.error()));
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        return Answer<T>(std::in_place, std::move(*result));
    }
}

/// Runs `f`, which gives an Answer, where a Result is wanted; a refusal is kept aside, that of the last
/// attempt: the database may call again after a lost race.
template <class T, class F>
Result<T> stash(F& f, sql::Connection& c, std::optional<http::Refusal>& refusal) {
    refusal.reset();
    auto answer = f(c);
    if (!answer) {
        refusal = std::move(answer.error());
        return std::unexpected(refusal->error);
    }
    if constexpr (std::is_void_v<T>) {
        return {};
    } else {
        return std::move(*answer);
    }
}

}  // namespace detail

/// One transaction of `f(connection) -> Answer<T>`; a refusal rolls it back and is what the client gets.
template <class F>
auto write(const Parts& parts, F f) -> std::invoke_result_t<F, sql::Connection&> {
    using T = typename std::invoke_result_t<F, sql::Connection&>::value_type;
    return detail::unfold<T>([&](auto& refusal) {
        return parts.database.write([&](sql::Connection& c) { return detail::stash<T>(f, c, refusal); });
    });
}

/// The same on a snapshot that cannot change anything.
template <class F>
auto read(const Parts& parts, F f) -> std::invoke_result_t<F, sql::Connection&> {
    using T = typename std::invoke_result_t<F, sql::Connection&>::value_type;
    return detail::unfold<T>([&](auto& refusal) {
        return parts.database.read([&](sql::Connection& c) { return detail::stash<T>(f, c, refusal); });
    });
}

/// The value of a find_x(), or not_found in words such as "there is no such goal".
template <class T>
[[nodiscard]] Answer<T> or_not_found(Result<std::optional<T>> found, const char* what) {
    if (!found) return std::unexpected(std::move(found.error()));
    if (!*found) return std::unexpected(Error{ErrorCode::not_found, what, {}, {}});
    return std::move(**found);
}

/// For change_x(): false means that somebody else was faster.
[[nodiscard]] inline Answer<void> or_conflict(const Result<bool>& changed) {
    if (!changed) return std::unexpected(changed.error());
    if (!*changed)
        return http::refuse(412, ErrorCode::conflict, "it was changed meanwhile", {}, "read it again");
    return {};
}

/// Bytes of JSON that most items need; too few costs a copy, too many nothing.
inline constexpr std::size_t usual_item = 640;

/// A page {"items", "next_cursor"} of wire structs.
template <class Wire>
struct List {
    std::vector<Wire> items;
    std::optional<std::string> next_cursor;
};

namespace detail {

template <class Wire, class Row, class ToWire, class Key>
List<Wire> page_of(const Parts& parts, const std::string& list, std::vector<Row> rows, std::size_t limit,
                   const ToWire& wire, Key (*key)(const Row&)) {
    List<Wire> out;
    if (rows.size() > limit) {
        rows.resize(limit);
        out.next_cursor = http::make_cursor(parts.cursors, list, key(rows.back()));
    }
    out.items.reserve(rows.size());
    for (Row& row : rows) out.items.push_back(wire(std::move(row)));
    return out;
}

}  // namespace detail

/// Makes the page out of up to limit + 1 rows: the surplus one says that there is more. `wire` may look at
/// its row or take it.
template <class Wire, class Row, class Key>
[[nodiscard]] List<Wire> make_page(const Parts& parts, const std::string& list, std::vector<Row> rows,
                                   std::size_t limit, Wire (*wire)(const Row&), Key (*key)(const Row&)) {
    return detail::page_of<Wire>(parts, list, std::move(rows), limit, wire, key);
}
template <class Wire, class Row, class Key>
[[nodiscard]] List<Wire> make_page(const Parts& parts, const std::string& list, std::vector<Row> rows,
                                   std::size_t limit, Wire (*wire)(Row), Key (*key)(const Row&)) {
    return detail::page_of<Wire>(parts, list, std::move(rows), limit, wire, key);
}

template <class Wire>
[[nodiscard]] Response list_reply(const List<Wire>& list) {
    json::Writer w(false);
    w.reserve(list.items.size() * usual_item + 256);
    w.open('{');
    w.key("items");
    json::write(w, list.items);
    w.key("next_cursor");
    json::write(w, list.next_cursor);
    w.close('}');
    return http::text_reply(200, "application/json", w.take());
}

/// With the entity tag of its version.
template <class Wire>
[[nodiscard]] Response versioned_reply(int status, const Wire& wire, std::int64_t version) {
    Response out = http::json_reply(status, wire);
    out.set_header("ETag", http::etag_of(version));
    return out;
}

}  // namespace headway::api

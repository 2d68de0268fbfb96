// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "http/refusal.hpp"
#include "http/request.hpp"
#include "json/json.hpp"

namespace headway::http {

enum class Role : std::uint8_t { anonymous, user, admin };

/// Who asks, as the function given to the server found out; request_id and deadline are the server's.
struct Caller {
    std::string user_id;
    Role role = Role::anonymous;
    std::string session_id;
    std::string request_id;
    bool by_token = false;  ///< A bearer token, which no browser sends by itself.
    Timestamp deadline;     ///< Behind it the client has its answer already: work may stop.
    /// Bookkeeping that the answer need not wait for, such as prolonging a session: the server runs it on its
    /// pool.
    std::function<void()> afterwards;
};

/// Decoded names and values in the order of the URL.
using Values = std::vector<std::pair<std::string, std::string>>;

/// One request as a handler sees it.
class Call {
  public:
    Call() = default;
    Call(Request r, Caller c, Values path_values, Values query)
        : request(std::move(r)),
          caller(std::move(c)),
          path_values_(std::move(path_values)),
          query_(std::move(query)) {}

    Request request;
    Caller caller;

    /// What stood in the place of "{name}" of the route's pattern, decoded, valid UTF-8; empty when the
    /// pattern has no such place.
    [[nodiscard]] std::string_view path_value(std::string_view name) const;

    /// The first value of that name, decoded, valid UTF-8.
    [[nodiscard]] std::optional<std::string> query_value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> query_values(std::string_view name) const;
    /// `invalid`, naming the parameter, when it is no whole number in min..max.
    [[nodiscard]] Result<std::optional<std::int64_t>> query_number(std::string_view name, std::int64_t min,
                                                                   std::int64_t max) const;
    /// `invalid` when the query has a parameter that is not in the list: a typing error must not be ignored.
    [[nodiscard]] Result<void> only_query(std::initializer_list<std::string_view> names) const;

    /// The JSON body as a described struct. 415 when it is of another content type; `invalid` with the path
    /// of the field when it is not of that shape.
    template <class T>
    [[nodiscard]] Answer<T> body() const {
        if (auto ok = expect_json(); !ok) return pass_on(ok);
        return json::from_json<T>(request.body);
    }

  private:
    [[nodiscard]] Answer<void> expect_json() const;

    Values path_values_;
    Values query_;
};

}  // namespace headway::http

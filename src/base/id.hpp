// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway {

/// The id of one kind of thing; ids of different kinds do not mix. On the wire and in the database it is the
/// text of a UUID (RFC 9562), 36 characters in lower case.
template <class Kind>
struct Id {
    std::string value;

    [[nodiscard]] bool empty() const { return value.empty(); }
    friend auto operator<=>(const Id&, const Id&) = default;
};

/// A new UUID of version 7: 48 bits of Unix milliseconds, then random bits from the operating system. Those
/// of one process ascend, also within a millisecond, so that sorting by id sorts by creation.
[[nodiscard]] std::string make_uuid();

template <class Kind>
[[nodiscard]] Id<Kind> make_id() {
    return Id<Kind>{make_uuid()};
}

/// Whether `text` is a UUID as this program writes them: 8-4-4-4-12 lower-case hexadecimal digits.
[[nodiscard]] bool is_uuid(std::string_view text);

/// Takes an id from outside. Anything else than a UUID names nothing, hence `not_found`.
template <class Kind>
[[nodiscard]] Result<Id<Kind>> parse_id(std::string_view text) {
    if (!is_uuid(text)) return fail(ErrorCode::not_found, "there is nothing with this id");
    return Id<Kind>{std::string(text)};
}

/// `bytes` random bytes from the operating system as base64url without padding: for secrets and tokens.
[[nodiscard]] std::string make_secret(std::size_t bytes);

}  // namespace headway

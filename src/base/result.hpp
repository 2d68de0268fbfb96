// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <utility>

#include "base/error.hpp"

namespace headway {

/// A value or the reason why there is none. Mark functions that return it [[nodiscard]].
template <class T>
using Result = std::expected<T, Error>;

/// Shorthand for the failing side of a Result.
[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string what, std::string where = {},
                                                 std::string fix = {}) {
    return std::unexpected(Error{code, std::move(what), std::move(where), std::move(fix)});
}

/// Passes on the error of a failed Result of another type.
template <class T>
[[nodiscard]] std::unexpected<Error> pass_on(Result<T>& failed) {
    return std::unexpected(std::move(failed.error()));
}

}  // namespace headway

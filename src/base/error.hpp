// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace headway {

/// The closed set of reasons for which something may fail. Everything that meets a user maps from here:
/// command line exit codes today, HTTP statuses in the server.
enum class ErrorCode {
    invalid,
    unauthenticated,
    forbidden,
    not_found,
    conflict,
    too_large,
    rate_limited,
    unavailable,
    internal,
};

[[nodiscard]] std::string_view to_string(ErrorCode code);

/// A failure as a person should read it. `what` says what is wrong, `where` names the place (a file, a line,
/// an option; may be empty), `fix` says what to do about it (may be empty). None ends with a newline.
struct Error {
    ErrorCode code = ErrorCode::internal;
    std::string what;
    std::string where;
    std::string fix;

    /// One sentence: "where: what. fix".
    [[nodiscard]] std::string message() const;
};

}  // namespace headway

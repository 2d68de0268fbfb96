// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <expected>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "http/request.hpp"

namespace headway::http {

/// What is wrong with one field of the input; `field` is a path such as "skills[3].level".
struct FieldError {
    std::string field;
    std::string message;
};

/// Why a request is not answered with what it asked for. Any Error converts to one; the others are for the
/// statuses that the closed set of error codes does not have.
struct Refusal {
    Refusal(Error e) : error(std::move(e)) {}  // NOLINT(google-explicit-constructor): every Error is one
    Refusal(int exact_status, Error e) : error(std::move(e)), status(exact_status) {}

    Error error;
    int status = 0;                  ///< 0: the one that belongs to error.code.
    std::vector<FieldError> fields;  ///< Beside error.where, when that is a field path itself.
    Headers headers;                 ///< Go out with the reply, e.g. Retry-After.
};

/// A value or a refusal. A Result converts to it, so handlers may return either.
template <class T>
using Answer = std::expected<T, Refusal>;

/// Found beside headway::pass_on, by the namespace of Refusal.
template <class T>
[[nodiscard]] std::unexpected<Refusal> pass_on(Answer<T>& failed) {
    return std::unexpected(std::move(failed.error()));
}

[[nodiscard]] inline std::unexpected<Refusal> refuse(int status, ErrorCode code, std::string what,
                                                     std::string where = {}, std::string fix = {}) {
    return std::unexpected(Refusal(status, Error{code, std::move(what), std::move(where), std::move(fix)}));
}

}  // namespace headway::http

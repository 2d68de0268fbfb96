// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.hpp"

namespace headway {

std::string_view to_string(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid:
            return "invalid";
        case ErrorCode::unauthenticated:
            return "unauthenticated";
        case ErrorCode::forbidden:
            return "forbidden";
        case ErrorCode::not_found:
            return "not_found";
        case ErrorCode::conflict:
            return "conflict";
        case ErrorCode::too_large:
            return "too_large";
        case ErrorCode::rate_limited:
            return "rate_limited";
        case ErrorCode::unavailable:
            return "unavailable";
        case ErrorCode::internal:
            return "internal";
    }
    return "internal";
}

std::string Error::message() const {
    std::string out;
    if (!where.empty()) out += where + ": ";
    out += what;
    if (!fix.empty()) out += ". " + fix;
    return out;
}

}  // namespace headway

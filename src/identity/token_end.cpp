// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/token_end.hpp"

#include <chrono>

namespace headway::identity {
namespace {

constexpr std::chrono::seconds slack{60};
constexpr double latest_second = 253'402'300'799;  // 9999-12-31

}  // namespace

std::optional<Timestamp> end_of(const Token& token) {
    const auto seconds = token.claims.root()["exp"].number();
    if (!seconds || *seconds < 0 || *seconds > latest_second) return std::nullopt;
    return Timestamp{static_cast<std::int64_t>(*seconds * 1e6)} + slack;
}

}  // namespace headway::identity

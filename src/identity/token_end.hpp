// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "base/clock.hpp"
#include "identity/token.hpp"

namespace headway::identity {

/// When a token ends by its own word, with the minute by which clocks may differ; none where it does not say.
[[nodiscard]] std::optional<Timestamp> end_of(const Token& token);

}  // namespace headway::identity

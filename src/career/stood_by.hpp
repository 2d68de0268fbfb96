// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "career/clause.hpp"
#include "career/mention.hpp"
#include "career/reading.hpp"

namespace headway::career {

/// The tokens of a sentence that its writer stands by: all where nothing is denied or hoped for; where only
/// its end says that something is not there ("Purged stainless, no sugar inside", "counted every day instead
/// of in December"), what stands before that; otherwise none, since closeness in meaning cannot tell what a
/// denial takes back.
[[nodiscard]] TokenRange stood_by(const Reading& reading, std::span<const Mention> named,
                                  std::uint32_t sentence);

}  // namespace headway::career

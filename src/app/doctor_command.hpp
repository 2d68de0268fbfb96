// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.hpp"
#include "app/streams.hpp"

namespace headway::app {

enum class DoctorFormat : std::uint8_t { text, json };

/// Looks at everything that a server needs, changes nothing, and says how to mend what is not well. `done`
/// when nothing fails (warnings may remain), else our_fault.
[[nodiscard]] int run_doctor(const SettingValues& settings, DoctorFormat format, Streams& streams);

}  // namespace headway::app

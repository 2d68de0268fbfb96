// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/streams.hpp"
#include "base/error.hpp"

namespace headway::app {

/// Prints the error as one line on the error stream and gives its exit code: unreadable_input for what the
/// user can mend in the input, our_fault for the rest.
int report_failure(Streams& streams, const Error& error);

/// The same of a setting that cannot be; returns wrong_usage.
[[nodiscard]] int report_wrong_setting(Streams& streams, const Error& error);

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headway::app {

/// Standard output is a terminal, NO_COLOR is not set and TERM is not "dumb".
[[nodiscard]] bool wants_colour();

/// Columns of the terminal, 100 when output goes elsewhere; at least 60, at most 160.
[[nodiscard]] int terminal_width();

}  // namespace headway::app

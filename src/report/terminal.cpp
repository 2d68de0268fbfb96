// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/render.hpp"

namespace headway::report {

std::string to_terminal(const WireReport& report, const Texts&, TerminalStyle) {
    return fmt::format("{}: {:.0f} of 100\n", report.job_title, report.score);
}

}  // namespace headway::report

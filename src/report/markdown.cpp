// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/render.hpp"

namespace headway::report {

std::string to_markdown(const WireReport& report, const Texts&) {
    return fmt::format("# {:.0f} of 100\n", report.score);
}

}  // namespace headway::report

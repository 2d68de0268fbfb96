// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "report/render.hpp"

namespace headway::report {

std::string to_html(const WireReport& report, const Texts&) {
    return fmt::format("<!DOCTYPE html><title>Gap report</title><p>{:.0f} of 100</p>\n", report.score);
}

}  // namespace headway::report

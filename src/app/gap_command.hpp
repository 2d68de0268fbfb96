// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/setting.hpp"
#include "app/streams.hpp"

namespace headway::app {

enum class GapFormat { text, json, markdown, html };

struct GapOptions {
    std::string resume;
    std::string job;
    std::string occupation;  ///< O*NET-SOC code; empty to find it from the title
    GapFormat format = GapFormat::text;
    std::string language = "en";  ///< Of text, md and html.
    SettingValues settings = {};  ///< Of how documents are read.
};

/// `headway gap RESUME JOB [--occupation SOC] [--format text|json|md|html] [--language en|de]`.
[[nodiscard]] int run_gap(const GapOptions& options, Streams& streams);

}  // namespace headway::app

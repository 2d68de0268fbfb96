// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/setting.hpp"
#include "app/streams.hpp"

namespace headway::app {

struct SkillsOptions {
    std::string file;
    bool job = false;  ///< Read it as a job ad.
    bool json = false;
    SettingValues settings = {};  ///< Of how documents are read.
};

/// `headway skills FILE [--as resume|job] [--json]`.
[[nodiscard]] int run_skills(const SkillsOptions& options, Streams& streams);

}  // namespace headway::app

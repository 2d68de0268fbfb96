// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "app/setting.hpp"
#include "document/document.hpp"

namespace headway::app {

/// A setting of how documents are read, which server, worker and the commands that read documents share.
struct ReadingSetting {
    Setting setting;
    /// False when the value cannot be.
    bool (*take)(document::Limits& limits, const std::string& value);
};
[[nodiscard]] const std::vector<ReadingSetting>& reading_settings();

}  // namespace headway::app

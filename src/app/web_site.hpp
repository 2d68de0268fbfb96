// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "http/static_site.hpp"

namespace headway::app {

/// The web app: the files of `folder`, or when that is empty what was built into the program. Nothing when
/// the program was built without a web app.
[[nodiscard]] Result<std::optional<http::StaticSite>> open_web_site(const std::string& folder);

}  // namespace headway::app

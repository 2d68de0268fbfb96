// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/parts.hpp"

namespace headway::api {

/// Which language model a person's questions go to.
void add_model_settings_routes(http::Router& router, const Parts& parts);

}  // namespace headway::api

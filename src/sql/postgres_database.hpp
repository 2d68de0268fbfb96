// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "sql/database.hpp"

namespace headway::sql {

[[nodiscard]] Result<std::unique_ptr<Database>> open_postgres(const Settings& settings);

}  // namespace headway::sql

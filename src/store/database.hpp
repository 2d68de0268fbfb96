// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/database.hpp"

namespace headway::store {

using sql::Connection;
using sql::Database;

}  // namespace headway::store

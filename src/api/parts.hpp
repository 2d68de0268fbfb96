// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "base/clock.hpp"
#include "files/file_store.hpp"
#include "flows/knowledge.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "store/database.hpp"
#include "work/run_waiter.hpp"

namespace headway::api {

/// What whoever runs the server decided for everybody.
struct Policy {
    bool registration_open = true;
    std::string public_origin;  ///< For links that leave the app; may be empty.
    bool secure_cookies = false;
    std::int64_t session_days = 30;
    std::size_t upload_bytes = std::size_t{20} << 20U;
    std::string data_folder;  ///< Whose disk is watched; empty: none is.
};

/// What handlers are made of. Lives longer than the server.
struct Parts {
    sql::Database& database;
    files::FileStore& files;
    const flows::Knowledge& knowledge;
    work::RunWaiter& waiter;
    http::CursorKey cursors;
    Clock clock;
    Policy policy;
};

}  // namespace headway::api

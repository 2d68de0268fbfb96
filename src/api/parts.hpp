// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "files/file_store.hpp"
#include "flows/job_ranking.hpp"
#include "flows/models.hpp"
#include "flows/pathways.hpp"
#include "flows/send_letter.hpp"
#include "http/page.hpp"
#include "http/router.hpp"
#include "identity/issuer.hpp"
#include "store/database.hpp"
#include "work/run_waiter.hpp"

namespace headway::api {

/// What the first sign-in of somebody by the issuer may do.
struct SignInPolicy {
    std::string name;                  ///< Of the issuer, on the button.
    bool links = true;                 ///< Open an account that has the same, proved address.
    bool creates = false;              ///< Make an account.
    std::vector<std::string> domains;  ///< Of addresses; empty: any.
};

/// What whoever runs the server decided for everybody.
struct Policy {
    bool registration_open = true;
    std::string public_origin;  ///< For links that leave the app; may be empty.
    bool secure_cookies = false;
    std::int64_t session_days = 30;
    std::size_t upload_bytes = std::size_t{20} << 20U;
    SignInPolicy sign_in;
    std::string data_folder;  ///< Whose disk is watched; empty: none is.
};

/// What handlers are made of. Lives longer than the server.
struct Parts {
    sql::Database& database;
    files::FileStore& files;
    const flows::Knowledge& knowledge;
    work::RunWaiter& waiter;
    flows::JobRanking& ranking;
    const flows::Models& models;
    flows::Pathways& pathways;
    http::CursorKey cursors;
    Clock clock;
    Policy policy;
    identity::Issuer* issuer = nullptr;  ///< Of sign-ins; null: none is configured.
    const flows::Mail* mail = nullptr;   ///< Null: no mail server is configured.
};

}  // namespace headway::api

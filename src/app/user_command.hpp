// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "app/configuration.hpp"
#include "app/streams.hpp"

namespace headway::app {

struct UserOptions {
    std::string email;
    std::string name;
    bool admin = false;
};
/// Makes an account; its password is the first line of standard input, or made and printed when that is
/// empty.
[[nodiscard]] int run_user_add(const SettingValues& settings, const UserOptions& options, Streams& streams);

}  // namespace headway::app

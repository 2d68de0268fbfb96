// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "api/chat_turns.hpp"
#include "api/events.hpp"
#include "api/landing.hpp"
#include "api/parts.hpp"
#include "api/passwords.hpp"
#include "flows/described_skills.hpp"
#include "flows/gather_jobs.hpp"
#include "http/origin.hpp"

namespace headway::api {

/// The whole table. Everything given must outlive the router, but for `origins`: which pages may send to
/// agents' door.
void add_routes(http::Router& router, const Parts& parts, const Passwords& passwords, LiveEvents& live,
                ChatTurns& turns, const Samples& samples, const flows::Outside& outside,
                flows::SkillFinder& finder, std::shared_ptr<http::Metrics> metrics,
                const http::Origins& origins);

}  // namespace headway::api

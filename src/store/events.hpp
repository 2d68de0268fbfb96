// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "sql/database.hpp"

/// What changed for a person, in order, for those who listen now and those who come back. Each is notified on
/// the channel "events" with the person's id.
namespace headway::store {

inline constexpr std::string_view events_channel = "events";

struct Event {
    std::string id;  ///< Ascends in the order of writing.
    std::string name;
    std::string subject_id;  ///< What it is about: a run, a report …
};
BOOST_DESCRIBE_STRUCT(Event, (), (id, name, subject_id))

[[nodiscard]] Result<void> add_event(sql::Connection& c, std::string_view owner, std::string_view name,
                                     std::string_view subject_id, Timestamp at);
/// Oldest first, those after the id `after`.
[[nodiscard]] Result<std::vector<Event>> list_events(sql::Connection& c, std::string_view owner,
                                                     std::string_view after, std::size_t limit);
/// Whether the event is still kept; then all later ones are, too.
[[nodiscard]] Result<bool> is_kept(sql::Connection& c, std::string_view owner, std::string_view id);
/// The id of the newest; empty when there is none.
[[nodiscard]] Result<std::string> latest_event(sql::Connection& c, std::string_view owner);

}  // namespace headway::store

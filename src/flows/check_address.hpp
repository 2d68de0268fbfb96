// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <chrono>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "flows/gather_jobs.hpp"
#include "flows/knowledge.hpp"
#include "store/database.hpp"

namespace headway::flows {

/// How long an address is waited for, with all its redirects.
inline constexpr std::chrono::milliseconds address_patience{10'000};

/// What came of asking an address.
struct AddressLook {
    std::string state;                ///< reachable (2xx), unreachable
    std::optional<std::string> host;  ///< That answered in the end.
    std::optional<std::string> note;  ///< Why it is not reachable: a sentence.
};

/// Asks for the head of a page, on the way by which boards are asked; nothing of its body is read.
/// `unavailable` only when `go_on` stopped it.
[[nodiscard]] Result<AddressLook> look_at_address(const Outside& outside, const std::string& url,
                                                  const net::GoOn& go_on,
                                                  std::chrono::milliseconds patience = address_patience);

/// The stored input of the run that looks at the address of a learning item.
struct CheckInput {
    std::string learning_item_id;
};
BOOST_DESCRIBE_STRUCT(CheckInput, (), (learning_item_id))

/// Looks at the address of an item that a model proposed and stores what came of it. not_found for an item
/// that is not there, invalid for one of the corpus.
[[nodiscard]] Result<AddressLook> check_item_address(sql::Database& database, const Outside& outside,
                                                     const Clock& clock, const std::string& owner,
                                                     const CheckInput& input, const net::GoOn& go_on);

/// As provenance of such a run.
[[nodiscard]] Provenance provenance_of(const Knowledge& knowledge, const AddressLook& look);

}  // namespace headway::flows

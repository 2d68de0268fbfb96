// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "api/handler.hpp"
#include "store/proposals.hpp"

namespace headway::api {

/// Does what is proposed and keeps that it was done, once: a proposal that was confirmed before is given back
/// as it is; one that was dismissed is a conflict. A task, a note and a job come to be in the transaction
/// that ends the proposal; saving a job and making a report twice changes nothing, so they go before it.
[[nodiscard]] Answer<store::Proposal> confirm_proposal(const Parts& parts, const std::string& owner,
                                                       store::Proposal proposal);

/// Ends an open proposal, here and in the row; tells the person's pages. Conflict when it was decided
/// otherwise.
[[nodiscard]] Answer<void> end_proposal(const Parts& parts, sql::Connection& c, const std::string& owner,
                                        store::Proposal& proposal, const std::string& state,
                                        const std::optional<std::string>& made_id);

/// The address of a job to be added; may be empty.
[[nodiscard]] Answer<void> check_job_address(const std::string& url);

}  // namespace headway::api

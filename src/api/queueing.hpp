// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "api/handler.hpp"
#include "store/runs.hpp"

namespace headway::api {

/// A new run of a kind; `input` is its JSON.
[[nodiscard]] store::Run make_run(const Parts& parts, const std::string& owner, std::string kind,
                                  std::string subject_id, std::string input);

/// The run once it has ended or patience has.
[[nodiscard]] Answer<store::Run> wait_for(const Parts& parts, const std::string& owner,
                                          const std::string& run_id);

}  // namespace headway::api

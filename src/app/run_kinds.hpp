// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "api/parts.hpp"
#include "document/document.hpp"
#include "flows/gather_jobs.hpp"
#include "work/kind.hpp"

namespace headway::app {

/// Every kind of background work, bound to what it works with, which must outlive the worker.
[[nodiscard]] std::vector<work::Kind> run_kinds(const api::Parts& parts, const flows::Outside& outside,
                                                const document::Limits& reading);

}  // namespace headway::app

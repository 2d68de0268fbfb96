// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "api/parts.hpp"
#include "work/kind.hpp"

namespace headway::app {

/// Every kind of background work, bound to the parts, which must outlive the worker.
[[nodiscard]] std::vector<work::Kind> run_kinds(const api::Parts& parts);

}  // namespace headway::app

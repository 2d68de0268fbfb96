// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/aimock.hpp"

namespace headway::test {

std::unique_ptr<Aimock> Aimock::start(const std::string& fixtures) {
    if (!Counterpart::has_package("@copilotkit/aimock")) return nullptr;
    std::unique_ptr<Aimock> out(new Aimock());
    out->server_.emplace(
        Counterpart::node("tests/support/aimock.mjs", out->folder_.write("fixtures.json", fixtures)));
    return out;
}

}  // namespace headway::test

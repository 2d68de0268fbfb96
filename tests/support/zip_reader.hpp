// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace headway::test {

/// The files of a zip archive by path; empty when it cannot be read.
[[nodiscard]] std::map<std::string, std::string> read_zip(std::string_view bytes);

}  // namespace headway::test

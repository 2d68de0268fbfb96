// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace headway::flows {

/// A file of an archive; `path` uses '/', is relative and has no "..".
struct ZipEntry {
    std::string path;
    std::string bytes;
};

/// The bytes of a zip archive with these files, in this order.
[[nodiscard]] Result<std::string> make_zip(const std::vector<ZipEntry>& entries);

}  // namespace headway::flows

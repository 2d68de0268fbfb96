// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ontology/source.hpp"

namespace headway::ontology {

/// Where a Source takes its files from; only source.cpp and zip_source.cpp know it.
struct Source::Store {
    virtual ~Store() = default;
    /// At most `room` bytes.
    [[nodiscard]] virtual Result<std::string> read(const std::string& name, std::size_t room) = 0;

    std::string path;
    std::vector<std::string> names;  // sorted
    SourceLimits limits;
    std::size_t used = 0;  // bytes handed out so far
};

/// Opens a .zip and lists it; refuses what breaks the limits by its own directory.
[[nodiscard]] Result<std::unique_ptr<Source::Store>> open_zip(const std::string& path,
                                                              const SourceLimits& limits);

}  // namespace headway::ontology

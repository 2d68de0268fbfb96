// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/configuration.hpp"
#include "files/file_store.hpp"

namespace headway::app {

/// Whoever is asked can see who asks, and whom to turn to.
[[nodiscard]] std::string user_agent(const Configuration& configuration);

/// Where uploaded bytes lie: the bucket when one is set, else "files" in the folder.
[[nodiscard]] Result<std::unique_ptr<files::FileStore>> open_files(const Configuration& configuration);

/// One of the two, whichever is in use. The bucket: `invalid` when none is set.
enum class FilePlace : std::uint8_t { folder, s3 };
[[nodiscard]] Result<std::unique_ptr<files::FileStore>> open_files(const Configuration& configuration,
                                                                   FilePlace place);

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stored_files.hpp"

#include <fmt/format.h>

#include "app/version.hpp"
#include "files/folder_store.hpp"
#include "files/s3_store.hpp"

namespace headway::app {

std::string user_agent(const Configuration& c) {
    return fmt::format("Headway/{} (career planner{}{})", program_version,
                       c.public_origin.empty() ? "" : "; +", c.public_origin);
}

Result<std::unique_ptr<files::FileStore>> open_files(const Configuration& c, FilePlace place) {
    if (place == FilePlace::folder) return files::FolderStore::open(c.folder + "/files");
    if (c.s3.bucket.empty())
        return fail(ErrorCode::invalid, "no bucket is set", "s3-bucket",
                    "Set it, with s3-access-key and s3-secret-key");
    files::S3Settings settings = c.s3;
    settings.user_agent = user_agent(c);
    return files::S3Store::open(std::move(settings));
}

Result<std::unique_ptr<files::FileStore>> open_files(const Configuration& c) {
    return open_files(c, c.s3.bucket.empty() ? FilePlace::folder : FilePlace::s3);
}

}  // namespace headway::app

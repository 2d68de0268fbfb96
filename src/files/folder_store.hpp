// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "files/file_store.hpp"

namespace headway::files {

/// Files in a folder of this machine. Readable by the program's user only; written beside and renamed, with
/// the folder synced, so that a crash leaves the old file or the new one.
class FolderStore final : public FileStore {
  public:
    /// Makes the folder when it is not there. unavailable when it cannot be written.
    [[nodiscard]] static Result<std::unique_ptr<FolderStore>> open(const std::string& folder);

    [[nodiscard]] Result<void> put(const std::string& key, std::string_view bytes,
                                   std::string_view media_type) override;
    [[nodiscard]] Result<std::string> get(const std::string& key) override;
    [[nodiscard]] Result<std::string> get_part(const std::string& key, std::uint64_t offset,
                                               std::uint64_t length) override;
    [[nodiscard]] Result<std::optional<StoredFile>> find(const std::string& key) override;
    [[nodiscard]] Result<void> remove(const std::string& key) override;
    /// None: the server hands the bytes out itself.
    [[nodiscard]] std::optional<std::string> download_url(const std::string&, std::string_view,
                                                          int) override {
        return std::nullopt;
    }
    [[nodiscard]] Result<void> check() override;
    [[nodiscard]] std::string place() const override { return "in the folder " + folder_; }

  private:
    explicit FolderStore(std::string folder) : folder_(std::move(folder)) {}
    [[nodiscard]] Result<std::string> path_of(const std::string& key) const;

    std::string folder_;
};

}  // namespace headway::files

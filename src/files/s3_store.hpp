// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <mutex>
#include <optional>

#include "files/file_store.hpp"
#include "files/s3_client.hpp"

namespace headway::files {

/// Files in a bucket. Each carries the SHA-256 of its bytes with it, which is looked at when it is read
/// whole, and the CRC-32C of its blocks for when a part is read; on its way there the signature and
/// Content-MD5 cover it. What comes back altered is asked for once more, then refused.
class S3Store final : public FileStore {
  public:
    /// Asks nothing yet. `invalid` for settings that cannot be.
    [[nodiscard]] static Result<std::unique_ptr<S3Store>> open(S3Settings settings);

    [[nodiscard]] Result<void> put(const std::string& key, std::string_view bytes,
                                   std::string_view media_type) override;
    [[nodiscard]] Result<std::string> get(const std::string& key) override;
    [[nodiscard]] Result<std::string> get_part(const std::string& key, std::uint64_t offset,
                                               std::uint64_t length) override;
    [[nodiscard]] Result<std::optional<StoredFile>> find(const std::string& key) override;
    /// Also ends uploads in parts that a killed program had begun.
    [[nodiscard]] Result<void> remove(const std::string& key) override;
    [[nodiscard]] std::optional<std::string> download_url(const std::string& key,
                                                          std::string_view disposition, int seconds) override;
    [[nodiscard]] Result<void> check() override;
    [[nodiscard]] std::string place() const override;

  private:
    explicit S3Store(S3Client client) : client_(std::move(client)) {}
    [[nodiscard]] Result<void> put_in_parts(const std::string& key, std::string_view bytes, Pairs headers);
    [[nodiscard]] Result<std::string> put_part(const std::string& key, const std::string& upload, int number,
                                               std::string_view bytes);
    [[nodiscard]] Result<void> complete(const std::string& key, const std::string& upload,
                                        const std::string& parts, const std::string& sha256);
    [[nodiscard]] Result<void> abandon(const std::string& key, const std::string& upload);
    /// The head of an object; none where there is no such object.
    [[nodiscard]] Result<std::optional<net::Response>> head(const std::string& key);
    [[nodiscard]] Result<void> check_now();

    S3Client client_;
    std::mutex mutex_;  ///< Of what check() found.
    std::optional<Result<void>> found_;
    std::chrono::steady_clock::time_point found_at_;
};

}  // namespace headway::files

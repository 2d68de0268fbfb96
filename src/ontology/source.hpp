// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace headway::ontology {

/// What a release may weigh; more is refused as too_large before it is unpacked. The largest official file is
/// 21 MB.
struct SourceLimits {
    std::size_t files = 512;
    std::size_t file_bytes = std::size_t{256} << 20U;
    std::size_t total_bytes = std::size_t{768} << 20U;
    std::size_t ratio = 200;  ///< Unpacked to packed size of an entry above 1 MiB.
};

/// A release of a framework as it was downloaded: a folder of files, or a .zip whose files may lie in one
/// folder or several. Files are known by their last name; a .zip with the same name twice is refused.
class Source {
  public:
    [[nodiscard]] static Result<Source> open(const std::string& path, const SourceLimits& limits = {});

    Source(Source&&) noexcept;
    Source& operator=(Source&&) noexcept;
    ~Source();

    [[nodiscard]] const std::string& path() const;
    /// The last part of the path without ".zip", from which a release can be told.
    [[nodiscard]] std::string label() const;
    /// Sorted; only the files, only of this folder itself.
    [[nodiscard]] const std::vector<std::string>& names() const;
    [[nodiscard]] bool has(std::string_view name) const;
    /// The whole of one file; counts against the limits.
    [[nodiscard]] Result<std::string> read(const std::string& name);

    struct Store;

  private:
    explicit Source(std::unique_ptr<Store> store);
    std::unique_ptr<Store> store_;
};

}  // namespace headway::ontology

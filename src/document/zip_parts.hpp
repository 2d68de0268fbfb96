// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct zip;

namespace headway::document {

/// The parts of a ZIP archive in memory, unpacked on demand within a common budget of bytes.
class ZipParts {
  public:
    /// `bytes` must outlive the object. Fails with invalid when the archive is damaged.
    [[nodiscard]] static Result<ZipParts> open(std::string_view bytes, const std::string& name,
                                               std::size_t budget);

    [[nodiscard]] bool has(const std::string& part) const;
    /// Nothing when there is no such part; invalid when it is encrypted or damaged; too_large over the
    /// budget.
    [[nodiscard]] Result<std::optional<std::string>> find_part(const std::string& part);
    /// Whether a part whose path starts with `prefix` exists.
    [[nodiscard]] bool has_prefix(std::string_view prefix) const;

  private:
    struct Close {
        void operator()(zip* archive) const;
    };
    ZipParts(zip* archive, std::string name, std::size_t budget);

    std::unique_ptr<zip, Close> archive_;
    std::string name_;
    std::size_t budget_;
};

}  // namespace headway::document

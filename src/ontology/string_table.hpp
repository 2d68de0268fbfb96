// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace headway::ontology {

/// Collects texts and lays each out once, NUL-terminated; a text that is the tail of another lies inside it
/// ("React" in "43232408:React"). The order is that of first use, so that equal input gives equal bytes. The
/// views must outlive the table.
class StringTable {
  public:
    void add(std::string_view text);
    /// Fixes the offsets; nothing may be added afterwards.
    void lay_out();
    /// Offset of a text that was added.
    [[nodiscard]] std::uint32_t at(std::string_view text) const;
    /// Whether a text holds a NUL byte, which the format cannot carry.
    [[nodiscard]] bool has_nul() const { return has_nul_; }
    /// Begins with the empty text and ends with NUL.
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    std::vector<std::string_view> texts_;
    std::unordered_map<std::string_view, std::uint32_t> places_;  // index while collecting, then offset
    std::string bytes_;
    bool has_nul_ = false;
};

}  // namespace headway::ontology

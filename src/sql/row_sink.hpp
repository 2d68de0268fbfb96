// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::sql {

/// A value as a database hands it out, nothing copied: text and bytes are there until the next row.
struct Cell {
    enum class Kind : std::uint8_t { null, boolean, integer, real, text, bytes };
    Kind kind = Kind::null;
    std::int64_t integer = 0;  ///< Of a boolean: 0 or 1.
    double real = 0;
    std::string_view text;  ///< Of text and bytes.
};

/// The row that a statement stands on.
class RowView {
  public:
    virtual ~RowView() = default;
    [[nodiscard]] virtual Cell cell(std::size_t column) const = 0;
};

/// Takes the rows of one statement as they come. It must not use the session that they come from; an error
/// ends the statement and is its result.
class RowSink {
  public:
    virtual ~RowSink() = default;
    /// Called once, before any row, also when there is none; no columns: the statement gives no rows.
    [[nodiscard]] virtual Result<void> begin(std::span<const std::string> columns) = 0;
    [[nodiscard]] virtual Result<void> row(const RowView& row) = 0;
};

}  // namespace headway::sql

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "sql/value.hpp"

namespace headway::sql {

enum class Dialect : std::uint8_t { sqlite, postgres };

/// What a statement gave. Cells lie row after row.
struct Table {
    /// Names of the columns; shared with the statement, which keeps them from one execution to the next.
    std::shared_ptr<const std::vector<std::string>> names;
    std::vector<Value> cells;
    std::int64_t changed = 0;  ///< Rows that an insert, update or delete touched.

    [[nodiscard]] std::span<const std::string> columns() const {
        return names ? std::span<const std::string>(*names) : std::span<const std::string>();
    }
    [[nodiscard]] std::size_t rows() const { return columns().empty() ? 0 : cells.size() / columns().size(); }
};

/// One session with a database, of one thread at a time. The two implementations are sqlite_session and
/// postgres_session.
class Session {
  public:
    virtual ~Session() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;
    /// One statement with parameters $1 … $n. Prepared on first use and kept.
    [[nodiscard]] virtual Result<Table> execute(std::string_view sql, std::span<const Value> parameters) = 0;
    /// Several statements without parameters.
    [[nodiscard]] virtual Result<void> script(std::string_view sql) = 0;
};

/// `invalid` for text that is not valid UTF-8 or holds NUL, which PostgreSQL cannot store.
[[nodiscard]] Result<void> check_parameters(std::span<const Value> parameters);

}  // namespace headway::sql

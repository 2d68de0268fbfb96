// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "sql/value.hpp"

namespace headway::sql {

enum class Dialect : std::uint8_t { sqlite, postgres };

/// One session with a database, of one thread at a time. The two implementations are sqlite_session and
/// postgres_session.
class Session {
  public:
    virtual ~Session() = default;
    [[nodiscard]] virtual Dialect dialect() const = 0;
    /// One statement with parameters $1 … $n. Prepared on first use and kept.
    /// How many rows an insert, update or delete touched.
    [[nodiscard]] virtual Result<std::int64_t> execute(std::string_view sql,
                                                       std::span<const Value> parameters, RowSink& sink) = 0;
    /// Several statements without parameters.
    [[nodiscard]] virtual Result<void> script(std::string_view sql) = 0;
};

/// `invalid` for text that is not valid UTF-8 or holds NUL, which PostgreSQL cannot store.
[[nodiscard]] Result<void> check_parameters(std::span<const Value> parameters);

}  // namespace headway::sql

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <unordered_map>

#include "sql/session.hpp"

struct pg_conn;
struct pg_result;

namespace headway::sql {

/// A session with a PostgreSQL server.
class PostgresSession final : public Session {
  public:
    [[nodiscard]] static Result<std::unique_ptr<PostgresSession>> open(const std::string& url,
                                                                       bool survive_power_cuts);
    PostgresSession(const PostgresSession&) = delete;
    PostgresSession& operator=(const PostgresSession&) = delete;
    ~PostgresSession() override;

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
    [[nodiscard]] Result<std::int64_t> execute(std::string_view sql, std::span<const Value> parameters,
                                               RowSink& sink) override;
    [[nodiscard]] Result<void> script(std::string_view sql) override;

    /// Ends a transaction; an error when one of its statements had failed, as nothing of it is kept then.
    [[nodiscard]] Result<void> commit();

    /// The connection is lost; the session is of no more use.
    [[nodiscard]] bool lost() const;
    /// The last error was a serialization failure or a deadlock: the transaction may be tried again.
    [[nodiscard]] bool may_try_again() const { return try_again_; }
    [[nodiscard]] pg_conn* handle() const { return handle_; }

  private:
    PostgresSession() = default;
    [[nodiscard]] Result<std::string> prepared(std::string_view sql);
    [[nodiscard]] std::unexpected<Error> failure(const pg_result* result);

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
    };
    pg_conn* handle_ = nullptr;
    std::unordered_map<std::string, std::string, Hash, std::equal_to<>> statements_;  ///< SQL to name
    bool try_again_ = false;
};

}  // namespace headway::sql

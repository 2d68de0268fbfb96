// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "sql/session.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace headway::sql {

enum class Access : std::uint8_t { read_only, read_write };

/// A session with a SQLite file.
class SqliteSession final : public Session {
  public:
    [[nodiscard]] static Result<std::unique_ptr<SqliteSession>> open(const std::string& path, Access access,
                                                                     std::chrono::milliseconds busy,
                                                                     bool survive_power_cuts);
    SqliteSession(const SqliteSession&) = delete;
    SqliteSession& operator=(const SqliteSession&) = delete;
    ~SqliteSession() override;

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    [[nodiscard]] Result<std::int64_t> execute(std::string_view sql, std::span<const Value> parameters,
                                               RowSink& sink) override;
    [[nodiscard]] Result<void> script(std::string_view sql) override;
    /// An online copy of the whole database.
    [[nodiscard]] Result<void> copy_to(const std::string& path);

  private:
    SqliteSession() = default;
    /// A statement and what is asked about it every time.
    struct Prepared {
        sqlite3_stmt* statement = nullptr;
        std::vector<int> places;  ///< Where SQLite has parameter $1, $2 …; 0: the statement does not use it.
        std::vector<std::string> columns;
        int reprepared = -1;  ///< How often SQLite had compiled it anew when the columns were read.
    };
    [[nodiscard]] Result<Prepared*> prepared(std::string_view sql);
    static void read_columns(Prepared& p);
    [[nodiscard]] std::unexpected<Error> failure() const;

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
    };
    sqlite3* handle_ = nullptr;
    std::unordered_map<std::string, Prepared, Hash, std::equal_to<>> statements_;
};

}  // namespace headway::sql

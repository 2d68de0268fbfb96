// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/sqlite_session.hpp"

#include <algorithm>
#include <charconv>
#include <sqlite3.h>
#include <utility>

namespace headway::sql {
namespace {

constexpr std::size_t most_statements = 512;
constexpr std::size_t most_parameters = 32'766;  // SQLite's own limit

/// What a message of SQLite says behind its colon: "UNIQUE constraint failed: users.email".
std::string behind_colon(std::string_view message) {
    const std::size_t colon = message.find(": ");
    return colon == std::string_view::npos ? std::string() : std::string(message.substr(colon + 2));
}

std::unexpected<Error> error_of(int extended, std::string_view message) {
    switch (extended) {
        case SQLITE_CONSTRAINT_UNIQUE:
        case SQLITE_CONSTRAINT_PRIMARYKEY:
            return fail(ErrorCode::conflict, "this exists already", behind_colon(message));
        case SQLITE_CONSTRAINT_FOREIGNKEY:
            return fail(ErrorCode::invalid, "this refers to something that does not exist");
        case SQLITE_CONSTRAINT_CHECK:
        case SQLITE_CONSTRAINT_NOTNULL:
        case SQLITE_CONSTRAINT_DATATYPE:
            return fail(ErrorCode::invalid, "a value is outside what is allowed", behind_colon(message));
        default:
            break;
    }
    switch (extended & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return fail(ErrorCode::unavailable, "the database is busy", {}, "Try again");
        case SQLITE_FULL:
            return fail(ErrorCode::unavailable, "the disk is full", {}, "Free some space");
        case SQLITE_READONLY:
            return fail(ErrorCode::unavailable, "the database cannot be written", {},
                        "Check the owner and permissions of its file and folder");
        case SQLITE_CANTOPEN:
        case SQLITE_IOERR:
            return fail(ErrorCode::unavailable, "the database file cannot be read or written", {},
                        "Check the disk, the owner and the permissions");
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return fail(ErrorCode::unavailable, "the database file is damaged or no SQLite file", {},
                        "Restore it from a backup");
        default:
            return fail(ErrorCode::internal, "SQLite: " + std::string(message));
    }
}

int bind(sqlite3_stmt* statement, int place, const Value& value) {
    struct Binder {
        sqlite3_stmt* s;
        int i;
        int operator()(std::monostate) const { return sqlite3_bind_null(s, i); }
        int operator()(bool v) const { return sqlite3_bind_int64(s, i, v ? 1 : 0); }
        int operator()(std::int64_t v) const { return sqlite3_bind_int64(s, i, v); }
        int operator()(double v) const { return sqlite3_bind_double(s, i, v); }
        int operator()(const std::string& v) const {
            return sqlite3_bind_text64(s, i, v.data(), v.size(), SQLITE_STATIC, SQLITE_UTF8);
        }
        int operator()(const Bytes& v) const {
            return sqlite3_bind_blob64(s, i, v.value.empty() ? "" : v.value.data(), v.value.size(),
                                       SQLITE_STATIC);
        }
    };
    return std::visit(Binder{statement, place}, value);
}

/// Of each parameter "$n", in order of n, the number that SQLite gives it.
std::vector<int> places_of(sqlite3_stmt* s) {
    std::vector<int> out;
    for (int place = 1; place <= sqlite3_bind_parameter_count(s); ++place) {
        const char* name = sqlite3_bind_parameter_name(s, place);
        if (name == nullptr || name[0] != '$') continue;
        const std::string_view digits = name + 1;
        std::size_t number = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (number == 0 || number > most_parameters) continue;
        if (out.size() < number) out.resize(number, 0);
        out[number - 1] = place;
    }
    return out;
}

class SqliteRow final : public RowView {
  public:
    explicit SqliteRow(sqlite3_stmt* s) : s_(s) {}
    [[nodiscard]] Cell cell(std::size_t column) const override {
        // One look at the column instead of one a question; no other thread has this session.
        sqlite3_value* v = sqlite3_column_value(s_, static_cast<int>(column));
        Cell out;
        switch (sqlite3_value_type(v)) {
            case SQLITE_INTEGER:
                out.kind = Cell::Kind::integer;
                out.integer = sqlite3_value_int64(v);
                break;
            case SQLITE_FLOAT:
                out.kind = Cell::Kind::real;
                out.real = sqlite3_value_double(v);
                break;
            case SQLITE_TEXT:
                out.kind = Cell::Kind::text;
                out.text = bytes(sqlite3_value_text(v), v);
                break;
            case SQLITE_BLOB:
                out.kind = Cell::Kind::bytes;
                out.text = bytes(sqlite3_value_blob(v), v);
                break;
            default:
                break;
        }
        return out;
    }

  private:
    [[nodiscard]] static std::string_view bytes(const void* begin, sqlite3_value* v) {
        if (begin == nullptr) return {};
        return {static_cast<const char*>(begin), static_cast<std::size_t>(sqlite3_value_bytes(v))};
    }
    sqlite3_stmt* s_;
};

/// What SQLite counts of its memory nobody asks for, and counting takes one lock for all threads at every
/// allocation. Heard only before its first use.
void without_counts() {
    [[maybe_unused]] static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

}  // namespace

Result<std::unique_ptr<SqliteSession>> SqliteSession::open(const std::string& path, Access access,
                                                           std::chrono::milliseconds busy,
                                                           bool survive_power_cuts) {
    without_counts();
    std::unique_ptr<SqliteSession> out(new SqliteSession());
    const int flags =
        (access == Access::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE) |
        SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    if (const int code = sqlite3_open_v2(path.c_str(), &out->handle_, flags, nullptr); code != SQLITE_OK) {
        auto error = error_of(code, "cannot open");
        error.error().where = path;
        return error;
    }
    sqlite3_busy_timeout(out->handle_, static_cast<int>(busy.count()));
    std::string setup =
        "pragma foreign_keys = on; pragma trusted_schema = off; pragma mmap_size = 268435456; "
        "pragma cache_size = -4096; pragma temp_store = memory;";
    if (access == Access::read_write) {
        setup += "pragma journal_mode = wal; pragma wal_autocheckpoint = 2000; pragma synchronous = ";
        setup += survive_power_cuts ? "full;" : "normal;";
    } else {
        setup += "pragma query_only = on;";
    }
    if (auto ready = out->script(setup); !ready) {
        ready.error().where = path;
        return std::unexpected(ready.error());
    }
    return out;
}

SqliteSession::~SqliteSession() {
    for (const auto& [sql, p] : statements_) sqlite3_finalize(p.statement);
    sqlite3_close_v2(handle_);
}

std::unexpected<Error> SqliteSession::failure() const {
    return error_of(sqlite3_extended_errcode(handle_), sqlite3_errmsg(handle_));
}

Result<SqliteSession::Prepared*> SqliteSession::prepared(std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return &found->second;
    sqlite3_stmt* statement = nullptr;
    const char* rest = nullptr;
    if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, &rest) != SQLITE_OK) {
        return failure();
    }
    const std::string_view behind = sql.substr(static_cast<std::size_t>(rest - sql.data()));
    if (statement == nullptr || behind.find_first_not_of(" \n\t;") != std::string_view::npos) {
        sqlite3_finalize(statement);
        return fail(ErrorCode::internal, "expected one SQL statement");
    }
    if (statements_.size() >= most_statements) {
        for (const auto& [text, old] : statements_) sqlite3_finalize(old.statement);
        statements_.clear();
    }
    return &statements_.emplace(std::string(sql), Prepared{statement, places_of(statement), {}, -1})
                .first->second;
}

void SqliteSession::read_columns(Prepared& p) {
    // SQLite compiles a statement anew when the schema has changed.
    const int reprepared = sqlite3_stmt_status(p.statement, SQLITE_STMTSTATUS_REPREPARE, 0);
    if (reprepared == p.reprepared) return;
    std::vector<std::string> names;
    for (int i = 0; i < sqlite3_column_count(p.statement); ++i)
        names.emplace_back(sqlite3_column_name(p.statement, i));
    p.columns = std::move(names);
    p.reprepared = reprepared;
}

Result<std::int64_t> SqliteSession::execute(std::string_view sql, std::span<const Value> parameters,
                                            RowSink& sink) {
    const auto found = prepared(sql);
    if (!found) return std::unexpected(found.error());
    Prepared& p = **found;
    sqlite3_stmt* s = p.statement;
    struct Reset {
        sqlite3_stmt* s;
        ~Reset() {
            sqlite3_reset(s);
            sqlite3_clear_bindings(s);
        }
    } const reset{s};
    // SQLite numbers "$3" by first appearance, so parameters are found by name; one may be unused or used
    // twice.
    for (std::size_t i = 0; i < std::min(parameters.size(), p.places.size()); ++i) {
        if (p.places[i] != 0 && bind(s, p.places[i], parameters[i]) != SQLITE_OK) return failure();
    }
    if (sqlite3_bind_parameter_count(s) > static_cast<int>(parameters.size()))
        return fail(ErrorCode::internal, "a statement has more parameters than it was given");
    const std::int64_t before = sqlite3_total_changes64(handle_);
    int code = sqlite3_step(s);
    read_columns(p);
    if (auto ok = sink.begin(p.columns); !ok) return pass_on(ok);
    for (const SqliteRow row(s); code == SQLITE_ROW; code = sqlite3_step(s)) {
        if (auto ok = sink.row(row); !ok) return pass_on(ok);
    }
    if (code != SQLITE_DONE) return failure();
    // Changes by foreign-key actions are not counted, as PostgreSQL does not count them either.
    return sqlite3_total_changes64(handle_) == before ? 0 : sqlite3_changes64(handle_);
}

Result<void> SqliteSession::script(std::string_view sql) {
    if (sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return failure();
    return {};
}

Result<void> SqliteSession::copy_to(const std::string& path) {
    sqlite3* target = nullptr;
    if (const int code = sqlite3_open(path.c_str(), &target); code != SQLITE_OK) {
        sqlite3_close_v2(target);
        auto error = error_of(code, "cannot open");
        error.error().where = path;
        return error;
    }
    sqlite3_backup* copy = sqlite3_backup_init(target, "main", handle_, "main");
    int code = SQLITE_ERROR;
    if (copy != nullptr) {
        sqlite3_backup_step(copy, -1);
        code = sqlite3_backup_finish(copy);
    }
    const std::string message = sqlite3_errmsg(target);
    sqlite3_close_v2(target);
    if (code == SQLITE_OK) return {};
    auto error = error_of(code, message);
    error.error().where = path;
    return error;
}

}  // namespace headway::sql

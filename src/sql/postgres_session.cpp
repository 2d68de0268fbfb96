// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/postgres_session.hpp"

#include <charconv>
#include <cmath>
#include <deque>
#include <fmt/format.h>
#include <libpq-fe.h>

namespace headway::sql {
namespace {

constexpr std::size_t most_statements = 512;

// Types of columns (pg_type.dat).
constexpr Oid bool_type = 16, bytea_type = 17, int8_type = 20, int2_type = 21, int4_type = 23,
              float4_type = 700, float8_type = 701, numeric_type = 1700;

struct Cleared {
    PGresult* result;
    ~Cleared() { PQclear(result); }
};

std::string_view field(const PGresult* result, int code) {
    const char* text = PQresultErrorField(result, code);
    return text == nullptr ? std::string_view() : std::string_view(text);
}

std::unexpected<Error> lost_connection() {
    return fail(ErrorCode::unavailable, "the connection to the database was lost", {}, "Try again");
}

std::unexpected<Error> error_of(std::string_view state, std::string_view constraint,
                                std::string_view message) {
    if (state == "23505") return fail(ErrorCode::conflict, "this exists already", std::string(constraint));
    if (state == "23503") return fail(ErrorCode::invalid, "this refers to something that does not exist");
    if (state == "23502" || state == "23514" || state == "22003")
        return fail(ErrorCode::invalid, "a value is outside what is allowed", std::string(constraint));
    if (state == "40001" || state == "40P01" || state == "55P03")
        return fail(ErrorCode::unavailable, "the database is busy", {}, "Try again");
    if (state == "57014") return fail(ErrorCode::unavailable, "the database took too long", {}, "Try again");
    if (state.starts_with("53") || state == "58030")
        return fail(ErrorCode::unavailable, "the database has run out of space or connections", {},
                    "Free some space or raise its limits");
    if (state == "25006") return fail(ErrorCode::internal, "a reading transaction tried to write");
    if (state.starts_with("08") || state.starts_with("57P")) return lost_connection();
    return fail(ErrorCode::internal, fmt::format("PostgreSQL {}: {}", state, message));
}

/// Parameters in the form that PQexecPrepared wants: text, but bytes as they are.
struct Parameters {
    explicit Parameters(std::span<const Value> values) {
        texts.reserve(values.size());
        for (const Value& v : values) {
            int format = 0;
            const char* pointer = nullptr;
            int length = 0;
            if (const auto* b = std::get_if<bool>(&v)) {
                pointer = *b ? "t" : "f";
            } else if (const auto* i = std::get_if<std::int64_t>(&v)) {
                pointer = texts.emplace_back(std::to_string(*i)).c_str();
            } else if (const auto* d = std::get_if<double>(&v)) {
                pointer = texts.emplace_back(number(*d)).c_str();
            } else if (const auto* s = std::get_if<std::string>(&v)) {
                pointer = s->c_str();
            } else if (const auto* bytes = std::get_if<Bytes>(&v)) {
                pointer = bytes->value.empty() ? "" : bytes->value.data();
                length = static_cast<int>(bytes->value.size());
                format = 1;
            }
            pointers.push_back(pointer);
            lengths.push_back(length);
            formats.push_back(format);
        }
    }
    static std::string number(double d) {
        if (std::isnan(d)) return "NaN";
        if (std::isinf(d)) return d > 0 ? "Infinity" : "-Infinity";
        return fmt::format("{}", d);
    }
    std::vector<std::string> texts;
    std::vector<const char*> pointers;
    std::vector<int> lengths, formats;
};

Cell integer_cell(std::string_view text) {
    Cell out;
    out.kind = Cell::Kind::integer;
    std::from_chars(text.data(), text.data() + text.size(), out.integer);
    return out;
}

Cell real_cell(std::string_view text) {
    Cell out;
    out.kind = Cell::Kind::real;
    if (text == "NaN") {
        out.real = std::nan("");
    } else if (text == "Infinity") {
        out.real = HUGE_VAL;
    } else if (text == "-Infinity") {
        out.real = -HUGE_VAL;
    } else {
        std::from_chars(text.data(), text.data() + text.size(), out.real);
    }
    return out;
}

class PostgresRow final : public RowView {
  public:
    explicit PostgresRow(const PGresult* result) : result_(result) {}
    void stand_on(int row) {
        row_ = row;
        unescaped_.clear();
    }
    [[nodiscard]] Cell cell(std::size_t column) const override {
        const int i = static_cast<int>(column);
        if (PQgetisnull(result_, row_, i) != 0) return {};
        const char* text = PQgetvalue(result_, row_, i);
        const std::string_view view(text, static_cast<std::size_t>(PQgetlength(result_, row_, i)));
        Cell out;
        switch (PQftype(result_, i)) {
            case bool_type:
                out.kind = Cell::Kind::boolean;
                out.integer = view == "t" ? 1 : 0;
                return out;
            case int2_type:
            case int4_type:
            case int8_type:
                return integer_cell(view);
            case float4_type:
            case float8_type:
                return real_cell(view);
            case numeric_type:  // what sum() gives
                return view.find('.') == std::string_view::npos ? integer_cell(view) : real_cell(view);
            case bytea_type:
                out.kind = Cell::Kind::bytes;
                out.text = unescaped(text);
                return out;
            default:
                out.kind = Cell::Kind::text;
                out.text = view;
                return out;
        }
    }

  private:
    [[nodiscard]] std::string_view unescaped(const char* text) const {
        std::size_t size = 0;
        unsigned char* bytes = PQunescapeBytea(reinterpret_cast<const unsigned char*>(text), &size);
        const std::string& kept = unescaped_.emplace_back(reinterpret_cast<const char*>(bytes), size);
        PQfreemem(bytes);
        return kept;
    }
    const PGresult* result_;
    int row_ = 0;
    mutable std::deque<std::string> unescaped_;  ///< Of the bytes of this row.
};

}  // namespace

Result<std::unique_ptr<PostgresSession>> PostgresSession::open(const std::string& url,
                                                               bool survive_power_cuts) {
    std::unique_ptr<PostgresSession> out(new PostgresSession());
    const char* const keywords[] = {"dbname", "application_name", "client_encoding", "connect_timeout",
                                    nullptr};
    const char* const values[] = {url.c_str(), "headway", "UTF8", "10", nullptr};
    out->handle_ = PQconnectdbParams(keywords, values, 1);
    if (PQstatus(out->handle_) != CONNECTION_OK) {
        std::string message = PQerrorMessage(out->handle_);
        while (message.ends_with('\n')) message.pop_back();
        return fail(ErrorCode::unavailable, "PostgreSQL cannot be reached: " + message, "database",
                    "Check its address, that it runs, and the password");
    }
    PQsetNoticeProcessor(out->handle_, [](void*, const char*) {}, nullptr);
    auto ready = out->script(
        std::string("set statement_timeout = '60s'; set idle_in_transaction_session_timeout = '120s'; "
                    "set synchronous_commit = ") +
        (survive_power_cuts ? "on" : "off"));
    if (!ready) return pass_on(ready);
    return out;
}

PostgresSession::~PostgresSession() {
    PQfinish(handle_);
}

bool PostgresSession::lost() const {
    return PQstatus(handle_) != CONNECTION_OK;
}

std::unexpected<Error> PostgresSession::failure(const PGresult* result) {
    const std::string_view state = field(result, PG_DIAG_SQLSTATE);
    try_again_ = state == "40001" || state == "40P01";
    if (lost()) return lost_connection();
    return error_of(state, field(result, PG_DIAG_CONSTRAINT_NAME), field(result, PG_DIAG_MESSAGE_PRIMARY));
}

Result<std::string> PostgresSession::prepared(std::string_view sql) {
    if (const auto found = statements_.find(sql); found != statements_.end()) return found->second;
    if (statements_.size() >= most_statements) {
        if (auto done = script("deallocate all"); !done) return pass_on(done);
        statements_.clear();
    }
    const std::string name = "s" + std::to_string(statements_.size());
    const Cleared made{PQprepare(handle_, name.c_str(), std::string(sql).c_str(), 0, nullptr)};
    if (PQresultStatus(made.result) != PGRES_COMMAND_OK) return failure(made.result);
    statements_.emplace(std::string(sql), name);
    return name;
}

Result<std::int64_t> PostgresSession::execute(std::string_view sql, std::span<const Value> parameters,
                                              RowSink& sink) {
    try_again_ = false;
    const auto name = prepared(sql);
    if (!name) return std::unexpected(name.error());
    const Parameters p(parameters);
    const Cleared got{PQexecPrepared(handle_, name->c_str(), static_cast<int>(parameters.size()),
                                     p.pointers.data(), p.lengths.data(), p.formats.data(), 0)};
    const auto status = PQresultStatus(got.result);
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) return failure(got.result);
    std::vector<std::string> names;
    for (int i = 0; i < PQnfields(got.result); ++i) names.emplace_back(PQfname(got.result, i));
    if (auto ok = sink.begin(names); !ok) return pass_on(ok);
    PostgresRow row(got.result);
    for (int r = 0; r < PQntuples(got.result); ++r) {
        row.stand_on(r);
        if (auto ok = sink.row(row); !ok) return pass_on(ok);
    }
    return integer_cell(PQcmdTuples(got.result)).integer;
}

Result<void> PostgresSession::commit() {
    try_again_ = false;
    const Cleared done{PQexec(handle_, "commit")};
    if (PQresultStatus(done.result) != PGRES_COMMAND_OK) return failure(done.result);
    // To the commit of a transaction in which something failed the server answers with this and no error.
    if (std::string_view(PQcmdStatus(done.result)) == "ROLLBACK")
        return fail(ErrorCode::internal, "a statement failed and the transaction went on");
    return {};
}

Result<void> PostgresSession::script(std::string_view sql) {
    try_again_ = false;
    const Cleared done{PQexec(handle_, std::string(sql).c_str())};
    const auto status = PQresultStatus(done.result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY)
        return failure(done.result);
    return {};
}

}  // namespace headway::sql

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrations.hpp"

#include <array>
#include <fmt/format.h>

#include "base/hash.hpp"

namespace headway::sql {
namespace {

struct Applied {
    std::int64_t number = 0;
    std::string name;
    std::string checksum;
};
BOOST_DESCRIBE_STRUCT(Applied, (), (number, name, checksum))

constexpr std::int64_t lock_key = 0x68656164;  // "head": any number that nobody else uses

std::string checksum(const Migration& m) {
    return fmt::format("{:016x}", hash64(m.sql));
}

Result<void> make_table(Connection& c) {
    return c.script(
        "create table if not exists schema_migrations (number bigint primary key, name text not null, "
        "checksum text not null, applied_at bigint not null)");
}

/// How many of the list are applied.
Result<std::size_t> check_applied(Connection& c, std::span<const Migration> all) {
    const auto applied =
        c.rows<Applied>("select number, name, checksum from schema_migrations order by number");
    if (!applied) return std::unexpected(applied.error());
    for (const Applied& a : *applied) {
        if (a.number < 1 || static_cast<std::size_t>(a.number) > all.size()) {
            return fail(
                ErrorCode::conflict,
                fmt::format("the database was written by a newer version of the program (migration {}, {})",
                            a.number, a.name),
                "database", "Start that version or a later one; going back would lose data");
        }
        const Migration& m = all[static_cast<std::size_t>(a.number) - 1];
        if (a.checksum != checksum(m)) {
            return fail(ErrorCode::conflict,
                        fmt::format("migration {} ({}) of the database is not the one that this program has",
                                    a.number, a.name),
                        "database",
                        "Use the program that made this database, or restore a backup into a new one");
        }
    }
    return applied->size();
}

/// Keeps other processes out until the transaction ends. SQLite's writer is alone anyway.
Result<void> lock(Connection& c) {
    if (c.dialect() == Dialect::sqlite) return {};
    const auto locked = c.run("select pg_advisory_xact_lock($1)", lock_key);
    if (!locked) return std::unexpected(locked.error());
    return {};
}

Result<bool> apply_next(Connection& c, std::span<const Migration> all) {
    if (auto locked = lock(c); !locked) return pass_on(locked);
    if (auto made = make_table(c); !made) return pass_on(made);
    const auto done = check_applied(c, all);
    if (!done) return std::unexpected(done.error());
    if (*done == all.size()) return false;
    const Migration& m = all[*done];
    if (auto ran = c.script(resolved(m.sql, c.dialect())); !ran) {
        return fail(ran.error().code, ran.error().what, fmt::format("migration {} ({})", m.number, m.name),
                    ran.error().fix);
    }
    const auto noted =
        c.run("insert into schema_migrations (number, name, checksum, applied_at) values ($1, $2, $3, $4)",
              m.number, m.name, checksum(m), system_now());
    if (!noted) return std::unexpected(noted.error());
    return true;
}

/// Until a step says that there is no further one; how many were made.
template <class Step>
Result<int> count_steps(const Step& step) {
    int applied = 0;
    while (true) {
        auto more = step();
        if (!more) return pass_on(more);
        if (!*more) return applied;
        ++applied;
    }
}

}  // namespace

std::string resolved(std::string_view sql, Dialect dialect) {
    struct Word {
        std::string_view placeholder, sqlite, postgres;
    };
    static constexpr std::array<Word, 2> words = {{
        {"{{bytes}}", "blob", "bytea"},
        // Order by bytes, as SQLite has it, whatever the locale of the cluster: cursors and ranges rest on
        // it.
        {"{{text}}", "text", "text collate \"C\""},
    }};
    std::string out(sql);
    for (const Word& w : words) {
        for (std::size_t at = out.find(w.placeholder); at != std::string::npos;
             at = out.find(w.placeholder, at))
            out.replace(at, w.placeholder.size(), dialect == Dialect::sqlite ? w.sqlite : w.postgres);
    }
    return out;
}

Result<int> migrate(Database& database, std::span<const Migration> migrations) {
    return count_steps(
        [&] { return database.write([&](Connection& c) { return apply_next(c, migrations); }); });
}

Result<int> migrate(Connection& c, std::span<const Migration> migrations) {
    return count_steps([&] { return apply_next(c, migrations); });
}

Result<int> missing_migrations(Database& database, std::span<const Migration> migrations) {
    return database.write([&](Connection& c) -> Result<int> {
        if (auto made = make_table(c); !made) return pass_on(made);
        const auto done = check_applied(c, migrations);
        if (!done) return std::unexpected(done.error());
        return static_cast<int>(migrations.size() - *done);
    });
}

}  // namespace headway::sql

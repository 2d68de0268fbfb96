// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/database.hpp"

#include "sql/postgres_database.hpp"
#include "sql/sqlite_database.hpp"

namespace headway::sql {

Result<std::unique_ptr<Database>> Database::open(const Settings& settings) {
    constexpr std::string_view sqlite = "sqlite:";
    if (settings.url.starts_with(sqlite)) {
        std::string path = settings.url.substr(sqlite.size());
        if (path.starts_with("///")) path.erase(0, 2);
        if (path.empty())
            return fail(ErrorCode::invalid, "the database URL names no file",
                        "sqlite:", "Write sqlite:/path/to/file.db");
        return open_sqlite(path, settings);
    }
    if (settings.url.starts_with("postgres://") || settings.url.starts_with("postgresql://"))
        return open_postgres(settings);
    return fail(ErrorCode::invalid, "the database URL is of no known kind", "database",
                "Write sqlite:/path/to/file.db or postgres://user@host/name");
}

namespace {

/// Of this thread, and of whichever database.
thread_local const std::function<Result<void>(Connection&)>* work_beside = nullptr;

}  // namespace

void Database::write_beside(const Work& beside, const std::function<void()>& f) {
    struct Scope {
        explicit Scope(const Work& w) : before(work_beside) { work_beside = &w; }
        ~Scope() { work_beside = before; }
        Scope(const Scope&) = delete;
        Scope& operator=(const Scope&) = delete;
        const Work* before;
    } const scope(beside);
    f();
}

Result<void> Database::write_both(const Work& work) {
    // Looked at here: the transaction may run in another thread.
    const Work* beside = work_beside;
    if (beside == nullptr || !*beside) return run_write(work);
    return run_write([&](Connection& c) -> Result<void> {
        if (auto done = work(c); !done) return done;
        return (*beside)(c);
    });
}

}  // namespace headway::sql

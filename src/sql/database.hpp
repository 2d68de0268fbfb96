// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "sql/connection.hpp"

namespace headway::sql {

struct Settings {
    /// "sqlite:/path/to/file.db", or a libpq URI: "postgres://user@host/name".
    std::string url;
    int readers = 4;                         ///< Connections for reading (SQLite).
    int connections = 16;                    ///< In all (PostgreSQL).
    std::chrono::milliseconds busy{10'000};  ///< How long to wait for a connection or a lock.
    /// False: a power cut may take the last transactions (SQLite synchronous=NORMAL, PostgreSQL
    /// synchronous_commit=off); a crash of the program never does.
    bool survive_power_cuts = true;
};

/// Callbacks of one channel; ends with its last owner.
class Subscription {
  public:
    using Callback = std::function<void(std::string_view payload)>;
    virtual ~Subscription() = default;
};
using Listener = std::shared_ptr<Subscription>;

/// A database that many threads share. SQLite: one writer with group commit, several readers, WAL.
/// PostgreSQL: a pool of sessions, lost ones are opened anew.
class Database {
  public:
    /// unavailable when it cannot be reached, invalid when the URL is none of the two kinds.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const Settings& settings);
    virtual ~Database() = default;

    [[nodiscard]] virtual Dialect dialect() const = 0;

    /// Runs `f(Connection&) -> Result<T>` on one consistent snapshot; writing fails. On PostgreSQL it may run
    /// again after a lost connection.
    template <class F>
    auto read(F&& f) -> std::invoke_result_t<F, Connection&> {
        return transact(std::forward<F>(f), [this](const Work& work) { return run_read(work); });
    }

    /// Runs `f`. What it reads in this thread is of one snapshot, and SQLite begins and ends one transaction
    /// for all of it. It must not write: it would not see what it wrote.
    virtual void share_reads(const std::function<void()>& f) { f(); }

    /// Runs `f(Connection&) -> Result<T>` as one transaction, durable when a value is returned; an error or
    /// an exception of `f` takes back all it did and comes through. `f` may run in another thread (SQLite's
    /// group commit) and several times (PostgreSQL, after a serialization failure or a deadlock), so it must
    /// not touch anything but its own variables. On PostgreSQL transactions are READ COMMITTED: guard what
    /// was read by versions in `where`.
    template <class F>
    auto write(F&& f) -> std::invoke_result_t<F, Connection&> {
        return transact(std::forward<F>(f), [this](const Work& work) { return write_both(work); });
    }

    using Work = std::function<Result<void>(Connection&)>;
    /// Runs `f`. Every transaction that it writes in this thread ends with `beside`, whose failure takes it
    /// back as its own would. An empty one: nothing, whatever a caller has put beside.
    void write_beside(const Work& beside, const std::function<void()>& f);

    /// Calls `callback` for every notify() on the channel after its commit, from a thread of the database;
    /// also with an empty payload when notices may have been lost. It must not block or write.
    [[nodiscard]] virtual Listener listen(std::string_view channel, Subscription::Callback callback) = 0;

    /// A consistent copy of a SQLite database, made while it is written; `invalid` for PostgreSQL.
    [[nodiscard]] virtual Result<void> copy_to(const std::string& path) = 0;

    /// Transactions committed, for measuring group commit.
    [[nodiscard]] virtual std::uint64_t commits() const = 0;

  protected:
    [[nodiscard]] virtual Result<void> run_read(const Work& work) = 0;
    [[nodiscard]] virtual Result<void> run_write(const Work& work) = 0;

  private:
    [[nodiscard]] Result<void> write_both(const Work& work);

    template <class F, class Run>
    auto transact(F&& f, const Run& run) -> std::invoke_result_t<F, Connection&> {
        using R = std::invoke_result_t<F, Connection&>;
        std::optional<R> result;
        auto done = run([&](Connection& c) -> Result<void> {
            result.reset();
            result.emplace(f(c));
            if (!*result) return std::unexpected(result->error());
            return {};
        });
        if (!done) return std::unexpected(std::move(done.error()));
        return std::move(*result);
    }
};

}  // namespace headway::sql

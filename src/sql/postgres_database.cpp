// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/postgres_database.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <mutex>
#include <random>
#include <thread>

#include "sql/postgres_listener.hpp"
#include "sql/postgres_session.hpp"
#include "sql/subscriptions.hpp"

namespace headway::sql {
namespace {

constexpr int most_tries = 8;

class PostgresDatabase final : public Database {
  public:
    explicit PostgresDatabase(const Settings& settings) : settings_(settings) {}

    [[nodiscard]] Dialect dialect() const override { return Dialect::postgres; }
    [[nodiscard]] std::uint64_t commits() const override { return commits_; }

    [[nodiscard]] Listener listen(std::string_view channel, Subscription::Callback callback) override {
        Listener out = subscriptions_.add(channel, std::move(callback));
        const std::lock_guard lock(mutex_);
        if (!listener_) {
            listener_ = std::make_unique<PostgresListener>(settings_.url, subscriptions_);
        } else {
            listener_->refresh();
        }
        return out;
    }

    [[nodiscard]] Result<void> copy_to(const std::string&) override {
        return fail(ErrorCode::invalid, "only a SQLite database can be copied as a file", {},
                    "Use headway backup");
    }

    /// Opens one session, to see that the server answers.
    [[nodiscard]] Result<void> try_out() {
        auto session = borrow();
        if (!session) return std::unexpected(session.error());
        give_back(std::move(*session));
        return {};
    }

  protected:
    [[nodiscard]] Result<void> run_read(const Work& work) override {
        return transact("begin isolation level repeatable read read only", work);
    }
    [[nodiscard]] Result<void> run_write(const Work& work) override { return transact("begin", work); }

  private:
    using Owned = std::unique_ptr<PostgresSession>;

    Result<void> transact(std::string_view begin, const Work& work) {
        for (int attempt = 1;; ++attempt) {
            auto session = borrow();
            if (!session) return std::unexpected(session.error());
            bool again = false;
            auto done = attempt_once(**session, begin, work, again);
            if (!(*session)->lost()) {
                give_back(std::move(*session));
            } else {
                drop();
            }
            if (done || !again || attempt == most_tries) return done;
            pause(attempt);
        }
    }

    /// `again` is set when nothing can have happened and another try may do better.
    Result<void> attempt_once(PostgresSession& session, std::string_view begin, const Work& work,
                              bool& again) {
        if (auto begun = session.script(begin); !begun) {
            again = session.lost();  // a session that died in the pool
            return begun;
        }
        Connection connection(session, nullptr);
        Result<void> done;
        try {
            done = work(connection);
        } catch (...) {
            static_cast<void>(session.script("rollback"));
            throw;
        }
        if (!done) {
            again = session.may_try_again() || session.lost();
            if (!session.lost()) static_cast<void>(session.script("rollback"));
            return done;
        }
        auto committed = session.commit();
        if (committed) {
            ++commits_;
            return {};
        }
        again = session.may_try_again();
        if (session.lost()) {
            return fail(
                ErrorCode::unavailable,
                "the connection to the database was lost while saving; it is not known whether it was saved",
                {}, "Look whether it is there before trying again");
        }
        return committed;
    }

    static void pause(int attempt) {
        thread_local std::mt19937 random(std::random_device{}());
        std::uniform_int_distribution<int> jitter(1, 4 << std::min(attempt, 6));
        std::this_thread::sleep_for(std::chrono::milliseconds(jitter(random)));
    }

    Result<Owned> borrow() {
        std::unique_lock lock(mutex_);
        const auto ready = [&] { return !free_.empty() || open_ < settings_.connections; };
        if (!returned_.wait_for(lock, settings_.busy, ready))
            return fail(ErrorCode::unavailable, "the database is busy", {}, "Try again");
        if (!free_.empty()) {
            Owned out = std::move(free_.back());
            free_.pop_back();
            return out;
        }
        ++open_;
        lock.unlock();
        auto session = PostgresSession::open(settings_.url, settings_.survive_power_cuts);
        if (!session) drop();
        return session;
    }

    void give_back(Owned session) {
        {
            const std::lock_guard lock(mutex_);
            free_.push_back(std::move(session));
        }
        returned_.notify_one();
    }

    /// A session is gone for good.
    void drop() {
        {
            const std::lock_guard lock(mutex_);
            --open_;
        }
        returned_.notify_one();
    }

    Settings settings_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<Owned> free_;
    int open_ = 0;
    std::atomic<std::uint64_t> commits_{0};
    Subscriptions subscriptions_;
    std::unique_ptr<PostgresListener> listener_;
};

}  // namespace

Result<std::unique_ptr<Database>> open_postgres(const Settings& settings) {
    auto out = std::make_unique<PostgresDatabase>(settings);
    if (auto tried = out->try_out(); !tried) return pass_on(tried);
    return out;
}

}  // namespace headway::sql

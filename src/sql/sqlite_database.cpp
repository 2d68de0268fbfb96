// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/sqlite_database.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <filesystem>
#include <mutex>
#include <thread>

#include "base/id.hpp"
#include "sql/sqlite_session.hpp"
#include "sql/subscriptions.hpp"

namespace headway::sql {
namespace {

constexpr std::size_t largest_group = 128;  // transactions that share one commit
constexpr std::int64_t notices_kept = 10'000;
constexpr std::chrono::milliseconds look_every{250};  // for what other processes have told
constexpr std::string_view every_channel = "*";

using Notices = std::vector<std::pair<std::string, std::string>>;

Result<void> plain(SqliteSession& session, std::string_view sql) {
    detail::NoRows nothing;
    const auto done = session.execute(sql, {}, nothing);
    if (!done) return std::unexpected(done.error());
    return {};
}

struct StoredNotice {
    std::int64_t id = 0;
    std::string channel;
    std::string payload;
    std::string origin;
};
BOOST_DESCRIBE_STRUCT(StoredNotice, (), (id, channel, payload, origin))

/// Looks, on a thread of its own, for what other processes have written into the table of notices.
class NoticeReader {
  public:
    NoticeReader(std::unique_ptr<SqliteSession> session, std::string own, Subscriptions& listeners)
        : session_(std::move(session)), own_(std::move(own)), listeners_(listeners) {
        last_ = newest();
        thread_ = std::thread([this] { run(); });
    }
    ~NoticeReader() {
        {
            const std::lock_guard lock(mutex_);
            stop_ = true;
        }
        wake_.notify_all();
        thread_.join();
    }
    NoticeReader(const NoticeReader&) = delete;
    NoticeReader& operator=(const NoticeReader&) = delete;

  private:
    template <class Row>
    std::vector<Row> rows(std::string_view sql, std::vector<Value> parameters) {
        detail::Rows<Row> rows;
        // Before the first migration there is no such table, and nobody who writes into it.
        if (!session_->execute(sql, parameters, rows)) return {};
        return std::move(rows.found);
    }
    /// Another number when anybody has committed since.
    std::int64_t data_version() {
        const auto found = rows<std::int64_t>("pragma data_version", {});
        return found.empty() ? 0 : found.front();
    }
    std::int64_t newest() {
        const auto found = rows<std::int64_t>("select coalesce(max(id), 0) from notices", {});
        return found.empty() ? 0 : found.front();
    }

    void run() {
        std::int64_t seen = 0;  // of no database: the first look reads
        std::unique_lock lock(mutex_);
        while (!stop_) {
            lock.unlock();
            if (const std::int64_t now = data_version(); now != seen) {
                seen = now;
                read();
            }
            lock.lock();
            wake_.wait_for(lock, look_every, [this] { return stop_; });
        }
    }

    void read() {
        const auto found = rows<StoredNotice>(
            "select id, channel, payload, origin from notices where id > $1 order by id", {to_value(last_)});
        bool missed = !found.empty() && found.front().id > last_ + 1;
        for (const StoredNotice& n : found) {
            last_ = n.id;
            if (n.origin == own_) continue;
            if (n.channel == every_channel) {
                missed = true;
            } else {
                listeners_.tell(n.channel, n.payload);
            }
        }
        if (missed) listeners_.tell_all();
    }

    std::unique_ptr<SqliteSession> session_;
    std::string own_;
    Subscriptions& listeners_;
    std::int64_t last_ = 0;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool stop_ = false;
    std::thread thread_;
};

class SqliteDatabase final : public Database {
  public:
    SqliteDatabase(std::unique_ptr<SqliteSession> writer, std::vector<std::unique_ptr<SqliteSession>> readers,
                   std::unique_ptr<SqliteSession> of_notices, std::chrono::milliseconds busy)
        : writer_(std::move(writer)),
          readers_(std::move(readers)),
          busy_(busy),
          others_(std::move(of_notices), origin_, listeners_) {
        for (const auto& r : readers_) free_.push_back(r.get());
    }

    [[nodiscard]] Result<void> tell_others() {
        tells_others_ = true;
        // Of what was told until now they know nothing.
        return write([](Connection& c) { return c.notify(every_channel, ""); });
    }

    [[nodiscard]] Dialect dialect() const override { return Dialect::sqlite; }
    [[nodiscard]] Listener listen(std::string_view channel, Subscription::Callback callback) override {
        return listeners_.add(channel, std::move(callback));
    }
    [[nodiscard]] std::uint64_t commits() const override { return commits_; }

    [[nodiscard]] Result<void> copy_to(const std::string& path) override {
        const Borrowed reader(*this);
        if (reader.session == nullptr) return nobody_free();
        return reader.session->copy_to(path);
    }

    void share_reads(const std::function<void()>& f) override {
        const Borrowed reader(*this);
        const bool begun = reader.session != nullptr && shared_ == nullptr && plain(*reader.session, "begin");
        if (!begun) return f();
        const Shared shared(*this, *reader.session);
        f();
    }

  protected:
    [[nodiscard]] Result<void> run_read(const Work& work) override {
        if (shared_ != nullptr && &shared_->database == this) {
            Connection connection(shared_->session, nullptr);
            return work(connection);
        }
        const Borrowed reader(*this);
        if (reader.session == nullptr) return nobody_free();
        if (auto begun = plain(*reader.session, "begin"); !begun) return begun;
        Connection connection(*reader.session, nullptr);
        Result<void> done;
        try {
            done = work(connection);
        } catch (...) {
            static_cast<void>(plain(*reader.session, "rollback"));
            throw;
        }
        if (auto ended = plain(*reader.session, "commit"); !ended && done) return ended;
        return done;
    }

    [[nodiscard]] Result<void> run_write(const Work& work) override {
        Request mine(work);
        {
            const std::lock_guard lock(mutex_);
            queue_.push_back(&mine);
            // Whoever finds nobody leading leads: works off its own request and those that came meanwhile.
            if (!leading_) mine.turn = Turn::leads;
            leading_ = true;
        }
        if (mine.wait() == Turn::leads) lead(mine);
        if (mine.thrown) std::rethrow_exception(mine.thrown);
        return std::move(mine.result);
    }

  private:
    enum class Turn : std::uint8_t { waits, leads, done };

    /// One call of write() that waits, each on a lock of its own: who is woken must not queue for the next.
    struct Request {
        explicit Request(const Work& w) : work(&w) {}
        const Work* work;
        Result<void> result;
        std::exception_ptr thrown;
        Notices notices;
        std::mutex mutex;
        std::condition_variable wake;
        Turn turn = Turn::waits;

        [[nodiscard]] Turn wait() {
            std::unique_lock lock(mutex);
            wake.wait(lock, [this] { return turn != Turn::waits; });
            return turn;
        }
        /// The last that others do to it; told under the lock, because it may be gone right after.
        void tell(Turn next) {
            const std::lock_guard lock(mutex);
            turn = next;
            wake.notify_one();
        }
    };

    /// A reader for one scope.
    struct Borrowed {
        explicit Borrowed(SqliteDatabase& d) : database(d) {
            std::unique_lock lock(d.reading_);
            if (!d.returned_.wait_for(lock, d.busy_, [&] { return !d.free_.empty(); })) return;
            session = d.free_.back();
            d.free_.pop_back();
        }
        ~Borrowed() {
            if (session == nullptr) return;
            {
                const std::lock_guard lock(database.reading_);
                database.free_.push_back(session);
            }
            database.returned_.notify_one();
        }
        Borrowed(const Borrowed&) = delete;
        Borrowed& operator=(const Borrowed&) = delete;
        SqliteDatabase& database;
        SqliteSession* session = nullptr;
    };

    /// That this thread's reads go to one transaction, until the end of a scope.
    struct Shared {
        Shared(const SqliteDatabase& d, SqliteSession& s) : database(d), session(s) { shared_ = this; }
        ~Shared() {
            shared_ = nullptr;
            static_cast<void>(plain(session, "commit"));
        }
        Shared(const Shared&) = delete;
        Shared& operator=(const Shared&) = delete;
        const SqliteDatabase& database;
        SqliteSession& session;
    };

    static std::unexpected<Error> nobody_free() {
        return fail(ErrorCode::unavailable, "the database is busy", {}, "Try again");
    }

    /// Its own request is the first of the queue: one group, then whoever came first meanwhile leads.
    void lead(const Request& mine) {
        std::vector<Request*> group;
        {
            const std::lock_guard lock(mutex_);
            const std::size_t size = std::min(queue_.size(), largest_group);
            group.assign(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(size));
            queue_.erase(queue_.begin(), queue_.begin() + static_cast<std::ptrdiff_t>(size));
        }
        commit(group);
        {
            // The next group works while this one is told.
            const std::lock_guard lock(mutex_);
            leading_ = !queue_.empty();
            if (leading_) queue_.front()->tell(Turn::leads);
        }
        for (Request* r : group) {
            if (r != &mine) r->tell(Turn::done);
        }
    }

    /// Each in its own savepoint, all in one transaction.
    void commit(const std::vector<Request*>& group) {
        Result<void> outer = plain(*writer_, "begin immediate");
        if (outer) {
            for (Request* r : group) perform(*r);
            if (tells_others_) outer = store_notices(group);
            if (outer) outer = plain(*writer_, "commit");
            if (!outer) static_cast<void>(plain(*writer_, "rollback"));
        }
        if (outer) ++commits_;
        for (Request* r : group) {
            if (!outer && r->result && !r->thrown) r->result = outer;
            if (!outer || !r->result || r->thrown) continue;
            for (const auto& [channel, payload] : r->notices) listeners_.tell(channel, payload);
        }
    }

    [[nodiscard]] Result<void> store_notices(const std::vector<Request*>& group) {
        detail::NoRows nothing;
        for (const Request* r : group) {
            if (!r->result || r->thrown) continue;
            for (const auto& [channel, payload] : r->notices) {
                const auto added = writer_->execute(
                    "insert into notices (id, channel, payload, origin) "
                    "select coalesce(max(id), 0) + 1, $1, $2, $3 from notices",
                    std::vector<Value>{to_value(channel), to_value(payload), to_value(origin_)}, nothing);
                if (!added) return std::unexpected(added.error());
            }
        }
        const auto swept =
            writer_->execute("delete from notices where id <= (select max(id) from notices) - $1",
                             std::vector<Value>{to_value(notices_kept)}, nothing);
        if (!swept) return std::unexpected(swept.error());
        return {};
    }

    void perform(Request& r) {
        r.result = plain(*writer_, "savepoint one");
        if (!r.result) return;
        Connection connection(*writer_, &r.notices);
        try {
            r.result = (*r.work)(connection);
        } catch (...) {
            r.thrown = std::current_exception();
        }
        if (!r.result || r.thrown) static_cast<void>(plain(*writer_, "rollback to one"));
        static_cast<void>(plain(*writer_, "release one"));
    }

    static thread_local const Shared* shared_;  ///< Of this thread, whichever database it is of.
    std::unique_ptr<SqliteSession> writer_;
    std::vector<std::unique_ptr<SqliteSession>> readers_;
    std::chrono::milliseconds busy_;
    std::mutex reading_;
    std::condition_variable returned_;
    std::vector<SqliteSession*> free_;
    std::mutex mutex_;
    std::deque<Request*> queue_;
    bool leading_ = false;
    std::atomic<std::uint64_t> commits_{0};
    std::atomic<bool> tells_others_{false};
    const std::string origin_ = make_uuid();
    Subscriptions listeners_;
    NoticeReader others_;
};

thread_local const SqliteDatabase::Shared* SqliteDatabase::shared_ = nullptr;

}  // namespace

Result<std::unique_ptr<Database>> open_sqlite(const std::string& path, const Settings& settings) {
    const auto folder = std::filesystem::path(path).parent_path();
    std::error_code e;
    if (!folder.empty()) std::filesystem::create_directories(folder, e);
    if (e) return fail(ErrorCode::unavailable, "the database's folder could not be made", folder.string());
    auto writer = SqliteSession::open(path, Access::read_write, settings.busy, settings.survive_power_cuts);
    if (!writer) return pass_on(writer);
    std::filesystem::permissions(path,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, e);
    std::vector<std::unique_ptr<SqliteSession>> readers;
    for (int i = 0; i < std::max(settings.readers, 1); ++i) {
        auto reader =
            SqliteSession::open(path, Access::read_only, settings.busy, settings.survive_power_cuts);
        if (!reader) return pass_on(reader);
        readers.push_back(std::move(*reader));
    }
    auto of_notices =
        SqliteSession::open(path, Access::read_only, settings.busy, settings.survive_power_cuts);
    if (!of_notices) return pass_on(of_notices);
    return std::make_unique<SqliteDatabase>(std::move(*writer), std::move(readers), std::move(*of_notices),
                                            settings.busy);
}

Result<void> tell_other_processes(Database& database) {
    auto* sqlite = dynamic_cast<SqliteDatabase*>(&database);
    return sqlite == nullptr ? Result<void>() : sqlite->tell_others();
}

}  // namespace headway::sql

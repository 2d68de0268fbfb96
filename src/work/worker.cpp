// SPDX-License-Identifier: GPL-3.0-or-later
#include "work/worker.hpp"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

#include "base/id.hpp"

namespace headway::work {
namespace {

using std::chrono::milliseconds;
using store::Run;

constexpr milliseconds report_gap{200};

bool worth_retrying(ErrorCode code) {
    return code != ErrorCode::invalid && code != ErrorCode::not_found && code != ErrorCode::forbidden &&
           code != ErrorCode::too_large;
}

/// A field of a request ("resume_id"): where, for programs.
bool is_field(std::string_view where) {
    return where.find('_') != std::string_view::npos &&
           where.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
}

/// What a person reads of an error; what is our fault stays in the log.
std::string reason_of(const Error& error) {
    if (error.code == ErrorCode::internal) return "Something went wrong in the program. Try again.";
    Error for_people = error;
    if (is_field(error.where)) for_people.where.clear();
    return for_people.message();
}

}  // namespace

struct Worker::Core {
    Core(sql::Database& db, std::vector<Kind> all, WorkerSettings s)
        : database(db), kinds(std::move(all)), settings(std::move(s)), name(make_uuid()) {}

    sql::Database& database;
    std::vector<Kind> kinds;
    WorkerSettings settings;
    std::string name;
    std::mutex mutex;
    std::condition_variable wake;
    bool told = false;             ///< Something was queued since somebody looked.
    bool stopping = false;         ///< Take no more.
    std::atomic<bool> cut{false};  ///< Give up what is running.
    std::atomic<int> busy{0};
    std::optional<sql::Listener> listener;
    std::vector<std::thread> threads;

    class Reporter;
    void start();
    void loop();
    bool wait();
    std::optional<Run> take();
    void perform(Run run);
    [[nodiscard]] Result<bool> end(Run& run, const Result<Outcome>& outcome, bool cancelled);
    void tell_end(const Run& run, std::chrono::steady_clock::time_point began, std::string_view reason) const;
    void tell_fault(const std::string& where, const Error& error) const {
        if (settings.failed) settings.failed(where, error);
    }
    [[nodiscard]] Timestamp lease_end() const { return settings.clock() + settings.lease; }
};

/// Reports of one run; also beats for it while it is silent.
class Worker::Core::Reporter final : public Progress {
  public:
    Reporter(Core& core, Run& run) : core_(core), run_(run), beat_([this] { beat(); }) {}
    ~Reporter() override {
        {
            const std::lock_guard lock(mutex_);
            done_ = true;
        }
        wake_.notify_all();
        beat_.join();
    }

    bool report(double progress, const std::string& step) override {
        std::unique_lock lock(mutex_);
        const bool news = step != run_.step;
        run_.progress = std::clamp(progress, 0.0, 1.0);
        run_.step = step;
        const auto now = std::chrono::steady_clock::now();
        if (!news && now - last_ < report_gap) return go_on();
        last_ = now;
        tell(lock);
        return go_on();
    }

    void leave(std::string provenance) override {
        const std::lock_guard lock(mutex_);
        run_.provenance = std::move(provenance);
    }

    [[nodiscard]] bool go_on() const override { return held_ && !cancelled_ && !core_.cut; }
    [[nodiscard]] bool held() const { return held_; }
    [[nodiscard]] bool cancelled() const { return cancelled_; }

  private:
    void tell(std::unique_lock<std::mutex>&) {
        const auto lease = core_.database.write(
            [&](sql::Connection& c) { return store::report_progress(c, run_, core_.lease_end()); });
        // Without an answer the lease runs on; the next beat tries again.
        if (!lease) return;
        if (!lease->held) held_ = false;
        if (lease->cancel_requested) cancelled_ = true;
    }

    void beat() {
        std::unique_lock lock(mutex_);
        while (!done_) {
            if (wake_.wait_for(lock, core_.settings.lease / 3, [this] { return done_; })) return;
            tell(lock);
        }
    }

    Core& core_;
    Run& run_;
    std::mutex mutex_;
    std::condition_variable wake_;
    std::chrono::steady_clock::time_point last_{};
    std::atomic<bool> held_{true};
    std::atomic<bool> cancelled_{false};
    bool done_ = false;
    std::thread beat_;
};

void Worker::Core::start() {
    listener = database.listen(store::runs_channel, [this](std::string_view) {
        {
            const std::lock_guard lock(mutex);
            told = true;
        }
        wake.notify_one();
    });
    for (int i = 0; i < std::max(settings.threads, 1); ++i) threads.emplace_back([this] { loop(); });
}

bool Worker::Core::wait() {
    std::unique_lock lock(mutex);
    wake.wait_for(lock, settings.look, [this] { return told || stopping; });
    told = false;
    return !stopping;
}

void Worker::Core::tell_end(const Run& run, std::chrono::steady_clock::time_point began,
                            std::string_view reason) const {
    if (!settings.ended) return;
    const auto took = std::chrono::steady_clock::now() - began;
    settings.ended({run.id, run.kind, run.state, std::string(reason), run.attempts,
                    std::chrono::duration_cast<milliseconds>(took)});
}

std::optional<Run> Worker::Core::take() {
    const auto began = std::chrono::steady_clock::now();
    std::vector<Run> given_up;
    auto run = database.write([&](sql::Connection& c) -> Result<std::optional<Run>> {
        auto hopeless = store::give_up_runs(c, settings.clock());
        if (!hopeless) return pass_on(hopeless);
        given_up = std::move(*hopeless);
        return store::take_run(c, name, settings.clock(), lease_end());
    });
    if (!run) {
        tell_fault("queue", run.error());
        return std::nullopt;
    }
    for (const Run& r : given_up) tell_end(r, began, "stopped");
    return std::move(*run);
}

void Worker::Core::loop() {
    while (true) {
        {
            const std::lock_guard lock(mutex);
            if (stopping) return;
        }
        if (auto run = take()) {
            // There may be more; somebody else shall look while this one works.
            wake.notify_one();
            ++busy;
            perform(std::move(*run));
            --busy;
            continue;
        }
        if (!wait()) return;
    }
}

void Worker::Core::perform(Run run) {
    const auto began = std::chrono::steady_clock::now();
    const std::string where = "run " + run.id + " " + run.kind;
    const auto kind =
        std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return k.name == run.kind; });
    Result<Outcome> outcome = fail(ErrorCode::internal, "no code performs runs of the kind " + run.kind);
    bool cancelled = false;
    bool held = true;
    {
        Reporter reporter(*this, run);
        try {
            if (kind != kinds.end()) outcome = kind->perform(run, reporter);
        } catch (const std::exception& e) {
            outcome = fail(ErrorCode::internal, e.what());
        }
        cancelled = reporter.cancelled();
        held = reporter.held();
    }
    if (!held) return;
    const bool hand_back = cut && !outcome && !cancelled;
    if (!outcome && outcome.error().code == ErrorCode::internal && !hand_back)
        tell_fault(where, outcome.error());
    const auto done = [&] {
        if (!hand_back) return end(run, outcome, cancelled);
        run.state = "queued";
        return database.write([&](sql::Connection& c) { return store::hand_back_run(c, run); });
    }();
    if (!done) return tell_fault(where, done.error());
    if (*done) tell_end(run, began, run.state == "failed" ? to_string(outcome.error().code) : "");
}

/// False when somebody else has the run by now.
Result<bool> Worker::Core::end(Run& run, const Result<Outcome>& outcome, bool cancelled) {
    run.finished_at = settings.clock();
    if (outcome) {
        run.state = "ready";
        run.progress = 1;
        run.step.clear();
        run.result = outcome->result;
        run.provenance = outcome->provenance;
        run.can_retry = false;
    } else if (cancelled) {
        run.state = "cancelled";
        run.can_retry = true;
    } else {
        run.state = "failed";
        run.reason = reason_of(outcome.error());
        run.can_retry = worth_retrying(outcome.error().code);
    }
    return database.write([&](sql::Connection& c) { return store::finish_run(c, run); });
}

Worker::Worker(sql::Database& database, std::vector<Kind> kinds, WorkerSettings settings)
    : core_(std::make_unique<Core>(database, std::move(kinds), std::move(settings))) {
    core_->start();
}

void Worker::close() {
    {
        const std::lock_guard lock(core_->mutex);
        core_->stopping = true;
    }
    core_->wake.notify_all();
}

void Worker::stop(std::chrono::milliseconds grace) {
    close();
    core_->listener.reset();
    const auto until = std::chrono::steady_clock::now() + grace;
    {
        std::unique_lock lock(core_->mutex);
        while (core_->busy > 0 && std::chrono::steady_clock::now() < until)
            core_->wake.wait_for(lock, std::chrono::milliseconds(20));
    }
    core_->cut = true;
    for (std::thread& t : core_->threads) {
        if (t.joinable()) t.join();
    }
    core_->threads.clear();
}

Worker::~Worker() {
    stop(std::chrono::milliseconds(0));
}

int Worker::busy() const {
    return core_->busy;
}

}  // namespace headway::work

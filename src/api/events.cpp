// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/events.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "api/handler.hpp"
#include "api/wire_run.hpp"
#include "base/id.hpp"
#include "store/events.hpp"

namespace headway::api {
namespace {

constexpr std::size_t most_streams = 8;
constexpr std::size_t at_once = 100;
constexpr std::chrono::seconds look{5};  // without being told

struct EventWire {
    std::string type;
    std::string change;
    std::optional<std::string> id;
    std::optional<RunWire> run;
    std::string at;
};
BOOST_DESCRIBE_STRUCT(EventWire, (), (type, change, id, run, at))

}  // namespace

/// One thread reads what is new for everybody who listens and hands it to their streams.
struct LiveEvents::Core {
    struct Listening {
        std::shared_ptr<http::EventStream> stream;
        std::string after;
    };

    explicit Core(const Parts& p) : parts(p) {}
    const Parts& parts;
    std::mutex mutex;
    std::condition_variable wake;
    std::multimap<std::string, Listening> open;  ///< By person.
    std::set<std::string> news;                  ///< People with new events.
    bool everybody = false;
    bool stopping = false;
    sql::Listener listener;
    std::thread thread;

    void told(std::string_view user) {
        {
            const std::lock_guard lock(mutex);
            if (user.empty()) {
                everybody = true;
            } else {
                news.emplace(user);
            }
        }
        wake.notify_one();
    }

    void run() {
        std::unique_lock lock(mutex);
        while (!stopping) {
            wake.wait_for(lock, look, [&] { return stopping || everybody || !news.empty(); });
            std::set<std::string> users = std::move(news);
            news.clear();
            if (everybody || users.empty()) {
                for (const auto& [user, unused] : open) users.insert(user);
            }
            everybody = false;
            for (const std::string& user : users) {
                if (open.contains(user)) deliver(user, lock);
            }
        }
    }

    /// Sends what a person's streams have not had yet. Reading happens without the lock.
    void deliver(const std::string& user, std::unique_lock<std::mutex>& lock) {
        std::string after = "~";
        const auto [first, last] = open.equal_range(user);
        for (auto i = first; i != last; ++i) after = std::min(after, i->second.after);
        lock.unlock();
        std::vector<std::pair<std::string, http::Event>> events;
        auto done = parts.database.read([&](sql::Connection& c) -> Result<void> {
            events.clear();
            const auto rows = store::list_events(c, user, after, at_once);
            if (!rows) return std::unexpected(rows.error());
            for (const store::Event& e : *rows) events.emplace_back(e.id, wire(c, user, e));
            return {};
        });
        lock.lock();
        if (!done) return;
        std::vector<std::shared_ptr<http::EventStream>> streams;
        std::vector<std::string> seen;
        const auto [from, until] = open.equal_range(user);
        for (auto i = from; i != until; ++i) {
            streams.push_back(i->second.stream);
            seen.push_back(i->second.after);
            if (!events.empty()) i->second.after = std::max(i->second.after, events.back().first);
        }
        if (events.size() == at_once) news.insert(user);
        // A stream that overflows closes, and closing takes the lock.
        lock.unlock();
        for (std::size_t k = 0; k < streams.size(); ++k) {
            for (const auto& [id, event] : events) {
                if (id > seen[k]) streams[k]->push(event);
            }
        }
        lock.lock();
    }

    static http::Event wire(sql::Connection& c, const std::string& user, const store::Event& e) {
        EventWire out{e.name, "updated", e.subject_id, {}, to_string(system_now())};
        if (e.name == "run") {
            const auto run = store::find_run(c, user, e.subject_id);
            if (run && *run) out.run = to_wire(**run);
        }
        return {e.id, e.name, json::to_json(out)};
    }
};

LiveEvents::LiveEvents(const Parts& parts) : core_(std::make_shared<Core>(parts)) {
    core_->listener = parts.database.listen(
        store::events_channel, [core = core_.get()](std::string_view user) { core->told(user); });
    core_->thread = std::thread([core = core_.get()] { core->run(); });
}

LiveEvents::~LiveEvents() {
    core_->listener.reset();
    std::vector<std::shared_ptr<http::EventStream>> streams;
    {
        const std::lock_guard lock(core_->mutex);
        core_->stopping = true;
        for (const auto& [user, listening] : core_->open) streams.push_back(listening.stream);
    }
    core_->wake.notify_all();
    core_->thread.join();
    for (const auto& stream : streams) stream->close();
}

Result<std::shared_ptr<http::EventStream>> LiveEvents::open(const std::string& user_id,
                                                            const std::string& after) {
    std::string from = after;
    if (!is_uuid(from)) {
        auto newest =
            core_->parts.database.read([&](sql::Connection& c) { return store::latest_event(c, user_id); });
        if (!newest) return pass_on(newest);
        from = *newest;
    }
    auto stream = std::make_shared<http::EventStream>();
    {
        const std::lock_guard lock(core_->mutex);
        if (core_->open.count(user_id) >= most_streams)
            return fail(ErrorCode::rate_limited, "too many pages listen at once", {}, "Close one");
        core_->open.emplace(user_id, Core::Listening{stream, from});
    }
    stream->on_close([weak = std::weak_ptr(core_), user_id, raw = stream.get()] {
        const auto core = weak.lock();
        if (!core) return;
        const std::lock_guard lock(core->mutex);
        const auto [first, last] = core->open.equal_range(user_id);
        for (auto i = first; i != last; ++i) {
            if (i->second.stream.get() != raw) continue;
            core->open.erase(i);
            break;
        }
    });
    core_->told(user_id);
    return stream;
}

void add_event_routes(http::Router& router, const Parts&, LiveEvents& live) {
    router.add({.method = http::Method::get,
                .pattern = "/api/events",
                .handler = [&live](const Call& call) -> Answer<Response> {
                    auto stream = live.open(call.caller.user_id,
                                            std::string(call.request.header("Last-Event-ID").value_or("")));
                    if (!stream) return std::unexpected(std::move(stream.error()));
                    return http::event_reply(std::move(*stream));
                },
                .streams = true});
}

}  // namespace headway::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/events.hpp"

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include "api/credentials.hpp"
#include "api/handler.hpp"
#include "api/wire_run.hpp"
#include "base/id.hpp"
#include "store/credentials.hpp"
#include "store/events.hpp"

namespace headway::api {
namespace {

constexpr std::size_t most_streams = 8;
constexpr std::size_t at_once = 100;
constexpr std::chrono::seconds look{5};  // without being told
/// Where a stream of somebody begins of whom no event is kept.
constexpr const char* nowhere = "00000000-0000-0000-0000-000000000000";

struct EventWire {
    std::string type;
    std::optional<std::string> subject_id;
    std::optional<RunWire> run;
};
BOOST_DESCRIBE_STRUCT(EventWire, (), (type, subject_id, run))

http::Event event_of(sql::Connection& c, const std::string& user, const store::Event& e) {
    EventWire out{e.name, e.subject_id, {}};
    if (e.name == "settings") out.subject_id.reset();
    if (e.name == "run") {
        const auto run = store::find_run(c, user, e.subject_id);
        if (run && *run) out.run = to_wire(**run);
    }
    return {e.id, e.name, json::to_json(out)};
}

/// Of the stream itself, nowhere stored.
http::Event own_event(const char* type) {
    return {{}, type, json::to_json(EventWire{type, {}, {}})};
}

/// What a look into the database says for the streams of one person.
struct News {
    std::vector<http::Event> events;
    std::set<std::string> ended;  ///< Credentials that let nobody in any more.
    Timestamp now;
};

Result<News> find_news(sql::Connection& c, const std::string& user, const std::string& after,
                       const std::set<std::string>& credentials, Timestamp now) {
    News out;
    out.now = now;
    for (const std::string& id : credentials) {
        const auto in_force = store::is_in_force(c, user, id, now);
        if (!in_force) return std::unexpected(in_force.error());
        if (!*in_force) out.ended.insert(id);
    }
    const auto rows = store::list_events(c, user, after, at_once);
    if (!rows) return std::unexpected(rows.error());
    for (const store::Event& e : *rows) out.events.push_back(event_of(c, user, e));
    return out;
}

}  // namespace

/// One thread reads what is new for everybody who listens and hands it to their streams.
struct LiveEvents::Core {
    struct Listening {
        std::shared_ptr<http::EventStream> stream;
        std::string credential;  ///< Of the session or token that opened it.
        std::string after;
        std::optional<Timestamp> ends_at;  ///< Of a token whose end is stored nowhere here.
    };

    explicit Core(const Parts& p) : parts(p) {}
    const Parts& parts;
    std::mutex mutex;
    std::condition_variable wake;
    std::multimap<std::string, Listening> open;  ///< By person.
    std::set<std::string> news;                  ///< People with new events.
    bool everybody = false;
    bool stopping = false;
    sql::Listener of_events;
    sql::Listener of_credentials;
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

    /// Sends what a person's streams have not had yet, and ends those whose session has ended. Reading
    /// happens without the lock.
    void deliver(const std::string& user, std::unique_lock<std::mutex>& lock) {
        std::string after = "~";
        std::set<std::string> credentials;
        const auto [first, last] = open.equal_range(user);
        for (auto i = first; i != last; ++i) {
            after = std::min(after, i->second.after);
            credentials.insert(i->second.credential);
        }
        lock.unlock();
        const auto found = parts.database.read(
            [&](sql::Connection& c) { return find_news(c, user, after, credentials, parts.clock()); });
        lock.lock();
        if (!found) return;
        std::vector<Listening> listening;
        const auto [from, until] = open.equal_range(user);
        for (auto i = from; i != until; ++i) {
            // What came meanwhile has its own turn; so has one that wants what was before these.
            if (!credentials.contains(i->second.credential) || i->second.after < after) continue;
            listening.push_back(i->second);
            if (!found->events.empty()) i->second.after = std::max(i->second.after, found->events.back().id);
        }
        if (found->events.size() == at_once) news.insert(user);
        // A stream that closes takes the lock.
        lock.unlock();
        for (const Listening& l : listening) send(l, *found);
        lock.lock();
    }

    static void send(const Listening& to, const News& news) {
        if (news.ended.contains(to.credential) || (to.ends_at && *to.ends_at <= news.now)) {
            to.stream->push(own_event("signed_out"));
            return to.stream->close();
        }
        for (const http::Event& event : news.events) {
            if (event.id > to.after) to.stream->push(event);
        }
    }

    void forget(const std::string& user, const http::EventStream* stream) {
        const std::lock_guard lock(mutex);
        const auto [first, last] = open.equal_range(user);
        for (auto i = first; i != last; ++i) {
            if (i->second.stream.get() != stream) continue;
            open.erase(i);
            break;
        }
    }

    /// Where a stream goes on: behind the event that the client had last, or behind the newest.
    struct Start {
        std::string after;
        bool lost = false;  ///< What came in between is not kept.
    };
    [[nodiscard]] Result<Start> start(const std::string& user, std::string_view last_event_id) const {
        return parts.database.read([&](sql::Connection& c) -> Result<Start> {
            const auto newest = store::latest_event(c, user);
            if (!newest) return std::unexpected(newest.error());
            const std::string here = newest->empty() ? nowhere : *newest;
            if (last_event_id.empty() || last_event_id == here) return Start{here};
            const auto kept = store::is_kept(c, user, last_event_id);
            if (!kept) return std::unexpected(kept.error());
            return *kept ? Start{std::string(last_event_id)} : Start{here, true};
        });
    }
};

LiveEvents::LiveEvents(const Parts& parts) : core_(std::make_shared<Core>(parts)) {
    const auto told = [core = core_.get()](std::string_view user) { core->told(user); };
    core_->of_events = parts.database.listen(store::events_channel, told);
    core_->of_credentials = parts.database.listen(store::credentials_channel, told);
    core_->thread = std::thread([core = core_.get()] { core->run(); });
}

LiveEvents::~LiveEvents() {
    core_->of_events.reset();
    core_->of_credentials.reset();
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

Result<std::shared_ptr<http::EventStream>> LiveEvents::open(const http::Caller& caller,
                                                            std::string_view last_event_id,
                                                            std::optional<Timestamp> ends_at) {
    const auto start = core_->start(caller.user_id, last_event_id);
    if (!start) return std::unexpected(start.error());
    auto stream = std::make_shared<http::EventStream>();
    stream->push({start->after, {}, {}});  // who is cut off before the first event comes back to here
    if (start->lost) stream->push(own_event("resync"));
    {
        const std::lock_guard lock(core_->mutex);
        if (core_->open.count(caller.user_id) >= most_streams)
            return fail(ErrorCode::rate_limited, "too many pages listen at once", {}, "Close one");
        core_->open.emplace(caller.user_id,
                            Core::Listening{stream, caller.session_id, start->after, ends_at});
    }
    stream->on_close([weak = std::weak_ptr(core_), user = caller.user_id, raw = stream.get()] {
        if (const auto core = weak.lock()) core->forget(user, raw);
    });
    core_->told(caller.user_id);
    return stream;
}

void add_event_routes(http::Router& router, const Parts&, LiveEvents& live) {
    router.add({.method = http::Method::get,
                .pattern = "/api/events",
                .handler = [&live](const Call& call) -> Answer<Response> {
                    auto stream = live.open(call.caller, call.request.header("Last-Event-ID").value_or(""),
                                            end_of_token(call.request));
                    if (!stream) return std::unexpected(std::move(stream.error()));
                    return http::event_reply(std::move(*stream));
                },
                .streams = true});
}

}  // namespace headway::api

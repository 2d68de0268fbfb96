// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/access_log.hpp"

#include <mutex>
#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "json/writer.hpp"

namespace headway::http {
namespace {

constexpr std::size_t waiting_writes = 1024;
constexpr std::size_t handed_over_at = 16 * 1024;  ///< Bytes.

void add(json::Writer& w, std::string_view name, std::string_view value) {
    w.key(name);
    w.string(value);
}

/// Keeps the thread that writes alive as long as its logger.
struct Writing {
    std::shared_ptr<spdlog::details::thread_pool> thread;
    std::shared_ptr<spdlog::logger> logger;
    std::unique_ptr<AccessLog> log;
    ~Writing() { log->flush(); }
};

}  // namespace

void AccessLog::put(std::string line, Urgency urgency) {
    const std::scoped_lock lock(mutex_);
    if (waiting_.empty()) {
        waiting_ = std::move(line);
    } else {
        waiting_ += '\n';
        waiting_ += line;
    }
    if (urgency == Urgency::can_wait && waiting_.size() < handed_over_at) return;
    const auto level = urgency == Urgency::error     ? spdlog::level::err
                       : urgency == Urgency::warning ? spdlog::level::warn
                                                     : spdlog::level::info;
    logger_->log(level, waiting_);
    waiting_.clear();
}

void AccessLog::request(const AccessEntry& entry) {
    json::Writer w(false);
    w.open('{');
    add(w, "time", to_string(entry.time));
    add(w, "level", entry.slow ? "warn" : "info");
    add(w, "event", "request");
    add(w, "request_id", entry.request_id);
    add(w, "method", entry.method);
    add(w, "route", entry.route);
    w.key("status");
    w.integer(entry.status);
    w.key("ms");
    w.number(static_cast<double>(entry.took.count()) / 1000.0);
    w.key("bytes");
    w.integer(static_cast<std::int64_t>(entry.bytes));
    if (!entry.user_id.empty()) add(w, "user_id", entry.user_id);
    if (entry.slow) {
        w.key("slow");
        w.boolean(true);
    }
    w.close('}');
    put(w.take(), entry.slow ? Urgency::warning : Urgency::can_wait);
}

void AccessLog::failure(Timestamp time, std::string_view request_id, std::string_view route,
                        const Error& error) {
    json::Writer w(false);
    w.open('{');
    add(w, "time", to_string(time));
    add(w, "level", "error");
    add(w, "event", "failure");
    add(w, "request_id", request_id);
    add(w, "route", route);
    add(w, "code", to_string(error.code));
    add(w, "message", error.message());
    w.close('}');
    put(w.take(), Urgency::error);
}

void AccessLog::event(Timestamp time, std::string_view name, LogFields fields) {
    json::Writer w(false);
    w.open('{');
    add(w, "time", to_string(time));
    add(w, "level", "info");
    add(w, "event", name);
    for (const auto& [field, value] : fields) {
        if (const auto* text = std::get_if<std::string_view>(&value)) {
            add(w, field, *text);
        } else {
            w.key(field);
            w.integer(std::get<std::int64_t>(value));
        }
    }
    w.close('}');
    put(w.take(), Urgency::at_once);
}

void AccessLog::flush() {
    const std::scoped_lock lock(mutex_);
    if (!waiting_.empty()) logger_->log(spdlog::level::info, waiting_);
    waiting_.clear();
    logger_->flush();
}

Result<std::shared_ptr<AccessLog>> open_access_log(const std::string& path) {
    try {
        spdlog::sink_ptr sink;
        if (path == "-") {
            sink = std::make_shared<spdlog::sinks::stderr_sink_mt>();
        } else {
            sink = std::make_shared<spdlog::sinks::basic_file_sink_mt>(path);
        }
        auto writing = std::make_shared<Writing>();
        writing->thread = std::make_shared<spdlog::details::thread_pool>(waiting_writes, 1);
        writing->logger = std::make_shared<spdlog::async_logger>(
            "access", std::move(sink), writing->thread, spdlog::async_overflow_policy::overrun_oldest);
        writing->logger->set_pattern("%v");
        writing->logger->flush_on(spdlog::level::warn);
        writing->log = std::make_unique<AccessLog>(writing->logger);
        AccessLog* log = writing->log.get();
        return std::shared_ptr<AccessLog>(std::move(writing), log);
    } catch (const spdlog::spdlog_ex& e) {
        return fail(ErrorCode::unavailable, std::string("the log cannot be opened: ") + e.what(), path);
    }
}

}  // namespace headway::http

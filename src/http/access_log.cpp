// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/access_log.hpp"

#include <spdlog/async.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "json/writer.hpp"

namespace headway::http {
namespace {

constexpr std::size_t waiting_lines = 8192;

void add(json::Writer& w, std::string_view name, std::string_view value) {
    w.key(name);
    w.string(value);
}

/// Keeps the thread that writes alive as long as its logger.
struct Writing {
    std::shared_ptr<spdlog::details::thread_pool> thread;
    std::shared_ptr<spdlog::logger> logger;
    std::unique_ptr<AccessLog> log;
    ~Writing() { logger->flush(); }
};

}  // namespace

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
    logger_->log(entry.slow ? spdlog::level::warn : spdlog::level::info, w.take());
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
    logger_->log(spdlog::level::err, w.take());
}

void AccessLog::flush() {
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
        writing->thread = std::make_shared<spdlog::details::thread_pool>(waiting_lines, 1);
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

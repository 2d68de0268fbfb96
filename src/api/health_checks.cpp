// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/health_checks.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "store/health.hpp"

namespace headway::api {
namespace {

constexpr std::uint64_t gigabyte = 1'000'000'000;
constexpr std::chrono::minutes clock_slack{2};
constexpr std::chrono::minutes longest_wait{5};

HealthCheck failing(std::string name, const Error& e) {
    return {std::move(name), "failing",
            e.code == ErrorCode::internal ? std::string("It does not answer as it should.") : e.what,
            e.fix.empty() ? std::optional<std::string>("Look into the log of the server.") : e.fix};
}

HealthCheck check_database(const Parts& parts) {
    const auto schema = store::schema_state(parts.database);
    if (!schema) return failing("database", schema.error());
    const bool sqlite = parts.database.dialect() == sql::Dialect::sqlite;
    std::string detail = fmt::format("{}, schema {}.", sqlite ? "SQLite" : "PostgreSQL", schema->applied);
    if (schema->missing > 0)
        return {"database", "failing", std::move(detail), "Run `headway migrate` and start again."};
    return {"database", "ok", std::move(detail), {}};
}

HealthCheck check_files(const Parts& parts) {
    if (auto ok = parts.files.check(); !ok) return failing("files", ok.error());
    return {"files", "ok", "They can be written, read and removed.", {}};
}

HealthCheck check_disk(const Parts& parts) {
    if (parts.policy.data_folder.empty()) return {"disk", "off", "No folder of this machine is used.", {}};
    std::error_code error;
    const auto space = std::filesystem::space(parts.policy.data_folder, error);
    if (error)
        return {"disk", "failing", "The data folder cannot be read.",
                "Check that it is there and belongs to the user of the program."};
    return judge_disk(space.available, space.capacity);
}

HealthCheck check_packs(const Parts& parts) {
    std::string detail;
    for (const ontology::Pack& p : parts.knowledge.catalog.packs())
        detail += fmt::format("{}{} {}", detail.empty() ? "" : ", ", p.name(), p.release());
    if (detail.empty())
        return {"packs", "failing", "No framework of skills is open.", "Install the program's data folder."};
    return {"packs", "ok", detail + ".", {}};
}

HealthCheck check_clock(const Parts& parts) {
    const auto latest = parts.database.read([](sql::Connection& c) { return store::latest_time(c); });
    if (!latest) return failing("clock", latest.error());
    const Timestamp now = parts.clock();
    if (*latest && **latest > now + clock_slack)
        return {"clock", "warning", "The clock is behind what is in the database: " + to_string(now) + ".",
                "Set the clock of this machine, best by NTP."};
    return {"clock", "ok", to_string(now), {}};
}

HealthCheck check_queue(const Parts& parts) {
    const auto waiting = parts.database.read(
        [&](sql::Connection& c) { return store::count_waiting_runs(c, parts.clock() - longest_wait); });
    if (!waiting) return failing("queue", waiting.error());
    if (*waiting > 0)
        return {"queue", "warning", fmt::format("{} runs wait for more than five minutes.", *waiting),
                "Check that a worker runs, or start another with `headway work`."};
    return {"queue", "ok", "No run waits for long.", {}};
}

}  // namespace

HealthCheck judge_disk(std::uint64_t free, std::uint64_t size) {
    const std::uint64_t percent = size == 0 ? 0 : free * 100 / size;
    std::string detail = fmt::format("{} % of the disk is free ({:.1f} GB).", percent,
                                     static_cast<double>(free) / static_cast<double>(gigabyte));
    if (free < gigabyte / 5)
        return {"disk", "failing", std::move(detail), "Free at least 2 GB now: writing may fail."};
    if (free < 2 * gigabyte) return {"disk", "warning", std::move(detail), "Free at least 2 GB."};
    return {"disk", "ok", std::move(detail), {}};
}

std::vector<HealthCheck> check_health(const Parts& parts) {
    return {check_database(parts), check_files(parts), check_disk(parts),
            check_packs(parts),    check_clock(parts), check_queue(parts)};
}

std::string worst_of(const std::vector<HealthCheck>& checks) {
    const auto any = [&](std::string_view status) {
        return std::any_of(checks.begin(), checks.end(), [&](const auto& c) { return c.status == status; });
    };
    return any("failing") ? "failing" : any("warning") ? "warning" : "ok";
}

}  // namespace headway::api

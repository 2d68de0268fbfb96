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
constexpr std::chrono::seconds patience{5};  // with each server that is looked at

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
    return {"files", "ok", "They can be written, read and removed " + parts.files.place() + ".", {}};
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

HealthCheck check_model(const Parts& parts) {
    const auto stored = parts.database.read([](sql::Connection& c) { return store::get_server_model(c); });
    if (!stored) return failing("model", stored.error());
    return judge_model(parts.models, *stored);
}

HealthCheck check_sign_in(const Parts& parts) {
    return judge_issuer(parts.issuer);
}

HealthCheck check_mail(const Parts& parts) {
    return judge_mail(parts.mail == nullptr ? nullptr : &parts.mail->server);
}

}  // namespace

HealthCheck judge_mail(const net::MailServer* server) {
    if (server == nullptr)
        return {"mail", "off", "No mail is sent: no reminders, and forgotten passwords stay forgotten.",
                "Set smtp-url and mail-from to have it."};
    const auto works = net::greet(*server);
    if (works) return {"mail", "ok", server->url + " answers.", {}};
    return {"mail", "warning", fmt::format("{}: {}.", server->url, works.error().what),
            works.error().fix.empty() ? "Check smtp-url." : works.error().fix + "."};
}

HealthCheck judge_issuer(identity::Issuer* issuer) {
    if (issuer == nullptr)
        return {"single_sign_on", "off", "Nobody signs in by another service.",
                "Set oidc-issuer and oidc-client-id to have that."};
    const std::string& name = issuer->settings().issuer;
    const auto keys = issuer->check();
    if (!keys)
        return {"single_sign_on", "warning", fmt::format("{}: {}.", name, keys.error().what),
                keys.error().fix.empty() ? "Check oidc-issuer." : keys.error().fix + "."};
    return {"single_sign_on", "ok", fmt::format("{} answers and has {} keys.", name, *keys), {}};
}

HealthCheck judge_model(const flows::Models& models, const store::ServerModel& stored) {
    const auto used = flows::server_model(models, stored);
    if (!used)
        return {"model", "off", "No language model is configured: answers come from reports, by fixed rules.",
                "Set one up on the page of administrators, or set llm-url and llm-model."};
    const bool configured = used->by == flows::NamedBy::configuration;
    const std::string who = fmt::format("{} at {}", used->endpoint.model, llm::host_of(used->endpoint));
    std::string named = configured ? "The configuration names it." : "An administrator has set it up.";
    if (configured && !stored.base_url.empty()) named += " What an administrator has set up is not used.";
    const char* fix = configured ? "Check llm-url, llm-model and llm-key."
                                 : "Check address, name and key on the page of administrators.";
    const auto endpoint = flows::opened(models, *used);
    if (!endpoint)
        return {"model", "warning", fmt::format("{}: {}. {}", who, endpoint.error().what, named),
                "Give all processes the same secret-key, or enter the key again."};
    const auto works = models.client.check(*endpoint);
    if (!works)
        return {"model", "warning", fmt::format("{}: {}. {}", who, works.error().what, named),
                works.error().fix.empty() ? std::string(fix) : works.error().fix + "."};
    return {"model", "ok", fmt::format("{} answers. {}", who, named), {}};
}

HealthCheck judge_vectors(const flows::ChromaSkills* chroma) {
    if (chroma == nullptr)
        return {"vectors", "off", "Vectors of skills are kept by the program itself.",
                "Set chroma-url to keep them in Chroma."};
    const auto until = std::chrono::steady_clock::now() + patience;
    const auto there = chroma->check([until] { return std::chrono::steady_clock::now() < until; });
    if (there)
        return {"vectors",
                "ok",
                fmt::format("Chroma at {} holds {} skills.", chroma->client().host(), *there),
                {}};
    return {"vectors", "warning", there.error().what + "; the program's own index answers.",
            there.error().fix.empty() ? "Check chroma-url." : there.error().fix + "."};
}

std::vector<HealthCheck> judge_boards(const boards::Keys& keys) {
    const auto check = [](const char* name, bool has_key, std::string used, const char* fix) {
        return has_key ? HealthCheck{name, "ok", std::move(used), {}}
                       : HealthCheck{name, "off", "It is not asked for jobs.", fix};
    };
    return {check("adzuna", !keys.adzuna_id.empty() && !keys.adzuna_key.empty(),
                  "Configured, for jobs of the country " + keys.adzuna_country + ".",
                  "Set adzuna-id and adzuna-key to have it."),
            check("usajobs", !keys.usajobs_email.empty() && !keys.usajobs_key.empty(), "Configured.",
                  "Set usajobs-email and usajobs-key to have it.")};
}

HealthCheck judge_disk(std::uint64_t free, std::uint64_t size) {
    const std::uint64_t percent = size == 0 ? 0 : free * 100 / size;
    std::string detail = fmt::format("{}% of the disk is free ({:.1f} GB).", percent,
                                     static_cast<double>(free) / static_cast<double>(gigabyte));
    if (free < gigabyte / 5)
        return {"disk", "failing", std::move(detail), "Free at least 2 GB now: writing may fail."};
    if (free < 2 * gigabyte) return {"disk", "warning", std::move(detail), "Free at least 2 GB."};
    return {"disk", "ok", std::move(detail), {}};
}

std::vector<HealthCheck> check_health(const Parts& parts) {
    return {check_database(parts), check_files(parts),   check_disk(parts),
            check_packs(parts),    check_clock(parts),   check_queue(parts),
            check_model(parts),    check_sign_in(parts), check_mail(parts)};
}

std::string worst_of(const std::vector<HealthCheck>& checks) {
    const auto any = [&](std::string_view status) {
        return std::any_of(checks.begin(), checks.end(), [&](const auto& c) { return c.status == status; });
    };
    return any("failing") ? "failing" : any("warning") ? "warning" : "ok";
}

}  // namespace headway::api

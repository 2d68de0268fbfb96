// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/doctor_checks.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include "app/backend.hpp"
#include "app/stored_files.hpp"
#include "app/version.hpp"
#include "base/bytes.hpp"
#include "document/document.hpp"
#include "document/ocr.hpp"
#include "files/folder_store.hpp"
#include "store/archive.hpp"
#include "store/health.hpp"
#include "store/users.hpp"

namespace headway::app {
namespace {

namespace fs = std::filesystem;
using api::HealthCheck;

constexpr std::chrono::minutes clock_slack{2};
constexpr std::chrono::minutes longest_wait{5};
constexpr Timestamp release_of_this_program{1'795'000'000'000'000};  // November 2026: no clock is before it
constexpr std::string_view sqlite_prefix = "sqlite:";
constexpr std::size_t largest_secret = 1024;

HealthCheck failing(std::string name, const Error& e, const char* fix) {
    std::string what = e.where.empty() ? e.what : e.where + ": " + e.what;
    return {std::move(name), "failing", what + ".", e.fix.empty() ? std::string(fix) : e.fix + "."};
}

HealthCheck check_folder(const Configuration& c) {
    std::error_code e;
    if (!fs::exists(c.folder, e))
        return {"folder", "warning", c.folder + " is not there yet.",
                "The first start of the server makes it."};
    auto files = files::FolderStore::open(c.folder + "/files");
    if (!files) return failing("folder", files.error(), "Check its owner and permissions.");
    if (auto works = (*files)->check(); !works)
        return failing("folder", works.error(), "Check its owner and permissions.");
    return {"folder", "ok", c.folder + ": files can be written, read and removed.", {}};
}

HealthCheck check_disk(const Configuration& c) {
    std::error_code e;
    fs::path place = c.folder;
    while (!fs::exists(place, e) && place.has_parent_path() && place != place.parent_path())
        place = place.parent_path();
    const auto space = fs::space(place.empty() ? fs::path(".") : place, e);
    if (e) return {"disk", "failing", "The disk cannot be asked: " + e.message() + ".", "Check the folder."};
    return api::judge_disk(space.available, space.capacity);
}

HealthCheck check_open_files(const Configuration& c) {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    const auto wanted = static_cast<rlim_t>(c.connections) + 200;
    std::string detail =
        fmt::format("{} files may be open, {} connections are allowed.", limit.rlim_cur, c.connections);
    if (limit.rlim_cur >= wanted) return {"open_files", "ok", std::move(detail), {}};
    return {"open_files", "warning", std::move(detail),
            fmt::format("Raise the limit (ulimit -n {}, or LimitNOFILE= in the systemd unit) or lower "
                        "connections.",
                        wanted)};
}

HealthCheck check_reader(const Configuration& c) {
    const auto read =
        document::read_document("<html><body><p>Anything</p></body></html>", "a.html", c.reading);
    if (!read) return failing("documents", read.error(), "A kernel with seccomp is needed.");
    if (!read->warnings.empty())
        return {"documents", "warning", read->warnings.front(), "Run on a kernel with seccomp."};
    return {"documents", "ok", "They are read in a confined process.", {}};
}

HealthCheck check_tesseract(const Configuration& c) {
    if (!c.reading.ocr) return {"tesseract", "off", "Scanned pages are not read.", "Set ocr to yes."};
    const std::string path = document::find_tesseract();
    if (path.empty())
        return {"tesseract", "off", "Scanned pages are not read.",
                "Install tesseract-ocr and the languages that people write in."};
    return {"tesseract", "ok", path, {}};
}

HealthCheck check_packs() {
    const auto knowledge = KnowledgeBase::open();  // checks every checksum
    if (!knowledge) return failing("packs", knowledge.error(), "Install the program's data folder again.");
    std::string detail;
    for (const ontology::Pack& p : (*knowledge)->knowledge().catalog.packs())
        detail += fmt::format("{}{} {}", detail.empty() ? "" : ", ", p.name(), p.release());
    return {"packs", "ok", detail + ", checksums right.", {}};
}

HealthCheck check_schema(const std::vector<store::AppliedStep>& steps) {
    const std::size_t known = store::known_steps();
    std::string detail = fmt::format("{} of {} steps applied.", steps.size(), known);
    if (steps.size() > known)
        return {"schema", "failing", "The database was written by a newer version of the program.",
                "Start that version or a later one; going back would lose data."};
    if (steps.size() < known)
        return {"schema", "warning", std::move(detail), "Run headway migrate, or start the server."};
    return {"schema", "ok", std::move(detail), {}};
}

HealthCheck check_durability(const store::DatabaseFacts& facts) {
    std::string detail;
    bool good = true;
    for (const store::DatabaseSetting& s : facts.settings) {
        detail += fmt::format("{}{} = {}", detail.empty() ? "" : ", ", s.name, s.value);
        good = good && s.value != "off" && (s.name != "journal_mode" || s.value == "wal");
    }
    if (good) return {"durability", "ok", detail + ".", {}};
    return {"durability", "warning", detail + ".",
            "A power cut may lose what was saved: switch these on in the database's configuration."};
}

HealthCheck check_clock(const store::DatabaseFacts& facts, const std::optional<Timestamp>& latest) {
    const Timestamp now = system_now();
    const auto apart = now > facts.now ? now - facts.now : facts.now - now;
    if (now < release_of_this_program)
        return {"clock", "failing", "It says " + to_string(now) + ".", "Set the clock, best by NTP."};
    if (apart > clock_slack)
        return {"clock", "warning", "This machine and the database's are minutes apart.",
                "Set both clocks, best by NTP."};
    if (latest && *latest > now + clock_slack)
        return {"clock", "warning", "It is behind what is in the database: " + to_string(now) + ".",
                "Set the clock of this machine, best by NTP."};
    return {"clock", "ok", to_string(now), {}};
}

HealthCheck check_bucket(const Configuration& c) {
    if (c.s3.bucket.empty())
        return {"bucket", "off", "Uploaded files lie in the folder.",
                "Set s3-bucket to have them elsewhere."};
    auto files = open_files(c, FilePlace::s3);
    if (!files) return failing("bucket", files.error(), "Check the settings that begin with s3-.");
    if (auto works = (*files)->check(); !works)
        return failing("bucket", works.error(), "Check the settings that begin with s3-.");
    return {"bucket", "ok", "Files can be written, read and removed " + (*files)->place() + ".", {}};
}

HealthCheck check_vectors(const Configuration& c) {
    if (c.chroma_url.empty()) return api::judge_vectors(nullptr);
    const auto base = KnowledgeBase::open();
    if (!base) return failing("vectors", base.error(), "Install the program's data folder again.");
    VectorStore store(c, (*base)->knowledge());
    return api::judge_vectors(store.chroma());
}

/// What administrators have set up; nothing where there is no database of this schema yet.
Result<store::ServerModel> stored_model(const Configuration& c) {
    std::error_code e;
    if (c.database.starts_with(sqlite_prefix) && !fs::exists(c.database.substr(sqlite_prefix.size()), e))
        return store::ServerModel();
    sql::Settings settings;
    settings.url = c.database;
    const auto database = sql::Database::open(settings);
    if (!database) return std::unexpected(database.error());
    return (*database)->read([](sql::Connection& connection) -> Result<store::ServerModel> {
        const auto steps = store::applied_steps(connection);
        if (!steps) return std::unexpected(steps.error());
        if (steps->size() != store::known_steps()) return store::ServerModel();
        return store::get_server_model(connection);
    });
}

HealthCheck check_model(const Configuration& c) {
    const auto stored = stored_model(c);
    const auto configured = model_endpoint(c);
    if (!stored && !configured)
        return {"model", "off", "The database cannot be asked whether administrators have set one up.",
                "See what is said of the database."};
    // Only read: a secret that is made here would be none of the server's.
    const std::string secret = c.secret_key.empty()
                                   ? read_file(c.folder + "/secret.key", largest_secret).value_or("")
                                   : c.secret_key;
    llm::Client client{llm::Settings()};
    const llm::KeyBox keys(secret);
    return api::judge_model({client, keys, configured}, stored.value_or(store::ServerModel()));
}

/// What is asked in one snapshot.
struct Answers {
    std::vector<store::AppliedStep> steps;
    store::DatabaseFacts facts;
    std::optional<Timestamp> latest;
    std::string damage;
    std::int64_t admins = 0;
    std::int64_t waiting = 0;
};

Result<Answers> ask(sql::Database& database) {
    return database.read([](sql::Connection& c) -> Result<Answers> {
        Answers out;
        auto facts = store::database_facts(c, system_now);
        if (!facts) return pass_on(facts);
        out.facts = std::move(*facts);
        auto steps = store::applied_steps(c);
        if (!steps) return pass_on(steps);
        out.steps = std::move(*steps);
        auto damage = store::find_damage(c);
        if (!damage) return pass_on(damage);
        out.damage = std::move(*damage);
        if (out.steps.size() != store::known_steps()) return out;
        auto latest = store::latest_time(c);
        if (!latest) return pass_on(latest);
        out.latest = *latest;
        const auto admins = store::count_admins(c);
        if (!admins) return std::unexpected(admins.error());
        out.admins = *admins;
        const auto waiting = store::count_waiting_runs(c, system_now() - longest_wait);
        if (!waiting) return std::unexpected(waiting.error());
        out.waiting = *waiting;
        return out;
    });
}

}  // namespace

std::vector<HealthCheck> check_machine(const Configuration& c) {
    return {check_folder(c), check_disk(c),      check_open_files(c),
            check_reader(c), check_tesseract(c), check_packs()};
}

std::vector<HealthCheck> check_database(const Configuration& c) {
    std::error_code e;
    const bool sqlite = c.database.starts_with(sqlite_prefix);
    if (sqlite && !fs::exists(c.database.substr(sqlite_prefix.size()), e))
        return {{"database", "warning", c.database + " is not there yet.",
                 "The first start of the server makes it."}};
    sql::Settings settings;
    settings.url = c.database;
    const auto database = sql::Database::open(settings);
    if (!database) return {failing("database", database.error(), "Check the setting database.")};
    const auto answers = ask(**database);
    if (!answers) return {failing("database", answers.error(), "Check the database and its rights.")};
    std::vector<HealthCheck> out;
    out.push_back(
        {"database", "ok", (sqlite ? "SQLite " : "PostgreSQL ") + answers->facts.version + ".", {}});
    if (!answers->damage.empty())
        out.back() = {"database", "failing", "The file is damaged: " + answers->damage + ".",
                      "Stop the server, keep a copy of the file, and restore the last backup."};
    out.push_back(check_schema(answers->steps));
    out.push_back(check_durability(answers->facts));
    out.push_back(check_clock(answers->facts, answers->latest));
    if (out[1].status != "ok") return out;
    out.push_back(answers->waiting > 0
                      ? HealthCheck{"queue", "warning",
                                    fmt::format("{} runs wait for more than five minutes.", answers->waiting),
                                    "Check that a worker runs, or start another with headway work."}
                      : HealthCheck{"queue", "ok", "No run waits for long.", {}});
    out.push_back(
        answers->admins == 0
            ? HealthCheck{"administrator", "warning", "There is none.",
                          "Make one with headway user add you@example.org --admin."}
            : HealthCheck{"administrator", "ok", fmt::format("There are {}.", answers->admins), {}});
    return out;
}

std::vector<HealthCheck> check_public_side(const Configuration& c) {
    const bool local =
        c.listen.starts_with("127.") || c.listen.starts_with("[::1]") || c.listen.starts_with("localhost");
    const bool https = c.public_origin.starts_with("https://");
    std::vector<HealthCheck> out;
    if (c.public_origin.empty() && !local) {
        out.push_back({"public_origin", "warning",
                       "Others can reach " + c.listen + ", but no public origin is set.",
                       "Set public-origin to the address that people type, with https."});
    } else if (!c.public_origin.empty() && !https) {
        out.push_back({"public_origin", "warning",
                       c.public_origin + ": passwords and cookies travel unencrypted.",
                       "Put a proxy with TLS in front and set public-origin to its https address."});
    } else {
        out.push_back(
            {"public_origin", "ok", c.public_origin.empty() ? "This machine only." : c.public_origin, {}});
    }
    out.push_back({"cookies", "ok", https ? "Sent over https only." : "Also sent over http.", {}});
    if (https && c.trusted_proxies.empty())
        out.push_back({"proxy", "warning",
                       "TLS ends at a proxy, but none is trusted: all clients look like it.",
                       "Set trusted-proxies to its address, such as 127.0.0.1."});
    return out;
}

std::vector<HealthCheck> check_outside(const Configuration& c) {
    const auto issuer = make_issuer(c, system_now);
    const net::MailServer server = mail_server(c);
    std::vector<HealthCheck> out = {check_bucket(c), check_vectors(c), check_model(c),
                                    api::judge_issuer(issuer.get()),
                                    api::judge_mail(c.smtp_url.empty() ? nullptr : &server)};
    for (HealthCheck& check : api::judge_boards(board_keys(c))) out.push_back(std::move(check));
    return out;
}

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "api/credentials.hpp"
#include "api/fetch_schedules.hpp"
#include "api/mailing.hpp"
#include "api/routes.hpp"
#include "app/kept_secret.hpp"
#include "app/paths.hpp"
#include "app/run_kinds.hpp"
#include "app/stored_files.hpp"
#include "app/version.hpp"
#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "flows/housekeeping.hpp"
#include "flows/letter_rounds.hpp"
#include "flows/shared_pace.hpp"
#include "sql/migrations.hpp"

namespace headway::app {
namespace {

constexpr std::chrono::minutes tidy_interval{10};
constexpr std::size_t largest_corpus = std::size_t{16} << 20U;

Result<void> read_corpus(career::LearningCorpus& corpus, const ontology::Catalog& catalog) {
    const auto folder = find_data_file("learning");
    if (!folder) return std::unexpected(folder.error());
    std::vector<std::string> names;
    std::error_code e;
    for (const auto& entry : std::filesystem::directory_iterator(*folder, e)) {
        if (entry.path().extension() == ".tsv") names.push_back(entry.path().string());
    }
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) {
        const auto text = read_file(name, largest_corpus);
        if (!text) return std::unexpected(text.error());
        if (auto added = corpus.add(*text, name, catalog); !added) return added;
    }
    return {};
}

const std::vector<std::string>& sample_names() {
    static const std::vector<std::string> names = {"accountant", "backend", "chef",      "data",    "farm",
                                                   "logistics",  "nurse",   "paralegal", "teacher", "welder"};
    return names;
}

Result<api::Sample> read_sample(const std::string& name, const document::Limits& limits) {
    if (std::find(sample_names().begin(), sample_names().end(), name) == sample_names().end())
        return fail(ErrorCode::not_found, "there is no such sample");
    for (const char* ending : {".pdf", ".docx", ".html", ".txt"}) {
        const auto path = find_data_file("../samples/resume-" + name + ending);
        if (!path) continue;
        const auto bytes = read_file(*path, std::size_t{4} << 20U);
        if (!bytes) return std::unexpected(bytes.error());
        auto resume = document::read_document(*bytes, *path, limits);
        if (!resume) return pass_on(resume);
        const auto job = find_data_file("../samples/job-" + name + ".txt");
        if (!job) return std::unexpected(job.error());
        auto text = read_file(*job, std::size_t{1} << 20U);
        if (!text) return pass_on(text);
        return api::Sample{"resume-" + name + ending, std::move(*resume), std::move(*text)};
    }
    return fail(ErrorCode::not_found, "the samples were not installed");
}

/// All processes of the database keep one pace, by the time of the world and not of a test.
std::unique_ptr<net::PoliteClient> make_client(const Configuration& c, sql::Database& database) {
    net::Settings settings;
    settings.allow_private_addresses = c.allow_private_addresses;
    settings.user_agent = user_agent(c);
    net::Manners manners;
    manners.gap = std::chrono::milliseconds(c.request_gap);
    return std::make_unique<net::PoliteClient>(std::move(settings), manners,
                                               std::make_unique<flows::SharedPace>(database, system_now));
}

api::SignInPolicy sign_in_policy(const Configuration& c) {
    api::SignInPolicy out;
    out.name = c.oidc_name;
    out.links = c.oidc_first_sign_in.find("link") != std::string::npos;
    out.creates = c.oidc_first_sign_in.find("create") != std::string::npos;
    out.domains = c.oidc_domains;
    for (std::string& domain : out.domains)
        std::ranges::transform(domain, domain.begin(), [](char ch) {
            return static_cast<char>(ch >= 'A' && ch <= 'Z' ? ch + 32 : ch);
        });
    return out;
}

}  // namespace

std::unique_ptr<identity::Issuer> make_issuer(const Configuration& c, Clock clock) {
    if (c.oidc_issuer.empty()) return nullptr;
    return std::make_unique<identity::Issuer>(
        identity::Settings{c.oidc_issuer, c.oidc_client_id, c.oidc_client_secret, c.oidc_audience,
                           c.oidc_scopes, user_agent(c)},
        std::move(clock));
}

boards::Keys board_keys(const Configuration& c) {
    return {c.adzuna_id, c.adzuna_key, c.adzuna_country, c.usajobs_email, c.usajobs_key};
}

Result<std::unique_ptr<KnowledgeBase>> KnowledgeBase::open() {
    std::unique_ptr<KnowledgeBase> out(new KnowledgeBase());
    auto catalog = open_catalog();
    if (!catalog) return pass_on(catalog);
    out->catalog_ = std::make_unique<ontology::Catalog>(std::move(*catalog));
    auto linker = open_linker(*out->catalog_);
    if (!linker) return pass_on(linker);
    out->linker_ = std::make_unique<career::Linker>(std::move(*linker));
    out->engine_ = std::make_unique<career::Engine>(*out->catalog_, out->linker_.get());
    auto search = ontology::Search::open(*out->catalog_);
    if (!search) return pass_on(search);
    out->search_ = std::make_unique<ontology::Search>(std::move(*search));
    out->skill_keys_ = std::make_unique<ranking::SkillKeys>(*out->catalog_);
    out->occupations_ = std::make_unique<ranking::OccupationMap>(*out->catalog_);
    if (auto corpus = read_corpus(out->corpus_, *out->catalog_); !corpus) return pass_on(corpus);
    std::string packs;
    for (const auto& p : out->catalog_->packs()) packs += fmt::format("{:016x}", p.checksum());
    out->knowledge_ = std::make_unique<flows::Knowledge>(
        flows::Knowledge{*out->catalog_, out->linker_.get(), *out->engine_, out->corpus_, *out->search_,
                         *out->skill_keys_, *out->occupations_, std::string(program_version),
                         fmt::format("{}-{:016x}", program_version, hash64(packs))});
    return out;
}

Result<std::unique_ptr<Backend>> Backend::open(const Configuration& configuration, const KnowledgeBase& base,
                                               Clock clock, std::shared_ptr<http::AccessLog> log) {
    std::unique_ptr<Backend> out(new Backend(configuration, std::move(log)));
    std::error_code e;
    std::filesystem::create_directories(configuration.folder, e);
    if (e)
        return fail(ErrorCode::unavailable, "the folder cannot be made: " + e.message(), configuration.folder,
                    "Choose another with --folder");
    std::filesystem::permissions(configuration.folder, std::filesystem::perms::owner_all, e);
    sql::Settings settings;
    settings.url = configuration.database;
    // One for each thread of requests, connections and background work, so that none waits for another's.
    settings.readers = configuration.pool_threads + configuration.io_threads + configuration.workers;
    auto database = sql::Database::open(settings);
    if (!database) return pass_on(database);
    out->database_ = std::move(*database);
    if (auto migrated = sql::migrate(*out->database_, sql::shipped_migrations()); !migrated)
        return pass_on(migrated);
    auto files = open_files(configuration);
    if (!files) return pass_on(files);
    out->files_ = std::move(*files);
    auto key = configuration.cursor_key.empty() ? kept_secret(configuration.folder, "cursor.key")
                                                : configuration.cursor_key;
    if (!key) return pass_on(key);
    if (auto models = out->open_models(); !models) return pass_on(models);
    out->waiter_ = std::make_unique<work::RunWaiter>(*out->database_,
                                                     std::chrono::milliseconds(configuration.patience_ms));
    out->client_ = make_client(configuration, *out->database_);
    out->outside_ = std::make_unique<flows::Outside>(
        flows::Outside{*out->client_, board_keys(configuration), configuration.boards_origin});
    out->ranking_ = std::make_unique<flows::JobRanking>(*out->database_, base.knowledge(), clock);
    out->pathways_ = std::make_unique<flows::Pathways>(*out->database_, base.knowledge(), clock);
    out->vectors_ = std::make_unique<VectorStore>(configuration, base.knowledge());
    api::Policy policy;
    policy.registration_open = configuration.registration == "open";
    policy.public_origin = configuration.public_origin;
    policy.secure_cookies = configuration.public_origin.starts_with("https://");
    policy.session_days = configuration.session_days;
    policy.data_folder = configuration.folder;
    policy.sign_in = sign_in_policy(configuration);
    out->issuer_ = make_issuer(configuration, clock);
    if (!configuration.smtp_url.empty()) out->open_mail();
    out->parts_ = std::make_unique<api::Parts>(
        api::Parts{*out->database_, *out->files_, base.knowledge(), *out->waiter_, *out->ranking_,
                   *out->models_, *out->pathways_, http::CursorKey(std::move(*key)), clock, policy,
                   out->issuer_.get(), out->mail_.get()});
    out->turns_ = std::make_unique<api::ChatTurns>(*out->parts_);
    if (configuration.workers > 0) out->start_workers(clock);
    return out;
}

Result<void> Backend::open_models() {
    auto secret = configuration_.secret_key.empty() ? kept_secret(configuration_.folder, "secret.key")
                                                    : configuration_.secret_key;
    if (!secret) return pass_on(secret);
    keys_ = std::make_unique<llm::KeyBox>(*secret);
    llm::Settings settings;
    settings.user_agent = user_agent(configuration_);
    settings.people_may_ask_here = configuration_.private_models;
    model_client_ = std::make_unique<llm::Client>(std::move(settings));
    models_ = std::make_unique<flows::Models>(
        flows::Models{*model_client_, *keys_, model_endpoint(configuration_), configuration_.own_models});
    return {};
}

void Backend::open_mail() {
    std::string origin = configuration_.public_origin;
    while (origin.ends_with('/')) origin.pop_back();
    mail_ = std::make_unique<flows::Mail>(flows::Mail{
        mail_server(configuration_), configuration_.mail_from, std::move(origin), api::hash_secret,
        [this](const std::string& user_id) { return api::stop_address(*parts_, user_id); }});
}

void Backend::start_workers(const Clock& clock) {
    work::WorkerSettings work;
    work.threads = configuration_.workers;
    work.clock = clock;
    work.lease = std::chrono::seconds(configuration_.lease_seconds);
    if (log_) {
        work.ended = [this](const work::EndedRun& run) { log_run(run); };
        work.failed = [this](const std::string& where, const Error& error) {
            log_->failure(parts_->clock(), "-", where, error);
        };
    }
    worker_ = std::make_unique<work::Worker>(*database_,
                                             run_kinds(*parts_, *outside_, configuration_.reading), work);
}

void Backend::keep_house() {
    if (!worker_) return;
    housekeeping_ = std::make_unique<Housekeeping>([this] { return tidy_up(); }, tidy_interval);
}

void Backend::log_run(const work::EndedRun& run) {
    log_->event(parts_->clock(), "run",
                {{"run_id", run.id},
                 {"kind", run.kind},
                 {"state", run.state},
                 {"reason", run.reason},
                 {"attempts", run.attempts},
                 {"ms", static_cast<std::int64_t>(run.took.count())}});
}

void Backend::keep_vectors_in_step() {
    if (vectors_->chroma() == nullptr) return;
    const auto synced =
        vectors_->chroma()->sync(flows::ChromaSkills::Extent::missing, [this] { return !stopping_.load(); });
    if (!synced && !stopping_ && log_) log_->failure(parts_->clock(), "-", "vectors", synced.error());
    if (synced && synced->written > 0 && log_)
        log_->event(parts_->clock(), "vectors", {{"written", synced->written}});
}

bool Backend::tidy_up() {
    if (const auto begun = api::queue_due_fetches(*parts_); !begun && log_)
        log_->failure(parts_->clock(), "-", "fetches that repeat", begun.error());
    keep_vectors_in_step();
    flows::Keeping keeping;
    keeping.runs = std::chrono::days(configuration_.keep_runs_days);
    keeping.events = std::chrono::days(configuration_.keep_events_days);
    if (mail_) {
        const auto queued = flows::queue_due_letters(*database_, parts_->clock);
        if (!queued && log_) log_->failure(parts_->clock(), "-", "letters", queued.error());
    }
    const auto tidied = flows::tidy(*database_, *files_, parts_->clock, keeping);
    if (!tidied) {
        if (log_) log_->failure(parts_->clock(), "-", "housekeeping", tidied.error());
        return false;
    }
    if (log_ && tidied->rows() + tidied->files + tidied->erasures > 0)
        log_->event(parts_->clock(), "housekeeping",
                    {{"sessions", tidied->sessions},
                     {"runs", tidied->runs},
                     {"events", tidied->events},
                     {"idempotency_keys", tidied->idempotency_keys},
                     {"login_failures", tidied->login_failures},
                     {"quota_usage", tidied->quota_usage},
                     {"files", tidied->files},
                     {"erasures", tidied->erasures}});
    return tidied->more;
}

Backend::~Backend() {
    stop_workers(std::chrono::milliseconds(0));
}

void Backend::take_no_more() {
    stopping_ = true;
    if (worker_) worker_->close();
}

void Backend::stop_workers(std::chrono::milliseconds grace) {
    using std::chrono::milliseconds;
    const auto until = std::chrono::steady_clock::now() + grace;
    take_no_more();
    housekeeping_.reset();  // its piece under way counts against the grace of what runs
    const auto left = std::chrono::duration_cast<milliseconds>(until - std::chrono::steady_clock::now());
    if (worker_) worker_->stop(std::max(left, milliseconds(0)));
    worker_.reset();
}

http::Router Backend::make_router() {
    // Only who answers requests needs the index of all jobs and the streams.
    ranking_->jobs().start();
    if (!live_) live_ = std::make_unique<api::LiveEvents>(*parts_);
    http::Settings pages;
    pages.public_origin = configuration_.public_origin;
    pages.cors_origins = configuration_.cors_origins;
    http::Router router;
    api::add_routes(router, *parts_, passwords_, *live_, *turns_,
                    {sample_names(),
                     [this](const std::string& name) { return read_sample(name, configuration_.reading); }},
                    *outside_, vectors_->skills(), metrics_, http::Origins(pages));
    return router;
}

http::Authenticate Backend::make_authenticate() const {
    return api::make_authenticate(*parts_);
}

}  // namespace headway::app

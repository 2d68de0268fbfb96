// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backend.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

#include "api/credentials.hpp"
#include "api/routes.hpp"
#include "app/paths.hpp"
#include "app/run_kinds.hpp"
#include "app/version.hpp"
#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "base/id.hpp"
#include "files/folder_store.hpp"
#include "sql/migrations.hpp"

namespace headway::app {
namespace {

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

/// The secret of the folder, made on first use.
Result<std::string> cursor_key(const Configuration& c) {
    if (!c.cursor_key.empty()) return c.cursor_key;
    const std::string path = c.folder + "/cursor.key";
    if (auto there = read_file(path, 1024); there && there->size() >= 16) return there;
    const std::string made = make_secret(32);
    if (auto written = write_file_atomically(path, made); !written) return pass_on(written);
    std::error_code e;
    std::filesystem::permissions(path,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write, e);
    return made;
}

const std::vector<std::string>& sample_names() {
    static const std::vector<std::string> names = {"accountant", "backend", "chef",      "data",    "farm",
                                                   "logistics",  "nurse",   "paralegal", "teacher", "welder"};
    return names;
}

Result<api::Sample> read_sample(const std::string& name) {
    if (std::find(sample_names().begin(), sample_names().end(), name) == sample_names().end())
        return fail(ErrorCode::not_found, "there is no such sample");
    for (const char* ending : {".pdf", ".docx", ".html", ".txt"}) {
        const auto path = find_data_file("../samples/resume-" + name + ending);
        if (!path) continue;
        const auto bytes = read_file(*path, std::size_t{4} << 20U);
        if (!bytes) return std::unexpected(bytes.error());
        auto resume = document::read_document(*bytes, *path, {});
        if (!resume) return pass_on(resume);
        const auto job = find_data_file("../samples/job-" + name + ".txt");
        if (!job) return std::unexpected(job.error());
        auto text = read_file(*job, std::size_t{1} << 20U);
        if (!text) return pass_on(text);
        return api::Sample{"resume-" + name + ending, std::move(*resume), std::move(*text)};
    }
    return fail(ErrorCode::not_found, "the samples were not installed");
}

}  // namespace

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
    if (auto corpus = read_corpus(out->corpus_, *out->catalog_); !corpus) return pass_on(corpus);
    std::string packs;
    for (const auto& p : out->catalog_->packs()) packs += fmt::format("{:016x}", p.checksum());
    out->knowledge_ = std::make_unique<flows::Knowledge>(flows::Knowledge{
        *out->catalog_, out->linker_.get(), *out->engine_, out->corpus_, *out->search_,
        std::string(program_version), fmt::format("{}-{:016x}", program_version, hash64(packs))});
    return out;
}

Result<std::unique_ptr<Backend>> Backend::open(const Configuration& configuration, const KnowledgeBase& base,
                                               Clock clock) {
    std::unique_ptr<Backend> out(new Backend(configuration));
    std::error_code e;
    std::filesystem::create_directories(configuration.folder, e);
    if (e)
        return fail(ErrorCode::unavailable, "the folder cannot be made: " + e.message(), configuration.folder,
                    "Choose another with --folder");
    std::filesystem::permissions(configuration.folder, std::filesystem::perms::owner_all, e);
    sql::Settings settings;
    settings.url = configuration.database;
    auto database = sql::Database::open(settings);
    if (!database) return pass_on(database);
    out->database_ = std::move(*database);
    if (auto migrated = sql::migrate(*out->database_, sql::shipped_migrations()); !migrated)
        return pass_on(migrated);
    auto files = files::FolderStore::open(configuration.folder + "/files");
    if (!files) return pass_on(files);
    out->files_ = std::move(*files);
    auto key = cursor_key(configuration);
    if (!key) return pass_on(key);
    out->waiter_ = std::make_unique<work::RunWaiter>(*out->database_);
    api::Policy policy;
    policy.registration_open = configuration.registration == "open";
    policy.public_origin = configuration.public_origin;
    policy.secure_cookies = configuration.public_origin.starts_with("https://");
    policy.session_days = configuration.session_days;
    policy.data_folder = configuration.folder;
    out->parts_ = std::make_unique<api::Parts>(api::Parts{*out->database_, *out->files_, base.knowledge(),
                                                          *out->waiter_, http::CursorKey(std::move(*key)),
                                                          clock, policy});
    out->live_ = std::make_unique<api::LiveEvents>(*out->parts_);
    if (configuration.workers > 0) {
        work::WorkerSettings work;
        work.threads = configuration.workers;
        work.clock = clock;
        out->worker_ = std::make_unique<work::Worker>(*out->database_, run_kinds(*out->parts_), work);
    }
    return out;
}

Backend::~Backend() {
    stop_workers(std::chrono::milliseconds(0));
}

void Backend::stop_workers(std::chrono::milliseconds grace) {
    if (worker_) worker_->stop(grace);
    worker_.reset();
}

http::Router Backend::make_router() {
    http::Router router;
    api::add_routes(router, *parts_, passwords_, *live_, {sample_names(), read_sample}, metrics_);
    return router;
}

http::Authenticate Backend::make_authenticate() const {
    return api::make_authenticate(*parts_);
}

}  // namespace headway::app

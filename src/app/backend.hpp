// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "api/chat_turns.hpp"
#include "api/events.hpp"
#include "api/landing.hpp"
#include "api/passwords.hpp"
#include "app/configuration.hpp"
#include "app/housekeeping.hpp"
#include "app/vector_store.hpp"
#include "flows/gather_jobs.hpp"
#include "flows/models.hpp"
#include "http/metrics.hpp"
#include "http/server.hpp"
#include "work/worker.hpp"

namespace headway::app {

/// What is read from the data files, once. Opened before everything else and closed after it.
class KnowledgeBase {
  public:
    [[nodiscard]] static Result<std::unique_ptr<KnowledgeBase>> open();
    [[nodiscard]] const flows::Knowledge& knowledge() const { return *knowledge_; }

  private:
    KnowledgeBase() = default;
    std::unique_ptr<ontology::Catalog> catalog_;
    std::unique_ptr<career::Linker> linker_;
    std::unique_ptr<career::Engine> engine_;
    std::unique_ptr<ontology::Search> search_;
    std::unique_ptr<ranking::SkillKeys> skill_keys_;
    std::unique_ptr<ranking::OccupationMap> occupations_;
    career::LearningCorpus corpus_;
    std::unique_ptr<flows::Knowledge> knowledge_;
};

/// The issuer of sign-ins that is configured; null: none.
[[nodiscard]] std::unique_ptr<identity::Issuer> make_issuer(const Configuration& configuration, Clock clock);

/// Keys of job boards that are configured.
[[nodiscard]] boards::Keys board_keys(const Configuration& configuration);

/// The back end put together: database, files, workers, routes. Members stand in the order of their
/// lifetimes.
class Backend {
  public:
    /// Opens the database, brings it to the newest schema, and starts the workers. `log` may be null.
    [[nodiscard]] static Result<std::unique_ptr<Backend>> open(const Configuration& configuration,
                                                               const KnowledgeBase& knowledge,
                                                               Clock clock = system_now,
                                                               std::shared_ptr<http::AccessLog> log = {});
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;
    ~Backend();

    /// From now on, and at once: what is old is removed, what has become due is queued, vectors are kept in
    /// step. Nothing where no work is done (`workers` 0).
    void keep_house();
    /// Every route of the program. They refer to this backend.
    [[nodiscard]] http::Router make_router();
    [[nodiscard]] http::Authenticate make_authenticate() const;
    [[nodiscard]] const api::Parts& parts() const { return *parts_; }
    [[nodiscard]] const flows::Outside& outside() const { return *outside_; }
    [[nodiscard]] const api::Passwords& passwords() const { return passwords_; }
    [[nodiscard]] std::shared_ptr<http::Metrics> metrics() const { return metrics_; }
    /// What is queued from now on is left to others; what runs goes on.
    void take_no_more();
    /// Lets running work finish for `grace`, then hands it back.
    void stop_workers(std::chrono::milliseconds grace);

  private:
    Backend(const Configuration& configuration, std::shared_ptr<http::AccessLog> log)
        : configuration_(configuration), log_(std::move(log)) {}
    [[nodiscard]] Result<void> open_models();
    void open_mail();
    void start_workers(const Clock& clock);
    bool tidy_up();
    void keep_vectors_in_step();
    void log_run(const work::EndedRun& run);

    Configuration configuration_;
    std::shared_ptr<http::AccessLog> log_;
    api::Passwords passwords_;
    std::shared_ptr<http::Metrics> metrics_ = std::make_shared<http::Metrics>();
    std::unique_ptr<sql::Database> database_;
    std::unique_ptr<files::FileStore> files_;
    std::unique_ptr<work::RunWaiter> waiter_;
    std::unique_ptr<net::PoliteClient> client_;
    std::unique_ptr<flows::Outside> outside_;
    std::unique_ptr<identity::Issuer> issuer_;
    std::unique_ptr<flows::Mail> mail_;
    std::unique_ptr<flows::JobRanking> ranking_;
    std::unique_ptr<llm::KeyBox> keys_;
    std::unique_ptr<llm::Client> model_client_;
    std::unique_ptr<flows::Models> models_;
    std::unique_ptr<flows::Pathways> pathways_;
    std::unique_ptr<VectorStore> vectors_;
    std::unique_ptr<api::Parts> parts_;
    std::unique_ptr<api::LiveEvents> live_;
    std::unique_ptr<api::ChatTurns> turns_;
    std::atomic<bool> stopping_{false};
    std::unique_ptr<work::Worker> worker_;
    std::unique_ptr<Housekeeping> housekeeping_;
};

}  // namespace headway::app

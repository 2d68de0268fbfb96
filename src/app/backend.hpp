// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "api/events.hpp"
#include "api/landing.hpp"
#include "api/passwords.hpp"
#include "app/configuration.hpp"
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
    career::LearningCorpus corpus_;
    std::unique_ptr<flows::Knowledge> knowledge_;
};

/// The back end put together: database, files, workers, routes. Members stand in the order of their
/// lifetimes.
class Backend {
  public:
    /// Opens the database, brings it to the newest schema, and starts the workers.
    [[nodiscard]] static Result<std::unique_ptr<Backend>> open(const Configuration& configuration,
                                                               const KnowledgeBase& knowledge,
                                                               Clock clock = system_now);
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;
    ~Backend();

    /// Every route of the program. They refer to this backend.
    [[nodiscard]] http::Router make_router();
    [[nodiscard]] http::Authenticate make_authenticate() const;
    [[nodiscard]] const api::Parts& parts() const { return *parts_; }
    [[nodiscard]] const api::Passwords& passwords() const { return passwords_; }
    [[nodiscard]] std::shared_ptr<http::Metrics> metrics() const { return metrics_; }
    /// Lets running work finish for `grace`, then hands it back.
    void stop_workers(std::chrono::milliseconds grace);

  private:
    explicit Backend(const Configuration& configuration) : configuration_(configuration) {}

    Configuration configuration_;
    api::Passwords passwords_;
    std::shared_ptr<http::Metrics> metrics_ = std::make_shared<http::Metrics>();
    std::unique_ptr<sql::Database> database_;
    std::unique_ptr<files::FileStore> files_;
    std::unique_ptr<work::RunWaiter> waiter_;
    std::unique_ptr<api::Parts> parts_;
    std::unique_ptr<api::LiveEvents> live_;
    std::unique_ptr<work::Worker> worker_;
};

}  // namespace headway::app

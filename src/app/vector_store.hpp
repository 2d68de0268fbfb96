// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "app/configuration.hpp"
#include "flows/described_skills.hpp"
#include "llm/client.hpp"

namespace headway::app {

/// Search by meaning put together as it is configured. Members stand in the order of their lifetimes.
class VectorStore {
  public:
    VectorStore(const Configuration& configuration, const flows::Knowledge& knowledge);

    [[nodiscard]] flows::SkillFinder& skills() { return *finder_; }
    /// Null when no Chroma is configured.
    [[nodiscard]] flows::ChromaSkills* chroma() { return chroma_skills_.get(); }

  private:
    std::unique_ptr<llm::Client> models_;
    std::unique_ptr<chroma::Client> client_;
    std::unique_ptr<flows::ChromaSkills> chroma_skills_;
    std::unique_ptr<flows::SkillFinder> finder_;
};

}  // namespace headway::app

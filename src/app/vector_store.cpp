// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vector_store.hpp"

#include "app/stored_files.hpp"

namespace headway::app {
VectorStore::VectorStore(const Configuration& c, const flows::Knowledge& knowledge) {
    if (!c.chroma_url.empty()) {
        chroma::Settings settings;
        settings.url = c.chroma_url;
        settings.token = c.chroma_token;
        settings.user_agent = user_agent(c);
        client_ = std::make_unique<chroma::Client>(std::move(settings));
        flows::Embedder embedder = flows::embedded_model(knowledge);
        if (!c.embedding_url.empty()) {
            llm::Settings of_models;
            of_models.user_agent = user_agent(c);
            models_ = std::make_unique<llm::Client>(std::move(of_models));
            const llm::Endpoint endpoint{c.embedding_url, c.embedding_model, c.embedding_key,
                                         llm::Trust::administrator};
            // The names that get vectors are those of the packs: another pack, other vectors.
            embedder = {c.embedding_model + " " + knowledge.reader,
                        [endpoint, models = models_.get()](const std::vector<std::string>& texts,
                                                           const net::GoOn& go_on) {
                            return models->embed(endpoint, texts, go_on);
                        }};
        }
        chroma_skills_ = std::make_unique<flows::ChromaSkills>(knowledge, *client_, std::move(embedder));
    }
    finder_ = std::make_unique<flows::SkillFinder>(knowledge, chroma_skills_.get());
}

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/vectors_command.hpp"

#include <fmt/format.h>

#include "app/backend.hpp"
#include "app/failure.hpp"
#include "app/vector_store.hpp"

namespace headway::app {

int run_vectors_sync(const SettingValues& settings, flows::ChromaSkills::Extent extent, Streams& streams) {
    const auto configuration = load_configuration(settings);
    if (!configuration) return report_failure(streams, configuration.error());
    if (configuration->chroma_url.empty())
        return report_failure(streams, Error{ErrorCode::invalid, "no Chroma is set", "chroma-url",
                                             "Without one the program keeps its vectors itself"});
    const auto base = KnowledgeBase::open();
    if (!base) return report_failure(streams, base.error());
    VectorStore store(*configuration, (*base)->knowledge());
    const auto synced = store.chroma()->sync(extent);
    if (!synced) return report_failure(streams, synced.error());
    streams.out << fmt::format("Wrote the vectors of {} skills; those of {} were there already.\n",
                               synced->written, synced->there_already);
    return done;
}

}  // namespace headway::app

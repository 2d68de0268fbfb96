// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/configuration.hpp"
#include "app/streams.hpp"
#include "flows/chroma_skills.hpp"

namespace headway::app {

/// Writes the vectors of all skills into the Chroma of the settings.
[[nodiscard]] int run_vectors_sync(const SettingValues& settings, flows::ChromaSkills::Extent extent,
                                   Streams& streams);

}  // namespace headway::app

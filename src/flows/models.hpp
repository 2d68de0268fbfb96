// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "llm/client.hpp"
#include "llm/key_box.hpp"
#include "store/database.hpp"

namespace headway::flows {

/// Which language models there are to ask. None is a value: everything works without.
struct Models {
    llm::Client& client;
    const llm::KeyBox& keys;
    std::optional<llm::Endpoint> of_server;  ///< Of the configuration, for everybody.
    bool own = true;                         ///< Whether people may set up one of their own.
};

enum class ModelSource : std::uint8_t { none, server, own };

/// The model that a person's questions go to.
struct ChosenModel {
    ModelSource source = ModelSource::none;
    llm::Endpoint endpoint;  ///< Without meaning when there is none.
};

/// Their own, else that of the server, else none. `unavailable` when their key cannot be opened any more.
[[nodiscard]] Result<ChosenModel> model_of(sql::Connection& c, const Models& models,
                                           const std::string& owner);

}  // namespace headway::flows

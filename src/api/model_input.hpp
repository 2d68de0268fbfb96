// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "api/handler.hpp"
#include "llm/key_box.hpp"

/// What is entered of a language model, by a person for themselves or by an administrator for everybody.
namespace headway::api {

struct ModelInput {
    std::string base_url;
    std::string model;
    json::Patch<std::string> key;
};
BOOST_DESCRIBE_STRUCT(ModelInput, (), (base_url, model, key))

[[nodiscard]] Answer<void> check_model_input(const ModelInput& in);

/// A key as it is stored.
struct SealedKey {
    std::string sealed;  ///< Empty: none.
    std::string hint;
};

/// What becomes of the key that was `kept` for the address `kept_for`: the one that was entered, sealed for
/// `owner`, or none, or the same. It stays with the origin that it was entered for: whoever changes the
/// address enters it again.
[[nodiscard]] Answer<SealedKey> key_after(const ModelInput& in, const llm::KeyBox& keys,
                                          const std::string& owner, const SealedKey& kept,
                                          const std::string& kept_for);

/// Asks a model's server whether it works, and says so.
[[nodiscard]] Response model_check(llm::Client& client, const Result<llm::Endpoint>& endpoint);
/// There is none to ask.
[[nodiscard]] Response no_model_to_check();

}  // namespace headway::api

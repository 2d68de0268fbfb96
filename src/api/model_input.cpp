// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/model_input.hpp"

#include "api/input.hpp"
#include "llm/client.hpp"
#include "llm/origin.hpp"

namespace headway::api {
namespace {

constexpr std::size_t longest_url = 500;
constexpr std::size_t longest_model = 100;
constexpr std::size_t longest_key = 500;

struct ModelCheck {
    bool works = false;
    std::string detail;
};
BOOST_DESCRIBE_STRUCT(ModelCheck, (), (works, detail))

}  // namespace

Answer<void> check_model_input(const ModelInput& in) {
    if (auto ok = check_text("base_url", in.base_url, 1, longest_url); !ok) return pass_on(ok);
    if (auto ok = check_text("model", in.model, 1, longest_model); !ok) return pass_on(ok);
    if (const auto origin = llm::origin_of(in.base_url); !origin)
        return std::unexpected(
            Error{ErrorCode::invalid, origin.error().what, "base_url", origin.error().fix});
    if (!in.key || !*in.key) return {};
    if (auto ok = check_text("key", **in.key, 1, longest_key); !ok) return pass_on(ok);
    if ((*in.key)->find_first_of("\r\n\t ") != std::string::npos)
        return std::unexpected(Error{ErrorCode::invalid, "a key holds no spaces", "key", {}});
    return {};
}

Answer<SealedKey> key_after(const ModelInput& in, const llm::KeyBox& keys, const std::string& owner,
                            const SealedKey& kept, const std::string& kept_for) {
    if (in.key && *in.key) return SealedKey{keys.seal(owner, **in.key), llm::key_hint(**in.key)};
    if (in.key || kept.sealed.empty()) return SealedKey();
    const auto from = llm::origin_of(kept_for);
    const auto to = llm::origin_of(in.base_url);
    if (!from || !to || *from != *to)
        return std::unexpected(Error{ErrorCode::invalid, "the key was entered for another address", "key",
                                     "Enter the key again"});
    return kept;
}

Response model_check(llm::Client& client, const Result<llm::Endpoint>& endpoint) {
    if (!endpoint) return http::json_reply(200, ModelCheck{false, endpoint.error().message()});
    const auto works = client.check(*endpoint);
    if (works) return http::json_reply(200, ModelCheck{true, "It answers."});
    return http::json_reply(200, ModelCheck{false, works.error().message()});
}

Response no_model_to_check() {
    return http::json_reply(200, ModelCheck{false, "No language model is configured."});
}

}  // namespace headway::api

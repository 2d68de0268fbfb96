// SPDX-License-Identifier: GPL-3.0-or-later
// What comes as a bearer's token, and what an issuer answers: never a crash, and nothing that no key has
// signed.
#include <cstdlib>

#include "http/base64.hpp"
#include "identity/claims.hpp"
#include "identity/key_set.hpp"
#include "identity/metadata.hpp"

namespace {

using namespace headway;

void read_token(const std::string& text) {
    const auto token = identity::parse_token(text);
    if (!token) return;
    static const auto keys = identity::KeySet::parse(
        R"({"keys":[{"kty":"OKP","crv":"Ed25519","kid":"d","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}]})");
    if (keys && keys->check(*token)) std::abort();
    (void)identity::check_claims(*token, {"https://i.example", "me", std::nullopt, Timestamp{1'000'000}});
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    read_token(bytes);
    // The parts of a token as plain text, parted by line ends.
    const std::size_t first = std::min(bytes.find('\n'), bytes.size());
    const std::size_t second = std::min(bytes.find('\n', first + 1), bytes.size());
    read_token(http::base64url(bytes.substr(0, first)) + "." +
               http::base64url(bytes.substr(std::min(first + 1, bytes.size()), second - first)) + "." +
               http::base64url(bytes.substr(second)));
    (void)identity::KeySet::parse(bytes);
    (void)identity::parse_metadata(bytes, "https://i.example");
    return 0;
}

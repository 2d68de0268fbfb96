// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/issuer.hpp"

#include "http/base64.hpp"
#include "identity/kept_keys.hpp"
#include "identity/query.hpp"
#include "net/client.hpp"

namespace headway::identity {
namespace {

constexpr std::size_t most_answer_bytes = std::size_t{256} << 10U;
constexpr std::size_t longest_hint = 6000;  ///< An id token that is longer makes no address any more.

net::Settings net_settings(const Settings& s) {
    net::Settings out;
    out.allow_private_addresses = true;
    out.user_agent = s.user_agent;
    out.body_bytes = most_answer_bytes;
    out.connect = std::chrono::seconds(4);
    out.total = std::chrono::seconds(8);
    out.redirects = 2;
    return out;
}

std::unexpected<Error> unavailable(std::string what, const char* fix = "Try again in a moment") {
    return fail(ErrorCode::unavailable, std::move(what), {}, fix);
}

}  // namespace

struct Issuer::Core {
    Core(Settings s, Clock c)
        : settings(std::move(s)),
          clock(std::move(c)),
          client(net_settings(settings)),
          kept([this] { return read(); }, clock) {}

    Result<std::string> fetch(const std::string& address, net::Headers headers = {},
                              const net::GoOn& go_on = {}) const {
        auto response = client.send({address, {}, std::move(headers)}, go_on);
        if (!response && go_on && !go_on()) return unavailable("the issuer answers too slowly");
        if (!response) return unavailable("the issuer cannot be reached: " + response.error().what);
        if (response->status != 200)
            return unavailable("the issuer answers with " + std::to_string(response->status));
        return std::move(response->body);
    }

    Result<KeptKeys::Read> read() const {
        const auto until = std::chrono::steady_clock::now() + KeptKeys::longest_read;
        const net::GoOn in_time = [until] { return std::chrono::steady_clock::now() < until; };
        const auto document = fetch(discovery_address(settings.issuer), {}, in_time);
        if (!document) return std::unexpected(document.error());
        auto metadata = parse_metadata(*document, settings.issuer);
        if (!metadata) return pass_on(metadata);
        const auto listed = fetch(metadata->jwks_uri, {}, in_time);
        if (!listed) return std::unexpected(listed.error());
        auto keys = KeySet::parse(*listed);
        if (!keys) return pass_on(keys);
        return KeptKeys::Read{std::move(*metadata), std::move(*keys)};
    }

    /// The signature, then the claims.
    Result<Claims> check_token(std::string_view text, std::string audience,
                               std::optional<std::string> nonce) {
        const auto token = parse_token(text);
        if (!token) return std::unexpected(token.error());
        const auto now = kept.get_for(*token);
        if (!now) return std::unexpected(now.error());
        return check_claims(*token,
                            {(*now)->metadata.issuer, std::move(audience), std::move(nonce), clock()});
    }

    Result<json::Tree> ask_for_tokens(const Metadata& metadata, Fields fields) const {
        net::Request request{
            metadata.token_endpoint, {}, {{"Content-Type", "application/x-www-form-urlencoded"}}};
        if (settings.client_secret.empty() || metadata.secret_in_body)
            fields.emplace_back("client_id", settings.client_id);
        if (!settings.client_secret.empty() && metadata.secret_in_body)
            fields.emplace_back("client_secret", settings.client_secret);
        if (!settings.client_secret.empty() && !metadata.secret_in_body) {
            const std::string both =
                percent_encoded(settings.client_id) + ":" + percent_encoded(settings.client_secret);
            request.headers.emplace_back("Authorization", "Basic " + http::base64(both));
        }
        request.body = form_of(fields);
        const auto response = client.send(request);
        if (!response) return unavailable("the issuer cannot be reached: " + response.error().what);
        auto tree = json::Tree::parse(response->body);
        const std::string complaint = tree ? tree->root()["error"].text().value_or("") : "";
        if (complaint == "invalid_client" || response->status == 401)
            return unavailable("the issuer does not know this server",
                               "Check oidc-client-id and oidc-client-secret");
        if (complaint == "invalid_grant")
            return fail(ErrorCode::unauthenticated, "the issuer does not take this sign-in any more", {},
                        "Sign in again");
        if (response->status != 200 || !tree) return unavailable("the issuer gives no token");
        return tree;
    }

    /// Name and address from the issuer's userinfo endpoint; it must speak of the same person.
    Result<void> ask_for_person(const Metadata& metadata, const std::string& access_token,
                                Claims& claims) const {
        if (metadata.userinfo_endpoint.empty() || access_token.empty()) return {};
        const auto body = fetch(metadata.userinfo_endpoint, {{"Authorization", "Bearer " + access_token}});
        if (!body) return std::unexpected(body.error());
        const auto tree = json::Tree::parse(*body);
        if (!tree || tree->root()["sub"].text() != claims.subject)
            return fail(ErrorCode::unauthenticated, "the issuer speaks of somebody else", {},
                        "Sign in again");
        read_person(tree->root(), claims);
        return {};
    }

    Settings settings;
    Clock clock;
    net::Client client;
    KeptKeys kept;
};

Issuer::Issuer(Settings settings, Clock clock)
    : core_(std::make_unique<Core>(std::move(settings), std::move(clock))) {}
Issuer::~Issuer() = default;

const Settings& Issuer::settings() const {
    return core_->settings;
}

Result<std::string> Issuer::name() {
    const auto now = core_->kept.get();
    if (!now) return std::unexpected(now.error());
    return (*now)->metadata.issuer;
}

Result<std::string> Issuer::sign_in_address(const Attempt& attempt) {
    const auto now = core_->kept.get();
    if (!now) return std::unexpected(now.error());
    Fields fields = {{"response_type", "code"},
                     {"client_id", core_->settings.client_id},
                     {"redirect_uri", attempt.redirect_uri},
                     {"scope", core_->settings.scopes},
                     {"state", attempt.state},
                     {"nonce", attempt.nonce},
                     {"code_challenge", challenge_of(attempt.verifier)},
                     {"code_challenge_method", "S256"}};
    if (attempt.fresh) fields.emplace_back("prompt", "login");
    return with_query((*now)->metadata.authorization_endpoint, fields);
}

Result<SignedIn> Issuer::redeem(const std::string& code, const Attempt& attempt) {
    const auto now = core_->kept.get();
    if (!now) return std::unexpected(now.error());
    const Metadata& metadata = (*now)->metadata;
    const auto tokens = core_->ask_for_tokens(metadata, {{"grant_type", "authorization_code"},
                                                         {"code", code},
                                                         {"redirect_uri", attempt.redirect_uri},
                                                         {"code_verifier", attempt.verifier}});
    if (!tokens) return std::unexpected(tokens.error());
    SignedIn out;
    out.id_token = tokens->root()["id_token"].text().value_or("");
    auto claims = core_->check_token(out.id_token, core_->settings.client_id, attempt.nonce);
    if (!claims) return pass_on(claims);
    out.claims = std::move(*claims);
    if (!out.claims.email) {
        const std::string access = tokens->root()["access_token"].text().value_or("");
        if (auto asked = core_->ask_for_person(metadata, access, out.claims); !asked) return pass_on(asked);
    }
    return out;
}

Result<Claims> Issuer::check_api_token(std::string_view token) {
    if (core_->settings.audience.empty())
        return fail(ErrorCode::unauthenticated, "tokens of the issuer are not taken here", {},
                    "Make an access token in the settings");
    return core_->check_token(token, core_->settings.audience, std::nullopt);
}

std::optional<std::string> Issuer::sign_out_address(const std::string& id_token, const std::string& back_to) {
    const auto now = core_->kept.get();
    if (!now || (*now)->metadata.end_session_endpoint.empty()) return std::nullopt;
    Fields fields = {{"client_id", core_->settings.client_id}, {"post_logout_redirect_uri", back_to}};
    if (id_token.size() <= longest_hint) fields.emplace_back("id_token_hint", id_token);
    return with_query((*now)->metadata.end_session_endpoint, fields);
}

Result<std::size_t> Issuer::check() {
    const auto now = core_->kept.read_now();
    if (!now) return std::unexpected(now.error());
    return (*now)->keys.size();
}

}  // namespace headway::identity

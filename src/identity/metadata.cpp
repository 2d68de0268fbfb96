// SPDX-License-Identifier: GPL-3.0-or-later
#include "identity/metadata.hpp"

#include "json/tree.hpp"
#include "net/url.hpp"

namespace headway::identity {
namespace {

std::string_view without_slash(std::string_view address) {
    while (address.ends_with('/')) address.remove_suffix(1);
    return address;
}

std::unexpected<Error> refuse(std::string what) {
    return fail(ErrorCode::unavailable, std::move(what), {}, "Check oidc-issuer");
}

/// An endpoint, empty where the document has none.
Result<std::string> endpoint(const json::Node& document, std::string_view name, bool https) {
    const auto address = document[name].text();
    if (!address || address->empty()) return std::string();
    const auto url = net::parse_url(*address);
    if (!url || (https && url->scheme != "https"))
        return refuse("the issuer's " + std::string(name) + " is no address that may be asked");
    return url->whole;
}

bool lists(const json::Node& list, std::string_view word) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        if (list.item(i).text() == word) return true;
    }
    return false;
}

}  // namespace

std::string discovery_address(std::string_view issuer) {
    return std::string(without_slash(issuer)) + "/.well-known/openid-configuration";
}

Result<Metadata> parse_metadata(std::string_view document, std::string_view issuer) {
    const auto tree = json::Tree::parse(document);
    if (!tree || !tree->root().is_object())
        return refuse("what stands at the issuer's address is no description of an issuer");
    const json::Node root = tree->root();
    Metadata out;
    out.issuer = root["issuer"].text().value_or("");
    if (without_slash(out.issuer) != without_slash(issuer))
        return refuse("the issuer calls itself by another name than the setting");
    const bool https = issuer.starts_with("https://");
    for (const auto& [name, member] :
         {std::pair("authorization_endpoint", &Metadata::authorization_endpoint),
          std::pair("token_endpoint", &Metadata::token_endpoint), std::pair("jwks_uri", &Metadata::jwks_uri),
          std::pair("userinfo_endpoint", &Metadata::userinfo_endpoint),
          std::pair("end_session_endpoint", &Metadata::end_session_endpoint)}) {
        auto address = endpoint(root, name, https);
        if (!address) return pass_on(address);
        out.*member = std::move(*address);
    }
    if (out.authorization_endpoint.empty() || out.token_endpoint.empty() || out.jwks_uri.empty())
        return refuse("the issuer does not say where one signs in");
    const json::Node methods = root["token_endpoint_auth_methods_supported"];
    out.secret_in_body =
        methods.is_list() && !lists(methods, "client_secret_basic") && lists(methods, "client_secret_post");
    return out;
}

}  // namespace headway::identity

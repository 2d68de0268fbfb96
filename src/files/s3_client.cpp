// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/s3_client.hpp"

#include <algorithm>
#include <thread>

#include "files/file_store.hpp"
#include "files/s3_answers.hpp"
#include "net/url.hpp"

namespace headway::files {
namespace {

using std::chrono::milliseconds;

constexpr int most_tries = 3;
constexpr milliseconds first_pause{100};
constexpr milliseconds silence{8'000};              ///< That a server is allowed.
constexpr milliseconds silence_after_much{20'000};  ///< The same with the time that a large body takes to go.
constexpr milliseconds again_within{5'000};         ///< A try that took longer was the last.
constexpr std::size_t much = std::size_t{1} << 20U;

net::Settings net_settings(const S3Settings& s, milliseconds first_byte) {
    net::Settings out;
    out.allow_private_addresses = true;  // whoever runs the server named it, and it often is their own
    out.user_agent = s.user_agent;
    out.body_bytes = largest_file;
    out.connect = milliseconds(4'000);
    out.first_byte = first_byte;
    out.idle = silence;
    out.total = milliseconds(300'000);
    out.redirects = 0;  // a signature holds for one host
    return out;
}

bool consists_of(std::string_view text, std::string_view more) {
    return std::ranges::all_of(text, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               more.find(c) != std::string_view::npos;
    });
}

std::unexpected<Error> wrong(const char* what, const char* setting) {
    return fail(ErrorCode::invalid, what, setting);
}

Result<void> check_settings(const S3Settings& s) {
    if (s.bucket.size() < 3 || s.bucket.size() > 63 || !consists_of(s.bucket, ".-_"))
        return wrong("expected the name of a bucket: 3 to 63 letters, digits, points and hyphens",
                     "s3-bucket");
    if (s.prefix.size() > 200 || !consists_of(s.prefix, ".-_/") || s.prefix.starts_with('/') ||
        s.prefix.find("//") != std::string::npos || s.prefix.find("..") != std::string::npos)
        return wrong("expected a prefix such as headway/: letters, digits, '.', '-', '_' and '/'",
                     "s3-prefix");
    if (s.region.empty() || !consists_of(s.region, "-_"))
        return wrong("expected a region such as us-east-1", "s3-region");
    if (s.access_key.empty()) return wrong("a bucket needs an access key", "s3-access-key");
    if (s.secret_key.empty()) return wrong("a bucket needs a secret key", "s3-secret-key");
    return {};
}

}  // namespace

S3Client::S3Client(S3Settings settings, std::string origin, std::string host)
    : settings_(std::move(settings)),
      origin_(std::move(origin)),
      host_(std::move(host)),
      client_(net_settings(settings_, silence)),
      patient_(net_settings(settings_, silence_after_much)) {}

Result<S3Client> S3Client::make(S3Settings settings) {
    if (auto sound = check_settings(settings); !sound) return pass_on(sound);
    if (settings.endpoint.empty()) settings.endpoint = "https://s3." + settings.region + ".amazonaws.com";
    const auto url = net::parse_url(settings.endpoint);
    if (!url) return fail(ErrorCode::invalid, url.error().what, "s3-endpoint");
    std::string authority = url->whole.substr(url->scheme.size() + 3);
    if (authority.ends_with('/')) authority.pop_back();
    if (authority.find_first_of("/?") != std::string::npos)
        return wrong("expected an address without a path, such as https://s3.example.org", "s3-endpoint");
    // Signed is what curl sends as Host: without the scheme's own port.
    const std::string own_port = url->scheme == "https" ? ":443" : ":80";
    if (authority.ends_with(own_port)) authority.resize(authority.size() - own_port.size());
    if (!settings.path_style) authority = settings.bucket + "." + authority;
    return S3Client(std::move(settings), url->scheme + "://" + authority, authority);
}

Credentials S3Client::credentials() const {
    return {settings_.access_key, settings_.secret_key, settings_.region};
}

std::string S3Client::path_of(const std::string& key) const {
    const std::string object = key.empty() ? std::string() : settings_.prefix + key;
    return percent_encoded((settings_.path_style ? "/" + settings_.bucket + "/" : "/") + object, Slash::kept);
}

Result<net::Response> S3Client::ask(const S3Request& request, const net::GoOn& go_on) const {
    Signable signable{request.method, path_of(request.key), request.query, request.headers};
    signable.headers.emplace_back("host", host_);
    net::Request out;
    out.method = request.method;
    out.url = origin_ + signable.path;
    if (!request.query.empty()) out.url += "?" + encoded_query(request.query);
    out.headers = request.headers;
    for (auto& header : signed_headers(credentials(), signable, request.body, settings_.clock()))
        out.headers.push_back(std::move(header));
    out.headers.emplace_back("Expect", "");  // none: the body goes at once
    out.body = request.body;
    if (std::ranges::none_of(request.headers, [](const auto& h) { return h.first == "content-type"; }))
        out.headers.emplace_back("Content-Type", "application/octet-stream");
    return (out.body.size() > much ? patient_ : client_).send(out, go_on);
}

Result<net::Response> S3Client::send(const S3Request& request, Tries tries, const net::GoOn& go_on) const {
    const int most = tries == Tries::one ? 1 : most_tries;
    const auto until = std::chrono::steady_clock::now() + again_within;
    for (int i = 1;; ++i) {
        auto response = ask(request, go_on);
        const bool again = response ? may_pass(response->status) || arrived_altered(*response)
                                    : response.error().code == ErrorCode::unavailable && (!go_on || go_on());
        if (again && i < most && std::chrono::steady_clock::now() < until) {
            std::this_thread::sleep_for(first_pause * (1 << (2 * (i - 1))));
            continue;
        }
        if (!response && response.error().code != ErrorCode::too_large)
            return fail(ErrorCode::unavailable, "the S3 server cannot be asked: " + response.error().what,
                        host_, "Check s3-endpoint, and that the server runs");
        if (response && response->status >= 300) return std::unexpected(refusal(*response, settings_, host_));
        return response;
    }
}

std::string S3Client::presigned(const std::string& key, Pairs query, int seconds) const {
    const Signable signable{"GET", path_of(key), std::move(query), {{"host", host_}}};
    return origin_ + signable.path + "?" +
           presigned_query(credentials(), signable, seconds, settings_.clock());
}

}  // namespace headway::files

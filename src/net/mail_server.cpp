// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/mail_server.hpp"

#include <algorithm>
#include <cstring>
#include <curl/curl.h>
#include <memory>

#include "net/client.hpp"

namespace headway::net {
namespace {

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;
using List = std::unique_ptr<curl_slist, decltype(&curl_slist_free_all)>;

/// What is left to be sent.
std::size_t give(char* target, std::size_t size, std::size_t count, void* user) {
    auto& left = *static_cast<std::string_view*>(user);
    const std::size_t n = std::min(size * count, left.size());
    std::memcpy(target, left.data(), n);
    left.remove_prefix(n);
    return n;
}

bool is_this_machine(std::string_view url) {
    url.remove_prefix(std::min(url.find("://") + 3, url.size()));
    const std::string_view host = url.substr(0, url.find_first_of(":/"));
    return host == "127.0.0.1" || host == "localhost" || url.starts_with("[::1]");
}

std::string angled(const std::string& address) {
    return "<" + address + ">";
}

/// No address that would say more to the server than an address.
bool is_plain(const std::string& address) {
    return !address.empty() && address.size() <= 320 && std::ranges::none_of(address, [](char c) {
        return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == 0x7f;
    });
}

void set_up(CURL* curl, const MailServer& s) {
    curl_easy_setopt(curl, CURLOPT_URL, s.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(s.connect.count()));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(s.total.count()));
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(is_this_machine(s.url) ? CURLUSESSL_TRY : CURLUSESSL_ALL));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    if (!s.ca_file.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, s.ca_file.c_str());
    if (s.user.empty()) return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, s.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, s.password.c_str());
}

std::unexpected<Error> failure(CURL* curl, CURLcode code) {
    if (code == CURLE_LOGIN_DENIED)
        return fail(ErrorCode::unauthenticated, "the mail server does not take user and password", {},
                    "Check smtp-user and smtp-password");
    if (code == CURLE_USE_SSL_FAILED)
        return fail(ErrorCode::unavailable, "the mail server offers no TLS", {},
                    "Use its address with smtps://, or a server that has STARTTLS");
    if (code == CURLE_PEER_FAILED_VERIFICATION || code == CURLE_SSL_CACERT_BADFILE)
        return fail(ErrorCode::unavailable, "the mail server's certificate is not trusted", {},
                    "Name its certificate in smtp-ca");
    long answer = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer);
    if (answer >= 500 && answer < 600)
        return fail(ErrorCode::invalid, "the mail server refuses with " + std::to_string(answer));
    return fail(ErrorCode::unavailable,
                std::string("the mail server could not be used: ") + curl_easy_strerror(code), {},
                "Try again later");
}

Handle open_handle() {
    static const CURLcode ready = curl_global_init(CURL_GLOBAL_DEFAULT);
    (void)ready;  // without it every request fails with a message of its own
    return {curl_easy_init(), &curl_easy_cleanup};
}

}  // namespace

Result<void> hand_over(const MailServer& server, const std::string& from, const std::string& to,
                       std::string_view message) {
    if (!is_plain(from) || !is_plain(to)) return fail(ErrorCode::invalid, "this is no address for mail");
    const Handle curl = open_handle();
    if (!curl) return fail(ErrorCode::unavailable, "libcurl, which sends mail, is not installed");
    set_up(curl.get(), server);
    const std::string sender = angled(from);
    const List receivers(curl_slist_append(nullptr, angled(to).c_str()), &curl_slist_free_all);
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, sender.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, receivers.get());
    curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, give);
    curl_easy_setopt(curl.get(), CURLOPT_READDATA, &message);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) return failure(curl.get(), code);
    return {};
}

Result<void> greet(const MailServer& server) {
    const Handle curl = open_handle();
    if (!curl) return fail(ErrorCode::unavailable, "libcurl, which sends mail, is not installed");
    MailServer brief = server;
    brief.connect = brief.total = std::chrono::seconds(5);
    set_up(curl.get(), brief);
    curl_easy_setopt(curl.get(), CURLOPT_CUSTOMREQUEST, "NOOP");
    curl_easy_setopt(curl.get(), CURLOPT_NOBODY, 1L);
    const CURLcode code = curl_easy_perform(curl.get());
    if (code != CURLE_OK) return failure(curl.get(), code);
    return {};
}

}  // namespace headway::net

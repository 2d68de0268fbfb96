// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/transfer.hpp"

#include <algorithm>
#include <curl/curl.h>
#include <memory>
#include <sys/socket.h>
#include <unistd.h>

namespace headway::net {
namespace {

using Steady = std::chrono::steady_clock;

constexpr std::size_t most_header_bytes = 64 * 1024;
constexpr int look_every_ms = 100;  ///< At whether to go on, while nothing arrives.

/// What the callbacks of one transfer share.
struct State {
    const Settings& settings;
    const std::vector<Address>& addresses;
    const Request& request;
    CURL* curl;
    Response response;
    Steady::time_point last = Steady::now();  ///< When something of the body came, or the request began.
    std::size_t header_bytes = 0;
    std::size_t body_bytes = 0;
    bool enough = false;  ///< The rest was not wanted.
    bool too_large = false;
    bool stopped = false;
    bool refused = false;
    bool too_slow = false;
};

std::size_t take_body(char* data, std::size_t, std::size_t size, void* user) {
    auto& state = *static_cast<State*>(user);
    state.enough = state.request.without_body;
    if (state.enough) return 0;
    if (state.body_bytes + size > state.settings.body_bytes) {
        state.too_large = true;
        return 0;
    }
    state.body_bytes += size;
    state.last = Steady::now();
    long status = 0;
    curl_easy_getinfo(state.curl, CURLINFO_RESPONSE_CODE, &status);
    const Sink& sink = state.request.sink;
    if (!sink || status != 200) {
        state.response.body.append(data, size);
    } else if (!sink({data, size})) {
        state.stopped = true;
        return 0;
    }
    return size;
}

std::size_t take_header(char* data, std::size_t, std::size_t size, void* user) {
    auto& state = *static_cast<State*>(user);
    state.header_bytes += size;
    if (state.header_bytes > most_header_bytes) {
        state.too_large = true;
        return 0;
    }
    std::string_view line(data, size);
    while (line.ends_with('\n') || line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
    if (line.starts_with("HTTP/")) state.response.headers.clear();  // a head of its own, such as 100 Continue
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return size;
    std::string name(line.substr(0, colon));
    std::ranges::transform(name, name.begin(),
                           [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
    line.remove_prefix(colon + 1);
    while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
    state.response.headers.emplace_back(std::move(name), line);
    return size;
}

/// Whether the one who asked still wants the answer and its next piece is not overdue.
bool may_go_on(State& state, const GoOn& go_on) {
    if (go_on && !go_on()) {
        state.stopped = true;
        return false;
    }
    const auto patience = state.body_bytes == 0 ? state.settings.first_byte : state.settings.idle;
    state.too_slow = patience.count() > 0 && Steady::now() - state.last > patience;
    return !state.too_slow;
}

/// As curl_easy_perform, but looks at `may_go_on` many times a second also while nothing arrives.
CURLcode perform(CURL* curl, State& state, const GoOn& go_on) {
    const std::unique_ptr<CURLM, decltype(&curl_multi_cleanup)> multi(curl_multi_init(), &curl_multi_cleanup);
    if (!multi || curl_multi_add_handle(multi.get(), curl) != CURLM_OK) return CURLE_OUT_OF_MEMORY;
    CURLcode result = CURLE_ABORTED_BY_CALLBACK;
    for (int running = 1; may_go_on(state, go_on);) {
        if (curl_multi_perform(multi.get(), &running) != CURLM_OK) break;
        if (running == 0) {
            int left = 0;
            const CURLMsg* message = curl_multi_info_read(multi.get(), &left);
            if (message != nullptr) result = message->data.result;
            break;
        }
        curl_multi_poll(multi.get(), nullptr, 0, look_every_ms, nullptr);
    }
    curl_multi_remove_handle(multi.get(), curl);
    return result;
}

/// The last gate: a socket is made for a checked address or not at all.
curl_socket_t open_socket(void* user, curlsocktype, curl_sockaddr* wanted) {
    auto& state = *static_cast<State*>(user);
    const auto address = address_of(&wanted->addr);
    if (!address || std::ranges::find(state.addresses, *address) == state.addresses.end()) {
        state.refused = true;
        return CURL_SOCKET_BAD;
    }
    return ::socket(wanted->family, wanted->socktype | SOCK_CLOEXEC, wanted->protocol);
}

struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

void append(List& list, const std::string& line) {
    curl_slist* longer = curl_slist_append(list.get(), line.c_str());
    if (longer == nullptr) return;
    (void)list.release();
    list.reset(longer);
}

/// "host:port:address,address": curl asks no resolver for this host. An address needs none.
std::string pin(const Url& url, const std::vector<Address>& addresses) {
    std::string out = url.host + ":" + std::to_string(url.port) + ":";
    for (const Address& a : addresses) {
        if (!out.ends_with(':')) out += ',';
        out += a.v6 ? "[" + to_string(a) + "]" : to_string(a);
    }
    return out;
}

List header_list(const Settings& settings, const Request& request) {
    List out;
    bool agent = false;
    bool type = false;
    for (const auto& [name, value] : request.headers) {
        append(out, name + ": " + value);
        agent = agent || name == "User-Agent";
        type = type || name == "Content-Type" || name == "content-type";
    }
    if (!agent) append(out, "User-Agent: " + settings.user_agent);
    if (!request.body.empty() && !type) append(out, "Content-Type: application/json");
    append(out, "Accept: application/json, text/html;q=0.9, */*;q=0.5");
    return out;
}

void bound(CURL* curl, const Settings& settings, Deadline until) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, static_cast<long>(std::max<std::int64_t>(left.count(), 1)));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(settings.connect.count()));
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_PROXY, "");  // also none of the environment
    curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_FRESH_CONNECT, 1L);
    curl_easy_setopt(curl, CURLOPT_FORBID_REUSE, 1L);
    curl_easy_setopt(curl, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(curl, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
}

void connect_callbacks(CURL* curl, State& state) {
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, take_body);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &state);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, take_header);
    curl_easy_setopt(curl, CURLOPT_HEADERDATA, &state);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &state);
}

/// Method and body. The body is sent from where it lies.
void carry(CURL* curl, const Request& request) {
    if (request.method == "HEAD") {
        curl_easy_setopt(curl, CURLOPT_NOBODY, 1L);
        return;
    }
    const bool with_body = !request.body.empty() || request.method == "PUT" || request.method == "POST";
    if (with_body) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, request.body.data());
    }
    if (!request.method.empty()) curl_easy_setopt(curl, CURLOPT_CUSTOMREQUEST, request.method.c_str());
}

std::unexpected<Error> failure(CURLcode code, const State& state, const Url& url) {
    if (state.stopped) return stopped();
    if (state.too_large)
        return fail(ErrorCode::too_large, "the answer is larger than what is read", url.host);
    if (state.refused) return fail(ErrorCode::forbidden, "this address may not be asked", url.host);
    if (code == CURLE_OPERATION_TIMEDOUT || state.too_slow)
        return fail(ErrorCode::unavailable, "the host answers too slowly", url.host, "Try again later");
    return fail(ErrorCode::unavailable,
                std::string("the host could not be read: ") + curl_easy_strerror(code), url.host,
                "Try again later");
}

}  // namespace

Result<Response> transfer(const Settings& settings, const Url& url, const Request& request,
                          const std::vector<Address>& addresses, Deadline until, const GoOn& go_on) {
    const std::unique_ptr<CURL, decltype(&curl_easy_cleanup)> curl(curl_easy_init(), &curl_easy_cleanup);
    if (!curl) return fail(ErrorCode::internal, "no memory for a request");
    State state{settings, addresses, request, curl.get(), {}};
    bound(curl.get(), settings, until);
    connect_callbacks(curl.get(), state);
    List pinned;
    if (!parse_address(url.host)) append(pinned, pin(url, addresses));
    const List headers = header_list(settings, request);
    curl_easy_setopt(curl.get(), CURLOPT_URL, url.whole.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_RESOLVE, pinned.get());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    carry(curl.get(), request);
    const CURLcode code = perform(curl.get(), state, go_on);
    if (code != CURLE_OK && !state.enough) return failure(code, state, url);
    long status = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
    state.response.status = static_cast<int>(status);
    state.response.url = url.whole;
    return std::move(state.response);
}

}  // namespace headway::net

// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/polite_client.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <thread>

#include "net/retry_after.hpp"

namespace headway::net {
namespace {

using std::chrono::milliseconds;
using Steady = std::chrono::steady_clock;

bool asks_for_patience(int status) {
    return status == 429 || status == 502 || status == 503 || status == 504;
}

/// What makes two requests the same.
std::string key_of(const Request& request) {
    std::string out = request.url + "\n" + request.body;
    for (const auto& [name, value] : request.headers) out += "\n" + name + ":" + value;
    return out;
}

}  // namespace

PoliteClient::PoliteClient(Settings settings, Manners manners, std::unique_ptr<Pace> pace)
    : client_(std::move(settings)),
      manners_(manners),
      pace_(pace ? std::move(pace) : std::make_unique<OwnPace>()) {}

Result<void> PoliteClient::wait_turn(const std::string& host, const GoOn& go_on) {
    const Steady::time_point latest = Steady::now() + manners_.longest_wait;
    while (true) {
        const auto left = std::chrono::duration_cast<milliseconds>(latest - Steady::now());
        const auto turn = pace_->take(host, manners_.gap, std::max(left, milliseconds(0)));
        if (!turn) return std::unexpected(turn.error());
        if (!turn->taken)
            return fail(ErrorCode::rate_limited, "the host asks to be left alone for now", host,
                        fmt::format("Try again in {} seconds",
                                    std::chrono::ceil<std::chrono::seconds>(turn->wait).count()));
        const Steady::time_point at = Steady::now() + turn->wait;
        while (Steady::now() < at) {
            if (go_on && !go_on()) return stopped();
            std::this_thread::sleep_for(std::min<Steady::duration>(milliseconds(50), at - Steady::now()));
        }
        if (turn->wait == milliseconds(0)) return {};
        // Whoever had the turn before may have been told to come back later.
        const auto alone = pace_->is_left_alone(host);
        if (!alone) return std::unexpected(alone.error());
        if (!*alone) return {};
    }
}

void PoliteClient::add_conditions(Request& request, const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(kept_, key, &Kept::key);
    if (found == kept_.end()) return;
    if (!found->tag.empty()) request.headers.emplace_back("If-None-Match", found->tag);
    if (!found->modified.empty()) request.headers.emplace_back("If-Modified-Since", found->modified);
}

std::optional<Response> PoliteClient::kept(const std::string& key) {
    const std::lock_guard lock(mutex_);
    const auto found = std::ranges::find(kept_, key, &Kept::key);
    if (found == kept_.end()) return std::nullopt;
    kept_.splice(kept_.begin(), kept_, found);
    return found->response;
}

void PoliteClient::keep(const std::string& key, const Response& response) {
    const std::string tag = response.header("etag").value_or("");
    const std::string modified = response.header("last-modified").value_or("");
    const std::size_t size = response.body.size() + key.size();
    const std::lock_guard lock(mutex_);
    const auto before = std::ranges::find(kept_, key, &Kept::key);
    if (before != kept_.end()) {
        kept_bytes_ -= before->response.body.size() + before->key.size();
        kept_.erase(before);
    }
    if ((tag.empty() && modified.empty()) || size > manners_.kept_bytes / 2) return;
    kept_.push_front({key, tag, modified, response});
    kept_bytes_ += size;
    while (kept_bytes_ > manners_.kept_bytes) {
        kept_bytes_ -= kept_.back().response.body.size() + kept_.back().key.size();
        kept_.pop_back();
    }
}

milliseconds PoliteClient::pause_after(const Response& response, int attempt) const {
    const milliseconds backoff = manners_.first_backoff * (1 << std::min(attempt, 10));
    return std::max(retry_after(response).value_or(backoff), milliseconds(1));
}

Result<Response> PoliteClient::send(const Request& request, const GoOn& go_on) {
    const auto url = parse_url(request.url);
    if (!url) return std::unexpected(url.error());
    const std::string key = key_of(request);
    Request asked = request;
    add_conditions(asked, key);
    for (int attempt = 0;; ++attempt) {
        if (auto turn = wait_turn(url->host, go_on); !turn) return pass_on(turn);
        auto response = client_.send(asked, go_on);
        if (!response) return response;
        if (response->status == 304) {
            if (auto same = kept(key)) return std::move(*same);
            // It was dropped meanwhile: once more without conditions.
            const bool unconditional = asked.headers.size() == request.headers.size();
            if (unconditional || attempt >= manners_.retries) return response;
            asked = request;
            continue;
        }
        if (response->status == 200 && !request.without_body) keep(key, *response);
        if (!asks_for_patience(response->status)) return response;
        const milliseconds pause = pause_after(*response, attempt);
        if (auto told = pace_->leave_alone(url->host, pause); !told) return pass_on(told);
        if (attempt >= manners_.retries) return response;
        // wait_turn says so when that is too long.
    }
}

}  // namespace headway::net

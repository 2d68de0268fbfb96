// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/dialect.hpp"

namespace headway::llm {
namespace {

constexpr std::size_t most_known = 1000;

std::string key_of(const Endpoint& e) {
    return e.base_url + "\n" + e.model;
}

bool refuses_the_shape(int status) {
    return status == 400 || status == 404 || status == 415 || status == 422 || status == 501;
}

}  // namespace

Dialect Dialects::of(const Endpoint& endpoint) const {
    const std::lock_guard lock(mutex_);
    const auto found = known_.find(key_of(endpoint));
    return found == known_.end() ? Dialect() : found->second;
}

bool Dialects::learn(const Endpoint& endpoint, const Dialect& used, bool with_schema,
                     const net::Response& refusal) {
    if (!refuses_the_shape(refusal.status)) return false;
    const std::string& body = refusal.body;
    Dialect next = used;
    if (used.counts_streams && body.find("stream_options") != std::string::npos) {
        next.counts_streams = false;
    } else if (with_schema && used.json != Json::words &&
               (body.find("response_format") != std::string::npos ||
                body.find("json_schema") != std::string::npos ||
                body.find("json_object") != std::string::npos)) {
        next.json = used.json == Json::schema ? Json::object : Json::words;
    } else {
        return false;
    }
    const std::lock_guard lock(mutex_);
    if (known_.size() >= most_known) known_.clear();
    known_[key_of(endpoint)] = next;
    return true;
}

}  // namespace headway::llm

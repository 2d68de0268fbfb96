// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/check_address.hpp"

#include <fmt/format.h>

#include "flows/gap_report.hpp"
#include "net/url.hpp"
#include "store/events.hpp"
#include "store/learning_items.hpp"

namespace headway::flows {
namespace {

using Steady = std::chrono::steady_clock;

/// The host of the page that answered; of a test's, the one that it stands for.
std::optional<std::string> host_of(const Outside& outside, std::string url) {
    const std::string origin = outside.boards_origin + "/";
    if (origin.size() > 1 && url.starts_with(origin)) url.replace(0, origin.size(), "https://");
    const auto read = net::parse_url(url);
    if (!read) return std::nullopt;
    return read->host;
}

std::string reason_of(int status) {
    if (status == 404 || status == 410) return "There is nothing at this address.";
    return fmt::format("The host answers with HTTP {}.", status);
}

/// As a sentence.
std::string reason_of(const Error& error) {
    if (error.code == ErrorCode::internal) return "Something went wrong in the program.";
    std::string out = error.what;
    if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') out[0] = static_cast<char>(out[0] - 32);
    return out + ".";
}

}  // namespace

Result<AddressLook> look_at_address(const Outside& outside, const std::string& url, const net::GoOn& go_on,
                                    std::chrono::milliseconds patience) {
    const auto until = Steady::now() + patience;
    net::Request request;
    request.url = asked_at(outside, url);
    request.without_body = true;
    const auto answer =
        outside.client.send(request, [&] { return Steady::now() < until && (!go_on || go_on()); });
    if (answer && answer->status >= 200 && answer->status < 300)
        return AddressLook{"reachable", host_of(outside, answer->url), {}};
    if (answer) return AddressLook{"unreachable", {}, reason_of(answer->status)};
    if (go_on && !go_on()) return std::unexpected(answer.error());
    if (Steady::now() >= until) return AddressLook{"unreachable", {}, "The host answers too slowly."};
    return AddressLook{"unreachable", {}, reason_of(answer.error())};
}

Result<AddressLook> check_item_address(sql::Database& database, const Outside& outside, const Clock& clock,
                                       const std::string& owner, const CheckInput& input,
                                       const net::GoOn& go_on) {
    auto item = database.read(
        [&](sql::Connection& c) { return store::find_learning_item(c, owner, input.learning_item_id); });
    if (!item) return pass_on(item);
    if (!*item) return fail(ErrorCode::not_found, "there is no such learning item", "learning_item_id");
    if (!(*item)->url_state)
        return fail(ErrorCode::invalid, "only addresses that a model named are looked at",
                    "learning_item_id");
    auto look = look_at_address(outside, (*item)->url, go_on);
    if (!look) return look;
    (*item)->url_state = look->state;
    (*item)->url_host = look->host;
    (*item)->url_note = look->note;
    (*item)->url_checked_at = clock();
    auto stored = database.write([&](sql::Connection& c) -> Result<void> {
        if (auto set = store::set_url_state(c, owner, **item); !set) return set;
        return store::add_event(c, owner, "gap_report", (*item)->report_id, *(*item)->url_checked_at);
    });
    if (!stored) return pass_on(stored);
    return look;
}

Provenance provenance_of(const Knowledge& knowledge, const AddressLook& look) {
    Provenance out = base_provenance(knowledge);
    out.parameters.push_back({"url_state", look.state});
    if (look.host) out.parameters.push_back({"url_host", *look.host});
    return out;
}

}  // namespace headway::flows

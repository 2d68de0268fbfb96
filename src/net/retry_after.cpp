// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/retry_after.hpp"

#include <algorithm>
#include <charconv>
#include <curl/curl.h>

namespace headway::net {
namespace {

using std::chrono::milliseconds;
constexpr milliseconds longest_pause{24LL * 3600 * 1000};

}  // namespace

std::optional<milliseconds> retry_after(const Response& response) {
    const auto header = response.header("retry-after");
    if (!header) return std::nullopt;
    std::int64_t seconds = 0;
    const auto [end, error] = std::from_chars(header->data(), header->data() + header->size(), seconds);
    if (error != std::errc() || end != header->data() + header->size()) {
        const auto date = curl_getdate(header->c_str(), nullptr);
        if (date < 0) return std::nullopt;
        seconds = static_cast<std::int64_t>(date) -
                  std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    }
    return std::clamp<milliseconds>(std::chrono::seconds(std::clamp<std::int64_t>(seconds, 0, 1'000'000)),
                                    milliseconds(0), longest_pause);
}

}  // namespace headway::net

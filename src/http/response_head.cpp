// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/response_head.hpp"

#include <array>
#include <charconv>
#include <ctime>
#include <fmt/format.h>

#include "http/problem.hpp"

namespace headway::http {
namespace {

constexpr std::string_view for_every_reply =
    "X-Content-Type-Options: nosniff\r\n"
    "Referrer-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=()\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n";
constexpr std::string_view for_data =
    "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action "
    "'none'\r\n";
constexpr std::string_view for_https = "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";

void add_field(std::string& out, std::string_view name, std::string_view value) {
    out += name;
    out += ": ";
    for (const char c : value) {
        const auto byte = static_cast<unsigned char>(c);
        out += (byte < 0x20 && c != '\t') || byte == 0x7F ? ' ' : c;
    }
    out += "\r\n";
}

void add_number(std::string& out, std::uint64_t number) {
    std::array<char, 20> digits{};
    const auto [end, e] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    out.append(digits.data(), end);
}

}  // namespace

std::string head_of(const Response& response, std::string_view request_id, std::string_view date,
                    std::optional<std::uint64_t> length, Persistence persistence, Scheme scheme) {
    std::string out;
    out.reserve(768);
    out += "HTTP/1.1 ";
    add_number(out, static_cast<std::uint64_t>(response.status));
    out += ' ';
    out += reason_of(response.status);
    out += "\r\nDate: ";
    out += date;
    out += "\r\n";
    bool has_cache = false;
    bool has_policy = false;
    for (const auto& [name, value] : response.headers) {
        has_cache = has_cache || same_name(name, "Cache-Control");
        has_policy = has_policy || same_name(name, "Content-Security-Policy");
        add_field(out, name, value);
    }
    const bool has_length = length && response.status != 204 && response.status != 304;
    if (has_length) {
        out += "Content-Length: ";
        add_number(out, *length);
        out += "\r\n";
    }
    if (!has_cache) out += "Cache-Control: no-store\r\n";
    out += for_every_reply;
    if (!has_policy) out += for_data;
    if (scheme == Scheme::https) out += for_https;
    add_field(out, "X-Request-Id", request_id);
    if (persistence == Persistence::close) out += "Connection: close\r\n";
    out += "\r\n";
    return out;
}

std::string http_date(std::int64_t unix_seconds) {
    static constexpr std::array days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t time = unix_seconds;
    std::tm t{};
    gmtime_r(&time, &t);
    return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT", days[static_cast<std::size_t>(t.tm_wday)],
                       t.tm_mday, months[static_cast<std::size_t>(t.tm_mon)], t.tm_year + 1900, t.tm_hour,
                       t.tm_min, t.tm_sec);
}

}  // namespace headway::http

// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/message.hpp"

#include <algorithm>
#include <array>
#include <ctime>
#include <fmt/format.h>

#include "http/base64.hpp"

namespace headway::mail {
namespace {

constexpr std::size_t line_bytes = 76;
constexpr std::size_t word_bytes = 42;  ///< Of UTF-8 in one encoded word: 75 characters in all at most.

/// Without what ends a line.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == 0x7f; }, ' ');
    return text;
}

bool is_ascii(const std::string& text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// A header's text; beyond ASCII as encoded words (RFC 2047), none of which parts a character.
std::string header_text(const std::string& given) {
    const std::string text = one_line(given);
    if (is_ascii(text) && text.size() <= line_bytes - 10) return text;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = std::min(at + word_bytes, text.size());
        while (end > at + 1 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            --end;
        out +=
            (out.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + http::base64(text.substr(at, end - at)) + "?=";
        at = end;
    }
    return out;
}

std::string date_text(Timestamp now) {
    constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::time_t seconds = now.micros / 1'000'000;
    std::tm t{};
    gmtime_r(&seconds, &t);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", days[static_cast<std::size_t>(t.tm_wday)],
                       t.tm_mday, months[static_cast<std::size_t>(t.tm_mon)], t.tm_year + 1900, t.tm_hour,
                       t.tm_min, t.tm_sec);
}

std::string part(const char* type, const std::string& body, const std::string& boundary) {
    std::string out = "--" + boundary + "\r\nContent-Type: " + type +
                      "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    const std::string encoded = http::base64(body);
    for (std::size_t at = 0; at < encoded.size(); at += line_bytes)
        out += encoded.substr(at, line_bytes) + "\r\n";
    return out;
}

}  // namespace

std::string compose(const Letter& letter, const std::string& from, const std::string& to,
                    const std::string& id, Timestamp now) {
    const std::string boundary = "headway-" + id;
    const std::string domain = one_line(from.substr(from.rfind('@') + 1));
    std::string out = "From: Headway <" + one_line(from) + ">\r\nTo: <" + one_line(to) +
                      ">\r\nSubject: " + header_text(letter.subject) + "\r\nDate: " + date_text(now) +
                      "\r\nMessage-ID: <" + id + "@" + domain + ">\r\nAuto-Submitted: auto-generated\r\n";
    if (!letter.unsubscribe.empty())
        out += "List-Unsubscribe: <" + one_line(letter.unsubscribe) +
               ">\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n";
    out += "MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"" + boundary + "\"\r\n\r\n";
    return out + part("text/plain", letter.text, boundary) + part("text/html", letter.html, boundary) + "--" +
           boundary + "--\r\n";
}

}  // namespace headway::mail

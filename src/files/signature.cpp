// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/signature.hpp"

#include <algorithm>

#include "base/digest.hpp"

namespace headway::files {
namespace {

constexpr std::string_view algorithm = "AWS4-HMAC-SHA256";
constexpr std::string_view unsigned_payload = "UNSIGNED-PAYLOAD";

/// "20130524T000000Z"
std::string compact(Timestamp now) {
    const std::string text = to_string(Timestamp{now.micros - now.micros % 1'000'000});
    std::string out;
    std::ranges::copy_if(text, std::back_inserter(out), [](char c) { return c != '-' && c != ':'; });
    return out;
}

std::string scope_of(const Credentials& who, const std::string& time) {
    return time.substr(0, 8) + "/" + who.region + "/s3/aws4_request";
}

std::string names_of(const Pairs& headers) {
    std::string out;
    for (const auto& [name, value] : headers) out += (out.empty() ? "" : ";") + name;
    return out;
}

std::string signature(const Credentials& who, const Signable& r, std::string_view payload,
                      const std::string& time) {
    std::string canonical = r.method + "\n" + r.path + "\n" + encoded_query(r.query) + "\n";
    for (const auto& [name, value] : r.headers) canonical.append(name).append(":").append(value).append("\n");
    canonical.append("\n").append(names_of(r.headers)).append("\n").append(payload);
    const std::string text =
        std::string(algorithm) + "\n" + time + "\n" + scope_of(who, time) + "\n" + to_hex(sha256(canonical));
    std::string key = hmac_sha256("AWS4" + who.secret_key, time.substr(0, 8));
    for (const std::string& part : {who.region, std::string("s3"), std::string("aws4_request")})
        key = hmac_sha256(key, part);
    return to_hex(hmac_sha256(key, text));
}

}  // namespace

std::string percent_encoded(std::string_view text, Slash slash) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                           c == '-' || c == '.' || c == '_' || c == '~' || (c == '/' && slash == Slash::kept);
        if (plain) {
            out += c;
            continue;
        }
        out += '%';
        out += digits[static_cast<unsigned char>(c) >> 4U];
        out += digits[static_cast<unsigned char>(c) & 15U];
    }
    return out;
}

std::string encoded_query(const Pairs& query) {
    Pairs parts;
    for (const auto& [name, value] : query)
        parts.emplace_back(percent_encoded(name, Slash::encoded), percent_encoded(value, Slash::encoded));
    std::ranges::sort(parts);
    std::string out;
    for (const auto& [name, value] : parts) out += (out.empty() ? "" : "&") + name + "=" + value;
    return out;
}

Pairs signed_headers(const Credentials& who, Signable request, std::string_view body, Timestamp now) {
    const std::string time = compact(now);
    const std::string payload = to_hex(sha256(body));
    Pairs out = {{"x-amz-content-sha256", payload}, {"x-amz-date", time}};
    request.headers.insert(request.headers.end(), out.begin(), out.end());
    std::ranges::sort(request.headers);
    out.emplace_back("Authorization", std::string(algorithm) + " Credential=" + who.access_key + "/" +
                                          scope_of(who, time) +
                                          ",SignedHeaders=" + names_of(request.headers) +
                                          ",Signature=" + signature(who, request, payload, time));
    return out;
}

std::string presigned_query(const Credentials& who, Signable request, int seconds, Timestamp now) {
    const std::string time = compact(now);
    std::ranges::sort(request.headers);
    request.query.insert(request.query.end(),
                         {{"X-Amz-Algorithm", std::string(algorithm)},
                          {"X-Amz-Credential", who.access_key + "/" + scope_of(who, time)},
                          {"X-Amz-Date", time},
                          {"X-Amz-Expires", std::to_string(seconds)},
                          {"X-Amz-SignedHeaders", names_of(request.headers)}});
    return encoded_query(request.query) +
           "&X-Amz-Signature=" + signature(who, request, unsigned_payload, time);
}

}  // namespace headway::files

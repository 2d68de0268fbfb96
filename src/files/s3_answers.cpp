// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/s3_answers.hpp"

#include <pugixml.hpp>

namespace headway::files {
namespace {

constexpr std::size_t largest_xml = std::size_t{4} << 20U;

/// Empty when it is no XML.
pugi::xml_document parsed(const std::string& xml) {
    pugi::xml_document out;
    if (xml.size() <= largest_xml) out.load_buffer(xml.data(), xml.size(), pugi::parse_escapes);
    return out;
}

/// Without a prefix of a namespace.
std::string_view local(const char* name) {
    const std::string_view all(name);
    const std::size_t colon = all.rfind(':');
    return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

Error unavailable(std::string what, const std::string& host, std::string fix) {
    return {ErrorCode::unavailable, std::move(what), host, std::move(fix)};
}

}  // namespace

std::string find_element(const std::string& xml, std::string_view name) {
    const auto document = parsed(xml);
    const auto found =
        document.find_node([&](const pugi::xml_node& node) { return local(node.name()) == name; });
    return found.child_value();
}

std::string root_element(const std::string& xml) {
    return std::string(local(parsed(xml).document_element().name()));
}

std::vector<std::string> begun_uploads(const std::string& xml, std::string_view object) {
    std::vector<std::string> out;
    const auto document = parsed(xml);
    for (const auto& node : document.document_element().children()) {
        if (local(node.name()) != "Upload") continue;
        if (std::string_view(node.child_value("Key")) == object)
            out.emplace_back(node.child_value("UploadId"));
    }
    return out;
}

bool may_pass(int status) {
    return status == 429 || status == 500 || status == 502 || status == 503 || status == 504;
}

bool arrived_altered(const net::Response& response) {
    if (response.status != 400) return false;
    const std::string code = find_element(response.body, "Code");
    return code == "BadDigest" || code == "XAmzContentSHA256Mismatch";
}

Error refusal(const net::Response& response, const S3Settings& settings, const std::string& host) {
    const std::string code = find_element(response.body, "Code");
    if (code == "NoSuchBucket")
        return unavailable("there is no bucket " + settings.bucket, host, "Make it, or correct s3-bucket");
    if (response.status == 404)
        return {ErrorCode::not_found, "the stored file is gone", {}, "Upload it again"};
    if (code == "SignatureDoesNotMatch")
        return unavailable("the S3 server does not take the secret key", host,
                           "Check s3-access-key, s3-secret-key and s3-region");
    if (code == "InvalidAccessKeyId")
        return unavailable("the S3 server does not know the access key", host, "Check s3-access-key");
    if (code == "RequestTimeTooSkewed")
        return unavailable("the clock of this machine and that of the S3 server are minutes apart", host,
                           "Set the clock, best by NTP");
    if (code == "AuthorizationHeaderMalformed" || code == "IllegalLocationConstraintException" ||
        code == "PermanentRedirect" || (response.status >= 300 && response.status < 400))
        return unavailable("the bucket " + settings.bucket + " lies in another region or elsewhere", host,
                           "Correct s3-region or s3-endpoint");
    if (response.status == 401 || response.status == 403)
        return unavailable("the key may not do this in bucket " + settings.bucket, host,
                           "Let it read, write, delete and list there");
    if (arrived_altered(response))
        return unavailable("the bytes arrived altered at the S3 server", host, "Try again");
    if (may_pass(response.status))
        return unavailable("the S3 server fails with " + std::to_string(response.status), host,
                           "Try again later");
    return unavailable("the S3 server refuses with " + std::to_string(response.status) +
                           (code.empty() || code.size() > 60 ? std::string() : " " + code),
                       host, "Check the settings that begin with s3-");
}

}  // namespace headway::files

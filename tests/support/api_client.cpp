// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/api_client.hpp"

#include <stdexcept>

namespace headway::test {
namespace {

ApiReply parsed(const RawReply& raw) {
    ApiReply out;
    out.status = raw.status;
    out.text = raw.body;
    out.etag = raw.header("ETag").value_or("");
    const std::string cookie = raw.header("Set-Cookie").value_or("");
    out.cookie = cookie.substr(0, cookie.find(';'));
    boost::system::error_code error;
    auto value = boost::json::parse(raw.body, error);
    if (!error) out.body = std::move(value);
    return out;
}

}  // namespace

std::string ApiReply::at(std::string_view path) const {
    const boost::json::value* here = &body;
    while (!path.empty()) {
        const std::string_view step = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(path.size(), step.size() + 1));
        if (const auto* object = here->if_object()) {
            here = object->if_contains(step);
        } else if (const auto* array = here->if_array()) {
            const std::size_t index = std::stoul(std::string(step));
            here = index < array->size() ? &(*array)[index] : nullptr;
        } else {
            here = nullptr;
        }
        if (here == nullptr) return {};
    }
    if (here->is_null()) return {};
    return here->is_string() ? std::string(here->get_string()) : boost::json::serialize(*here);
}

void ApiClient::go_to(std::uint16_t port) {
    port_ = port;
    connection_.reset();
}

std::optional<ApiReply> ApiClient::try_to(std::string_view method, const std::string& path,
                                          const std::string& body, const std::string& more) {
    try {
        if (!connection_) connection_.emplace(port_);
    } catch (const std::runtime_error&) {
        return std::nullopt;
    }
    std::string request =
        std::string(method) + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + fields_ + more;
    if (body.starts_with('{')) request += "Content-Type: application/json\r\n";
    if (!body.empty() || method == "POST")
        request += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    connection_->send(request + "\r\n" + body);
    const RawReply raw = connection_->read();
    if (!raw.complete || raw.header("Connection") == "close") connection_.reset();
    if (!raw.complete) return std::nullopt;
    return parsed(raw);
}

ApiReply ApiClient::ask(std::string_view method, const std::string& path, const std::string& body,
                        const std::string& more) {
    return try_to(method, path, body, more).value_or(ApiReply());
}

ApiReply ApiClient::sign_up(const std::string& email) {
    const ApiReply out =
        ask("POST", "/api/auth/register", R"({"email":")" + email + R"(","password":")" + password + R"("})");
    use_cookie(out.cookie);
    return out;
}

std::optional<ApiReply> ApiClient::try_upload(const std::string& name, const std::string& bytes) {
    const std::string form = "--xyz\r\nContent-Disposition: form-data; name=\"resume_file\"; filename=\"" +
                             name + "\"\r\n\r\n" + bytes + "\r\n--xyz--\r\n";
    return try_to("POST", "/api/backend/resume/upload", form,
                  "Content-Type: multipart/form-data; boundary=xyz\r\n");
}

}  // namespace headway::test

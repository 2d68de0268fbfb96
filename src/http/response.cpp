// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/response.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "http/target.hpp"

namespace headway::http {

Result<std::shared_ptr<const OpenFile>> OpenFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        if (errno == ENOENT || errno == ENOTDIR)
            return fail(ErrorCode::not_found, "there is no such file", path);
        return fail(ErrorCode::unavailable, std::string("cannot be opened: ") + std::strerror(errno), path);
    }
    struct stat found{};
    if (::fstat(descriptor, &found) != 0 || !S_ISREG(found.st_mode)) {
        ::close(descriptor);
        return fail(ErrorCode::invalid, "is not a file", path);
    }
    return std::shared_ptr<const OpenFile>(
        new OpenFile(descriptor, static_cast<std::uint64_t>(found.st_size)));
}

OpenFile::~OpenFile() {
    ::close(descriptor_);
}

void Response::set_header(std::string_view name, std::string value) {
    std::erase_if(headers, [&](const auto& field) { return same_name(field.first, name); });
    headers.emplace_back(name, std::move(value));
}

std::optional<std::string_view> Response::header(std::string_view name) const {
    return find_header(headers, name);
}

std::string_view Response::text() const {
    if (const auto* own = std::get_if<std::string>(&body)) return *own;
    if (const auto* shared = std::get_if<SharedBytes>(&body); shared != nullptr && *shared) return **shared;
    return {};
}

Response text_reply(int status, std::string content_type, std::string body) {
    Response response;
    response.status = status;
    response.headers.emplace_back("Content-Type", std::move(content_type));
    response.body = std::move(body);
    return response;
}

Response no_content() {
    Response response;
    response.status = 204;
    return response;
}

Response see_other(std::string location) {
    Response response;
    response.status = 303;
    response.set_header("Location", std::move(location));
    return response;
}

Response event_reply(std::shared_ptr<EventStream> events) {
    Response response;
    response.set_header("Content-Type", "text/event-stream");
    response.set_header("X-Accel-Buffering", "no");  // nginx would hold events back
    response.body = std::move(events);
    return response;
}

Response download(std::string content_type, std::string_view filename, ResponseBody body) {
    Response response;
    response.set_header("Content-Type", std::move(content_type));
    response.set_header("Content-Disposition", attachment_header(filename));
    response.body = std::move(body);
    return response;
}

std::string attachment_header(std::string_view filename) {
    if (!is_utf8(filename)) filename = {};
    if (const auto slash = filename.find_last_of("/\\"); slash != std::string_view::npos) {
        filename.remove_prefix(slash + 1);
    }
    std::string exact;
    for (const char c : filename) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) exact += c;
    }
    if (exact.find_first_not_of(". ") == std::string::npos) exact = "download";
    std::string ascii;
    for (const char c : exact) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) == 0x80U) continue;  // one mark per character, not per byte
        ascii += byte >= 0x80 || c == '"' || c == '%' ? '_' : c;
    }
    std::string out = "attachment; filename=\"" + ascii + "\"";
    if (ascii != exact) out += "; filename*=UTF-8''" + percent_encoded(exact);
    return out;
}

void add_cookie(Response& response, const Cookie& cookie) {
    std::string line =
        cookie.name + "=" + cookie.value + "; Path=" + cookie.path + "; HttpOnly; SameSite=Lax";
    if (cookie.max_age_s) line += "; Max-Age=" + std::to_string(*cookie.max_age_s);
    if (cookie.secure) line += "; Secure";
    response.headers.emplace_back("Set-Cookie", std::move(line));
}

}  // namespace headway::http

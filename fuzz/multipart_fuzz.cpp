// SPDX-License-Identifier: GPL-3.0-or-later
// The first line as a Content-Type, the rest as the form's body. Parts must lie in the body, names must be
// safe; and a form made of any content is read back as it was.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "http/multipart.hpp"
#include "http/target.hpp"

namespace {

using namespace headway;

void require(bool holds) {
    if (!holds) std::abort();
}

void check(const http::Part& part, std::string_view body) {
    require(part.content.empty() || (part.content.data() >= body.data() &&
                                     part.content.data() + part.content.size() <= body.data() + body.size()));
    require(http::is_utf8(part.name) && http::is_utf8(part.filename));
    require(part.filename.size() <= 200 && part.filename != "." && part.filename != "..");
    for (const char c : part.filename)
        require(static_cast<unsigned char>(c) >= 0x20 && c != '/' && c != '\\');
    require(part.is_file || part.filename.empty());
}

void read_back(std::string_view content) {
    const std::string boundary = "a-boundary";
    if (content.find("--" + boundary) != std::string_view::npos) return;
    const std::string body = "--" + boundary +
                             "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"cv.pdf\"\r\n"
                             "Content-Type: application/pdf\r\n\r\n" +
                             std::string(content) + "\r\n--" + boundary +
                             "\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n\r\n--" + boundary +
                             "--\r\n";
    const auto parts = http::parse_multipart("multipart/form-data; boundary=" + boundary, body);
    require(parts && parts->size() == 2);
    require(parts->front().content == content && parts->front().filename == "cv.pdf");
    require(parts->back().content.empty() && !parts->back().is_file);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::size_t line = std::min(bytes.find('\n'), size);
    const std::string_view body = bytes.substr(std::min(line + 1, size));
    for (const auto& parts : {http::parse_multipart(bytes.substr(0, line), body),
                              http::parse_multipart("multipart/form-data; boundary=x", body)}) {
        if (!parts) {
            require(!parts.error().what.empty());
            continue;
        }
        require(parts->size() <= http::MultipartLimits().parts);
        for (const http::Part& part : *parts) check(part, body);
    }
    read_back(bytes);
    return 0;
}

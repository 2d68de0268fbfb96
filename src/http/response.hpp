// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/result.hpp"
#include "http/event_stream.hpp"
#include "http/request.hpp"
#include "json/json.hpp"

namespace headway::http {

/// Bytes that many replies share.
using SharedBytes = std::shared_ptr<const std::string>;

/// An open file, read while it is sent; closed with its last owner.
class OpenFile {
  public:
    /// not_found, unavailable (no permission), or invalid (a folder, a device).
    [[nodiscard]] static Result<std::shared_ptr<const OpenFile>> open(const std::string& path);
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile();
    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }

  private:
    OpenFile(int descriptor, std::uint64_t size) : descriptor_(descriptor), size_(size) {}
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

using ResponseBody =
    std::variant<std::string, SharedBytes, std::shared_ptr<const OpenFile>, std::shared_ptr<EventStream>>;

/// What a handler gives back. The server adds the length, the date, the request id, the security headers and,
/// unless there is one, Cache-Control: no-store. A 200 with an ETag that the client has becomes a 304.
struct Response {
    int status = 200;
    Headers headers;
    ResponseBody body;

    /// Replaces fields of that name.
    void set_header(std::string_view name, std::string value);
    [[nodiscard]] std::optional<std::string_view> header(std::string_view name) const;
    /// The body when it lies in memory; empty for files and streams.
    [[nodiscard]] std::string_view text() const;
};

[[nodiscard]] Response text_reply(int status, std::string content_type, std::string body);
template <class T>
[[nodiscard]] Response json_reply(int status, const T& value) {
    return text_reply(status, "application/json", json::to_json(value));
}
/// 204.
[[nodiscard]] Response no_content();
/// 201 with Location.
template <class T>
[[nodiscard]] Response created(std::string location, const T& value) {
    Response response = json_reply(201, value);
    response.set_header("Location", std::move(location));
    return response;
}
/// 303: look there with GET.
[[nodiscard]] Response see_other(std::string location);
/// text/event-stream until either side closes it.
[[nodiscard]] Response event_reply(std::shared_ptr<EventStream> events);

/// Something to save under `filename` (any UTF-8 text; made safe): an attachment.
[[nodiscard]] Response download(std::string content_type, std::string_view filename, ResponseBody body);
/// The value of Content-Disposition by RFC 6266: an ASCII name, and the exact one as filename*.
[[nodiscard]] std::string attachment_header(std::string_view filename);

/// A cookie that scripts cannot read, for this site only.
struct Cookie {
    std::string name;
    std::string value;
    std::optional<std::int64_t> max_age_s;  ///< None: until the browser ends. 0 deletes it.
    bool secure = false;                    ///< Only over https.
    std::string path = "/";
};
void add_cookie(Response& response, const Cookie& cookie);

}  // namespace headway::http

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "http/refusal.hpp"
#include "http/request.hpp"

namespace headway::http {

/// Bytes to one HTTP/1 request after another. Stricter than the protocol where leniency helps only smugglers:
/// no Content-Length beside Transfer-Encoding, no coding but chunked, exactly one valid Host.
class RequestParser {
  public:
    struct Limits {
        std::size_t header_bytes = 16 * 1024;
        std::size_t target_bytes = 8 * 1024;
        std::size_t fields = 100;
    };
    explicit RequestParser(Limits limits);
    RequestParser(const RequestParser&) = delete;
    RequestParser& operator=(const RequestParser&) = delete;
    ~RequestParser();

    /// Makes ready for the next request.
    void reset();

    enum class Stage : std::uint8_t { header, body, done };
    [[nodiscard]] Stage stage() const;

    /// Takes bytes and says how many it used; hands back the rest with more behind it. Stops behind the
    /// header and behind the message. A refusal ends the connection.
    [[nodiscard]] Answer<std::size_t> feed(std::string_view bytes);

    /// Before the first feed in stage body: what that route takes. 0 until then.
    void allow_body(std::size_t limit);

    // Known behind the header.
    [[nodiscard]] Request& request();
    [[nodiscard]] std::optional<std::uint64_t> content_length() const;
    [[nodiscard]] bool chunked() const;
    [[nodiscard]] bool keep_alive() const;
    [[nodiscard]] bool expects_continue() const;

  private:
    class Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace headway::http

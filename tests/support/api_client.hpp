// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "support/raw_client.hpp"

namespace headway::test {

struct ApiReply {
    int status = 0;
    boost::json::value body;  ///< Null when it is no JSON.
    std::string text;
    std::string etag;
    std::string cookie;  ///< "name=value" of Set-Cookie.

    /// At a path such as "items.0.title"; "" when there is nothing there.
    [[nodiscard]] std::string at(std::string_view path) const;
};

/// Somebody who talks to a server over a connection that is kept, and opened anew where it was closed.
class ApiClient {
  public:
    explicit ApiClient(std::uint16_t port) : port_(port) {}

    /// From now on with this session.
    void use_cookie(std::string cookie) { fields_ = "Cookie: " + cookie + "\r\nX-Headway-Request: 1\r\n"; }
    [[nodiscard]] const std::string& fields() const { return fields_; }
    void use_fields(std::string fields) { fields_ = std::move(fields); }
    /// Another server.
    void go_to(std::uint16_t port);

    /// None when the server went away before a whole reply. `body` beginning with '{' is JSON.
    [[nodiscard]] std::optional<ApiReply> try_to(std::string_view method, const std::string& path,
                                                 const std::string& body = {}, const std::string& more = {});
    /// The same where the server is there; a reply with status 0 otherwise.
    ApiReply ask(std::string_view method, const std::string& path, const std::string& body = {},
                 const std::string& more = {});

    /// Makes an account and goes on with its session; the reply.
    ApiReply sign_up(const std::string& email);
    std::optional<ApiReply> try_upload(const std::string& name, const std::string& bytes);

    static constexpr const char* password = "correct horse battery";

  private:
    std::uint16_t port_;
    std::string fields_;
    std::optional<RawClient> connection_;
};

}  // namespace headway::test

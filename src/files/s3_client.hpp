// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "files/s3_settings.hpp"
#include "files/signature.hpp"
#include "net/client.hpp"

namespace headway::files {

/// One request to the bucket.
struct S3Request {
    std::string method;
    std::string key;  ///< Without the prefix; empty: the bucket itself.
    Pairs query = {};
    Pairs headers = {};  ///< Lower case; all are signed.
    std::string body = {};
};

/// Signed requests to one bucket. Every answer with a status of 300 or more is an error that says how to mend
/// it: not_found when there is no such object, else unavailable. Thread-safe. No error holds a secret.
class S3Client {
  public:
    /// `invalid` for settings that cannot be: an endpoint that is no origin, odd characters in the bucket's
    /// name or the prefix, no key.
    [[nodiscard]] static Result<S3Client> make(S3Settings settings);

    /// How often a request is tried while failures may pass and there is time: with a server that falls
    /// silent it is over before the thirty seconds of a request to this program. What is done twice must be
    /// the same as once.
    enum class Tries : std::uint8_t { one, several };
    [[nodiscard]] Result<net::Response> send(const S3Request& request, Tries tries = Tries::several,
                                             const net::GoOn& go_on = {}) const;

    /// An address for whoever has it, for `seconds`.
    [[nodiscard]] std::string presigned(const std::string& key, Pairs query, int seconds) const;

    [[nodiscard]] const S3Settings& settings() const { return settings_; }
    [[nodiscard]] const std::string& host() const { return host_; }

  private:
    S3Client(S3Settings settings, std::string origin, std::string host);
    [[nodiscard]] Credentials credentials() const;
    [[nodiscard]] Result<net::Response> ask(const S3Request& request, const net::GoOn& go_on) const;
    [[nodiscard]] std::string path_of(const std::string& key) const;

    S3Settings settings_;
    std::string origin_;  ///< Of the address that is asked.
    std::string host_;    ///< As it stands in Host.
    net::Client client_;
    net::Client patient_;  ///< For bodies that take their time on the way up.
};

}  // namespace headway::files

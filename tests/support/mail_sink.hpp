// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>
#include <memory>
#include <optional>
#include <string>

#include "support/counterpart.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {

/// A mail as it came over the wire.
struct SunkMail {
    std::string from;
    std::string to;
    bool encrypted = false;
    std::string headers;
    std::string text;  ///< Of the plain part, decoded.
    std::string html;
};

/// A real mail server (Debian's python3-aiosmtpd) with TLS on loopback, ended with this. It wants the user
/// and the password below.
class MailSink {
  public:
    static constexpr const char* user = "headway";
    static constexpr const char* password = "s3cret";
    enum class Tls { from_the_start, starttls };

    /// Null where it is not installed.
    [[nodiscard]] static std::unique_ptr<MailSink> start(Tls tls);

    [[nodiscard]] const std::string& url() const { return server_->origin(); }
    [[nodiscard]] std::string ca_file() const { return folder_.file("certificate.pem"); }
    /// Waits for the next mail.
    [[nodiscard]] SunkMail next();
    /// Answers every receiver with this code, until take().
    void refuse(int code);
    void take();

  private:
    MailSink() = default;
    TempFolder folder_;
    std::optional<Counterpart> server_;
};

}  // namespace headway::test

/// Skips a test, or fails it in CI, where `sink` is null.
#define HEADWAY_NEEDS_MAIL_SINK(sink)                                                       \
    if (!(sink)) {                                                                          \
        if (const char* ci = std::getenv("CI"); ci != nullptr && std::string(ci) == "true") \
            FAIL() << "python3-aiosmtpd is not installed";                                  \
        GTEST_SKIP() << "python3-aiosmtpd is not installed";                                \
    }

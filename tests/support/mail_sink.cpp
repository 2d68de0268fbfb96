// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mail_sink.hpp"

#include <cstdlib>
#include <filesystem>
#include <stdexcept>

namespace headway::test {
namespace {

constexpr const char* python = "/usr/bin/python3";

/// RFC 4648, line ends left out.
std::string decoded(std::string_view text) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    unsigned held = 0;
    unsigned bits = 0;
    for (const char c : text) {
        const std::size_t value = alphabet.find(c);
        if (value == std::string_view::npos) continue;
        held = (held << 6U) | static_cast<unsigned>(value);
        bits += 6;
        if (bits < 8) continue;
        bits -= 8;
        out += static_cast<char>((held >> bits) & 255U);
    }
    return out;
}

/// The body of the part of that type.
std::string part_of(const std::string& message, const std::string& type) {
    const std::size_t head = message.find("Content-Type: " + type);
    if (head == std::string::npos) return {};
    const std::size_t body = message.find("\r\n\r\n", head) + 4;
    return decoded(std::string_view(message).substr(body, message.find("\r\n--", body) - body));
}

}  // namespace

std::unique_ptr<MailSink> MailSink::start(Tls tls) {
    if (!std::filesystem::exists("/usr/lib/python3/dist-packages/aiosmtpd")) return nullptr;
    std::unique_ptr<MailSink> out(new MailSink());
    const std::string key = out->folder_.file("key.pem");
    const std::string make =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 "
        "-subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout '" +
        key + "' -out '" + out->ca_file() + "' 2>/dev/null";
    if (std::system(make.c_str()) != 0) throw std::runtime_error("openssl makes no certificate");
    out->server_.emplace(std::vector<std::string>{python, "-W", "ignore", "tests/support/mail_sink.py",
                                                  out->ca_file(), key,
                                                  tls == Tls::starttls ? "starttls" : ""});
    return out;
}

SunkMail MailSink::next() {
    const auto mail = boost::json::parse(server_->ask("next"));
    const std::string message(mail.at("message").as_string());
    return {std::string(mail.at("from").as_string()),
            std::string(mail.at("to").at(0).as_string()),
            mail.at("tls").as_bool(),
            message.substr(0, message.find("\r\n\r\n")),
            part_of(message, "text/plain"),
            part_of(message, "text/html")};
}

void MailSink::refuse(int code) {
    static_cast<void>(server_->ask("refuse " + std::to_string(code)));
}

void MailSink::take() {
    static_cast<void>(server_->ask("take"));
}

}  // namespace headway::test

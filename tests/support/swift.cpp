// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/swift.hpp"

#include <filesystem>
#include <memory>

namespace headway::test {
namespace {

constexpr const char* bucket = "headway";

}  // namespace

Swift::Swift() : server_({"/usr/bin/python3", "tests/support/swift_server.py", bucket}) {}

Swift* Swift::shared() {
    static const std::unique_ptr<Swift> server = [] {
        const bool installed = std::filesystem::exists("/usr/bin/swift-proxy-server") &&
                               std::filesystem::exists("/usr/bin/swift-object-server");
        return installed ? std::make_unique<Swift>() : nullptr;
    }();
    return server.get();
}

files::S3Settings Swift::settings(const std::string& prefix) const {
    files::S3Settings out;
    out.endpoint = origin();
    out.bucket = bucket;
    out.access_key = "test:tester";
    out.secret_key = "testing";
    out.prefix = prefix;
    out.check_again = std::chrono::milliseconds(0);
    return out;
}

}  // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "files/s3_settings.hpp"
#include "net/client.hpp"

/// What an S3 server says, read. Its XML is a stranger's: small, and no entity is expanded.
namespace headway::files {

/// The content of the first element with that name, wherever it stands; empty when there is none.
[[nodiscard]] std::string find_element(const std::string& xml, std::string_view name);
[[nodiscard]] std::string root_element(const std::string& xml);

/// Uploads in parts of exactly that object which were begun and not ended.
[[nodiscard]] std::vector<std::string> begun_uploads(const std::string& xml, std::string_view object);

/// Whether the same request may succeed in a moment.
[[nodiscard]] bool may_pass(int status);

/// Whether the bytes of a request were not those that were sent: on another way they may be.
[[nodiscard]] bool arrived_altered(const net::Response& response);

/// What a refusal means, and how to mend it. not_found for an object that is not there, else unavailable.
[[nodiscard]] Error refusal(const net::Response& response, const S3Settings& settings,
                            const std::string& host);

}  // namespace headway::files

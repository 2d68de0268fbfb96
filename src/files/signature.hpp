// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/clock.hpp"

/// AWS Signature Version 4 for S3, as the service's reference describes it ("Authenticating Requests"). Pure.
namespace headway::files {

struct Credentials {
    std::string access_key;
    std::string secret_key;
    std::string region;
};

using Pairs = std::vector<std::pair<std::string, std::string>>;

/// What is signed of a request.
struct Signable {
    std::string method;
    std::string path;  ///< From '/', percent-encoded as it is asked.
    Pairs query;       ///< Plain, in any order.
    Pairs headers;     ///< Names in lower case, in any order; "host" must be among them.
};

/// The headers to add: x-amz-date, x-amz-content-sha256 and Authorization. Every header of `request` is
/// signed.
[[nodiscard]] Pairs signed_headers(const Credentials& who, Signable request, std::string_view body,
                                   Timestamp now);

/// The query of an address that holds for `seconds` from `now` (at most a week) without any other header than
/// those of `request`: its own query and the signature.
[[nodiscard]] std::string presigned_query(const Credentials& who, Signable request, int seconds,
                                          Timestamp now);

/// "a=1&b=x%20y", sorted as signatures want it.
[[nodiscard]] std::string encoded_query(const Pairs& query);

enum class Slash : std::uint8_t { kept, encoded };
/// Everything but letters, digits and "-._~" as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text, Slash slash);

}  // namespace headway::files

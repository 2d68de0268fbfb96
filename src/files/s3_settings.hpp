// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

#include "base/clock.hpp"

namespace headway::files {

/// A bucket of Amazon S3 or of anything that speaks its interface.
struct S3Settings {
    std::string endpoint;  ///< "https://s3.example.org"; empty: Amazon's of the region
    std::string region = "us-east-1";
    std::string bucket;  ///< Empty: none is used.
    std::string access_key;
    std::string secret_key;
    std::string prefix;      ///< Before every key, such as "headway/"; may be empty.
    bool path_style = true;  ///< endpoint/bucket/key; else bucket.endpoint/key
    std::string user_agent = "Headway";
    std::size_t part_bytes = std::size_t{8} << 20U;  ///< Larger files go up in parts of this size.
    std::chrono::milliseconds check_again{5'000};    ///< How long check() believes what it found.
    Clock clock = system_now;                        ///< Of signatures; must be right within minutes.
};

}  // namespace headway::files

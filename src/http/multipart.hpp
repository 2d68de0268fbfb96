// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "http/call.hpp"

namespace headway::http {

/// One field of a form; `content` points into the body that was parsed.
struct Part {
    std::string name;
    /// The last component only, valid UTF-8, without control characters, at most 200 bytes; empty when the
    /// part is no file.
    std::string filename;
    bool is_file = false;  ///< The part has a file name, if only an empty one.
    std::string content_type = "text/plain";
    std::string_view content;
};

struct MultipartLimits {
    std::size_t parts = 32;
    std::size_t header_bytes = 4096;  ///< Of one part.
};

/// multipart/form-data by RFC 7578. `invalid` when it is damaged, too_large above the limits.
[[nodiscard]] Result<std::vector<Part>> parse_multipart(std::string_view content_type, std::string_view body,
                                                        const MultipartLimits& limits = {});
/// The parts of a call's body: 415 when it is no form. They point into the call.
[[nodiscard]] Answer<std::vector<Part>> form_of(const Call& call, const MultipartLimits& limits = {});
[[nodiscard]] const Part* find_part(const std::vector<Part>& parts, std::string_view name);

}  // namespace headway::http

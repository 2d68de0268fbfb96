// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace headway::document {

/// The text of a picture and the few words that stood in the file beside it: lines of `layer` that OCR has
/// read from the picture as well (half of their words) are not said twice, others follow `read`.
[[nodiscard]] std::string with_layer_text(std::string read, std::string_view layer);

}  // namespace headway::document

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "career/reading.hpp"

namespace headway::career {

/// Whether a sentence of running text tells of a company by its name or as "the firm", speaks to nobody and
/// asks for nothing: "Dove & Larch Advisory is a boutique firm …", "The estate also runs a beef herd".
/// `products`: how many products and programming languages it names.
[[nodiscard]] bool company_is_subject(const Reading& reading, std::uint32_t sentence, std::uint32_t products);

}  // namespace headway::career

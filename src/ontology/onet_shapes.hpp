// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace headway::ontology {

/// What a cell of an O*NET file must be. "n/a" stands for an absent figure or text where the name says
/// optional.
enum class Cell : std::uint8_t {
    text,
    optional_text,
    number,  ///< A decimal number.
    optional_number,
    whole,  ///< 0, 1, 2, …
    optional_whole,
    value,  ///< A number within the scale named in the row's "Scale ID".
    optional_value,
    flag,  ///< Y or N
    optional_flag,
    month,            ///< mm/yyyy
    zone,             ///< 1–5
    tier,             ///< Whole, 0–255
    occupation_code,  ///< 11-1011.00; defines it
    element_code,     ///< 2.A.1.a; defines it
    commodity_code,   ///< Eight digits; defines it
    occupation,       ///< The rest refers to what a reference file defines.
    element,
    scale,
    commodity,
    task,
    optional_task,
    iwa,
    dwa,
};

struct ColumnShape {
    std::string_view heading;
    Cell cell = Cell::text;
    bool key = false;             ///< All key columns of a row together are unique in the file.
    std::string_view other = {};  ///< The heading in another layout of the release.
};

struct FileShape {
    std::string_view name;
    std::vector<ColumnShape> columns;
};

/// The files of a release that others refer to, in the order in which they must be read.
[[nodiscard]] std::span<const FileShape> reference_shapes();

/// Every other file that any layout of the release since 28.0 has.
[[nodiscard]] std::span<const FileShape> data_shapes();

/// Null for a file that this program does not know.
[[nodiscard]] const FileShape* find_shape(std::string_view name);

}  // namespace headway::ontology

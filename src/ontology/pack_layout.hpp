// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "ontology/pack.hpp"

/// How a pack lies on disk: header, directory, tables, each beginning at a multiple of 8.
/// docs/formats/pack.md says the same in words; the two change together, with the version.
namespace headway::ontology::layout {

static_assert(std::endian::native == std::endian::little, "packs are read in place and are little-endian");

inline constexpr std::string_view magic = "HWPACK1\n";
inline constexpr std::uint32_t version = 1;
inline constexpr std::size_t checksummed_from = 32;  ///< The checksum covers this byte to the end.

struct Header {
    std::array<char, 8> magic;
    std::uint32_t version;
    std::uint32_t table_count;
    std::uint64_t file_size;
    std::uint64_t checksum;
    Text name, release, licence;
    std::uint32_t reserved;
};
static_assert(sizeof(Header) == 48);

struct Entry {
    std::array<char, 16> name;  ///< Filled up with NUL.
    std::uint64_t offset;       ///< From the beginning of the file.
    std::uint32_t row_size;
    std::uint32_t row_count;
};
static_assert(sizeof(Entry) == 32);

enum Table : std::size_t {
    strings,
    skills,
    aliases,
    words,
    links,
    occupations,
    titles,
    occupation_skills,
    origins,
    ratings,
    related,
    commodities,
    files,
};

struct TableShape {
    std::string_view name;
    std::uint32_t row_size;
};

inline constexpr std::array<TableShape, 13> tables = {{
    {"strings", 1},
    {"skills", sizeof(SkillRow)},
    {"aliases", sizeof(AliasRow)},
    {"words", sizeof(Text)},
    {"links", sizeof(LinkRow)},
    {"occupations", sizeof(OccupationRow)},
    {"titles", sizeof(TitleRow)},
    {"occ_skills", sizeof(OccupationSkillRow)},
    {"origins", sizeof(OriginRow)},
    {"ratings", sizeof(RatingRow)},
    {"related", sizeof(RelatedRow)},
    {"commodities", sizeof(CommodityRow)},
    {"files", sizeof(FileRow)},
}};
static_assert(sizeof(SkillRow) == 60 && sizeof(AliasRow) == 8 && sizeof(LinkRow) == 12);
static_assert(sizeof(OccupationRow) == 48 && sizeof(TitleRow) == 16 && sizeof(OccupationSkillRow) == 16);
static_assert(sizeof(OriginRow) == 12 && sizeof(RatingRow) == 28 && sizeof(RelatedRow) == 16);
static_assert(sizeof(CommodityRow) == 16 && sizeof(FileRow) == 16);

inline constexpr std::size_t tables_from = sizeof(Header) + tables.size() * sizeof(Entry);
static_assert(tables_from % 8 == 0);

[[nodiscard]] constexpr std::uint64_t aligned(std::uint64_t offset) {
    return (offset + 7U) & ~std::uint64_t{7};
}

}  // namespace headway::ontology::layout

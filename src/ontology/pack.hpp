// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "ontology/framework.hpp"

namespace headway::ontology {

// Row types: fixed size, no padding, little-endian; written out in docs/formats/pack.md.

/// A NUL-terminated text in the pack's string table; 0 is the empty text. Texts share their tails.
struct Text {
    std::uint32_t offset = 0;
};
/// Half-open range of rows of another table.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

struct SkillRow {
    Text id, name, external_id;
    Range aliases, context, avoid, signals, same_as;  ///< Into AliasRow (aliases) and Text (the rest) tables.
    std::uint32_t commodity = 0;
    Kind kind = Kind::skill;
    Reuse reuse = Reuse::unknown;
    std::uint8_t hot = 0;
    std::uint8_t ambiguous = 0;
};
struct AliasRow {
    Text text;
    AliasKind kind = AliasKind::alternative;
    std::uint8_t reserved[3] = {};
};
struct LinkRow {  ///< Sorted by (from, kind, to), each once.
    std::uint32_t from = 0, to = 0;
    LinkKind kind = LinkKind::broader;
    std::uint8_t reserved[3] = {};
};
struct OccupationRow {
    Text id, name, code;
    Range titles, skills, ratings,
        related;  ///< The rows of this occupation: those tables are sorted by occupation.
    std::uint8_t job_zone = 0;
    std::uint8_t reserved[3] = {};
};
struct TitleRow {
    std::uint32_t occupation = 0;
    Text text, short_text, sources;
};
struct OccupationSkillRow {
    std::uint32_t occupation = 0, skill = 0, commodity = 0;
    Use use = Use::technology;
    std::uint8_t hot = 0, in_demand = 0, reserved = 0;
};
/// Where and when a rating was collected; some fifty of them serve all ratings.
struct OriginRow {
    Text source, release;    ///< "Analyst", "29.3"
    std::uint32_t date = 0;  ///< yyyymm
};
struct RatingRow {
    static constexpr std::uint16_t absent = std::numeric_limits<std::uint16_t>::max();

    std::uint32_t occupation = 0, skill = 0;
    float standard_error = 0, low = 0, high = 0;  ///< NaN when not published.
    std::uint16_t value_hundredths = 0;
    std::uint16_t sample_size = absent;
    std::uint16_t origin = 0;  ///< Into origins().
    Scale scale = Scale::importance;
    std::uint8_t flags = 0;  ///< 1 suppress, 2 not relevant

    /// IM 1–5, LV 0–7.
    [[nodiscard]] float value() const { return static_cast<float>(value_hundredths) / 100.0F; }
    [[nodiscard]] bool suppress() const { return (flags & 1U) != 0; }
    [[nodiscard]] bool not_relevant() const { return (flags & 2U) != 0; }
};
struct RelatedRow {
    std::uint32_t from = 0, to = 0;
    Text tier;
    std::uint8_t index = 0;
    std::uint8_t reserved[3] = {};
};
struct CommodityRow {  ///< Sorted by code.
    std::uint32_t code = 0;
    Text title, class_title, family_title;
};
struct FileRow {
    Text name, release;
    std::uint64_t rows = 0;
};

/// A framework as it lies in one memory-mapped file: immutable, safe to share between threads. Everything is
/// checked once while opening, so that no accessor below can be led astray by a damaged or hostile file.
class Pack {
  public:
    /// Fails with not_found, or invalid when the file is no pack, of another version, truncated or altered.
    [[nodiscard]] static Result<Pack> open(const std::string& path);
    /// The same from bytes in memory; `where` names them in errors.
    [[nodiscard]] static Result<Pack> read(std::string_view bytes, const std::string& where);

    Pack(Pack&&) noexcept;
    Pack& operator=(Pack&&) noexcept;
    ~Pack();

    [[nodiscard]] std::string_view name() const;  ///< "onet", "esco", "headway"
    [[nodiscard]] std::string_view release() const;
    [[nodiscard]] std::string_view licence() const;
    [[nodiscard]] std::uint64_t checksum() const;  ///< Of the content; changes when anything in it does.

    [[nodiscard]] std::string_view text(Text t) const;

    [[nodiscard]] std::span<const SkillRow> skills() const;
    [[nodiscard]] std::span<const AliasRow> aliases() const;
    [[nodiscard]] std::span<const Text> words()
        const;  ///< context, avoid, signals and same_as of all skills.
    [[nodiscard]] std::span<const LinkRow> links() const;
    [[nodiscard]] std::span<const OccupationRow> occupations() const;
    [[nodiscard]] std::span<const TitleRow> titles() const;
    [[nodiscard]] std::span<const OccupationSkillRow> occupation_skills() const;
    [[nodiscard]] std::span<const OriginRow> origins() const;
    [[nodiscard]] std::span<const RatingRow> ratings() const;
    [[nodiscard]] std::span<const RelatedRow> related() const;
    [[nodiscard]] std::span<const CommodityRow> commodities() const;
    [[nodiscard]] std::span<const FileRow> files() const;

  private:
    struct Held;
    explicit Pack(std::unique_ptr<const Held> held);
    std::unique_ptr<const Held> held_;
};

/// The bytes of a pack file. Equal frameworks give equal bytes. Fails with invalid where the framework holds
/// an index out of range or a figure that the format cannot carry.
[[nodiscard]] Result<std::string> make_pack(const Framework& framework);

/// Writes `framework` as a pack file, atomically.
[[nodiscard]] Result<void> write_pack(const Framework& framework, const std::string& path);

}  // namespace headway::ontology

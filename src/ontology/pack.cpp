// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/pack.hpp"

#include <array>
#include <cstring>
#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "ontology/checksum.hpp"
#include "ontology/pack_check.hpp"
#include "ontology/pack_layout.hpp"

namespace headway::ontology {
namespace {

using layout::Entry;
using layout::Header;

constexpr const char* rebuild = "Make the pack again with \"headway import\"";

std::unexpected<Error> damaged(const std::string& what, const std::string& where) {
    return fail(ErrorCode::invalid, what, where, rebuild);
}

Result<Header> read_header(std::string_view bytes, const std::string& where) {
    if (!bytes.starts_with(layout::magic)) {
        return fail(ErrorCode::invalid, "is not a Headway pack", where, "Name a .pack file");
    }
    Header header{};
    if (bytes.size() < layout::tables_from) return damaged("is cut short", where);
    std::memcpy(&header, bytes.data(), sizeof header);
    if (header.version != layout::version) {
        return damaged("is a pack of version " + std::to_string(header.version) +
                           "; this program reads version " + std::to_string(layout::version),
                       where);
    }
    if (header.file_size != bytes.size()) {
        return damaged(
            "is " + std::to_string(bytes.size()) + " bytes long but says " + std::to_string(header.file_size),
            where);
    }
    if (header.checksum != content_checksum(bytes.substr(layout::checksummed_from))) {
        return damaged("was altered: its checksum does not match", where);
    }
    if (header.table_count != layout::tables.size() || header.reserved != 0) {
        return damaged("has an unknown set of tables", where);
    }
    return header;
}

/// The tables must be the known ones, in order, without gaps or overlaps.
Result<std::array<Entry, layout::tables.size()>> read_directory(std::string_view bytes,
                                                                const std::string& where) {
    std::array<Entry, layout::tables.size()> entries{};
    std::memcpy(entries.data(), bytes.data() + sizeof(Header), sizeof entries);
    std::uint64_t expected = layout::tables_from;
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto& shape = layout::tables[i];
        std::array<char, 16> name{};
        std::memcpy(name.data(), shape.name.data(), shape.name.size());
        const auto& e = entries[i];
        if (e.name != name || e.row_size != shape.row_size || e.offset != expected) {
            return damaged("has a directory that does not fit: table " + std::string(shape.name), where);
        }
        expected = layout::aligned(e.offset + std::uint64_t{e.row_size} * e.row_count);
        if (expected > bytes.size())
            return damaged("is cut short in table " + std::string(shape.name), where);
    }
    if (expected != bytes.size()) return damaged("goes on after its last table", where);
    return entries;
}

template <class Row>
std::span<const Row> rows_of(std::string_view bytes, const Entry& e) {
    return {reinterpret_cast<const Row*>(bytes.data() + e.offset), e.row_count};
}

PackTables tables_of(std::string_view bytes, const std::array<Entry, layout::tables.size()>& e) {
    PackTables t;
    t.strings = bytes.substr(e[layout::strings].offset, e[layout::strings].row_count);
    t.skills = rows_of<SkillRow>(bytes, e[layout::skills]);
    t.aliases = rows_of<AliasRow>(bytes, e[layout::aliases]);
    t.words = rows_of<Text>(bytes, e[layout::words]);
    t.links = rows_of<LinkRow>(bytes, e[layout::links]);
    t.occupations = rows_of<OccupationRow>(bytes, e[layout::occupations]);
    t.titles = rows_of<TitleRow>(bytes, e[layout::titles]);
    t.occupation_skills = rows_of<OccupationSkillRow>(bytes, e[layout::occupation_skills]);
    t.origins = rows_of<OriginRow>(bytes, e[layout::origins]);
    t.ratings = rows_of<RatingRow>(bytes, e[layout::ratings]);
    t.related = rows_of<RelatedRow>(bytes, e[layout::related]);
    t.commodities = rows_of<CommodityRow>(bytes, e[layout::commodities]);
    t.files = rows_of<FileRow>(bytes, e[layout::files]);
    return t;
}

}  // namespace

struct Pack::Held {
    std::optional<MappedFile> file;     // one of the two owns the bytes
    std::vector<std::uint64_t> memory;  // 8-byte aligned
    std::uint64_t checksum = 0;
    PackTables tables;

    [[nodiscard]] Result<void> read(std::string_view bytes, const std::string& where) {
        auto header = read_header(bytes, where);
        if (!header) return pass_on(header);
        auto directory = read_directory(bytes, where);
        if (!directory) return pass_on(directory);
        tables = tables_of(bytes, *directory);
        tables.headings = {header->name, header->release, header->licence};
        checksum = header->checksum;
        return check_tables(tables, where);
    }
};

Result<Pack> Pack::open(const std::string& path) {
    auto file = MappedFile::open(path);
    if (!file) return pass_on(file);
    auto held = std::make_unique<Held>();
    held->file = std::move(*file);
    const auto raw = held->file->bytes();
    const std::string_view bytes(reinterpret_cast<const char*>(raw.data()), raw.size());
    if (auto sound = held->read(bytes, path); !sound) return pass_on(sound);
    held->file->give_back();  // checking read all of it, a report will read little
    return Pack(std::move(held));
}

Result<Pack> Pack::read(std::string_view bytes, const std::string& where) {
    auto held = std::make_unique<Held>();
    held->memory.resize((bytes.size() + 7) / 8);
    if (!bytes.empty()) std::memcpy(held->memory.data(), bytes.data(), bytes.size());
    const std::string_view copy(reinterpret_cast<const char*>(held->memory.data()), bytes.size());
    if (auto sound = held->read(copy, where); !sound) return pass_on(sound);
    return Pack(std::move(held));
}

Pack::Pack(std::unique_ptr<const Held> held) : held_(std::move(held)) {}
Pack::Pack(Pack&&) noexcept = default;
Pack& Pack::operator=(Pack&&) noexcept = default;
Pack::~Pack() = default;

std::string_view Pack::name() const {
    return text(held_->tables.headings[0]);
}
std::string_view Pack::release() const {
    return text(held_->tables.headings[1]);
}
std::string_view Pack::licence() const {
    return text(held_->tables.headings[2]);
}
std::uint64_t Pack::checksum() const {
    return held_->checksum;
}

std::string_view Pack::text(Text t) const {
    // The table ends with NUL and every offset was checked, so that the scan ends inside it.
    return {held_->tables.strings.data() + t.offset};
}

std::span<const SkillRow> Pack::skills() const {
    return held_->tables.skills;
}
std::span<const AliasRow> Pack::aliases() const {
    return held_->tables.aliases;
}
std::span<const Text> Pack::words() const {
    return held_->tables.words;
}
std::span<const LinkRow> Pack::links() const {
    return held_->tables.links;
}
std::span<const OccupationRow> Pack::occupations() const {
    return held_->tables.occupations;
}
std::span<const TitleRow> Pack::titles() const {
    return held_->tables.titles;
}
std::span<const OccupationSkillRow> Pack::occupation_skills() const {
    return held_->tables.occupation_skills;
}
std::span<const OriginRow> Pack::origins() const {
    return held_->tables.origins;
}
std::span<const RatingRow> Pack::ratings() const {
    return held_->tables.ratings;
}
std::span<const RelatedRow> Pack::related() const {
    return held_->tables.related;
}
std::span<const CommodityRow> Pack::commodities() const {
    return held_->tables.commodities;
}
std::span<const FileRow> Pack::files() const {
    return held_->tables.files;
}

}  // namespace headway::ontology

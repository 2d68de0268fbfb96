// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/bytes.hpp"
#include "base/result.hpp"

namespace headway {

/// A file of named tables of fixed-size rows, made to be memory-mapped: a 64-byte header (magic, version,
/// table count, file size, checksum), a directory of 48-byte entries (name, offset, row size, row count),
/// then the tables, each aligned to 64 bytes. Little-endian. docs/formats/table-file.md documents it to the
/// byte.
class TableFile {
  public:
    /// `magic` is exactly eight bytes. Fails with not_found, or invalid when the file is of another kind or
    /// version, truncated, or its directory was altered. Table contents are covered by content_checksum(),
    /// which is stored, not recomputed.
    [[nodiscard]] static Result<TableFile> open(const std::string& path, std::string_view magic,
                                                std::uint32_t version);

    /// Rows of a table. Fails when the table is missing or its rows have another size.
    template <class Row>
    [[nodiscard]] Result<std::span<const Row>> rows(std::string_view name) const {
        static_assert(std::is_trivially_copyable_v<Row> && alignof(Row) <= 64);
        auto bytes = table(name, sizeof(Row));
        if (!bytes) return pass_on(bytes);
        return std::span<const Row>(reinterpret_cast<const Row*>(bytes->data()), bytes->size() / sizeof(Row));
    }

    /// Hash of all table bytes, taken when the file was written.
    [[nodiscard]] std::uint64_t content_checksum() const { return checksum_; }
    /// Recomputes that hash over the file: reads every page.
    [[nodiscard]] bool intact() const;
    /// Gives back the memory of what was read so far, as after checking all of it.
    void give_back() const { file_.give_back(); }

  private:
    explicit TableFile(MappedFile file, std::string path) : file_(std::move(file)), path_(std::move(path)) {}
    [[nodiscard]] Result<std::span<const std::byte>> table(std::string_view name, std::size_t row_size) const;

    MappedFile file_;
    std::string path_;
    std::uint64_t checksum_ = 0;
};

/// Gathers tables and writes them. Equal input gives equal bytes.
class TableFileWriter {
  public:
    template <class Row>
    void add(std::string_view name, std::span<const Row> rows) {
        static_assert(std::is_trivially_copyable_v<Row>);
        add_bytes(name, sizeof(Row), std::as_bytes(rows));
    }
    [[nodiscard]] Result<void> write(const std::string& path, std::string_view magic,
                                     std::uint32_t version) const;

  private:
    void add_bytes(std::string_view name, std::size_t row_size, std::span<const std::byte> bytes);
    struct Table {
        std::string name;
        std::size_t row_size = 0;
        std::string bytes;
    };
    std::vector<Table> tables_;
};

}  // namespace headway

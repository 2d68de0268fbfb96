// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <fstream>
#include <istream>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "store/database.hpp"

/// The file that backup writes and restore reads (docs/formats/backup.md): records with a kind and a length,
/// closed by one with a checksum of everything before.
namespace headway::flows {

enum class RecordKind : std::uint8_t { manifest = 'M', table = 'T', row = 'R', file = 'F', end = 'E' };

struct Record {
    RecordKind kind = RecordKind::end;
    std::string content;
};

/// Writes beside the place and takes it at the end, so that a file with the right name is always whole.
/// Readable by its owner only.
class ArchiveWriter {
  public:
    [[nodiscard]] static Result<ArchiveWriter> create(const std::string& path);
    [[nodiscard]] Result<void> add(RecordKind kind, std::string_view content);
    /// Durable when it returns.
    [[nodiscard]] Result<void> finish();

    ArchiveWriter(ArchiveWriter&& other) noexcept;
    ArchiveWriter& operator=(ArchiveWriter&&) = delete;
    /// What was not finished is removed.
    ~ArchiveWriter();

  private:
    ArchiveWriter(std::string path, std::string beside, int descriptor);
    [[nodiscard]] Result<void> write(std::string_view bytes);

    std::string path_;
    std::string beside_;
    int descriptor_ = -1;
    std::uint64_t checksum_;
};

/// Gives one record after the other; the end is one of them, and is refused where the checksum is another.
class ArchiveReader {
  public:
    [[nodiscard]] static Result<ArchiveReader> open(const std::string& path);
    /// `in` must be at the start of the archive and outlive this.
    [[nodiscard]] static Result<ArchiveReader> of(std::unique_ptr<std::istream> in, std::string name);
    /// `invalid` when the file is damaged or ends early.
    [[nodiscard]] Result<Record> next();

  private:
    ArchiveReader(std::unique_ptr<std::istream> in, std::string name);
    [[nodiscard]] std::unexpected<Error> damaged(std::string what) const;
    [[nodiscard]] bool read(char* into, std::size_t bytes);

    std::unique_ptr<std::istream> in_;
    std::string name_;
    std::uint64_t checksum_;
};

/// The cells of a row as bytes, and back; `invalid` when they are not.
[[nodiscard]] std::string pack_row(std::span<const sql::Value> row);
[[nodiscard]] Result<std::vector<sql::Value>> unpack_row(std::string_view bytes);

/// A stored file: its key and its bytes.
[[nodiscard]] std::string pack_file(std::string_view key, std::string_view bytes);
struct PackedFile {
    std::string key;
    std::string_view bytes;  ///< Into what was unpacked.
};
[[nodiscard]] Result<PackedFile> unpack_file(std::string_view content);

}  // namespace headway::flows

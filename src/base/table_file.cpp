// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/table_file.hpp"

#include <array>
#include <cstring>

#include "base/hash.hpp"

namespace headway {
namespace {

struct Header {
    std::array<char, 8> magic{};
    std::uint32_t version = 0;
    std::uint32_t tables = 0;
    std::uint64_t file_bytes = 0;
    std::uint64_t content_checksum = 0;
    std::uint64_t directory_checksum = 0;
    std::array<std::uint64_t, 3> reserved{};
};
static_assert(sizeof(Header) == 64);

struct Entry {
    std::array<char, 24> name{};
    std::uint64_t offset = 0;
    std::uint64_t row_bytes = 0;
    std::uint64_t rows = 0;
};
static_assert(sizeof(Entry) == 48);

constexpr std::size_t alignment = 64;
constexpr std::uint32_t most_tables = 256;

std::string_view as_text(const void* data, std::size_t size) {
    return {static_cast<const char*>(data), size};
}

/// Eight bytes at a time; the tail byte by byte.
std::uint64_t checksum(std::string_view bytes, std::uint64_t seed) {
    std::uint64_t h = seed ^ (bytes.size() * 0x9E3779B97F4A7C15ULL);
    std::size_t i = 0;
    for (; i + 8 <= bytes.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + i, 8);
        h = (h ^ word) * 0xff51afd7ed558ccdULL;
        h ^= h >> 32U;
    }
    return hash64(bytes.substr(i), h);
}

}  // namespace

Result<TableFile> TableFile::open(const std::string& path, std::string_view magic, std::uint32_t version) {
    auto mapped = MappedFile::open(path);
    if (!mapped) return pass_on(mapped);
    const auto bytes = mapped->bytes();
    Header header;
    if (bytes.size() < sizeof(Header)) return fail(ErrorCode::invalid, "too short for its header", path);
    std::memcpy(&header, bytes.data(), sizeof(Header));
    if (as_text(header.magic.data(), 8) != magic) {
        return fail(ErrorCode::invalid, "is not a " + std::string(magic.substr(0, 6)) + " file", path);
    }
    if (header.version != version) {
        return fail(ErrorCode::invalid,
                    "has format version " + std::to_string(header.version) + ", this program reads " +
                        std::to_string(version),
                    path, "Make it again with this program");
    }
    if (header.file_bytes != bytes.size()) {
        return fail(ErrorCode::invalid, "is truncated or has bytes added", path, "Make it again");
    }
    const std::size_t directory = header.tables * sizeof(Entry);
    if (header.tables > most_tables || sizeof(Header) + directory > bytes.size() ||
        checksum(as_text(bytes.data() + sizeof(Header), directory), header.version) !=
            header.directory_checksum) {
        return fail(ErrorCode::invalid, "has a damaged directory", path, "Make it again");
    }
    TableFile file(std::move(*mapped), path);
    file.checksum_ = header.content_checksum;
    return file;
}

Result<std::span<const std::byte>> TableFile::table(std::string_view name, std::size_t row_size) const {
    const auto bytes = file_.bytes();
    Header header;
    std::memcpy(&header, bytes.data(), sizeof(Header));
    for (std::uint32_t i = 0; i < header.tables; ++i) {
        Entry entry;
        std::memcpy(&entry, bytes.data() + sizeof(Header) + i * sizeof(Entry), sizeof(Entry));
        if (std::string_view(entry.name.data(), strnlen(entry.name.data(), entry.name.size())) != name)
            continue;
        const bool fits = entry.offset <= bytes.size() && entry.offset % alignment == 0 &&
                          entry.rows <= (bytes.size() - entry.offset) / row_size;
        if (entry.row_bytes != row_size || !fits) {
            return fail(ErrorCode::invalid, "table '" + std::string(name) + "' does not fit the file", path_,
                        "Make it again");
        }
        return bytes.subspan(entry.offset, entry.rows * row_size);
    }
    return fail(ErrorCode::invalid, "has no table '" + std::string(name) + "'", path_, "Make it again");
}

bool TableFile::intact() const {
    const auto bytes = file_.bytes();
    Header header;
    std::memcpy(&header, bytes.data(), sizeof(Header));
    const std::size_t begin = sizeof(Header) + header.tables * sizeof(Entry);
    return checksum(as_text(bytes.data() + begin, bytes.size() - begin), header.version) == checksum_;
}

void TableFileWriter::add_bytes(std::string_view name, std::size_t row_size,
                                std::span<const std::byte> bytes) {
    tables_.push_back(
        {std::string(name.substr(0, 23)), row_size, std::string(as_text(bytes.data(), bytes.size()))});
}

Result<void> TableFileWriter::write(const std::string& path, std::string_view magic,
                                    std::uint32_t version) const {
    std::string content;
    std::vector<Entry> directory;
    const std::size_t begin = sizeof(Header) + tables_.size() * sizeof(Entry);
    for (const Table& table : tables_) {
        content.append((alignment - (begin + content.size()) % alignment) % alignment, '\0');
        Entry entry;
        std::memcpy(entry.name.data(), table.name.data(), table.name.size());
        entry.offset = begin + content.size();
        entry.row_bytes = table.row_size;
        entry.rows = table.bytes.size() / table.row_size;
        directory.push_back(entry);
        content += table.bytes;
    }
    const std::string_view entries = as_text(directory.data(), directory.size() * sizeof(Entry));
    Header header;
    std::memcpy(header.magic.data(), magic.data(), 8);
    header.version = version;
    header.tables = static_cast<std::uint32_t>(tables_.size());
    header.file_bytes = begin + content.size();
    header.content_checksum = checksum(content, version);
    header.directory_checksum = checksum(entries, version);
    std::string file(as_text(&header, sizeof(Header)));
    file += entries;
    file += content;
    return write_file_atomically(path, file);
}

}  // namespace headway

// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a backup file: read to its end or refused with words, and rows of any bytes are unpacked only
// to what packs to the same.
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <sstream>
#include <string>
#include <string_view>

#include "flows/archive_file.hpp"

namespace {

using namespace headway;

void require(bool holds) {
    if (!holds) std::abort();
}

void check_row(std::string_view bytes) {
    const auto row = flows::unpack_row(bytes);
    if (row) require(flows::pack_row(*row) == bytes);
}

void check_file(std::string_view bytes) {
    const auto file = flows::unpack_file(bytes);
    if (file) require(flows::pack_file(file->key, file->bytes) == bytes);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    check_row(bytes);
    check_file(bytes);
    auto reader =
        flows::ArchiveReader::of(std::make_unique<std::istringstream>("HWBACKUP" + bytes), "fuzzed");
    require(reader.has_value());
    while (true) {
        const auto record = reader->next();
        if (!record) {
            require(!record.error().what.empty());
            return 0;
        }
        if (record->kind == flows::RecordKind::end) return 0;
        if (record->kind == flows::RecordKind::row) check_row(record->content);
        if (record->kind == flows::RecordKind::file) check_file(record->content);
    }
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <string>

#include "ontology/checksum.hpp"
#include "ontology/pack.hpp"
#include "ontology/pack_layout.hpp"
#include "ontology/quality.hpp"

/// Reads bytes as a pack; the size and checksum are put right first, so that the input gets past them to the
/// checks behind. What is accepted must survive everything that reads a pack.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace headway::ontology;
    std::string bytes(reinterpret_cast<const char*>(data), size);
    layout::Header header{};
    if (size >= layout::tables_from) {
        std::memcpy(&header, bytes.data(), sizeof header);
        std::memcpy(header.magic.data(), layout::magic.data(), header.magic.size());
        header.version = layout::version;
        header.file_size = size;
        header.checksum = content_checksum(std::string_view(bytes).substr(layout::checksummed_from));
        std::memcpy(bytes.data(), &header, sizeof header);
    }
    const auto pack = Pack::read(bytes, "fuzz.pack");
    if (!pack) return pack.error().what.empty() ? std::abort(), 0 : 0;
    const auto report = check(*pack);
    return report.framework.size() > size ? std::abort(), 0 : 0;
}

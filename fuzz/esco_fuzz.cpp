// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "ontology/csv.hpp"
#include "ontology/esco_concepts.hpp"

/// Reads the input as CSV: it ends, never goes backwards, and every record keeps within the promised limits.
/// Labels and ids made of its cells keep their promises too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace headway::ontology;
    const std::string text(reinterpret_cast<const char*>(data), size);
    CsvReader reader("fuzz.csv", text);
    std::vector<std::string> cells;
    std::size_t line = 0;
    for (;;) {
        const auto more = reader.next(cells);
        if (!more || !*more) break;
        if (reader.line() <= line || cells.empty() || cells.size() > 64) std::abort();
        line = reader.line();
        for (const auto& cell : cells) {
            for (const auto& label : esco_labels(cell)) {
                if (label.empty() || label.front() == ' ' || label.back() == ' ') std::abort();
            }
            const auto id = esco_id(cell);
            if (!id.empty() && (!id.starts_with("esco:") || id.size() > 130)) std::abort();
        }
    }
    auto file = CsvFile::open("fuzz.csv", text, {"conceptUri", "preferredLabel"}, ShortRows::allowed);
    while (file) {
        const auto more = file->next();
        if (!more || !*more) break;
        if (file->cell(1).size() > size) std::abort();
    }
    return 0;
}

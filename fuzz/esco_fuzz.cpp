// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "ontology/csv.hpp"
#include "ontology/esco_concepts.hpp"
#include "ontology/esco_reader.hpp"
#include "ontology/pack.hpp"
#include "release_files.hpp"

namespace {

using namespace headway;

/// The input as one whole release (release_files.hpp): what is read must make a sound pack.
void read_release(const std::string& text) {
    static const std::string folder = fuzz::make_folder("esco-1.1.1");
    fuzz::write_release(text, folder);
    const auto framework = ontology::read_esco(folder);
    if (framework && !ontology::make_pack(*framework)) std::abort();
}

/// The input as one CSV file: it ends, never goes backwards, and every record keeps within the promised
/// limits. Labels and ids made of its cells keep their promises too.
void read_csv(const std::string& text) {
    using namespace headway::ontology;
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
        if (file->cell(1).size() > text.size()) std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    if (text.starts_with("== ")) {
        read_release(text);
    } else {
        read_csv(text);
    }
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compile_command.hpp"

#include <cstdlib>
#include <vector>

#include "app/failure.hpp"
#include "app/paths.hpp"
#include "base/bytes.hpp"
#include "career/link_table.hpp"
#include "ontology/lexicon.hpp"

namespace headway::app {

Result<void> compile_ontology(const std::string& packs_folder, const std::string& lexicon) {
    std::vector<ontology::Pack> packs;
    for (std::string_view name : {"headway.pack", "onet.pack", "esco.pack"}) {
        auto path = packs_folder.empty() ? find_data_file(name) : packs_folder + "/" + std::string(name);
        if (!path) return pass_on(path);
        auto pack = ontology::Pack::open(*path);
        if (!pack) return pass_on(pack);
        packs.push_back(std::move(*pack));
    }
    const auto words_path = find_data_file("everyday_words.txt");
    if (!words_path) return std::unexpected(words_path.error());
    const auto words = read_file(*words_path, std::size_t{4} << 20U);
    if (!words) return std::unexpected(words.error());
    if (auto compiled = ontology::compile_lexicon(packs, *words, lexicon); !compiled) return compiled;
    const auto model_path = find_data_file("link.model");
    if (!model_path) return std::unexpected(model_path.error());
    const auto model = vectors::Embedding::open(*model_path);
    if (!model) return std::unexpected(model.error());
    const std::size_t slash = lexicon.rfind('/');
    const std::string beside = slash == std::string::npos ? "" : lexicon.substr(0, slash + 1);
    return career::compile_link_table(packs, *model, beside + "link.bin");
}

int run_compile(const CompileOptions& options, Streams& streams) {
    std::string out = options.out;
    if (out.empty()) {
        const char* told = std::getenv("HEADWAY_DATA_DIR");
        if (told == nullptr || *told == '\0') {
            streams.err
                << "headway: say where to write with --out FILE, or set HEADWAY_DATA_DIR to the folder of "
                   "your packs.\n";
            return wrong_usage;
        }
        out = std::string(told) + "/lexicon.bin";
    }
    if (auto compiled = compile_ontology("", out); !compiled)
        return report_failure(streams, compiled.error());
    return done;
}

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/compile_command.hpp"

#include <vector>

#include "app/failure.hpp"
#include "app/paths.hpp"
#include "base/bytes.hpp"
#include "career/link_table.hpp"
#include "ontology/lexicon.hpp"

namespace headway::app {

int run_compile(const CompileOptions& options, Streams& streams) {
    std::vector<ontology::Pack> packs;
    std::string folder;
    for (std::string_view name : {"headway.pack", "onet.pack", "esco.pack"}) {
        auto path = find_data_file(name);
        if (!path) return report_failure(streams, path.error());
        auto pack = ontology::Pack::open(*path);
        if (!pack) return report_failure(streams, pack.error());
        if (folder.empty()) folder = path->substr(0, path->rfind('/'));
        packs.push_back(std::move(*pack));
    }
    auto words_path = find_data_file("everyday_words.txt");
    if (!words_path) return report_failure(streams, words_path.error());
    const auto words = read_file(*words_path, std::size_t{4} << 20U);
    if (!words) return report_failure(streams, words.error());
    const std::string out = options.out.empty() ? folder + "/lexicon.bin" : options.out;
    if (auto done_writing = ontology::compile_lexicon(packs, *words, out); !done_writing) {
        return report_failure(streams, done_writing.error());
    }
    const auto model_path = find_data_file("link.model");
    if (!model_path) return report_failure(streams, model_path.error());
    const auto model = vectors::Embedding::open(*model_path);
    if (!model) return report_failure(streams, model.error());
    const std::size_t slash = out.rfind('/');
    const std::string beside = slash == std::string::npos ? "" : out.substr(0, slash + 1);
    if (auto linked = career::compile_link_table(packs, *model, beside + "link.bin"); !linked) {
        return report_failure(streams, linked.error());
    }
    return done;
}

}  // namespace headway::app

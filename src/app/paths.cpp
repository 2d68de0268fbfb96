// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paths.hpp"

#include <array>
#include <cstdlib>
#include <unistd.h>
#include <vector>

namespace headway::app {
namespace {

std::string program_folder() {
    std::array<char, 4096> buffer;
    const ssize_t n = ::readlink("/proc/self/exe", buffer.data(), buffer.size());
    const std::string path =
        n > 0 ? std::string(buffer.data(), static_cast<std::size_t>(n)) : std::string(".");
    return path.substr(0, path.rfind('/'));
}

std::string& preferred() {
    static std::string folder;
    return folder;
}

}  // namespace

void prefer_data_folder(std::string folder) {
    preferred() = std::move(folder);
}

Result<std::string> find_data_file(std::string_view name) {
    std::vector<std::string> folders;
    if (!preferred().empty()) folders.push_back(preferred());
    if (const char* chosen = std::getenv("HEADWAY_DATA_DIR"); chosen != nullptr && *chosen != '\0') {
        folders.emplace_back(chosen);
    }
    const std::string here = program_folder();
    folders.push_back(here + "/data");
    folders.push_back(here + "/../data");
    folders.push_back(here + "/../share/headway");
    for (const std::string& folder : folders) {
        std::string path = folder + "/" + std::string(name);
        if (::access(path.c_str(), R_OK) == 0) return path;
    }
    return fail(ErrorCode::not_found,
                "the data file " + std::string(name) + " is not where the program looks", folders.front(),
                "Run 'make build', or set HEADWAY_DATA_DIR to the folder that holds it");
}

Result<ontology::Catalog> open_catalog() {
    ontology::CatalogPaths paths;
    for (std::string_view name : {"headway.pack", "onet.pack", "esco.pack"}) {
        auto path = find_data_file(name);
        if (!path) return pass_on(path);
        paths.packs.push_back(std::move(*path));
    }
    auto lexicon = find_data_file("lexicon.bin");
    if (!lexicon) return pass_on(lexicon);
    paths.lexicon = std::move(*lexicon);
    auto titles = find_data_file("titles.model");
    if (!titles) return pass_on(titles);
    paths.title_model = std::move(*titles);
    return ontology::Catalog::open(paths);
}

Result<career::Linker> open_linker(const ontology::Catalog& catalog) {
    const auto model = find_data_file("link.model");
    if (!model) return std::unexpected(model.error());
    const auto table = find_data_file("link.bin");
    if (!table) return std::unexpected(table.error());
    return career::Linker::open(*model, *table, catalog);
}

}  // namespace headway::app

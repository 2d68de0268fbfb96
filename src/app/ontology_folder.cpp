// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ontology_folder.hpp"

#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/compile_command.hpp"
#include "app/paths.hpp"
#include "ontology/pack.hpp"

namespace headway::app {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 3> packs = {"headway.pack", "onet.pack", "esco.pack"};
constexpr std::array<std::string_view, 5> everything = {"headway.pack", "onet.pack", "esco.pack",
                                                        "lexicon.bin", "link.bin"};

std::string in(const std::string& folder, std::string_view name) {
    return folder + "/" + std::string(name);
}

Result<void> copy(const std::string& from, const std::string& to) {
    std::error_code e;
    fs::copy_file(from, to, fs::copy_options::overwrite_existing, e);
    if (e)
        return fail(ErrorCode::unavailable, "a pack cannot be copied: " + e.message(), to,
                    "Is the disk full?");
    return {};
}

/// Removed at the end, whatever happens.
struct WorkFolder {
    explicit WorkFolder(std::string where) : path(std::move(where)) {}
    WorkFolder(const WorkFolder&) = delete;
    WorkFolder& operator=(const WorkFolder&) = delete;
    ~WorkFolder() {
        std::error_code e;
        fs::remove_all(path, e);
    }
    std::string path;
};

Result<void> move_all(const std::string& from, const std::string& to) {
    for (std::string_view name : everything) {
        std::error_code e;
        fs::rename(in(from, name), in(to, name), e);
        if (e) return fail(ErrorCode::unavailable, "cannot be put in place: " + e.message(), in(to, name));
    }
    return {};
}

}  // namespace

Result<void> complete_ontology(const std::string& folder, const std::string& before) {
    for (std::string_view name : packs) {
        if (fs::exists(in(folder, name))) continue;
        auto there = find_data_file(name);
        if (!before.empty() && fs::exists(in(before, name))) there = in(before, name);
        if (!there) return pass_on(there);
        if (auto copied = copy(*there, in(folder, name)); !copied) return copied;
    }
    return compile_ontology(folder, in(folder, "lexicon.bin"));
}

Result<ontology::Catalog> open_ontology(const std::string& folder) {
    ontology::CatalogPaths paths;
    for (std::string_view name : packs) paths.packs.push_back(in(folder, name));
    paths.lexicon = in(folder, "lexicon.bin");
    return ontology::Catalog::open(paths);
}

Result<void> install_framework(const ontology::Framework& framework, const std::string& pack,
                               const std::string& folder) {
    const WorkFolder work(in(folder, ".making"));
    std::error_code e;
    fs::remove_all(work.path, e);
    fs::create_directories(work.path, e);
    if (e)
        return fail(ErrorCode::unavailable, "the folder cannot be made: " + e.message(), folder,
                    "Choose another with --install");
    if (auto written = ontology::write_pack(framework, in(work.path, pack)); !written) return written;
    if (auto whole = complete_ontology(work.path, folder); !whole) return whole;
    if (const auto opened = open_ontology(work.path); !opened) return std::unexpected(opened.error());
    return move_all(work.path, folder);
}

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_command.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>

#include "app/failure.hpp"
#include "app/ontology_folder.hpp"
#include "ontology/curated_reader.hpp"
#include "ontology/esco_reader.hpp"
#include "ontology/onet_reader.hpp"
#include "ontology/pack.hpp"

namespace headway::app {
namespace {

using ontology::Framework;

Result<Framework> read(const ImportOptions& options) {
    switch (options.framework) {
        case ImportedFramework::onet:
            return ontology::read_onet(options.paths);
        case ImportedFramework::esco:
            return ontology::read_esco(options.paths.front());
        case ImportedFramework::curated:
            return ontology::read_curated(options.paths.front());
    }
    return fail(ErrorCode::internal, "unknown framework");
}

std::string pack_name(ImportedFramework framework) {
    switch (framework) {
        case ImportedFramework::onet:
            return "onet.pack";
        case ImportedFramework::esco:
            return "esco.pack";
        case ImportedFramework::curated:
            return "headway.pack";
    }
    return {};
}

void summarise(const Framework& f, Streams& streams) {
    streams.out << fmt::format(
        "{} {}: {} skills, {} occupations, {} titles, {} occupation skills, {} ratings, {} "
        "source files\n",
        f.name, f.release, f.skills.size(), f.occupations.size(), f.titles.size(), f.occupation_skills.size(),
        f.ratings.size(), f.files.size());
}

Result<void> write(const Framework& framework, const std::string& out, Streams& streams) {
    if (auto written = ontology::write_pack(framework, out); !written) return written;
    summarise(framework, streams);
    std::error_code bad;
    const auto size = std::filesystem::file_size(out, bad);
    streams.out << fmt::format("wrote {} ({:.1f} MB)\n", out, bad ? 0.0 : static_cast<double>(size) / 1e6);
    streams.out
        << "To use it, import with --install FOLDER: that makes a whole folder for HEADWAY_DATA_DIR.\n";
    return {};
}

Result<void> install(const Framework& framework, const ImportOptions& options, Streams& streams) {
    auto installed = install_framework(framework, pack_name(options.framework), options.install);
    if (!installed) return installed;
    summarise(framework, streams);
    std::error_code bad;
    const std::filesystem::path whole = std::filesystem::absolute(options.install, bad);
    streams.out << fmt::format(
        "installed in {}, with the packs, lexicon and link table that belong to it\n"
        "To use it, set HEADWAY_DATA_DIR={} for commands and the server.\n",
        options.install, bad ? options.install : whole.string());
    return {};
}

}  // namespace

int run_import(const ImportOptions& options, Streams& streams) {
    const bool one = options.framework != ImportedFramework::onet;
    if (options.paths.empty() || (one && options.paths.size() != 1)) {
        streams.err << "headway import: name " << (one ? "exactly one" : "at least one")
                    << " folder or .zip\n";
        return wrong_usage;
    }
    if (!options.install.empty() && !options.out.empty()) {
        streams.err << "headway import: give --out or --install, not both\n";
        return wrong_usage;
    }
    const auto framework = read(options);
    if (!framework) return report_failure(streams, framework.error());
    const std::string out = options.out.empty() ? pack_name(options.framework) : options.out;
    auto done_with =
        options.install.empty() ? write(*framework, out, streams) : install(*framework, options, streams);
    if (!done_with) return report_failure(streams, done_with.error());
    return done;
}

}  // namespace headway::app

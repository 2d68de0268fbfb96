// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import_command.hpp"

#include <filesystem>
#include <fmt/format.h>
#include <system_error>

#include "app/failure.hpp"
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

std::string default_out(ImportedFramework framework) {
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

void summarise(const Framework& f, const std::string& out, Streams& streams) {
    std::error_code bad;
    const auto size = std::filesystem::file_size(out, bad);
    streams.out << fmt::format(
        "{} {}: {} skills, {} occupations, {} titles, {} occupation skills, {} ratings, {} "
        "source files\n",
        f.name, f.release, f.skills.size(), f.occupations.size(), f.titles.size(), f.occupation_skills.size(),
        f.ratings.size(), f.files.size());
    streams.out << fmt::format("wrote {} ({:.1f} MB)\n", out, bad ? 0.0 : static_cast<double>(size) / 1e6);
}

}  // namespace

int run_import(const ImportOptions& options, Streams& streams) {
    const bool one = options.framework != ImportedFramework::onet;
    if (options.paths.empty() || (one && options.paths.size() != 1)) {
        streams.err << "headway import: name " << (one ? "exactly one" : "at least one")
                    << " folder or .zip\n";
        return wrong_usage;
    }
    const std::string out = options.out.empty() ? default_out(options.framework) : options.out;
    auto framework = read(options);
    if (!framework) return report_failure(streams, framework.error());
    if (auto written = ontology::write_pack(*framework, out); !written) {
        return report_failure(streams, written.error());
    }
    summarise(*framework, out, streams);
    return done;
}

}  // namespace headway::app

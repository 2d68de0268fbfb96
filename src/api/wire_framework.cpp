// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_framework.hpp"

#include <fmt/format.h>
#include <string_view>

namespace headway::api {
namespace {

/// Names, licences and the attribution that they ask for.
FrameworkWire about(std::string_view framework) {
    FrameworkWire out;
    out.framework = framework;
    if (framework == "onet") {
        out.name = "O*NET";
        out.licence = "CC BY 4.0";
        out.attribution =
            "This product includes information from the O*NET 30.1 Database by the U.S. Department of Labor, "
            "Employment and "
            "Training Administration (USDOL/ETA), used under the CC BY 4.0 licence; names, identifiers and "
            "figures were taken "
            "over, short names derived.";
        out.link = "https://www.onetcenter.org/database.html";
    } else if (framework == "esco") {
        out.name = "ESCO";
        out.licence = "reuse with attribution";
        out.attribution = "This service uses the ESCO classification of the European Commission.";
        out.link = "https://esco.ec.europa.eu/";
    } else {
        out.name = "Headway's own list";
        out.licence = "GPL-3.0-or-later";
        out.attribution = "Everyday skills and tools, curated for Headway.";
        out.link = "https://www.gnu.org/licenses/gpl-3.0.html";
    }
    return out;
}

}  // namespace

std::vector<FrameworkWire> frameworks_in_use(const ontology::Catalog& catalog) {
    std::vector<FrameworkWire> out;
    for (const ontology::Pack& p : catalog.packs()) {
        FrameworkWire f = about(p.name());
        f.release = p.release();
        f.checksum = fmt::format("{:016x}", p.checksum());
        f.skills = static_cast<std::int64_t>(p.skills().size());
        f.occupations = static_cast<std::int64_t>(p.occupations().size());
        f.aliases = static_cast<std::int64_t>(p.aliases().size());
        out.push_back(std::move(f));
    }
    return out;
}

}  // namespace headway::api

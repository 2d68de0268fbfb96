// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/own_ontology.hpp"

#include <filesystem>
#include <fmt/format.h>

#include "app/ontology_folder.hpp"
#include "app/paths.hpp"
#include "app/version.hpp"
#include "base/bytes.hpp"
#include "ontology/catalog.hpp"
#include "ontology/esco_reader.hpp"
#include "ontology/onet_reader.hpp"

namespace headway::app {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view stamp_name = "made-with";

std::string place_of(const std::string& folder) {
    return folder + "/ontology";
}

/// What the files depend on beside the imported packs.
Result<std::string> stamp() {
    const auto curated = find_data_file("headway.pack");
    if (!curated) return std::unexpected(curated.error());
    const auto pack = ontology::Pack::open(*curated);
    if (!pack) return std::unexpected(pack.error());
    return fmt::format("{} {:016x}\n", program_version, pack->checksum());
}

/// The release as a pack in `work`.
Result<void> import_release(const std::string& work, files::FileStore& files,
                            const flows::OntologyInput& in) {
    const auto bytes = files.get(in.file_key.value_or(""));
    if (!bytes) return std::unexpected(bytes.error());
    const std::string zip = work + "/release.zip";
    if (auto written = write_file_atomically(zip, *bytes); !written) return written;
    auto framework =
        in.framework == "esco" ? ontology::read_esco(zip) : ontology::read_onet(std::vector{zip});
    std::error_code e;
    fs::remove(zip, e);
    if (!framework) return std::unexpected(framework.error());
    framework->release = in.release.value_or(framework->release);
    return ontology::write_pack(*framework, work + "/" + *in.framework + ".pack");
}

Result<std::vector<flows::PackUsed>> open_all(const std::string& work) {
    const auto catalog = open_ontology(work);
    if (!catalog) return std::unexpected(catalog.error());
    std::vector<flows::PackUsed> out;
    for (const auto& pack : catalog->packs())
        out.push_back(
            {std::string(pack.name()), std::string(pack.release()), fmt::format("{:016x}", pack.checksum())});
    return out;
}

/// `work` takes the place of what was there; for a moment there may be none, never half of one.
Result<void> put_in_place(const std::string& work, const std::string& place) {
    std::error_code e;
    const std::string old = place + ".old";
    fs::remove_all(old, e);
    if (fs::exists(place)) fs::rename(place, old, e);
    if (!e) fs::rename(work, place, e);
    if (e) return fail(ErrorCode::unavailable, "the new packs cannot be put in place: " + e.message(), place);
    fs::remove_all(old, e);
    return {};
}

}  // namespace

Result<flows::RunResult> make_own_ontology(const std::string& folder, files::FileStore& files,
                                           const flows::OntologyInput& input, const Reporting& report) {
    const std::string work = place_of(folder) + ".new";
    std::error_code e;
    fs::remove_all(work, e);
    fs::create_directories(work, e);
    if (e) return fail(ErrorCode::unavailable, "the folder cannot be made: " + e.message(), work);
    const auto stopped = [] { return fail(ErrorCode::conflict, "stopped"); };
    if (input.file_key) {
        if (!report(0.1, "reading the release")) return stopped();
        if (auto imported = import_release(work, files, input); !imported) return pass_on(imported);
    }
    if (!report(0.5, "compiling names")) return stopped();
    if (auto made = complete_ontology(work, ""); !made) return pass_on(made);
    if (!report(0.9, "checking")) return stopped();
    auto opened = open_all(work);
    if (!opened) return pass_on(opened);
    const auto mark = stamp();
    if (!mark) return std::unexpected(mark.error());
    if (auto written = write_file_atomically(work + "/" + std::string(stamp_name), *mark); !written)
        return pass_on(written);
    if (auto placed = put_in_place(work, place_of(folder)); !placed) return pass_on(placed);
    if (input.file_key) static_cast<void>(files.remove(*input.file_key));
    flows::RunResult out;
    out.frameworks = std::move(*opened);
    return out;
}

void prefer_own_ontology(const std::string& folder, Streams& streams) {
    const std::string place = place_of(folder);
    if (!fs::exists(place)) return;
    const auto made_with = read_file(place + "/" + std::string(stamp_name), 1024);
    const auto wanted = stamp();
    if (made_with && wanted && *made_with == *wanted) {
        prefer_data_folder(place);
        return;
    }
    streams.err
        << "The packs in " << place
        << " were made with another version of Headway. The shipped ones are used until an administrator "
           "makes them anew (POST /api/skills/onet/sync).\n";
}

}  // namespace headway::app

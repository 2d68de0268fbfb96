// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/onet_reader.hpp"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <string>
#include <unordered_map>
#include <utility>

#include "ontology/onet_release.hpp"
#include "ontology/onet_skills.hpp"

namespace headway::ontology {
namespace {

template <class Number>
Number whole(std::string_view text) {
    std::uint32_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return static_cast<Number>(value);
}

void add_occupations(const OnetRelease& release, Framework& framework) {
    const OnetFile& data = *release.find("Occupation Data.txt");
    for (std::size_t row = 0; row < data.rows(); ++row) {
        Occupation occupation;
        occupation.id = data.cell(row, 0);
        occupation.name = data.cell(row, 1);
        occupation.code = occupation.id;
        framework.occupations.push_back(std::move(occupation));
    }
    const OnetFile& zones = *release.find("Job Zones.txt");
    for (std::size_t row = 0; row < zones.rows(); ++row) {
        auto& occupation = framework.occupations[release.occupations().at(zones.cell(row, 0))];
        occupation.job_zone = whole<std::uint8_t>(zones.cell(row, 1));
    }
}

/// Reported titles that are alternate titles too are marked there.
void add_titles(const OnetRelease& release, Framework& framework) {
    std::unordered_map<std::string, std::size_t> places;
    const auto key = [](std::string_view occupation, std::string_view title) {
        return std::string(occupation) + '\t' + std::string(title);
    };
    for (std::string_view name : {"Alternate Titles.txt", "Job Titles.txt"}) {
        const OnetFile* file = release.find(name);
        if (file == nullptr) continue;
        for (std::size_t row = 0; row < file->rows(); ++row) {
            Title title;
            title.occupation = release.occupations().at(file->cell(row, 0));
            title.text = file->cell(row, 1);
            title.short_text = file->optional_cell(row, 2);
            title.sources = file->cell(row, 3);
            places.emplace(key(file->cell(row, 0), file->cell(row, 1)), framework.titles.size());
            framework.titles.push_back(std::move(title));
        }
    }
    const OnetFile* reported = release.find("Sample of Reported Titles.txt");
    for (std::size_t row = 0; reported != nullptr && row < reported->rows(); ++row) {
        const auto same = places.find(key(reported->cell(row, 0), reported->cell(row, 1)));
        if (same != places.end()) {
            framework.titles[same->second].sources += ",reported";
            continue;
        }
        framework.titles.push_back({release.occupations().at(reported->cell(row, 0)),
                                    std::string(reported->cell(row, 1)),
                                    {},
                                    "reported"});
    }
}

Rating rating_of(const OnetRelease& release, const OnetFile& file, std::size_t row) {
    Rating r;
    r.occupation = release.occupations().at(file.cell(row, 0));
    r.skill = release.elements().at(file.cell(row, 1));
    r.scale = file.cell(row, 3) == "LV" ? Scale::level : Scale::importance;
    r.value = file.number(row, 4);
    r.n = file.number(row, 5);
    r.standard_error = file.number(row, 6);
    r.low = file.number(row, 7);
    r.high = file.number(row, 8);
    r.suppress = file.cell(row, 9) == "Y";
    r.not_relevant = file.cell(row, 10) == "Y";
    const auto date = file.cell(row, 11);  // mm/yyyy
    r.date = whole<std::uint32_t>(date.substr(3)) * 100 + whole<std::uint32_t>(date.substr(0, 2));
    r.source = file.cell(row, 12);
    r.release = file.release;
    return r;
}

/// The pack holds hundredths; a release that publishes more must be noticed.
bool two_decimals(std::string_view number) {
    const auto dot = number.find('.');
    return dot == std::string_view::npos || number.size() - dot <= 3;
}

/// The scales of O*NET itself. A release whose own reference file says otherwise is not one that the levels
/// of this program can be read against, nor one that a pack can carry.
Result<void> check_figures(const OnetFile& file, std::size_t row) {
    const auto scale = file.cell(row, 3);
    if (scale != "IM" && scale != "LV") return file.table.wrong(row, file.columns[3], "IM or LV");
    if (!two_decimals(file.cell(row, 4))) {
        return file.table.wrong(row, file.columns[4], "a figure with two decimals");
    }
    const float value = file.number(row, 4);
    if (scale == "IM" && !(value >= 1.0F && value <= 5.0F)) {
        return file.table.wrong(row, file.columns[4], "an importance from 1 to 5");
    }
    if (scale == "LV" && !(value >= 0.0F && value <= 7.0F)) {
        return file.table.wrong(row, file.columns[4], "a level from 0 to 7");
    }
    for (std::size_t column : {6U, 7U, 8U}) {  // standard error, lower and upper bound
        const float figure = file.number(row, column);
        if (figure < 0.0F || figure > 1000.0F) {
            return file.table.wrong(row, file.columns[column], "a figure from 0 to 1,000");
        }
    }
    return {};
}

Result<void> add_ratings(const OnetRelease& release, Framework& framework) {
    for (std::string_view name : {"Skills.txt", "Essential Skills.txt", "Transferable Skills.txt",
                                  "Knowledge.txt", "Abilities.txt", "Work Activities.txt"}) {
        const OnetFile* file = release.find(name);
        if (file == nullptr) continue;
        for (std::size_t row = 0; row < file->rows(); ++row) {
            if (auto sound = check_figures(*file, row); !sound) return sound;
            framework.ratings.push_back(rating_of(release, *file, row));
        }
    }
    return {};
}

void add_related(const OnetRelease& release, Framework& framework) {
    const OnetFile* file = release.find("Related Occupations.txt");
    for (std::size_t row = 0; file != nullptr && row < file->rows(); ++row) {
        framework.related.push_back(
            {release.occupations().at(file->cell(row, 0)), release.occupations().at(file->cell(row, 1)),
             std::string(file->cell(row, 2)), whole<std::uint8_t>(file->cell(row, 3))});
    }
}

void add_commodities(const OnetRelease& release, Framework& framework) {
    const OnetFile& file = *release.find("UNSPSC Reference.txt");
    for (std::size_t row = 0; row < file.rows(); ++row) {
        framework.commodities.push_back({whole<std::uint32_t>(file.cell(row, 0)),
                                         std::string(file.cell(row, 1)), std::string(file.cell(row, 3)),
                                         std::string(file.cell(row, 5))});
    }
}

/// What the licence asks for: who made it, under which terms, and what was changed.
std::string licence_of(const OnetRelease& release) {
    std::string others;
    for (const auto& [name, file] : release.files()) {
        if (file.release == release.release()) continue;
        others += fmt::format("{}{} from {}", others.empty() ? "" : ", ", name.substr(0, name.size() - 4),
                              file.release);
    }
    return fmt::format(
        "This product includes information from the O*NET {} Database by the U.S. Department of Labor, "
        "Employment and "
        "Training Administration (USDOL/ETA), used under the CC BY 4.0 licence. O*NET is a trademark of "
        "USDOL/ETA. "
        "Modified: {}tasks and descriptive sentences left out, shorter names of technologies derived.",
        release.release(), others.empty() ? "" : "files of another release merged (" + others + "), ");
}

}  // namespace

Result<Framework> read_onet(std::span<const std::string> paths) {
    auto release = OnetRelease::read(paths);
    if (!release) return pass_on(release);
    Framework framework;
    framework.name = "onet";
    framework.release = release->release();
    framework.licence = licence_of(*release);
    for (const auto& [name, file] : release->files())
        framework.files.push_back({name, file.release, file.rows()});
    add_elements(*release, framework);
    add_occupations(*release, framework);
    add_technologies(*release, framework);
    add_titles(*release, framework);
    if (auto done = add_ratings(*release, framework); !done) return pass_on(done);
    add_related(*release, framework);
    add_commodities(*release, framework);
    return framework;
}

}  // namespace headway::ontology

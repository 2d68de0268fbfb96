// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/onet_release.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <utility>

#include "ontology/onet_check.hpp"
#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

constexpr const char* whole_release = "Name the folder or .zip of the O*NET text release";

/// The first number of the form 30.1 or 30_1.
std::string find_release(std::string_view text) {
    const auto digit = [&](std::size_t i) { return i < text.size() && text[i] >= '0' && text[i] <= '9'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!digit(i) || (i > 0 && digit(i - 1))) continue;
        std::size_t end = i;
        while (digit(end)) ++end;
        const bool joined = end < text.size() && (text[end] == '.' || text[end] == '_') && digit(end + 1);
        if (!joined || end - i > 3) continue;
        std::size_t last = end + 1;
        while (digit(last)) ++last;
        if (last - end > 4) continue;
        return std::string(text.substr(i, end - i)) + "." + std::string(text.substr(end + 1, last - end - 1));
    }
    return {};
}

Result<std::string> release_of(Source& source) {
    if (source.has("Read Me.txt")) {
        auto text = source.read("Read Me.txt");
        if (!text) return text;
        const auto at = text->find("O*NET ");
        if (at != std::string::npos) {
            const auto line = std::string_view(*text).substr(at, text->find('\n', at) - at);
            if (auto release = find_release(line); !release.empty()) return release;
        }
    }
    if (auto release = find_release(source.label()); !release.empty()) return release;
    return fail(ErrorCode::invalid, "cannot tell which release this is", source.path(),
                "Keep its \"Read Me.txt\", or give the release in the name, as in db_30_1_text");
}

/// A release is what has these; each entry lists the names of one thing in the layouts known.
constexpr std::array<std::array<std::string_view, 2>, 7> needed = {{
    {"Scales Reference.txt"},
    {"Content Model Reference.txt"},
    {"Occupation Data.txt"},
    {"UNSPSC Reference.txt"},
    {"Alternate Titles.txt", "Job Titles.txt"},
    {"Technology Skills.txt", "Software Skills.txt"},
    {"Job Zones.txt"},
}};

/// Files that a further download may add. Those of one group stand for the same thing.
constexpr std::array<std::array<std::string_view, 3>, 6> fillable = {{
    {"Skills.txt", "Essential Skills.txt", "Transferable Skills.txt"},
    {"Knowledge.txt"},
    {"Abilities.txt"},
    {"Work Activities.txt"},
    {"Work Context.txt"},
    {"Task Ratings.txt"},
}};

}  // namespace

std::string_view OnetFile::optional_cell(std::size_t row, std::size_t column) const {
    const auto text = cell(row, column);
    return text == "n/a" ? std::string_view() : text;
}

float OnetFile::number(std::size_t row, std::size_t column) const {
    const auto text = cell(row, column);
    double value = std::numeric_limits<double>::quiet_NaN();
    if (text != "n/a")
        std::from_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return static_cast<float>(value);
}

const OnetFile* OnetRelease::find(std::string_view name) const {
    const auto at = files_.find(name);
    return at == files_.end() ? nullptr : &at->second;
}

Result<OnetRelease> OnetRelease::read(std::span<const std::string> paths) {
    OnetRelease release;
    if (paths.empty()) return fail(ErrorCode::invalid, "no release was named", "", whole_release);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        auto source = Source::open(paths[i]);
        if (!source) return pass_on(source);
        auto done = i == 0 ? release.read_base(*source) : release.read_fill(*source);
        if (!done) return pass_on(done);
    }
    return release;
}

Result<void> OnetRelease::read_base(Source& source) {
    for (const auto& names : needed) {
        if (std::ranges::any_of(names, [&](std::string_view n) { return source.has(n); })) continue;
        return fail(ErrorCode::invalid, "the file is missing", source.path() + "/" + std::string(names[0]),
                    whole_release);
    }
    auto release = release_of(source);
    if (!release) return pass_on(release);
    release_ = *release;
    for (const auto& shape : reference_shapes()) {
        const std::string name(shape.name);
        if (!source.has(name)) continue;
        if (auto done = read_one(source, name, release_); !done) return done;
        remember_codes(files_.find(name)->second);
    }
    for (const auto& name : source.names()) {
        if (!name.ends_with(".txt") || name == "Read Me.txt" || files_.contains(name)) continue;
        if (text::first_invalid(name) != std::string::npos) {
            return fail(ErrorCode::invalid, "the name of this file is not UTF-8",
                        source.path() + "/" + text::make_valid(name), whole_release);
        }
        if (auto done = read_one(source, name, release_); !done) return done;
    }
    return {};
}

Result<void> OnetRelease::read_fill(Source& source) {
    std::string release;
    for (const auto& names : fillable) {
        if (std::ranges::any_of(names, [&](std::string_view n) { return find(n) != nullptr; })) continue;
        for (std::string_view view : names) {
            const std::string name(view);
            if (name.empty() || !source.has(name)) continue;
            if (release.empty()) {
                auto found = release_of(source);
                if (!found) return pass_on(found);
                release = *found;
            }
            if (auto done = read_one(source, name, release); !done) return done;
        }
    }
    if (!release.empty()) return {};
    return fail(ErrorCode::invalid, "adds no rating file that is still missing", source.path(),
                "Leave it out, or name it first");
}

Result<void> OnetRelease::read_one(Source& source, const std::string& name, const std::string& release) {
    auto text = source.read(name);
    if (!text) return pass_on(text);
    auto table = Table::parse(source.path() + "/" + name, std::move(*text));
    if (!table) return pass_on(table);
    OnetFile file{find_shape(name), name, release, std::move(*table), {}};
    if (file.shape != nullptr) {
        if (auto sound = OnetCheck(*this, file).run(); !sound) return sound;
    }
    files_.emplace(name, std::move(file));
    return {};
}

void OnetRelease::remember_codes(const OnetFile& file) {
    const std::pair<std::string_view, Codes*> where[] = {
        {"Content Model Reference.txt", &elements_},
        {"Occupation Data.txt", &occupations_},
        {"UNSPSC Reference.txt", &commodities_},
        {"IWA Reference.txt", &iwas_},
        {"DWA Reference.txt", &dwas_},
        {"Task Statements.txt", &tasks_},
    };
    for (const auto& [name, codes] : where) {
        if (name != file.name) continue;
        const auto& columns = file.shape->columns;
        const auto key = std::ranges::find_if(columns, &ColumnShape::key) - columns.begin();
        for (std::uint32_t row = 0; row < file.rows(); ++row) {
            codes->emplace(file.cell(row, static_cast<std::size_t>(key)), row);
        }
    }
    if (file.name != "Scales Reference.txt") return;
    for (std::size_t row = 0; row < file.rows(); ++row) {
        scales_.emplace(file.cell(row, 0), Bounds{file.number(row, 2), file.number(row, 3)});
    }
}

}  // namespace headway::ontology

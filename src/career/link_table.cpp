// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/link_table.hpp"

#include <algorithm>
#include <cmath>

namespace headway::career {

Result<LinkTable> LinkTable::open(const std::string& path, std::span<const ontology::Pack> packs,
                                  std::uint64_t model_checksum) {
    auto file = TableFile::open(path, link_magic, link_version);
    if (!file) return pass_on(file);
    auto sources = file->rows<std::uint64_t>("sources");
    if (!sources) return pass_on(sources);
    std::size_t skills = 0;
    bool fresh = sources->size() == packs.size() + 1 && sources->front() == model_checksum;
    for (std::size_t i = 0; i < packs.size(); ++i) {
        fresh = fresh && (*sources)[i + 1] == packs[i].checksum();
        skills += packs[i].skills().size();
    }
    if (!fresh) {
        return fail(ErrorCode::invalid, "was made from other packs or with another model", path,
                    "Run 'headway ontology compile'");
    }
    LinkTable out(std::move(*file));
    if (auto loaded = out.load(skills); !loaded) return pass_on(loaded);
    return out;
}

Result<void> LinkTable::load(std::size_t skills) {
    Result<void> result;
    const auto take = [&]<class T>(std::string_view name, std::span<const T>& into) {
        if (!result) return;
        if (auto rows = file_.rows<T>(name)) {
            into = *rows;
        } else {
            result = pass_on(rows);
        }
    };
    take("ranges", ranges_);
    take("vectors", vectors_);
    take("scales", scales_);
    take("means", means_);
    take("mean_scales", mean_scales_);
    take("commonness", commonness_);
    if (!result) return result;
    const bool sound = ranges_.size() == skills && means_.size() == skills && mean_scales_.size() == skills &&
                       commonness_.size() == skills && scales_.size() == vectors_.size() &&
                       std::ranges::all_of(ranges_, [&](ontology::Range r) {
                           return r.begin <= r.end && r.end <= vectors_.size();
                       });
    if (!sound) {
        return fail(ErrorCode::invalid, "the linker's vectors are damaged", "",
                    "Run 'headway ontology compile'");
    }
    auto onet = LexicalIndex::load(file_, "onet");
    if (!onet) return pass_on(onet);
    auto esco = LexicalIndex::load(file_, "esco");
    if (!esco) return pass_on(esco);
    auto profiles = WordProfiles::load(file_, skills);
    if (!profiles) return pass_on(profiles);
    profiles_ = *profiles;
    onet_ = *onet;
    esco_ = *esco;
    return {};
}

ontology::SkillId LinkTable::owner(std::uint32_t label) const {
    // Ranges rise; those of headings are empty.
    const auto after = std::ranges::upper_bound(ranges_, label, {}, &ontology::Range::begin);
    return static_cast<ontology::SkillId>(std::prev(after) - ranges_.begin());
}

}  // namespace headway::career

// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/word_profiles.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/hash.hpp"
#include "vectors/features.hpp"

namespace headway::career {
namespace {

/// Hashes of the stems that can tell something, ascending, each once.
std::vector<std::uint64_t> telling_stems(std::span<const std::string> words) {
    std::vector<std::uint64_t> out;
    for (const std::string& word : words) {
        const bool letters = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
        if (word.size() < 2 || !letters || vectors::is_stop_word(word)) continue;
        out.push_back(hash64(vectors::light_stem(word)));
    }
    std::ranges::sort(out);
    out.erase(std::ranges::unique(out).begin(), out.end());
    return out;
}

}  // namespace

Result<WordProfiles> WordProfiles::load(const TableFile& file, std::size_t skills) {
    auto terms = file.rows<std::uint64_t>("profile.terms");
    if (!terms) return pass_on(terms);
    auto idf = file.rows<float>("profile.idf");
    if (!idf) return pass_on(idf);
    auto ranges = file.rows<ontology::Range>("profile.ranges");
    if (!ranges) return pass_on(ranges);
    auto words = file.rows<Word>("profile.words");
    if (!words) return pass_on(words);
    const bool sound = idf->size() == terms->size() && ranges->size() == skills &&
                       std::ranges::is_sorted(*terms) && std::ranges::all_of(*ranges, [&](ontology::Range r) {
                           return r.begin <= r.end && r.end <= words->size();
                       });
    if (!sound) {
        return fail(ErrorCode::invalid, "the linker's words of skills are damaged", "",
                    "Run 'headway ontology compile'");
    }
    WordProfiles out;
    out.terms_ = *terms;
    out.idf_ = *idf;
    out.ranges_ = *ranges;
    out.words_ = *words;
    return out;
}

std::vector<std::uint32_t> WordProfiles::terms(std::span<const std::string> words) const {
    std::vector<std::uint32_t> out;
    for (const std::uint64_t hash : telling_stems(words)) {
        const auto found = std::ranges::lower_bound(terms_, hash);
        if (found != terms_.end() && *found == hash)
            out.push_back(static_cast<std::uint32_t>(found - terms_.begin()));
    }
    return out;
}

void WordProfilesWriter::add(std::span<const std::string> words, float weight) {
    auto& skill = skills_.back();
    for (const std::uint64_t hash : telling_stems(words)) {
        const auto found = std::ranges::find(skill, hash, &Counted::hash);
        if (found != skill.end()) {
            found->count += weight;
        } else {
            skill.push_back({hash, weight});
        }
    }
}

void WordProfilesWriter::write(TableFileWriter& file) const {
    std::map<std::uint64_t, std::uint32_t> frequency;
    for (const auto& skill : skills_) {
        for (const Counted& c : skill) ++frequency[c.hash];
    }
    std::vector<std::uint64_t> terms;
    std::vector<float> idf;
    const double all = 1.0 + static_cast<double>(skills_.size());
    for (auto& [hash, count] : frequency) {
        terms.push_back(hash);
        idf.push_back(static_cast<float>(std::log(all / (1.0 + count))));
        count = static_cast<std::uint32_t>(terms.size() - 1);  // from here on its number
    }
    std::vector<ontology::Range> ranges;
    std::vector<WordProfiles::Word> rows;
    for (const auto& skill : skills_) {
        const auto begin = static_cast<std::uint32_t>(rows.size());
        for (const Counted& c : skill) rows.push_back({frequency.at(c.hash), c.count});
        std::sort(rows.begin() + begin, rows.end(),
                  [](const auto& a, const auto& b) { return a.term < b.term; });
        ranges.push_back({begin, static_cast<std::uint32_t>(rows.size())});
    }
    file.add<std::uint64_t>("profile.terms", terms);
    file.add<float>("profile.idf", idf);
    file.add<ontology::Range>("profile.ranges", ranges);
    file.add<WordProfiles::Word>("profile.words", rows);
}

}  // namespace headway::career

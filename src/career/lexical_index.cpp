// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/lexical_index.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "base/hash.hpp"
#include "vectors/features.hpp"

namespace headway::career {
namespace {

/// The terms of a text with their counts, in a fixed order.
std::map<std::uint64_t, std::uint32_t> terms_of(std::span<const std::string> words) {
    std::map<std::uint64_t, std::uint32_t> out;
    for (const std::string& word : words) {
        if (!vectors::is_stop_word(word)) ++out[hash64(vectors::light_stem(word))];
    }
    return out;
}

}  // namespace

Result<LexicalIndex> LexicalIndex::load(const TableFile& file, const std::string& prefix) {
    auto terms = file.rows<std::uint64_t>(prefix + ".terms");
    if (!terms) return pass_on(terms);
    auto idf = file.rows<float>(prefix + ".idf");
    if (!idf) return pass_on(idf);
    auto ranges = file.rows<ontology::Range>(prefix + ".ranges");
    if (!ranges) return pass_on(ranges);
    auto postings = file.rows<Posting>(prefix + ".postings");
    if (!postings) return pass_on(postings);
    const bool sound = idf->size() == terms->size() && ranges->size() == terms->size() &&
                       std::ranges::is_sorted(*terms) && std::ranges::all_of(*ranges, [&](ontology::Range r) {
                           return r.begin <= r.end && r.end <= postings->size();
                       });
    if (!sound) {
        return fail(ErrorCode::invalid, "the linker's word index is damaged", "",
                    "Run 'headway ontology compile'");
    }
    LexicalIndex out;
    out.terms_ = *terms;
    out.idf_ = *idf;
    out.ranges_ = *ranges;
    out.postings_ = *postings;
    return out;
}

std::vector<std::uint32_t> LexicalIndex::score(std::span<const std::string> words,
                                               std::span<float> scores) const {
    struct Asked {
        std::size_t term = 0;
        float weight = 0;
    };
    std::vector<Asked> asked;
    double square = 0;
    for (const auto& [term, count] : terms_of(words)) {
        const auto found = std::ranges::lower_bound(terms_, term);
        if (found == terms_.end() || *found != term) continue;
        const auto number = static_cast<std::size_t>(found - terms_.begin());
        const float weight = std::sqrt(static_cast<float>(count)) * idf_[number];
        square += double{weight} * weight;
        asked.push_back({number, weight});
    }
    std::vector<std::uint32_t> written;
    const auto length = static_cast<float>(std::sqrt(square));
    for (const Asked& a : asked) {
        const ontology::Range range = ranges_[a.term];
        for (const Posting& p : postings_.subspan(range.begin, range.end - range.begin)) {
            if (p.label >= scores.size()) continue;  // only in a damaged file, which opening does not read
            if (scores[p.label] == 0) written.push_back(p.label);
            scores[p.label] += p.weight * a.weight / length;
        }
    }
    return written;
}

void add_lexical_index(TableFileWriter& file, const std::string& prefix,
                       std::span<const IndexedLabel> labels) {
    std::map<std::uint64_t, std::vector<Posting>> found;
    for (const IndexedLabel& label : labels) {
        for (const auto& [term, count] : terms_of(label.words)) {
            found[term].push_back({label.label, static_cast<float>(count)});
        }
    }
    std::vector<std::uint64_t> terms;
    std::vector<float> idf;
    std::vector<ontology::Range> ranges;
    std::vector<Posting> postings;
    std::map<std::uint32_t, double> squares;
    for (const auto& [term, list] : found) {
        terms.push_back(term);
        idf.push_back(static_cast<float>(
            std::log((1.0 + static_cast<double>(labels.size())) / (1.0 + static_cast<double>(list.size())))));
        const auto begin = static_cast<std::uint32_t>(postings.size());
        for (const Posting& p : list) {
            const float weight = std::sqrt(p.weight) * idf.back();
            squares[p.label] += double{weight} * weight;
            postings.push_back({p.label, weight});
        }
        ranges.push_back({begin, static_cast<std::uint32_t>(postings.size())});
    }
    for (Posting& p : postings) p.weight = static_cast<float>(p.weight / std::sqrt(squares[p.label]));
    file.add<std::uint64_t>(prefix + ".terms", terms);
    file.add<float>(prefix + ".idf", idf);
    file.add<ontology::Range>(prefix + ".ranges", ranges);
    file.add<Posting>(prefix + ".postings", postings);
}

}  // namespace headway::career

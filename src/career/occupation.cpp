// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/occupation.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "career/occupation_ranking.hpp"
#include "text/phrases.hpp"
#include "text/tokens.hpp"

namespace headway::career {
namespace {

using ontology::none;

/// Every occupation of any framework that lists this title, all its words and no others.
std::span<const OccupationId> listing(std::string_view title, const ontology::Lexicon& lexicon) {
    const text::PhraseIndex& index = lexicon.titles();
    std::uint32_t node = 0;
    bool first = true;
    for (const text::Token& t : text::tokenize(title)) {
        const std::uint32_t word = index.word(t.key);
        if (word == 0) return {};
        node = first ? index.roots[word] : index.step(node, word);
        if (node == 0) return {};
        first = false;
    }
    if (node == 0 || index.ends[node] == 0) return {};
    return lexicon.title_occupations(index.ends[node] - 1);
}

bool is_onet(OccupationId o, const ontology::Catalog& catalog) {
    return catalog.pack_of_occupation(o).name() == "onet";
}

/// Whether the normal name of `title` is `wanted`.
bool names_it(std::string_view title, std::string_view wanted) {
    // Nearly always the first letters tell: an ASCII letter of a name is its own normal form.
    if (title.empty() || wanted.empty()) return false;
    const char first = title[0];
    const bool small = first >= 'a' && first <= 'z';
    const bool large = first >= 'A' && first <= 'Z';
    if ((small || large) && (large ? first + ('a' - 'A') : first) != wanted[0]) return false;
    return text::normal_name(title) == wanted;
}

bool is_reported(std::string_view wanted, OccupationId o, const ontology::Catalog& catalog) {
    const ontology::Pack& pack = catalog.pack_of_occupation(o);
    const ontology::Range r = catalog.occupation(o).titles;
    const auto titles = pack.titles().subspan(r.begin, r.end - r.begin);
    return std::any_of(titles.begin(), titles.end(), [&](const ontology::TitleRow& t) {
        return (names_it(pack.text(t.text), wanted) || names_it(pack.text(t.short_text), wanted)) &&
               pack.text(t.sources).find("reported") != std::string_view::npos;
    });
}

/// The O*NET occupation that shares most titles with an occupation of another framework.
OccupationId bridge(OccupationId other, const ontology::Catalog& catalog) {
    std::map<OccupationId, double> votes;
    const ontology::Pack& pack = catalog.pack_of_occupation(other);
    const auto vote = [&](std::string_view title, double weight) {
        std::vector<OccupationId> onet;
        for (OccupationId o : listing(title, catalog.lexicon()))
            if (is_onet(o, catalog)) onet.push_back(o);
        for (OccupationId o : onet) votes[o] += weight / static_cast<double>(onet.size());
    };
    vote(catalog.occupation_name(other), 2);
    const ontology::Range r = catalog.occupation(other).titles;
    for (const ontology::TitleRow& t : pack.titles().subspan(r.begin, std::min(r.end - r.begin, 40U)))
        vote(pack.text(t.text), 1);
    const auto best = std::max_element(votes.begin(), votes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == votes.end() ? none : best->first;
}

/// What the lists say, in rows of the title model.
class Listings {
  public:
    Listings(const ontology::Catalog& catalog, std::span<const OccupationId> rows)
        : catalog_(catalog), row_of_(catalog.occupation_count(), none) {
        for (std::uint32_t row = 0; row < rows.size(); ++row)
            if (rows[row] != none) row_of_[rows[row]] = row;
    }

    std::vector<KnownTitle> operator()(std::string_view title) const {
        std::vector<KnownTitle> out;
        const auto found = listing(title, catalog_.lexicon());
        if (found.empty()) return out;
        const std::string wanted = text::normal_name(title);
        const std::vector<std::string> words = telling_words(title);
        for (OccupationId o : found) {
            if (!is_onet(o, catalog_) || row_of_[o] == none) continue;
            const std::string_view theirs = catalog_.occupation_name(o);
            out.push_back({row_of_[o], names_it(theirs, wanted), is_reported(wanted, o, catalog_), false,
                           name_likeness(words, theirs)});
        }
        if (!out.empty()) return out;
        for (OccupationId o : found.first(std::min<std::size_t>(found.size(), 3))) {
            const OccupationId onet = is_onet(o, catalog_) ? none : bridge(o, catalog_);
            if (onet != none && row_of_[onet] != none) out.push_back({row_of_[onet], false, false, true, 0});
        }
        return out;
    }

  private:
    const ontology::Catalog& catalog_;
    std::vector<std::uint32_t> row_of_;
};

}  // namespace

std::vector<OccupationMatch> find_occupations(std::string_view title, const Duties& duties, std::size_t top,
                                              const ontology::Catalog& catalog) {
    ontology::TitleModelView model;
    std::vector<OccupationId> rows;
    std::vector<float> level;
    if (const ontology::TitleModel* opened = catalog.title_model()) {
        model = opened->view();
        rows.assign(catalog.title_model_occupations().begin(), catalog.title_model_occupations().end());
    } else {
        for (OccupationId o = 0; o < catalog.occupation_count(); ++o)
            if (is_onet(o, catalog)) rows.push_back(o);
        level.assign(rows.size(), 0);
        model.bias = level;
    }
    const auto unknown = static_cast<std::size_t>(std::ranges::count(rows, none));  // to this catalog
    const auto ranked =
        rank_occupations(title, duties, std::min(rows.size(), top + unknown), model, Listings(catalog, rows));
    std::vector<OccupationMatch> out;
    for (const RankedOccupation& r : ranked) {
        if (out.size() == top) break;
        if (rows[r.occupation] != none) out.push_back({rows[r.occupation], r.confidence});
    }
    return out;
}

}  // namespace headway::career

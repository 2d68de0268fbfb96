// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/linker.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <numeric>

#include "ontology/word_group.hpp"
#include "vectors/features.hpp"

namespace headway::career {
namespace {

using ontology::Range;
using ontology::SkillId;
using vectors::Vector;

constexpr std::array<std::size_t, 5> run_lengths = {2, 3, 4, 6, 9};

/// Weights of the ranking, chosen on development sets (research/link/README.md). A text is held against the
/// labels of a skill one by one, the best counting, and against their mean.
struct Weights {
    float whole = 1.0F;        ///< the whole text with the best label
    float words = 0.5F;        ///< shared words with the best label
    float run = 0.9F;          ///< the best run of words with the best label
    float whole_mean = 0.8F;   ///< the whole text with the mean
    float run_mean = 0.4F;     ///< the best run with the mean
    float commonness = 0.02F;  ///< for ln(1 + occupations)
};
constexpr Weights weight;
constexpr float greatest_score =
    weight.whole + weight.words + weight.run + weight.whole_mean + weight.run_mean + 8 * weight.commonness;

/// How many skills are held against every run of the text: those that the whole comes nearest to.
constexpr std::size_t most_candidates = 400;
/// How many labels that share words with a line of an ad are looked at.
constexpr std::size_t most_matched_labels = 48;

/// How many curated skills lend their words to a phrase that names none; the cosines from which they do and
/// from which they do in full. Chosen on research/implied/tempting.tsv.
constexpr std::size_t most_borrowed = 3;
constexpr float least_borrowed = 0.3F;
constexpr float fully_borrowed = 0.7F;

/// The chance that the best of many skills is the right one: stricter than that of one pair, since the best
/// of many comes near by chance. The slope was fitted by research/link/calibrate.py on SkillSkape's
/// development part, which the model was not trained on: 853 true pairs against 8,805 others. The middle was
/// set for an earlier model on 24 lines of SkillSpan's training postings that name nothing, judged by hand,
/// and moved with the middle that calibrate.py fits (research/link/README.md).
double match_certainty(double similarity) {
    constexpr double slope = 17.1;
    constexpr double middle = 0.779;
    return 1 / (1 + std::exp(-slope * (similarity - middle)));
}

float cosine_with(const Vector& v, const vectors::Row& row, float scale) {
    return static_cast<float>(vectors::dot(v.values.data(), row.data())) * v.scale * scale;
}

/// Numbers of a pack's skills over all packs.
Range skills_of(const ontology::Catalog& catalog, std::string_view framework) {
    Range out;
    for (const ontology::Pack& p : catalog.packs()) {
        out.end = out.begin + static_cast<std::uint32_t>(p.skills().size());
        if (p.name() == framework) return out;
        out.begin = out.end;
    }
    return {};
}

/// Whether there is a list of words that people use who tell of the skill.
bool lists_words(const ontology::Catalog& catalog, SkillId skill) {
    const ontology::Pack& pack = catalog.pack_of(skill);
    const ontology::Range signals = catalog.row(skill).signals;
    const auto all = pack.words().subspan(signals.begin, signals.end - signals.begin);
    return std::ranges::any_of(all, [&](ontology::Text t) { return ontology::is_word_group(pack.text(t)); });
}

}  // namespace

Result<Linker> Linker::open(const std::string& model, const std::string& table,
                            const ontology::Catalog& catalog) {
    auto embedding = vectors::Embedding::open(model);
    if (!embedding) return pass_on(embedding);
    auto links = LinkTable::open(table, catalog.packs(), embedding->checksum());
    if (!links) return pass_on(links);
    return Linker(catalog, std::move(*embedding), std::move(*links));
}

Linker::Sentence Linker::prepare(std::span<const std::string> words) const {
    Sentence out{embedding_.embed(words), embedding_.embed_runs(words, run_lengths),
                 table_.profiles().terms(words)};
    if (out.runs.empty()) out.runs.push_back(out.whole);
    return out;
}

Linker::Sentence Linker::prepare(std::string_view text) const {
    return prepare(vectors::plain_words(text));
}

std::vector<Linker::Scored> Linker::sentence_scores(std::span<const std::string> words, const Vector& whole,
                                                    LinkFramework framework) const {
    const bool esco = framework == LinkFramework::esco;
    std::vector<float> shared(table_.vectors().size());
    const auto& index = esco ? table_.esco_words() : table_.onet_words();
    static_cast<void>(index.score(words, shared));
    const Range skills = skills_of(*catalog_, esco ? "esco" : "onet");
    std::vector<float> dense;
    std::vector<Scored> out;
    for (SkillId s = skills.begin; s < skills.end; ++s) {
        const Range labels = table_.labels(s);
        const std::size_t count = labels.end - labels.begin;
        if (count == 0) continue;
        dense.resize(count);
        vectors::cosines(whole, table_.vectors().subspan(labels.begin, count),
                         table_.scales().subspan(labels.begin, count), dense);
        const float word_score =
            *std::max_element(shared.begin() + labels.begin, shared.begin() + labels.end);
        out.push_back({weight.whole * std::ranges::max(dense) + weight.words * word_score +
                           weight.whole_mean * cosine_with(whole, table_.mean(s), table_.mean_scale(s)) +
                           weight.commonness * table_.commonness(s),
                       s});
    }
    return out;
}

float Linker::best_run(const Sentence& sentence, SkillId row) const {
    const Range labels = table_.labels(row);
    float best = -1;
    for (std::uint32_t l = labels.begin; l < labels.end; ++l) {
        best = std::max(best,
                        vectors::best_cosine(sentence.runs, table_.vectors()[l], table_.scales()[l]).cosine);
    }
    return best;
}

std::vector<Linker::Linked> Linker::link(std::string_view text, LinkFramework framework,
                                         std::size_t top) const {
    const std::vector<std::string> words = vectors::plain_words(text);
    const Sentence sentence = prepare(words);
    if (sentence.whole.scale == 0) return {};
    std::vector<Scored> found = sentence_scores(words, sentence.whole, framework);
    const auto better = [](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : a.skill < b.skill;
    };
    const std::size_t kept = std::min(found.size(), std::max(top, most_candidates));
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), better);
    found.resize(kept);
    for (Scored& s : found) {
        const float mean =
            vectors::best_cosine(sentence.runs, table_.mean(s.skill), table_.mean_scale(s.skill)).cosine;
        s.score += weight.run * best_run(sentence, s.skill) + weight.run_mean * mean;
    }
    std::ranges::sort(found, better);
    std::vector<Linked> out;
    for (const Scored& s : found) {
        if (out.size() == top) break;
        out.push_back({s.skill, std::clamp(double{s.score / greatest_score}, 0.0, 1.0)});
    }
    return out;
}

float Linker::similarity_to_row(const Sentence& sentence, SkillId row) const {
    const Range labels = table_.labels(row);
    if (labels.begin == labels.end) return 0;
    const auto& rows = table_.vectors();
    const auto& scales = table_.scales();
    // Two runs stand for all: the nearest to the mean of the labels and the nearest to the name.
    const auto by_mean = vectors::best_cosine(sentence.runs, table_.mean(row), table_.mean_scale(row));
    const auto by_name = vectors::best_cosine(sentence.runs, rows[labels.begin], scales[labels.begin]);
    const Vector& first = sentence.runs[by_mean.query];
    const Vector& second = sentence.runs[by_name.query];
    float whole = -1;
    float run = by_name.cosine;
    for (std::uint32_t l = labels.begin; l < labels.end; ++l) {
        whole = std::max(whole, cosine_with(sentence.whole, rows[l], scales[l]));
        run =
            std::max({run, cosine_with(first, rows[l], scales[l]), cosine_with(second, rows[l], scales[l])});
    }
    const float whole_mean = cosine_with(sentence.whole, table_.mean(row), table_.mean_scale(row));
    return (whole + run + whole_mean + by_mean.cosine) / 4;
}

double Linker::similarity(const Sentence& sentence, SkillId canonical) const {
    float best = 0;
    for (const SkillId row : catalog_->lexicon().members(canonical)) {
        best = std::max(best, similarity_to_row(sentence, row));
    }
    return std::min(double{best}, 1.0);
}

double Linker::similarity(const Sentence& sentence, const Sentence& phrase) {
    const float whole = vectors::cosine(sentence.whole, phrase.whole);
    const float run = vectors::best_cosine(sentence.runs, phrase.whole.values, phrase.whole.scale).cosine;
    return std::clamp(double{(whole + run) / 2}, 0.0, 1.0);
}

Linker::Profile Linker::profile(SkillId canonical) const {
    const WordProfiles& profiles = table_.profiles();
    Profile out;
    const auto take = [&](SkillId skill, float part) {
        for (const SkillId row : catalog_->lexicon().members(skill)) {
            for (const WordProfiles::Word& w : profiles.of(row)) out.push_back({w.term, part * w.count});
        }
    };
    take(canonical, 1);
    for (const auto& n : catalog_->lexicon().neighbours(canonical)) {
        if (n.relation == ontology::Relation::narrower && n.curated != 0) take(n.skill, 0.5F);
    }
    std::ranges::sort(out, {}, &WordProfiles::Word::term);
    std::size_t last = 0;
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (out[i].term == out[last].term) {
            out[last].count += out[i].count;
        } else {
            out[++last] = out[i];
        }
    }
    if (!out.empty()) out.resize(last + 1);
    // A word of one text may stand in it by chance; of two or more it belongs to the skill.
    for (WordProfiles::Word& w : out) w.count = profiles.idf(w.term) * std::min(1.0F, 0.5F + 0.25F * w.count);
    return out;
}

/// The curated skills, soft skills and knowledge whose names come nearest to a phrase, nearest first.
std::vector<Linker::Scored> Linker::nearest_curated(const Sentence& phrase) const {
    std::vector<Scored> out;
    const Range skills = skills_of(*catalog_, "headway");
    for (SkillId s = skills.begin; s < skills.end; ++s) {
        const ontology::Kind kind = catalog_->kind(s);
        if (kind != ontology::Kind::skill && kind != ontology::Kind::knowledge &&
            kind != ontology::Kind::soft)
            continue;
        const float near = cosine_with(phrase.whole, table_.mean(s), table_.mean_scale(s));
        if (near > least_borrowed) out.push_back({near, s});
    }
    const auto looked_at = std::min(out.size(), 4 * most_borrowed);
    std::ranges::partial_sort(out, out.begin() + static_cast<std::ptrdiff_t>(looked_at),
                              [](const Scored& a, const Scored& b) {
                                  return a.score != b.score ? a.score > b.score : a.skill < b.skill;
                              });
    out.resize(looked_at);
    std::erase_if(out, [&](const Scored& s) { return !lists_words(*catalog_, s.skill); });
    out.resize(std::min(out.size(), most_borrowed));
    return out;
}

Linker::Profile Linker::profile(const Sentence& phrase) const {
    Profile out;
    for (const std::uint32_t term : phrase.terms) out.push_back({term, table_.profiles().idf(term)});
    for (const Scored& near : nearest_curated(phrase)) {
        const float part = std::min(1.0F, (near.score - least_borrowed) / (fully_borrowed - least_borrowed));
        for (const WordProfiles::Word& w : profile(catalog_->lexicon().canonical(near.skill)))
            out.push_back({w.term, part * w.count});
    }
    // Of a word that several tell, the most that one says.
    std::ranges::sort(out, [](const WordProfiles::Word& a, const WordProfiles::Word& b) {
        return a.term != b.term ? a.term < b.term : a.count > b.count;
    });
    const auto rest = std::ranges::unique(out, {}, &WordProfiles::Word::term);
    out.erase(rest.begin(), rest.end());
    return out;
}

std::optional<Linker::Match> Linker::match(std::string_view line) const {
    const std::vector<std::string> words = vectors::plain_words(line);
    const Sentence sentence = prepare(words);
    if (sentence.whole.scale == 0) return std::nullopt;
    std::vector<float> shared(table_.vectors().size());
    std::vector<std::uint32_t> labels = table_.esco_words().score(words, shared);
    std::ranges::copy(table_.onet_words().score(words, shared), std::back_inserter(labels));
    const std::size_t kept = std::min(labels.size(), most_matched_labels);
    std::ranges::partial_sort(labels, labels.begin() + static_cast<std::ptrdiff_t>(kept),
                              [&](std::uint32_t a, std::uint32_t b) {
                                  return shared[a] != shared[b] ? shared[a] > shared[b] : a < b;
                              });
    labels.resize(kept);
    std::optional<Match> best;
    double nearest = 0;
    for (const std::uint32_t label : labels) {
        const SkillId skill = catalog_->lexicon().canonical(table_.owner(label));
        const ontology::Kind kind = catalog_->kind(skill);
        // Products, credentials and languages are asked for by name.
        if (kind != ontology::Kind::skill && kind != ontology::Kind::knowledge &&
            kind != ontology::Kind::soft)
            continue;
        const double here = similarity(sentence, skill);
        if (here <= nearest) continue;
        nearest = here;
        best = Match{skill, match_certainty(here)};
    }
    return best;
}

double Linker::shared_words(const Sentence& sentence, const Profile& profile) {
    constexpr std::size_t most_telling = 4;
    std::array<float, most_telling> best{};  // falling
    auto word = profile.begin();
    for (const std::uint32_t term : sentence.terms) {
        word = std::lower_bound(word, profile.end(), term,
                                [](const WordProfiles::Word& w, std::uint32_t t) { return w.term < t; });
        if (word == profile.end()) break;
        if (word->term != term || word->count <= best.back()) continue;
        best.back() = word->count;
        std::ranges::sort(best, std::ranges::greater{});
    }
    return std::accumulate(best.begin(), best.end(), 0.0);
}

}  // namespace headway::career

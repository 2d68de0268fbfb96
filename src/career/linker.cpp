// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/linker.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "vectors/features.hpp"

namespace headway::career {
namespace {

using ontology::Range;
using ontology::SkillId;
using vectors::Vector;

constexpr std::array<std::size_t, 5> run_lengths = {2, 3, 4, 6, 9};

// Weights of the ranking and of the similarity, chosen on the development part of SkillSkape (research/link).
constexpr float word_weight = 0.4F;
constexpr float run_weight = 0.6F;
constexpr float whole_weight = 0.4F;

/// How many skills are looked at with all runs of the sentence: first those that the whole sentence comes
/// near to, then those whose mean a run comes near to.
constexpr std::size_t most_by_sentence = 400;

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
    Sentence out{embedding_.embed(words), embedding_.embed_runs(words, run_lengths)};
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
        out.push_back({std::ranges::max(dense) + word_weight * word_score, s});
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
    const std::size_t kept = std::min(found.size(), std::max(top, most_by_sentence));
    std::ranges::partial_sort(found, found.begin() + static_cast<std::ptrdiff_t>(kept), better);
    found.resize(kept);
    for (Scored& s : found) s.score += run_weight * best_run(sentence, s.skill);
    std::ranges::sort(found, better);
    std::vector<Linked> out;
    for (const Scored& s : found) {
        if (out.size() == top) break;
        out.push_back({s.skill, std::clamp(double{s.score} / 2, 0.0, 1.0)});
    }
    return out;
}

double Linker::similarity(const Sentence& sentence, SkillId canonical) const {
    float best = 0;
    for (const SkillId row : catalog_->lexicon().members(canonical)) {
        const Range labels = table_.labels(row);
        if (labels.begin == labels.end) continue;
        // Two runs stand for all: the nearest to the mean of the labels and the nearest to the name.
        const auto& rows = table_.vectors();
        const std::array<const Vector*, 2> runs = {
            &sentence
                 .runs[vectors::best_cosine(sentence.runs, table_.mean(row), table_.mean_scale(row)).query],
            &sentence
                 .runs[vectors::best_cosine(sentence.runs, rows[labels.begin], table_.scales()[labels.begin])
                           .query]};
        float whole = -1;
        float run = -1;
        for (std::uint32_t l = labels.begin; l < labels.end; ++l) {
            whole = std::max(whole, cosine_with(sentence.whole, rows[l], table_.scales()[l]));
            for (const Vector* v : runs) run = std::max(run, cosine_with(*v, rows[l], table_.scales()[l]));
        }
        best = std::max(best, whole_weight * whole + run_weight * run);
    }
    return std::clamp(double{best}, 0.0, 1.0);
}

double Linker::similarity(const Sentence& sentence, const Sentence& phrase) const {
    const float whole = vectors::cosine(sentence.whole, phrase.whole);
    const float run = vectors::best_cosine(sentence.runs, phrase.whole.values, phrase.whole.scale).cosine;
    return std::clamp(double{whole_weight * whole + run_weight * run}, 0.0, 1.0);
}

double Linker::certainty(double similarity) {
    // Logistic fit on SkillSkape, see research/link/README.md.
    constexpr double slope = 14.0;
    constexpr double middle = 0.5;
    return 1 / (1 + std::exp(-slope * (similarity - middle)));
}

}  // namespace headway::career

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/title_trainer.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace headway::ontology {
namespace {

constexpr float small = 1e-2F;  ///< Keeps AdaGrad's first steps finite.
constexpr float bias_step = 0.001F;
constexpr float name_weight = 2.0F;
constexpr float reported_weight = 1.5F;

/// One cell: a feature together with an occupation.
struct Cell {
    float weight = 0;
    float squares = small;
};

class Trainer {
  public:
    Trainer(std::size_t occupations, std::span<const TitleExample> examples)
        : examples_(examples), bias_(occupations) {
        for (const TitleExample& e : examples) {
            inputs_.push_back(title_features(read_title(e.title)));
        }
        std::vector<std::pair<std::uint32_t, std::uint16_t>> pairs;
        for (std::size_t i = 0; i < inputs_.size(); ++i) {
            for (const TitleFeature& f : inputs_[i])
                pairs.emplace_back(f.id, static_cast<std::uint16_t>(examples[i].occupation));
        }
        std::sort(pairs.begin(), pairs.end());
        pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        for (const auto& [id, occupation] : pairs) {
            if (features_.empty() || features_.back() != id) {
                features_.push_back(id);
                starts_.push_back(static_cast<std::uint32_t>(cell_occupations_.size()));
            }
            cell_occupations_.push_back(occupation);
        }
        starts_.push_back(static_cast<std::uint32_t>(cell_occupations_.size()));
        cells_.resize(cell_occupations_.size());
        for (auto& input : inputs_) {
            for (TitleFeature& f : input) {
                f.id = static_cast<std::uint32_t>(std::lower_bound(features_.begin(), features_.end(), f.id) -
                                                  features_.begin());
            }
        }
    }

    void run(const TitleTraining& training) {
        std::vector<std::uint32_t> order(inputs_.size());
        std::iota(order.begin(), order.end(), 0U);
        std::uint64_t state = 0x9E3779B97F4A7C15ULL;
        for (int round = 0; round < training.rounds; ++round) {
            for (std::size_t i = order.size(); i > 1; --i) {
                state = state * 6364136223846793005ULL + 1442695040888963407ULL;
                std::swap(order[i - 1], order[(state >> 33U) % i]);
            }
            for (std::uint32_t i : order) learn(i, training.step);
        }
    }

    void store(const TitleTraining& training, TrainedTitles& out) const {
        float largest = 1e-6F;
        for (const Cell& c : cells_) largest = std::max(largest, std::abs(c.weight));
        const float scale = std::min(largest, 6.0F) / 127.0F;
        out.scale = {scale};
        out.bias = bias_;
        for (std::size_t f = 0; f < features_.size(); ++f) {
            const std::size_t before = out.weights.size();
            for (std::uint32_t c = starts_[f]; c < starts_[f + 1]; ++c) {
                if (std::abs(cells_[c].weight) < training.keep) continue;
                const float rounded = std::round(cells_[c].weight / scale);
                if (rounded == 0) continue;
                out.occupations.push_back(cell_occupations_[c]);
                out.weights.push_back(static_cast<std::int8_t>(std::clamp(rounded, -127.0F, 127.0F)));
            }
            if (out.weights.size() == before) continue;
            out.features.push_back(features_[f]);
            out.starts.push_back(static_cast<std::uint32_t>(before));
        }
        out.starts.push_back(static_cast<std::uint32_t>(out.weights.size()));
    }

  private:
    void learn(std::uint32_t i, float step) {
        scores_ = bias_;
        for (const TitleFeature& f : inputs_[i]) {
            for (std::uint32_t c = starts_[f.id]; c < starts_[f.id + 1]; ++c)
                scores_[cell_occupations_[c]] += f.value * cells_[c].weight;
        }
        const float top = *std::max_element(scores_.begin(), scores_.end());
        float sum = 0;
        for (float& s : scores_) {
            s = std::exp(s - top);
            sum += s;
        }
        const TitleExample& e = examples_[i];
        const float weight = e.name ? name_weight : e.reported ? reported_weight : 1.0F;
        for (float& s : scores_) s *= weight / sum;
        scores_[e.occupation] -= weight;
        for (std::size_t o = 0; o < bias_.size(); ++o) bias_[o] -= bias_step * scores_[o];
        for (const TitleFeature& f : inputs_[i]) {
            for (std::uint32_t c = starts_[f.id]; c < starts_[f.id + 1]; ++c) {
                const float g = f.value * scores_[cell_occupations_[c]];
                if (std::abs(g) < 1e-5F) continue;
                cells_[c].squares += g * g;
                cells_[c].weight -= step * g / std::sqrt(cells_[c].squares);
            }
        }
    }

    std::span<const TitleExample> examples_;
    std::vector<std::vector<TitleFeature>> inputs_;  ///< Ids are replaced by rows of features_.
    std::vector<std::uint32_t> features_, starts_;
    std::vector<std::uint16_t> cell_occupations_;
    std::vector<Cell> cells_;
    std::vector<float> bias_, scores_;
};

void store_words(std::span<const TitleExample> examples, TrainedTitles& out) {
    std::set<std::pair<std::size_t, std::string>> words;
    for (const TitleExample& e : examples) {
        for (const TitleWord& w : read_title(e.title)) {
            if (w.part != TitlePart::noise && w.text.size() >= 4) words.emplace(w.text.size(), w.text);
        }
    }
    out.word_starts.push_back(0);
    for (const auto& [length, word] : words) {
        out.letters.insert(out.letters.end(), word.begin(), word.end());
        out.word_starts.push_back(static_cast<std::uint32_t>(out.letters.size()));
    }
}

}  // namespace

std::vector<TitleExample> title_examples(const Pack& pack) {
    std::vector<TitleExample> out;
    for (std::uint32_t o = 0; o < pack.occupations().size(); ++o) {
        out.push_back({std::string(pack.text(pack.occupations()[o].name)), o, true, false});
    }
    std::set<std::pair<std::uint32_t, std::string>> seen;
    for (const TitleRow& t : pack.titles()) {
        const bool reported = pack.text(t.sources).find("reported") != std::string_view::npos;
        for (std::string_view s : {pack.text(t.text), pack.text(t.short_text)}) {
            if (s.empty()) continue;
            for (std::string& spelling : title_spellings(s)) {
                if (!seen.emplace(t.occupation, spelling).second) continue;
                out.push_back({std::move(spelling), t.occupation, false, reported});
            }
        }
    }
    return out;
}

TitleModelView TrainedTitles::view() const {
    return {codes, bias, scale, features, starts, occupations, weights, word_starts, letters};
}

TrainedTitles train_titles(const Pack& pack, std::span<const TitleExample> examples,
                           const TitleTraining& training) {
    TrainedTitles out;
    for (const OccupationRow& o : pack.occupations()) {
        const std::string_view id = pack.text(o.id);
        OccupationCode code{};
        std::copy_n(id.begin(), std::min(id.size(), code.size()), code.begin());
        out.codes.push_back(code);
    }
    Trainer trainer(pack.occupations().size(), examples);
    trainer.run(training);
    trainer.store(training, out);
    store_words(examples, out);
    return out;
}

}  // namespace headway::ontology

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ontology/pack.hpp"
#include "ontology/title_model.hpp"

namespace headway::ontology {

/// A title and the occupation it is listed under, by its number in the pack.
struct TitleExample {
    std::string title;
    std::uint32_t occupation = 0;
    bool name = false;      ///< The occupation's own name.
    bool reported = false;  ///< People in the occupation gave it as their title.
};

/// All titles of a pack, long and short forms, the names first; each once for an occupation.
[[nodiscard]] std::vector<TitleExample> title_examples(const Pack& pack);

struct TitleTraining {
    int rounds = 10;
    float step = 0.25F;
    float keep = 0.04F;  ///< Weights below this size are left out.
};

/// Owns what a TitleModelView looks at.
struct TrainedTitles {
    std::vector<OccupationCode> codes;
    std::vector<float> bias, scale;
    std::vector<std::uint32_t> features, starts, word_starts;
    std::vector<std::uint16_t> occupations;
    std::vector<std::int8_t> weights;
    std::vector<char> letters;

    [[nodiscard]] TitleModelView view() const;
};

/// Fits the model: softmax regression by AdaGrad over single examples in a fixed pseudo-random order. Equal
/// input gives equal output on one machine. Takes some seconds for O*NET.
[[nodiscard]] TrainedTitles train_titles(const Pack& pack, std::span<const TitleExample> examples,
                                         const TitleTraining& training = {});

}  // namespace headway::ontology

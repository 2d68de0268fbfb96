// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/table_file.hpp"
#include "ontology/pack.hpp"
#include "ontology/title_words.hpp"

namespace headway::ontology {

using OccupationCode = std::array<char, 12>;  ///< "15-1252.00", filled up with NUL.

/// A linear model from the features of a title to occupations, with weights only where the training titles
/// hold feature and occupation together. Rows are laid out as in the file (docs/formats/title-model.md).
struct TitleModelView {
    std::span<const OccupationCode> codes;
    std::span<const float> bias;                 ///< one an occupation
    std::span<const float> scale;                ///< One row: what a weight of 1 stands for.
    std::span<const std::uint32_t> features;     ///< Ids, ascending.
    std::span<const std::uint32_t> starts;       ///< Where a feature's cells begin; one more than features.
    std::span<const std::uint16_t> occupations;  ///< of a cell
    std::span<const std::int8_t> weights;        ///< of a cell
    std::span<const std::uint32_t> word_starts;  ///< Into letters; words by length, then alphabet.
    std::span<const char> letters;

    /// Log-odds of every occupation, up to a constant.
    void score(std::span<const TitleFeature> features_of_title, std::vector<float>& out) const;
    [[nodiscard]] bool knows(std::uint32_t feature) const;
    /// The word of the training titles that a misspelt word of at least five letters stands for: at most one
    /// slip, two from nine letters on, and the same first letter; absent when none or a known word.
    [[nodiscard]] std::optional<std::string_view> nearest_word(std::string_view word) const;
    [[nodiscard]] Result<void> check(const std::string& where) const;
};

/// The model as a mapped file. Immutable, safe to share between threads.
class TitleModel {
  public:
    [[nodiscard]] static Result<TitleModel> open(const std::string& path);
    [[nodiscard]] const TitleModelView& view() const { return view_; }
    [[nodiscard]] std::uint64_t checksum() const { return file_.content_checksum(); }  ///< Of the content.

  private:
    explicit TitleModel(TableFile file) : file_(std::move(file)) {}
    TableFile file_;
    TitleModelView view_;
};

[[nodiscard]] Result<void> write_title_model(const TitleModelView& model, const std::string& path);

}  // namespace headway::ontology

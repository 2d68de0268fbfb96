// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace headway::bench {

/// A label with the number of the skill it belongs to.
struct FloorLabel {
    std::string_view text;
    std::uint32_t skill = 0;
};

/// How a floor weighs a term in a text.
enum class Weighing { bm25, tf_idf };

/// The best that counting words does: an inverted index over labels; a skill scores like its best label.
class Floor {
  public:
    using Terms = std::function<std::vector<std::string>(std::string_view)>;

    Floor(const std::vector<FloorLabel>& labels, Terms terms, Weighing weighing);

    /// Numbers of the `top` skills, best first; of equals the smaller number.
    [[nodiscard]] std::vector<std::uint32_t> rank(std::string_view text, std::size_t top) const;

  private:
    struct Entry {
        std::uint32_t label = 0;
        float weight = 0;
    };
    struct Term {
        float idf = 0;
        std::vector<Entry> entries;
    };
    [[nodiscard]] float asked(const Term& term, float count) const;

    Terms terms_;
    Weighing weighing_;
    std::vector<std::uint32_t> skills_;  ///< of each label
    std::unordered_map<std::string, Term> index_;
};

/// Stemmed words without stop words, as the linker takes them.
[[nodiscard]] std::vector<std::string> stemmed_words(std::string_view text);
/// Three to five neighbouring characters of each <word>.
[[nodiscard]] std::vector<std::string> character_grams(std::string_view text);

}  // namespace headway::bench

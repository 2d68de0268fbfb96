// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors/embedding.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "vectors/features.hpp"

namespace headway::vectors {

Result<Embedding> Embedding::open(const std::string& path) {
    auto file = TableFile::open(path, embedding_magic, embedding_version);
    if (!file) return pass_on(file);
    Embedding out(std::move(*file));
    if (auto loaded = out.load(path); !loaded) return pass_on(loaded);
    return out;
}

Result<void> Embedding::load(const std::string& path) {
    auto features = file_.rows<std::uint64_t>("features");
    if (!features) return pass_on(features);
    auto scales = file_.rows<float>("scales");
    if (!scales) return pass_on(scales);
    auto rows = file_.rows<Row>("vectors");
    if (!rows) return pass_on(rows);
    const bool finite = std::ranges::all_of(*scales, [](float s) { return std::isfinite(s) && s >= 0; });
    if (features->size() != rows->size() || scales->size() != rows->size() || !finite ||
        !std::ranges::is_sorted(*features)) {
        return fail(ErrorCode::invalid, "is a damaged embedding model", path, "Put the shipped file back");
    }
    features_ = *features;
    scales_ = *scales;
    rows_ = *rows;
    return {};
}

std::optional<std::size_t> Embedding::find(std::uint64_t feature) const {
    const auto found = std::ranges::lower_bound(features_, feature);
    if (found == features_.end() || *found != feature) return std::nullopt;
    return static_cast<std::size_t>(found - features_.begin());
}

void Embedding::add(std::size_t row, float weight, std::span<float, width> sum) const {
    const float scale = scales_[row] * weight;
    const Row& values = rows_[row];
    for (std::size_t i = 0; i < width; ++i) sum[i] += scale * static_cast<float>(values[i]);
}

Vector Embedding::embed(std::span<const std::string> words) const {
    std::vector<std::uint64_t> features;
    for (const std::string& word : words) add_features(word, features);
    std::ranges::sort(features);
    std::array<float, width> sum{};
    for (std::size_t i = 0, end = 0; i < features.size(); i = end) {
        while (end < features.size() && features[end] == features[i]) ++end;
        const auto row = find(features[i]);
        if (row) add(*row, std::sqrt(static_cast<float>(end - i)), sum);
    }
    return quantized(sum);
}

std::vector<Vector> Embedding::embed_runs(std::span<const std::string> words,
                                          std::span<const std::size_t> lengths) const {
    std::vector<std::array<float, width>> sums(words.size() + 1);
    std::vector<std::uint64_t> features;
    for (std::size_t i = 0; i < words.size(); ++i) {
        sums[i + 1] = sums[i];
        features.clear();
        add_features(words[i], features);
        for (const std::uint64_t f : features) {
            if (const auto row = find(f)) add(*row, 1, sums[i + 1]);
        }
    }
    std::vector<Vector> out;
    std::array<float, width> run{};
    for (const std::size_t length : lengths) {
        for (std::size_t begin = 0; begin + length <= words.size(); ++begin) {
            const auto& from = sums[begin];
            const auto& to = sums[begin + length];
            for (std::size_t i = 0; i < width; ++i) run[i] = to[i] - from[i];
            out.push_back(quantized(run));
        }
    }
    return out;
}

}  // namespace headway::vectors

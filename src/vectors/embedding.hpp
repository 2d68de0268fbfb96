// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/table_file.hpp"
#include "vectors/vector.hpp"

namespace headway::vectors {

/// The static embedding model: a vector for each feature of a word (features.hpp), read in place from a
/// mapped file (docs/formats/link-model.md). Immutable, safe to share between threads.
class Embedding {
  public:
    /// Fails with not_found, or invalid when the file is no model of this width.
    [[nodiscard]] static Result<Embedding> open(const std::string& path);

    /// The vector of a text: Σ √count · vector over its features, brought to length one.
    [[nodiscard]] Vector embed(std::span<const std::string> words) const;

    /// Vectors of every run of `lengths` neighbouring words, in order of length, then place. Here a feature
    /// counts as often as it stands there, so that a run is the difference of two sums. Texts shorter than a
    /// length have no run of it.
    [[nodiscard]] std::vector<Vector> embed_runs(std::span<const std::string> words,
                                                 std::span<const std::size_t> lengths) const;

    [[nodiscard]] std::uint64_t checksum() const { return file_.content_checksum(); }

  private:
    explicit Embedding(TableFile file) : file_(std::move(file)) {}
    [[nodiscard]] Result<void> load(const std::string& path);
    [[nodiscard]] std::optional<std::size_t> find(std::uint64_t feature) const;
    void add(std::size_t row, float weight, std::span<float, width> sum) const;

    TableFile file_;
    std::span<const std::uint64_t> features_;  ///< Hashes, ascending.
    std::span<const float> scales_;
    std::span<const Row> rows_;
};

inline constexpr std::string_view embedding_magic{"HWEMB1\n\0", 8};
inline constexpr std::uint32_t embedding_version = 1;

}  // namespace headway::vectors

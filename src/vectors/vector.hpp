// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace headway::vectors {

/// Components of every vector; the model file must have as many.
inline constexpr std::size_t width = 192;

/// A vector of length one in eight bits: component i is `values[i] * scale`, each value within ±127. A text
/// without known words has the zero vector, whose scale is 0.
struct alignas(32) Vector {
    std::array<std::int8_t, width> values{};
    float scale = 0;
};

/// One row of a table of vectors, whose scale stands in a table of its own.
using Row = std::array<std::int8_t, width>;

/// Brings a vector of any length to length one, in eight bits.
[[nodiscard]] Vector quantized(std::span<const float, width> vector);

/// Σ a[i] · b[i], exact. Values must be within ±127. Uses AVX2 where the processor has it.
[[nodiscard]] std::int32_t dot(const std::int8_t* a, const std::int8_t* b);

/// The same without special instructions; for processors that lack them, and as the measure in tests.
[[nodiscard]] std::int32_t portable_dot(const std::int8_t* a, const std::int8_t* b);

/// Writes the cosine of `query` with each row: out[i] for rows[i], whose scale is scales[i].
void cosines(const Vector& query, std::span<const Row> rows, std::span<const float> scales,
             std::span<float> out);

/// Cosine of two vectors, −1 to 1.
[[nodiscard]] float cosine(const Vector& a, const Vector& b);

/// The greatest cosine of any query with the row, and which query has it (the first of equals). −1 and 0 when
/// there is no query.
struct Best {
    float cosine = -1;
    std::size_t query = 0;
};
[[nodiscard]] Best best_cosine(std::span<const Vector> queries, const Row& row, float scale);

}  // namespace headway::vectors

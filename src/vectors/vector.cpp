// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors/vector.hpp"

#include <algorithm>
#include <cmath>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace headway::vectors {

std::int32_t portable_dot(const std::int8_t* a, const std::int8_t* b) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < width; ++i) sum += std::int32_t{a[i]} * b[i];
    return sum;
}

namespace {

using Dot = std::int32_t (*)(const std::int8_t*, const std::int8_t*);

#if defined(__x86_64__)
static_assert(width % 32 == 0);

/// |a| times b with a's sign: pairs of products add up to at most 2 · 127² = 32 258 and fit sixteen bits.
__attribute__((target("avx2"))) std::int32_t avx2_dot(const std::int8_t* a, const std::int8_t* b) {
    const __m256i ones = _mm256_set1_epi16(1);
    __m256i sum = _mm256_setzero_si256();
    for (std::size_t i = 0; i < width; i += 32) {
        const __m256i x = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(a + i));
        const __m256i y = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(b + i));
        const __m256i pairs = _mm256_maddubs_epi16(_mm256_abs_epi8(x), _mm256_sign_epi8(y, x));
        sum = _mm256_add_epi32(sum, _mm256_madd_epi16(pairs, ones));
    }
    __m128i half = _mm_add_epi32(_mm256_castsi256_si128(sum), _mm256_extracti128_si256(sum, 1));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0x4E));
    half = _mm_add_epi32(half, _mm_shuffle_epi32(half, 0xB1));
    return _mm_cvtsi128_si32(half);
}

Dot best_dot() {
    __builtin_cpu_init();
    return __builtin_cpu_supports("avx2") != 0 ? avx2_dot : portable_dot;
}
#else
Dot best_dot() {
    return portable_dot;
}
#endif

Dot chosen_dot() {
    static const Dot chosen = best_dot();
    return chosen;
}

}  // namespace

std::int32_t dot(const std::int8_t* a, const std::int8_t* b) {
    return chosen_dot()(a, b);
}

Vector quantized(std::span<const float, width> vector) {
    double square = 0;
    float largest = 0;
    for (const float x : vector) {
        square += double{x} * x;
        largest = std::max(largest, std::abs(x));
    }
    Vector out;
    if (largest == 0) return out;
    const float step = largest / 127.0F;
    const float steps = 127.0F / largest;
    for (std::size_t i = 0; i < width; ++i) {
        const float x = vector[i] * steps;  // within ±127 but for rounding
        const float rounded = std::clamp(x + (x < 0 ? -0.5F : 0.5F), -127.0F, 127.0F);
        out.values[i] = static_cast<std::int8_t>(rounded);
    }
    out.scale = static_cast<float>(step / std::sqrt(square));
    return out;
}

void cosines(const Vector& query, std::span<const Row> rows, std::span<const float> scales,
             std::span<float> out) {
    const Dot multiply = chosen_dot();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        out[i] = static_cast<float>(multiply(query.values.data(), rows[i].data())) * query.scale * scales[i];
    }
}

float cosine(const Vector& a, const Vector& b) {
    return static_cast<float>(dot(a.values.data(), b.values.data())) * a.scale * b.scale;
}

Best best_cosine(std::span<const Vector> queries, const Row& row, float scale) {
    const Dot multiply = chosen_dot();
    Best best;
    for (std::size_t i = 0; i < queries.size(); ++i) {
        const float c =
            static_cast<float>(multiply(queries[i].values.data(), row.data())) * queries[i].scale * scale;
        if (c > best.cosine) best = {c, i};
    }
    return best;
}

}  // namespace headway::vectors

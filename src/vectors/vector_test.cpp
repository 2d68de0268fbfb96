// SPDX-License-Identifier: GPL-3.0-or-later
#include "vectors/vector.hpp"

#include <algorithm>
#include <cmath>
#include <gtest/gtest.h>
#include <random>
#include <vector>

namespace headway::vectors {
namespace {

Row random_row(std::mt19937& random) {
    std::uniform_int_distribution<int> any(-127, 127);
    Row out;
    for (std::int8_t& v : out) v = static_cast<std::int8_t>(any(random));
    return out;
}

TEST(Dot, IsExactOnAnyProcessor) {
    std::mt19937 random(7);
    for (int i = 0; i < 200; ++i) {
        const Row a = random_row(random);
        const Row b = random_row(random);
        ASSERT_EQ(dot(a.data(), b.data()), portable_dot(a.data(), b.data()));
    }
}

TEST(Dot, DoesNotOverflowAtTheEnds) {
    Row high;
    Row low;
    high.fill(127);
    low.fill(-127);
    EXPECT_EQ(dot(high.data(), high.data()), 127 * 127 * static_cast<int>(width));
    EXPECT_EQ(dot(high.data(), low.data()), -127 * 127 * static_cast<int>(width));
    EXPECT_EQ(dot(low.data(), low.data()), 127 * 127 * static_cast<int>(width));
}

TEST(Quantized, HasLengthOneAndTheSameDirection) {
    std::mt19937 random(3);
    std::normal_distribution<float> any;
    std::array<float, width> v{};
    double length = 0;
    for (float& x : v) {
        x = 40 * any(random);
        length += double{x} * x;
    }
    const Vector q = quantized(v);
    EXPECT_NEAR(cosine(q, q), 1, 0.01);
    for (std::size_t i = 0; i < width; ++i) {
        EXPECT_NEAR(static_cast<float>(q.values[i]) * q.scale, v[i] / std::sqrt(length), q.scale);
    }
}

TEST(Quantized, OfNothingIsNothing) {
    const Vector q = quantized(std::array<float, width>{});
    EXPECT_EQ(q.scale, 0);
    EXPECT_EQ(cosine(q, q), 0);
}

TEST(BestCosine, NamesTheNearestQuery) {
    std::array<float, width> x{};
    std::array<float, width> y{};
    x[0] = y[1] = 1;
    const std::vector<Vector> queries = {quantized(x), quantized(y)};
    const Vector wanted = quantized(y);
    const Best best = best_cosine(queries, wanted.values, wanted.scale);
    EXPECT_EQ(best.query, 1U);
    EXPECT_NEAR(best.cosine, 1, 1e-5);
    EXPECT_EQ(best_cosine({}, wanted.values, wanted.scale).cosine, -1);
}

}  // namespace
}  // namespace headway::vectors

// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/json.hpp"

#include <filesystem>
#include <gtest/gtest.h>
#include <limits>
#include <random>

#include "base/bytes.hpp"
#include "support/data_folder.hpp"

namespace headway::json {

struct Inner {
    double value = 0;
    std::vector<std::string> names;
};
BOOST_DESCRIBE_STRUCT(Inner, (), (value, names))

struct Outer {
    std::string class_;
    std::optional<std::int64_t> count;
    std::optional<Inner> inner;
    bool on = false;
    std::vector<Inner> list;
};
BOOST_DESCRIBE_STRUCT(Outer, (), (class_, count, inner, on, list))

struct Small {
    std::uint8_t byte = 0;
};
BOOST_DESCRIBE_STRUCT(Small, (), (byte))

struct Change {
    Patch<std::string> name;
    Patch<std::int64_t> count;
};
BOOST_DESCRIBE_STRUCT(Change, (), (name, count))

struct Nothing {};
BOOST_DESCRIBE_STRUCT(Nothing, (), ())

namespace {

template <class T>
std::string refusal(std::string_view text) {
    const auto value = from_json<T>(text);
    return value ? "accepted" : value.error().message();
}

constexpr std::string_view least = R"({"class": "x", "on": true, "list": []})";

TEST(Json, OptionalFieldsMayBeAbsentOrNull) {
    const auto absent = from_json<Outer>(least);
    ASSERT_TRUE(absent) << absent.error().message();
    EXPECT_FALSE(absent->count);
    EXPECT_FALSE(absent->inner);
    const auto null = from_json<Outer>(R"({"class":"x","count":null,"inner":null,"on":true,"list":[]})");
    ASSERT_TRUE(null);
    EXPECT_FALSE(null->count);
    EXPECT_EQ(to_json(*null), R"({"class":"x","count":null,"inner":null,"on":true,"list":[]})");
}

TEST(Json, APatchTellsAbsentFromNullFromAValue) {
    const auto change = from_json<Change>(R"({"name": null})");
    ASSERT_TRUE(change) << change.error().message();
    ASSERT_TRUE(change->name);
    EXPECT_FALSE(*change->name);
    EXPECT_FALSE(change->count);
    EXPECT_EQ(from_json<Change>(R"({"count": 3})")->count, std::optional<std::int64_t>(3));
    EXPECT_FALSE(from_json<Change>(R"({"count": "3"})"));
}

TEST(Json, OtherFieldsAreRequired) {
    EXPECT_EQ(refusal<Outer>(R"({"class":"x","list":[]})"), "on: field is missing");
    EXPECT_EQ(refusal<Outer>(R"({"class":"x","on":true,"list":[{"value":1}]})"),
              "list[0].names: field is missing");
}

TEST(Json, UnknownFieldsAreRefusedWithTheirPath) {
    EXPECT_EQ(refusal<Outer>(R"({"class":"x","on":true,"list":[],"colour":1})"), "colour: unknown field");
    EXPECT_EQ(refusal<Outer>(R"({"class":"x","on":true,"list":[],"inner":{"value":1,"names":[],"x":2}})"),
              "inner.x: unknown field");
    EXPECT_NE(refusal<Outer>(R"({"class_":"x","on":true,"list":[]})"), "accepted")
        << "the wire name is class";
}

TEST(Json, WrongTypesAreNamed) {
    EXPECT_EQ(refusal<Outer>("[]"), "the document: expected an object");
    EXPECT_EQ(refusal<Outer>(R"({"class":1,"on":true,"list":[]})"), "class: expected a string");
    EXPECT_EQ(refusal<Outer>(R"({"class":"x","on":1,"list":[]})"), "on: expected true or false");
    EXPECT_EQ(refusal<Outer>(R"({"class":"x","on":true,"list":{}})"), "list: expected a list");
    EXPECT_EQ(refusal<Outer>(R"({"class":"x","on":true,"list":[],"count":1.5})"),
              "count: expected a whole number in range");
    EXPECT_EQ(refusal<Outer>(R"({"class":"x","on":true,"list":[],"count":99999999999999999999})"),
              "count: expected a whole number in range");
    EXPECT_EQ(refusal<Small>(R"({"byte":256})"), "byte: expected a whole number in range");
    EXPECT_EQ(refusal<Small>(R"({"byte":-1})"), "byte: expected a whole number in range");
}

TEST(Json, DoublesReadBackTheSame) {
    EXPECT_EQ(to_json(0.85), "0.85");
    EXPECT_EQ(to_json(0.1 + 0.2), "0.30000000000000004");
    EXPECT_EQ(to_json(100.0), "100");
    EXPECT_EQ(to_json(-0.0), "-0");
    EXPECT_EQ(to_json(std::numeric_limits<double>::quiet_NaN()), "null");
    EXPECT_EQ(to_json(std::numeric_limits<double>::infinity()), "null");
    std::mt19937_64 random(1);
    for (int i = 0; i < 100000; ++i) {
        double value = std::bit_cast<double>(random());
        if (i % 2 == 0) value = static_cast<double>(random() >> 11U) * 0x1p-53 * 100;
        if (!std::isfinite(value)) continue;
        const std::string text = to_json(Inner{value, {}});
        const auto back = from_json<Inner>(text);
        ASSERT_TRUE(back) << text << ' ' << back.error().message();
        ASSERT_EQ(std::bit_cast<std::uint64_t>(back->value), std::bit_cast<std::uint64_t>(value)) << text;
    }
}

TEST(Json, NumbersAtTheEdgeOfDoubles) {
    EXPECT_EQ(from_json<Inner>(R"({"value":1e-400,"names":[]})").value().value, 0);
    EXPECT_EQ(from_json<Inner>(R"({"value":4.9e-324,"names":[]})").value().value, 4.9e-324);
    EXPECT_EQ(from_json<Inner>(R"({"value":1e22,"names":[]})").value().value, 1e22);
    EXPECT_NE(refusal<Inner>(R"({"value":1e400,"names":[]})"), "accepted");
}

TEST(Json, IntegersKeepSixtyFourBits) {
    for (const std::int64_t n :
         {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max()}) {
        const auto back = from_json<std::vector<std::int64_t>>(to_json(std::vector<std::int64_t>{n}));
        ASSERT_TRUE(back);
        EXPECT_EQ(back->at(0), n);
    }
}

TEST(Json, OutputIsAlwaysValidUtf8) {
    EXPECT_EQ(to_json(std::string("a\xFF"
                                  "b")),
              "\"a\xEF\xBF\xBD"
              "b\"");
    EXPECT_EQ(to_json(std::string("\xED\xA0\x80")), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    EXPECT_EQ(to_json(std::string("\"\\\n\t\r\x01\x7F\0", 8)), "\"\\\"\\\\\\n\\t\\r\\u0001\\u007f\\u0000\"");
    std::mt19937 random(2);
    for (int i = 0; i < 20000; ++i) {
        std::string s(random() % 12, ' ');
        for (char& c : s) c = static_cast<char>(random() % 4 == 0 ? random() % 256 : 0xC0 + random() % 64);
        ASSERT_TRUE(from_json<std::vector<std::string>>(to_json(std::vector<std::string>{s})));
    }
}

/// Strings are looked at eight bytes at a time: each byte at each place of such a group, and behind the last
/// one.
TEST(Json, EveryByteIsFoundAtEveryPlace) {
    for (int byte = 0; byte < 0x80; ++byte) {
        for (std::size_t at = 0; at < 20; ++at) {
            std::string text(20, 'x');
            text[at] = static_cast<char>(byte);
            const std::string written = to_json(text);
            const bool plain = byte >= 0x20 && byte < 0x7F && byte != '"' && byte != '\\';
            EXPECT_EQ(written.size() == 22, plain) << byte << " at " << at;
            const auto back = from_json<std::string>(written);
            ASSERT_TRUE(back) << byte << " at " << at;
            EXPECT_EQ(*back, text);
        }
    }
    for (std::size_t at = 0; at < 20; ++at) {
        std::string text(20, 'x');
        text.replace(at, 1, "é\xF0\x9F\x8C\x8D");
        EXPECT_EQ(to_json(text), '"' + text + '"');
    }
}

TEST(Json, InvalidUtf8IsRefusedOnInput) {
    EXPECT_NE(refusal<std::vector<std::string>>("[\"\xFF\"]"), "accepted");
    EXPECT_NE(refusal<std::vector<std::string>>("[\"\xC0\xAF\"]"), "accepted");
    EXPECT_NE(refusal<std::vector<std::string>>("[\"\\ud800\"]"), "accepted") << "half a surrogate pair";
}

TEST(Json, PrettyTextReadsBack) {
    Outer o;
    o.class_ = "x";
    o.inner = Inner{0.85, {"a", "b"}};
    const std::string text = to_json(o, Style::pretty);
    EXPECT_EQ(text.substr(0, 16), "{\n  \"class\": \"x\"");
    EXPECT_NE(text.find("\"list\": []"), std::string::npos);
    const auto back = from_json<Outer>(text);
    ASSERT_TRUE(back);
    EXPECT_EQ(to_json(*back), to_json(o));
}

TEST(Json, DepthIsLimited) {
    const auto nested = [](std::size_t n) { return std::string(n, '[') + std::string(n, ']'); };
    EXPECT_NE(refusal<std::vector<int>>(nested(65)).find("not valid JSON"), std::string::npos);
    EXPECT_NE(refusal<std::vector<int>>(nested(1000000)).find("not valid JSON"), std::string::npos);
    EXPECT_EQ(refusal<std::vector<int>>(nested(64)).find("not valid JSON"), std::string::npos)
        << "64 levels are JSON, only no list of numbers";
}

TEST(Json, TheConformanceCorpus) {
    HEADWAY_NEEDS_DATA("hostile/jsontestsuite");
    std::size_t accepted = 0;
    std::size_t refused = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(test::data_folder() + "/hostile/jsontestsuite")) {
        const std::string name = file.path().filename().string();
        if (file.path().extension() != ".json") continue;
        const std::string text = read_file(file.path().string(), 1U << 22U).value();
        const std::string verdict = refusal<Nothing>(text);
        const bool valid = verdict.find("not valid JSON") == std::string::npos;
        if (name.starts_with("y_")) EXPECT_TRUE(valid) << name << ": " << verdict;
        if (name.starts_with("n_")) EXPECT_FALSE(valid) << name;
        (valid ? accepted : refused) += 1;
    }
    EXPECT_GT(accepted, 90U);
    EXPECT_GT(refused, 180U);
}

}  // namespace
}  // namespace headway::json

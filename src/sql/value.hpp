// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/clock.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "sql/row_sink.hpp"

namespace headway::sql {

/// Bytes that are no text.
struct Bytes {
    std::string value;
    friend bool operator==(const Bytes&, const Bytes&) = default;
};

/// A parameter or a cell. Text is valid UTF-8 without NUL.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, Bytes>;

[[nodiscard]] Value copy_of(const Cell& cell);

/// How a C++ type travels. Specialise for types of your own: `static Value to_value(const T&)`, and
/// `static bool read(const Cell&, T&)`, false for a cell that is not what `expected` says.
template <class T>
struct Column;

template <>
struct Column<bool> {
    static constexpr std::string_view expected = "true or false";
    static Value to_value(bool v) { return v; }
    /// SQLite stores 0 and 1.
    static bool read(const Cell& c, bool& out) {
        const bool truth = c.kind == Cell::Kind::boolean || c.kind == Cell::Kind::integer;
        if (!truth || (c.integer != 0 && c.integer != 1)) return false;
        out = c.integer == 1;
        return true;
    }
};

template <std::integral T>
    requires(!std::same_as<T, bool>)
struct Column<T> {
    static constexpr std::string_view expected = "a whole number in range";
    static Value to_value(T v) { return static_cast<std::int64_t>(v); }
    static bool read(const Cell& c, T& out) {
        if (c.kind != Cell::Kind::integer || !std::in_range<T>(c.integer)) return false;
        out = static_cast<T>(c.integer);
        return true;
    }
};

template <>
struct Column<double> {
    static constexpr std::string_view expected = "a number";
    static Value to_value(double v) { return v; }
    static bool read(const Cell& c, double& out) {
        if (c.kind != Cell::Kind::real && c.kind != Cell::Kind::integer) return false;
        out = c.kind == Cell::Kind::real ? c.real : static_cast<double>(c.integer);
        return true;
    }
};

template <>
struct Column<std::string> {
    static constexpr std::string_view expected = "text";
    static Value to_value(std::string v) { return v; }
    static bool read(const Cell& c, std::string& out) {
        if (c.kind != Cell::Kind::text) return false;
        out.assign(c.text);
        return true;
    }
};

template <>
struct Column<std::string_view> {
    static Value to_value(std::string_view v) { return std::string(v); }
};

template <>
struct Column<Bytes> {
    static constexpr std::string_view expected = "bytes";
    static Value to_value(Bytes v) { return v; }
    static bool read(const Cell& c, Bytes& out) {
        if (c.kind != Cell::Kind::bytes) return false;
        out.value.assign(c.text);
        return true;
    }
};

template <class Kind>
struct Column<Id<Kind>> {
    static constexpr std::string_view expected = Column<std::string>::expected;
    static Value to_value(const Id<Kind>& v) { return v.value; }
    static bool read(const Cell& c, Id<Kind>& out) { return Column<std::string>::read(c, out.value); }
};

template <>
struct Column<Timestamp> {
    static constexpr std::string_view expected = "microseconds";
    static Value to_value(Timestamp v) { return v.micros; }
    static bool read(const Cell& c, Timestamp& out) { return Column<std::int64_t>::read(c, out.micros); }
};

template <>
struct Column<Date> {
    static constexpr std::string_view expected = "a day";
    static Value to_value(Date v) { return to_string(v); }
    static bool read(const Cell& c, Date& out) {
        if (c.kind != Cell::Kind::text) return false;
        const auto day = parse_date(c.text);
        if (day) out = *day;
        return day.has_value();
    }
};

template <class T>
struct Column<std::optional<T>> {
    static constexpr std::string_view expected = Column<T>::expected;
    static Value to_value(const std::optional<T>& v) { return v ? Column<T>::to_value(*v) : Value(); }
    static bool read(const Cell& c, std::optional<T>& out) {
        out.reset();
        return c.kind == Cell::Kind::null || Column<T>::read(c, out.emplace());
    }
};

template <class T>
[[nodiscard]] Value to_value(const T& v) {
    if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        return std::string(std::string_view(v));
    } else {
        return Column<T>::to_value(v);
    }
}

}  // namespace headway::sql

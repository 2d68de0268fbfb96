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

namespace headway::sql {

/// Bytes that are no text.
struct Bytes {
    std::string value;
    friend bool operator==(const Bytes&, const Bytes&) = default;
};

/// A parameter or a cell. Text is valid UTF-8 without NUL.
using Value = std::variant<std::monostate, bool, std::int64_t, double, std::string, Bytes>;

/// How a C++ type travels. Specialise for types of your own: `static Value to_value(const T&)` and
/// `static Result<T> from_value(Value&&)`, whose error names what was expected.
template <class T>
struct Column;

namespace detail {
[[nodiscard]] std::unexpected<Error> unexpected_type(std::string_view expected);
}

template <>
struct Column<bool> {
    static Value to_value(bool v) { return v; }
    /// SQLite stores 0 and 1.
    static Result<bool> from_value(Value&& v) {
        if (const auto* b = std::get_if<bool>(&v)) return *b;
        if (const auto* i = std::get_if<std::int64_t>(&v); i != nullptr && (*i == 0 || *i == 1))
            return *i == 1;
        return detail::unexpected_type("true or false");
    }
};

template <std::integral T>
    requires(!std::same_as<T, bool>)
struct Column<T> {
    static Value to_value(T v) { return static_cast<std::int64_t>(v); }
    static Result<T> from_value(Value&& v) {
        const auto* i = std::get_if<std::int64_t>(&v);
        if (i == nullptr || !std::in_range<T>(*i)) return detail::unexpected_type("a whole number in range");
        return static_cast<T>(*i);
    }
};

template <>
struct Column<double> {
    static Value to_value(double v) { return v; }
    static Result<double> from_value(Value&& v) {
        if (const auto* d = std::get_if<double>(&v)) return *d;
        if (const auto* i = std::get_if<std::int64_t>(&v)) return static_cast<double>(*i);
        return detail::unexpected_type("a number");
    }
};

template <>
struct Column<std::string> {
    static Value to_value(std::string v) { return v; }
    static Result<std::string> from_value(Value&& v) {
        if (auto* s = std::get_if<std::string>(&v)) return std::move(*s);
        return detail::unexpected_type("text");
    }
};

template <>
struct Column<std::string_view> {
    static Value to_value(std::string_view v) { return std::string(v); }
};

template <>
struct Column<Bytes> {
    static Value to_value(Bytes v) { return v; }
    static Result<Bytes> from_value(Value&& v) {
        if (auto* b = std::get_if<Bytes>(&v)) return std::move(*b);
        return detail::unexpected_type("bytes");
    }
};

template <class Kind>
struct Column<Id<Kind>> {
    static Value to_value(const Id<Kind>& v) { return v.value; }
    static Result<Id<Kind>> from_value(Value&& v) {
        auto text = Column<std::string>::from_value(std::move(v));
        if (!text) return pass_on(text);
        return Id<Kind>{std::move(*text)};
    }
};

template <>
struct Column<Timestamp> {
    static Value to_value(Timestamp v) { return v.micros; }
    static Result<Timestamp> from_value(Value&& v) {
        const auto* i = std::get_if<std::int64_t>(&v);
        if (i == nullptr) return detail::unexpected_type("microseconds");
        return Timestamp{*i};
    }
};

template <>
struct Column<Date> {
    static Value to_value(Date v) { return to_string(v); }
    static Result<Date> from_value(Value&& v) {
        const auto* s = std::get_if<std::string>(&v);
        if (s == nullptr) return detail::unexpected_type("a day");
        return parse_date(*s);
    }
};

template <class T>
struct Column<std::optional<T>> {
    static Value to_value(const std::optional<T>& v) { return v ? Column<T>::to_value(*v) : Value(); }
    static Result<std::optional<T>> from_value(Value&& v) {
        if (std::holds_alternative<std::monostate>(v)) return std::nullopt;
        auto inner = Column<T>::from_value(std::move(v));
        if (!inner) return std::unexpected(std::move(inner.error()));
        return std::optional<T>(std::move(*inner));
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

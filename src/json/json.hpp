// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <boost/json.hpp>
#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/result.hpp"
#include "json/parse.hpp"
#include "json/writer.hpp"

/// Plain structs to JSON text and back. A wire struct lists its fields once, with BOOST_DESCRIBE_STRUCT; a
/// member whose name ends in '_' loses it on the wire (`class_` → "class"). std::optional is written as null
/// when empty and may be absent on input; every other field is required. Fields that the struct does not have
/// are refused.
namespace headway::json {

/// A field of a change: absent leaves things as they are, null takes the value away, a value sets it.
template <class T>
using Patch = std::optional<std::optional<T>>;

template <class T>
inline constexpr bool is_patch = false;
template <class T>
inline constexpr bool is_patch<Patch<T>> = true;

template <class T>
concept Described = boost::describe::has_describe_members<T>::value && std::is_class_v<T>;

/// The wire name of a member.
[[nodiscard]] inline std::string_view wire_name(std::string_view member) {
    if (member.ends_with('_')) member.remove_suffix(1);
    return member;
}

template <class T>
void write(Writer& w, const T& value) {
    if constexpr (std::is_same_v<T, bool>) {
        w.boolean(value);
    } else if constexpr (std::is_floating_point_v<T>) {
        w.number(static_cast<double>(value));
    } else if constexpr (std::is_integral_v<T>) {
        w.integer(static_cast<std::int64_t>(value));
    } else if constexpr (std::is_convertible_v<const T&, std::string_view>) {
        w.string(value);
    } else if constexpr (requires {
                             value.has_value();
                             *value;
                         }) {
        if (value.has_value()) {
            write(w, *value);
        } else {
            w.null();
        }
    } else if constexpr (Described<T>) {
        w.open('{');
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto d) {
                w.plain_key(wire_name(d.name));
                write(w, value.*d.pointer);
            });
        w.close('}');
    } else {
        w.open('[');
        for (const auto& item : value) write(w, item);
        w.close(']');
    }
}

/// JSON text of `value`: UTF-8 (invalid bytes become U+FFFD), numbers in the shortest form that reads back
/// the same, NaN and infinities as null. Pretty text has two spaces of indent and no final newline.
enum class Style : std::uint8_t { compact, pretty };
template <class T>
[[nodiscard]] std::string to_json(const T& value, Style style = Style::compact) {
    Writer w(style == Style::pretty);
    write(w, value);
    return w.take();
}

namespace detail {

[[nodiscard]] inline std::unexpected<Error> mismatch(const std::string& path, std::string_view expected) {
    return fail(ErrorCode::invalid, "expected " + std::string(expected),
                path.empty() ? "the document" : path);
}

template <class T>
Result<void> read(const boost::json::value& v, T& out, const std::string& path);

template <Described T>
Result<void> read_object(const boost::json::value& v, T& out, const std::string& path) {
    const auto* object = v.if_object();
    if (object == nullptr) return mismatch(path, "an object");
    Result<void> result;
    std::size_t used = 0;
    boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto d) {
        if (!result) return;
        const std::string_view name = wire_name(d.name);
        auto& member = out.*d.pointer;
        using Member = std::remove_reference_t<decltype(member)>;
        const auto found = object->find(name);
        const std::string inner = path.empty() ? std::string(name) : path + "." + std::string(name);
        if (found == object->end()) {
            if constexpr (!requires { member.has_value(); }) {
                result = fail(ErrorCode::invalid, "field is missing", inner);
            }
            return;
        }
        ++used;
        result = read<Member>(found->value(), member, inner);
    });
    if (!result || used == object->size()) return result;
    for (const auto& [key, unused] : *object) {
        bool known = false;
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto d) { known = known || wire_name(d.name) == std::string_view(key); });
        if (!known) {
            const std::string name(key);
            return fail(ErrorCode::invalid, "unknown field", path.empty() ? name : path + "." + name);
        }
    }
    return result;
}

template <class T>
Result<void> read(const boost::json::value& v, T& out, const std::string& path) {
    if constexpr (std::is_same_v<T, bool>) {
        if (!v.is_bool()) return mismatch(path, "true or false");
        out = v.get_bool();
    } else if constexpr (std::is_floating_point_v<T>) {
        if (!v.is_number()) return mismatch(path, "a number");
        out = v.to_number<T>();
    } else if constexpr (std::is_integral_v<T>) {
        boost::system::error_code e;
        const T number = v.to_number<T>(e);
        if (e) return mismatch(path, "a whole number in range");
        out = number;
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (!v.is_string()) return mismatch(path, "a string");
        out = std::string(v.get_string());
    } else if constexpr (requires {
                             out.has_value();
                             *out;
                         }) {
        if constexpr (is_patch<T>) return read(v, out.emplace(), path);
        if (v.is_null()) {
            out.reset();
            return {};
        }
        return read(v, out.emplace(), path);
    } else if constexpr (Described<T>) {
        return read_object(v, out, path);
    } else {
        const auto* array = v.if_array();
        if (array == nullptr) return mismatch(path, "a list");
        out.clear();
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (auto r = read((*array)[i], out.emplace_back(), path + "[" + std::to_string(i) + "]"); !r)
                return r;
        }
    }
    return {};
}

}  // namespace detail

/// Parses strictly (RFC 8259, at most 64 levels deep). The error's `where` is the path of the field.
template <class T>
[[nodiscard]] Result<T> from_json(std::string_view json_text) {
    const auto value = parse(json_text);
    if (!value) return std::unexpected(value.error());
    T out{};
    if (auto r = detail::read(*value, out, ""); !r) return std::unexpected(r.error());
    return out;
}

}  // namespace headway::json

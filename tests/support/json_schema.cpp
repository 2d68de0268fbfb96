// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/json_schema.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>
#include <map>
#include <regex>
#include <stdexcept>
#include <string_view>

namespace headway::test {
namespace {

namespace bj = boost::json;
using Problems = std::vector<std::string>;

bool has_type(const bj::value& value, std::string_view type) {
    if (type == "object") return value.is_object();
    if (type == "array") return value.is_array();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_bool();
    if (type == "null") return value.is_null();
    if (type == "number") return value.is_number();
    if (type == "integer") {
        return value.is_int64() || value.is_uint64() ||
               (value.is_double() && std::trunc(value.get_double()) == value.get_double());
    }
    throw std::runtime_error("schema: unknown type " + std::string(type));
}

std::size_t code_points(std::string_view s) {
    return static_cast<std::size_t>(
        std::ranges::count_if(s, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

class Validator {
  public:
    explicit Validator(const bj::value& root) : root_(root) {}

    Problems check(const bj::value& schema, const bj::value& value, const std::string& path) const {
        if (schema.is_bool()) return schema.get_bool() ? Problems{} : Problems{path + ": not allowed"};
        Problems out;
        for (const auto& [keyword, rule] : schema.as_object()) {
            const auto checker = checkers().find(keyword);
            if (checker == checkers().end()) {
                throw std::runtime_error("schema: keyword not understood: " + std::string(keyword));
            }
            if (checker->second) checker->second(*this, {schema.get_object(), rule, value, path, out});
        }
        return out;
    }

  private:
    struct Place {
        const bj::object& schema;
        const bj::value& rule;
        const bj::value& value;
        const std::string& path;
        Problems& out;
        void problem(const std::string& what) const { out.push_back(path + ": " + what); }
    };
    using Checker = std::function<void(const Validator&, const Place&)>;

    static const std::map<std::string_view, Checker>& checkers() {
        static const std::map<std::string_view, Checker> all = {
            {"$schema", nullptr},
            {"$id", nullptr},
            {"$defs", nullptr},
            {"$comment", nullptr},
            {"title", nullptr},
            {"description", nullptr},
            {"examples", nullptr},
            {"default", nullptr},
            {"format", nullptr},
            {"type", &Validator::type},
            {"properties", &Validator::properties},
            {"required", &Validator::required},
            {"additionalProperties", &Validator::additional},
            {"items", &Validator::items},
            {"enum", &Validator::one_of_values},
            {"const",
             [](const Validator&, const Place& p) {
                 if (p.rule != p.value) p.problem("another constant");
             }},
            {"minimum",
             [](const Validator&, const Place& p) { bound(p, std::greater_equal<>(), "too small"); }},
            {"maximum", [](const Validator&, const Place& p) { bound(p, std::less_equal<>(), "too large"); }},
            {"exclusiveMinimum",
             [](const Validator&, const Place& p) { bound(p, std::greater<>(), "too small"); }},
            {"exclusiveMaximum",
             [](const Validator&, const Place& p) { bound(p, std::less<>(), "too large"); }},
            {"minItems",
             [](const Validator&, const Place& p) {
                 if (p.value.is_array() && p.value.get_array().size() < p.rule.to_number<std::size_t>())
                     p.problem("too few");
             }},
            {"maxItems",
             [](const Validator&, const Place& p) {
                 if (p.value.is_array() && p.value.get_array().size() > p.rule.to_number<std::size_t>())
                     p.problem("too many");
             }},
            {"minLength",
             [](const Validator&, const Place& p) {
                 if (p.value.is_string() &&
                     code_points(p.value.get_string()) < p.rule.to_number<std::size_t>())
                     p.problem("too short");
             }},
            {"maxLength",
             [](const Validator&, const Place& p) {
                 if (p.value.is_string() &&
                     code_points(p.value.get_string()) > p.rule.to_number<std::size_t>())
                     p.problem("too long");
             }},
            {"minProperties",
             [](const Validator&, const Place& p) {
                 if (p.value.is_object() && p.value.get_object().size() < p.rule.to_number<std::size_t>())
                     p.problem("too few members");
             }},
            {"uniqueItems",
             [](const Validator&, const Place& p) {
                 if (!p.value.is_array()) return;
                 const auto& all = p.value.get_array();
                 for (auto i = all.begin(); i != all.end(); ++i) {
                     if (std::find(all.begin(), i, *i) != i) p.problem("the same item twice");
                 }
             }},
            {"pattern", &Validator::pattern},
            {"$ref", &Validator::reference},
            {"anyOf",
             [](const Validator& v, const Place& p) {
                 if (v.fitting(p) == 0) p.problem("fits none of anyOf");
             }},
            {"oneOf",
             [](const Validator& v, const Place& p) {
                 if (v.fitting(p) != 1) p.problem("does not fit exactly one of oneOf");
             }},
            {"allOf",
             [](const Validator& v, const Place& p) {
                 if (v.fitting(p) != p.rule.as_array().size()) p.problem("does not fit all of allOf");
             }},
        };
        return all;
    }

    template <class Compare>
    static void bound(const Place& p, Compare compare, const char* what) {
        if (p.value.is_number() && !compare(p.value.to_number<double>(), p.rule.to_number<double>()))
            p.problem(what);
    }

    std::size_t fitting(const Place& p) const {
        return static_cast<std::size_t>(std::ranges::count_if(
            p.rule.as_array(), [&](const bj::value& s) { return check(s, p.value, p.path).empty(); }));
    }

    void inner(const Place& p, const bj::value& schema, const bj::value& value,
               const std::string& path) const {
        Problems found = check(schema, value, path);
        std::ranges::move(found, std::back_inserter(p.out));
    }

    void type(const Place& p) const {
        const bool fits = p.rule.is_string()
                              ? has_type(p.value, p.rule.get_string())
                              : std::ranges::any_of(p.rule.as_array(), [&](const bj::value& t) {
                                    return has_type(p.value, t.as_string());
                                });
        if (!fits) p.problem("is not of type " + bj::serialize(p.rule));
    }
    void properties(const Place& p) const {
        if (!p.value.is_object()) return;
        for (const auto& [name, schema] : p.rule.as_object()) {
            if (const auto* member = p.value.get_object().if_contains(name)) {
                inner(p, schema, *member, p.path + "." + std::string(name));
            }
        }
    }
    void required(const Place& p) const {
        if (!p.value.is_object()) return;
        for (const auto& name : p.rule.as_array()) {
            if (!p.value.get_object().contains(name.as_string())) {
                p.problem(std::string(name.as_string()) + " is missing");
            }
        }
    }
    void additional(const Place& p) const {
        if (!p.value.is_object()) return;
        const auto* listed = p.schema.if_contains("properties");
        for (const auto& [name, member] : p.value.get_object()) {
            if (listed != nullptr && listed->as_object().contains(name)) continue;
            inner(p, p.rule, member, p.path + "." + std::string(name));
        }
    }
    void items(const Place& p) const {
        if (!p.value.is_array()) return;
        for (std::size_t i = 0; i < p.value.get_array().size(); ++i) {
            inner(p, p.rule, p.value.get_array()[i], p.path + "[" + std::to_string(i) + "]");
        }
    }
    void one_of_values(const Place& p) const {
        if (std::ranges::find(p.rule.as_array(), p.value) == p.rule.as_array().end()) {
            p.problem(bj::serialize(p.value) + " is not in the enum");
        }
    }
    void pattern(const Place& p) const {
        if (!p.value.is_string()) return;
        const std::string text(p.value.get_string());
        if (!std::regex_search(text, std::regex(std::string(p.rule.as_string())))) {
            p.problem("\"" + text + "\" does not match the pattern");
        }
    }
    void reference(const Place& p) const {
        constexpr std::string_view defs = "#/$defs/";
        const std::string_view target = p.rule.as_string();
        if (!target.starts_with(defs)) throw std::runtime_error("schema: $ref to " + std::string(target));
        inner(p, root_.at("$defs").at(target.substr(defs.size())), p.value, p.path);
    }

    const bj::value& root_;
};

}  // namespace

std::vector<std::string> schema_problems(const bj::value& schema, const bj::value& value) {
    return Validator(schema).check(schema, value, "$");
}

std::vector<std::string> schema_problems(const bj::value& root, const bj::value& schema,
                                         const bj::value& value) {
    return Validator(root).check(schema, value, "$");
}

bj::value read_json(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    return bj::parse(std::string(std::istreambuf_iterator<char>(in), {}));
}

}  // namespace headway::test

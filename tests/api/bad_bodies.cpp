// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/bad_bodies.hpp"

#include <cmath>
#include <functional>

#include "support/json_schema.hpp"

namespace headway::test {
namespace {

namespace bj = boost::json;

/// Puts a part of a body in its place; the whole body.
using Place = std::function<bj::value(bj::value part)>;

class Breaker {
  public:
    Breaker(const bj::value& root, const bj::value& schema) : root_(root), schema_(schema) {}

    /// Breaks what stands at one place.
    void visit(const bj::value& schema, const bj::value& good, const std::string& field, const Place& put) {
        const bj::object& rules = resolved(schema);
        if (!field.empty()) {
            add(field + " is of another type", field, put(stranger(rules)));
            bounds(rules, good, field, put);
        }
        if (const auto* object = good.if_object()) members(rules, *object, put);
        if (const auto* array = good.if_array()) items(rules, *array, field, put);
    }
    std::vector<BadBody> out;

  private:
    /// The rules behind a reference, and of what may be null those for when it is not.
    [[nodiscard]] const bj::object& resolved(const bj::value& schema) const {
        const bj::object& object = schema.as_object();
        if (const auto* reference = object.if_contains("$ref")) {
            const std::string_view target = reference->as_string();
            return resolved(root_.at("$defs").at(target.substr(target.rfind('/') + 1)));
        }
        if (const auto* choices = object.if_contains("anyOf")) {
            for (const bj::value& choice : choices->as_array()) {
                const bj::object& rules = resolved(choice);
                const auto* type = rules.if_contains("type");
                if (type == nullptr || *type != bj::value("null")) return rules;
            }
        }
        return object;
    }
    static bool may_be(const bj::object& rules, std::string_view type) {
        const auto* listed = rules.if_contains("type");
        if (listed == nullptr) return false;
        if (listed->is_string()) return listed->get_string() == type;
        for (const bj::value& one : listed->as_array()) {
            if (one.as_string() == type) return true;
        }
        return false;
    }
    static bj::value stranger(const bj::object& rules) {
        if (may_be(rules, "object")) return "a text";
        return bj::object{{"of", "another type"}};
    }
    static bj::value number(double value) {
        if (std::trunc(value) == value) return static_cast<std::int64_t>(value);
        return value;
    }
    /// Kept when the contract really refuses it: a rule may have been relaxed elsewhere (anyOf).
    void add(std::string what, std::string field, bj::value body) {
        if (schema_problems(root_, schema_, body).empty()) return;
        out.push_back({std::move(what), std::move(field), std::move(body)});
    }
    void bounds(const bj::object& rules, const bj::value& good, const std::string& field, const Place& put) {
        if (const auto* most = rules.if_contains("maxLength"))
            add(field + " is too long", field,
                put(bj::value(std::string(most->to_number<std::size_t>() + 1, 'x'))));
        if (const auto* least = rules.if_contains("minLength"); least != nullptr && *least != bj::value(0))
            add(field + " is too short", field,
                put(bj::value(std::string(least->to_number<std::size_t>() - 1, 'x'))));
        if (rules.contains("enum")) add(field + " is none of the words", field, put("no such word"));
        if (const auto* most = rules.if_contains("maximum"))
            add(field + " is too large", field, put(number(most->to_number<double>() + 1)));
        if (const auto* least = rules.if_contains("minimum"))
            add(field + " is too small", field, put(number(least->to_number<double>() - 1)));
        const auto* array = good.if_array();
        if (const auto* most = rules.if_contains("maxItems"); most != nullptr && array && !array->empty())
            add(field + " has too many items", field,
                put(bj::array(most->to_number<std::size_t>() + 1, array->front())));
    }
    void members(const bj::object& rules, const bj::object& good, const Place& put) {
        const auto* properties = rules.if_contains("properties");
        if (properties == nullptr) return;
        bj::object more = good;
        more["no_such_field"] = 1;
        add("a field that is none", "no_such_field", put(more));
        if (const auto* required = rules.if_contains("required")) {
            for (const bj::value& name : required->as_array()) {
                bj::object less = good;
                less.erase(name.as_string());
                add(std::string(name.as_string()) + " is missing", std::string(name.as_string()), put(less));
            }
        }
        for (const auto& [name, schema] : properties->as_object()) {
            const auto* there = good.if_contains(name);
            visit(schema, there == nullptr ? bj::value() : *there, std::string(name),
                  [&good, &put, key = std::string(name)](bj::value part) {
                      bj::object changed = good;
                      changed[key] = std::move(part);
                      return put(std::move(changed));
                  });
        }
    }
    void items(const bj::object& rules, const bj::array& good, const std::string& field, const Place& put) {
        const auto* schema = rules.if_contains("items");
        if (schema == nullptr || good.empty()) return;
        visit(*schema, good.front(), field, [&good, &put](bj::value part) {
            bj::array changed = good;
            changed.front() = std::move(part);
            return put(std::move(changed));
        });
    }

    const bj::value& root_;
    const bj::value& schema_;
};

}  // namespace

std::vector<BadBody> bad_bodies(const bj::value& root, const bj::value& schema, const bj::value& good) {
    Breaker breaker(root, schema);
    breaker.visit(schema, good, {}, [](bj::value whole) { return whole; });
    return std::move(breaker.out);
}

}  // namespace headway::test

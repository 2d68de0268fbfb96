// SPDX-License-Identifier: GPL-3.0-or-later
#include "mcp/tool.hpp"

#include <algorithm>
#include <optional>

#include "mcp/json_text.hpp"

namespace headway::mcp {
namespace {

const char* type_of(ArgumentKind kind) {
    return kind == ArgumentKind::whole ? "integer" : kind == ArgumentKind::truth ? "boolean" : "string";
}

std::string schema_of(const Argument& a) {
    std::vector<std::string> words;
    for (const std::string& word : a.words) words.push_back(quoted(word));
    std::string out = "{" + quoted("type") + ":" + quoted(type_of(a.kind));
    if (a.kind == ArgumentKind::id) out += R"(,"format":"uuid")";
    if (a.kind == ArgumentKind::day) out += R"(,"format":"date")";
    if (!words.empty()) out += R"(,"enum":)" + list(words);
    return out + R"(,"description":)" + quoted(a.description) + "}";
}

std::string input_schema(const Tool& tool) {
    std::string properties;
    std::vector<std::string> required;
    for (const Argument& a : tool.arguments) {
        properties += (properties.empty() ? "" : ",") + quoted(a.name) + ":" + schema_of(a);
        if (a.required) required.push_back(quoted(a.name));
    }
    return object({{"type", quoted("object")},
                   {"properties", "{" + properties + "}"},
                   {"required", list(required)},
                   {"additionalProperties", truth(false)}});
}

/// {"notice": …, "data": …}: data is whatever the tool gives.
constexpr std::string_view output_schema =
    R"({"type":"object","properties":{"notice":{"type":"string"},"data":{"type":"object"}},)"
    R"("required":["notice","data"],"additionalProperties":false})";

const char* expected(ArgumentKind kind) {
    switch (kind) {
        case ArgumentKind::whole:
            return "expected a whole number";
        case ArgumentKind::truth:
            return "expected true or false";
        default:
            return "expected text";
    }
}

std::optional<std::string> text_of(const Argument& a, json::Node given) {
    if (a.kind == ArgumentKind::whole) {
        const auto number = given.whole();
        return number ? std::optional(std::to_string(*number)) : std::nullopt;
    }
    if (a.kind == ArgumentKind::truth) {
        const auto truth = given.truth();
        return truth ? std::optional<std::string>(*truth ? "true" : "false") : std::nullopt;
    }
    return given.text();
}

}  // namespace

std::string entry_of(const Tool& tool) {
    return object({{"name", quoted(tool.name)},
                   {"title", quoted(tool.title)},
                   {"description", quoted(tool.description)},
                   {"inputSchema", input_schema(tool)},
                   {"outputSchema", std::string(output_schema)},
                   {"annotations", object({{"title", quoted(tool.title)},
                                           {"readOnlyHint", truth(tool.reads)},
                                           {"destructiveHint", truth(false)},
                                           {"idempotentHint", truth(tool.reads)},
                                           {"openWorldHint", truth(false)}})}});
}

Result<std::vector<Value>> take_arguments(const Tool& tool, json::Node given) {
    if (!given.is_nothing() && !given.is_object())
        return fail(ErrorCode::invalid, "expected arguments by name", "arguments");
    for (const std::string& name : given.names()) {
        if (std::ranges::find(tool.arguments, name, &Argument::name) == tool.arguments.end())
            return fail(ErrorCode::invalid, "there is no such argument", name);
    }
    std::vector<Value> out;
    for (const Argument& a : tool.arguments) {
        const json::Node value = given[a.name];
        if (value.is_nothing()) {
            if (a.required) return fail(ErrorCode::invalid, "this is missing", a.name);
            continue;
        }
        auto text = text_of(a, value);
        if (!text) return fail(ErrorCode::invalid, expected(a.kind), a.name);
        if (!a.words.empty() && std::ranges::find(a.words, *text) == a.words.end())
            return fail(ErrorCode::invalid, "this is none of the words that it may be", a.name);
        out.push_back({a.name, std::move(*text), a.kind});
    }
    return out;
}

}  // namespace headway::mcp

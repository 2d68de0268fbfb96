// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/contract.hpp"

#include <stdexcept>
#include <yaml-cpp/yaml.h>

#include "support/json_schema.hpp"

namespace headway::test {
namespace {

namespace bj = boost::json;

/// Where schemas lie once the document is read: what the validator calls them.
std::string moved(std::string reference) {
    constexpr std::string_view schemas = "#/components/schemas/";
    if (reference.starts_with(schemas)) return "#/$defs/" + reference.substr(schemas.size());
    return reference;
}

bj::value scalar(const YAML::Node& node) {
    const std::string text = node.Scalar();
    if (node.Tag() == "!") return bj::value(text);  // quoted
    if (text == "true" || text == "false") return text == "true";
    if (text == "null" || text == "~" || text.empty()) return nullptr;
    std::int64_t whole = 0;
    if (YAML::convert<std::int64_t>::decode(node, whole) &&
        text.find_first_not_of("-0123456789") == std::string::npos)
        return whole;
    double number = 0;
    if (text.find_first_not_of("-+.0123456789eE") == std::string::npos &&
        YAML::convert<double>::decode(node, number))
        return number;
    return bj::value(text);
}

bj::value to_json(const YAML::Node& node) {
    if (node.IsSequence()) {
        bj::array out;
        for (const auto& item : node) out.push_back(to_json(item));
        return out;
    }
    if (node.IsMap()) {
        bj::object out;
        for (const auto& member : node) {
            const std::string key = member.first.Scalar();
            out[key] = key == "$ref" ? bj::value(moved(member.second.Scalar())) : to_json(member.second);
        }
        return out;
    }
    return node.IsNull() ? bj::value(nullptr) : scalar(node);
}

}  // namespace

const Contract& Contract::shared() {
    static const Contract contract;
    return contract;
}

Contract::Contract() : document_(to_json(YAML::LoadFile(HEADWAY_SOURCE_DIR "/contract/openapi.yaml"))) {
    document_.as_object()["$defs"] = document_.at("components").at("schemas");
    for (const auto& [path, methods] : document_.at("paths").as_object()) {
        for (const auto& [method, operation] : methods.as_object()) {
            if (method == "parameters") continue;
            std::string name(method);
            for (char& c : name) c = static_cast<char>(c - 'a' + 'A');
            operations_.emplace(name + " " + std::string(path),
                                std::string(operation.at("x-access").as_string()));
        }
    }
}

const bj::object& Contract::described(const std::string& operation) const {
    const std::size_t space = operation.find(' ');
    std::string method = operation.substr(0, space);
    for (char& c : method) c = static_cast<char>(c - 'A' + 'a');
    return document_.at("paths").at(operation.substr(space + 1)).at(method).as_object();
}

bj::value Contract::example_body(const std::string& operation) const {
    const auto* body = described(operation).if_contains("requestBody");
    if (body == nullptr) return nullptr;
    const auto* media = body->at("content").as_object().if_contains("application/json");
    return media == nullptr ? bj::value(nullptr) : media->at("example");
}

bj::value Contract::body_schema(const std::string& operation) const {
    const auto* body = described(operation).if_contains("requestBody");
    if (body == nullptr) return nullptr;
    const auto* media = body->at("content").as_object().if_contains("application/json");
    return media == nullptr ? bj::value(nullptr) : media->at("schema");
}

const bj::value& Contract::resolved(const bj::value& value) const {
    const auto* object = value.if_object();
    if (object == nullptr || !object->contains("$ref")) return value;
    const std::string_view target = object->at("$ref").as_string();
    constexpr std::string_view components = "#/components/";
    if (!target.starts_with(components)) return value;
    const std::string_view place = target.substr(components.size());
    const std::size_t slash = place.find('/');
    return document_.at("components").at(place.substr(0, slash)).at(place.substr(slash + 1));
}

bool Contract::takes_header(const std::string& operation, std::string_view name) const {
    const auto* parameters = described(operation).if_contains("parameters");
    if (parameters == nullptr) return false;
    for (const bj::value& one : parameters->as_array()) {
        const bj::object& parameter = resolved(one).as_object();
        if (parameter.at("in") == bj::value("header") && parameter.at("name") == bj::value(name)) return true;
    }
    return false;
}

std::vector<int> Contract::answers(const std::string& operation) const {
    std::vector<int> out;
    for (const auto& [status, unused] : described(operation).at("responses").as_object())
        out.push_back(std::stoi(std::string(status)));
    return out;
}

bool Contract::lists(const std::string& operation, int status) const {
    return described(operation).at("responses").as_object().contains(std::to_string(status));
}

std::vector<std::string> Contract::problems(const std::string& operation,
                                            const http::Response& response) const {
    const auto& listed = described(operation).at("responses").as_object();
    const std::string status = std::to_string(response.status);
    const auto found = listed.find(status);
    if (found == listed.end())
        return {operation + ": the contract has no answer " + status + ": " + std::string(response.text())};
    const auto& answer = resolved(found->value()).as_object();
    const auto type = response.header("Content-Type");
    if (!answer.contains("content")) {
        if (!response.text().empty()) return {operation + " " + status + ": expected no body"};
        return {};
    }
    if (!type) return {operation + " " + status + ": has no Content-Type"};
    const std::string media(type->substr(0, type->find(';')));
    const auto& content = answer.at("content").as_object();
    const auto schema = content.find(media);
    if (schema == content.end()) {
        if (content.contains("*/*")) return {};
        return {operation + " " + status + ": the contract has no " + media};
    }
    if (media.find("json") == std::string::npos) return {};
    bj::error_code error;
    const auto body = bj::parse(response.text(), error);
    if (error) return {operation + " " + status + ": the body is no JSON"};
    std::vector<std::string> out;
    for (const std::string& p : schema_problems(document_, schema->value().at("schema"), body))
        out.push_back(operation + " " + status + " " + p);
    return out;
}

std::vector<std::string> Contract::problems_of(const std::string& schema, const bj::value& value) const {
    return schema_problems(document_, bj::object{{"$ref", "#/$defs/" + schema}}, value);
}

}  // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/reply.hpp"

#include <cmath>

#include "json/tree.hpp"

namespace headway::llm {
namespace {

constexpr std::size_t longest_complaint = 200;

std::unexpected<Error> unreadable() {
    return fail(ErrorCode::unavailable, "the model's server sent something that cannot be read", {},
                "Try again, or check that its address is that of an OpenAI-compatible interface");
}

std::optional<Usage> usage_of(const json::Node& usage) {
    if (!usage.is_object()) return std::nullopt;
    return Usage{usage["prompt_tokens"].whole(), usage["completion_tokens"].whole()};
}

/// Servers name an error as {"error": {"message": …}}, {"error": "…"}, {"message": …} or {"detail": …}.
std::optional<std::string> complaint_of(const json::Node& root) {
    for (const json::Node& n : {root["error"]["message"], root["error"], root["message"], root["detail"]}) {
        if (auto text = n.text(); text && !text->empty()) return text;
    }
    return std::nullopt;
}

std::string one_line(std::string_view text) {
    std::string out;
    for (const char c : text.substr(0, longest_complaint))
        out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U)
        out.pop_back();  // half a letter
    if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0U) out.pop_back();
    return out;
}

}  // namespace

Result<Piece> read_piece(std::string_view data) {
    const auto tree = json::Tree::parse(data);
    if (!tree || !tree->root().is_object()) return unreadable();
    const json::Node root = tree->root();
    if (!root["error"].is_nothing())
        return fail(ErrorCode::unavailable, "the model's server broke off: " +
                                                one_line(complaint_of(root).value_or("no reason given")));
    const json::Node choice = root["choices"].item(0);
    Piece out;
    out.text = choice["delta"]["content"].text().value_or("");
    out.finish = choice["finish_reason"].text();
    out.usage = usage_of(root["usage"]);
    return out;
}

Result<ChatAnswer> read_answer(std::string_view body) {
    const auto tree = json::Tree::parse(body);
    if (!tree) return unreadable();
    const json::Node root = tree->root();
    const json::Node choice = root["choices"].item(0);
    const auto text = choice["message"]["content"].text();
    if (!text) return unreadable();
    return ChatAnswer{*text, choice["finish_reason"].text().value_or("stop"),
                      usage_of(root["usage"]).value_or(Usage())};
}

Result<std::vector<std::vector<float>>> read_embeddings(std::string_view body, std::size_t count) {
    const auto tree = json::Tree::parse(body);
    if (!tree || tree->root()["data"].size() != count) return unreadable();
    std::vector<std::vector<float>> out(count);
    for (std::size_t i = 0; i < count; ++i) {
        const json::Node entry = tree->root()["data"].item(i);
        const auto place = entry["index"].whole().value_or(static_cast<std::int64_t>(i));
        if (place < 0 || static_cast<std::size_t>(place) >= count) return unreadable();
        auto& vector = out[static_cast<std::size_t>(place)];
        const json::Node numbers = entry["embedding"];
        if (!vector.empty() || numbers.size() == 0) return unreadable();
        for (std::size_t k = 0; k < numbers.size(); ++k) {
            const auto value = numbers.item(k).number();
            if (!value || !std::isfinite(static_cast<float>(*value))) return unreadable();
            vector.push_back(static_cast<float>(*value));
        }
    }
    for (const auto& vector : out) {
        if (vector.size() != out.front().size()) return unreadable();
    }
    return out;
}

std::optional<bool> lists_model(std::string_view body, const std::string& model) {
    const auto tree = json::Tree::parse(body);
    if (!tree || !tree->root()["data"].is_list()) return std::nullopt;
    const json::Node models = tree->root()["data"];
    for (std::size_t i = 0; i < models.size(); ++i) {
        const auto id = models.item(i)["id"].text();
        if (id && (*id == model || *id == model + ":latest")) return true;
    }
    return false;
}

std::string read_complaint(std::string_view body) {
    const auto tree = json::Tree::parse(body);
    return tree ? one_line(complaint_of(tree->root()).value_or("")) : std::string();
}

std::string_view json_in(std::string_view text) {
    const std::size_t begin = text.find_first_of("{[");
    if (begin == std::string_view::npos) return text;
    const std::size_t end = text.find_last_of(text[begin] == '{' ? '}' : ']');
    if (end == std::string_view::npos || end < begin) return text;
    return text.substr(begin, end - begin + 1);
}

}  // namespace headway::llm

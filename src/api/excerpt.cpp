// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/excerpt.hpp"

#include <algorithm>
#include <cmark-gfm.h>
#include <cstdlib>
#include <memory>

#include "text/tokens.hpp"

namespace headway::api {
namespace {

constexpr std::size_t lead = 60;  ///< Bytes shown before a word that was searched for.
constexpr std::string_view ellipsis = "…";

struct FreeText {
    void operator()(char* text) const { std::free(text); }  // cmark's default allocator is malloc
};
struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};

bool begins_one(std::string_view word, const std::vector<std::string>& words) {
    return std::ranges::any_of(words, [&](const std::string& w) { return word.starts_with(w); });
}

bool inside_character(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

/// Where the excerpt begins: at a word a little before the first one that was searched for.
std::size_t begin_of(std::string_view text, const std::vector<std::string>& words, std::size_t most) {
    if (words.empty() || text.size() <= most) return 0;
    const auto tokens = text::tokenize(text);
    const auto hit = std::ranges::find_if(tokens, [&](const text::Token& t) {
        return begins_one(text::normal_form(text.substr(t.begin, t.end - t.begin)), words);
    });
    if (hit == tokens.end() || hit->begin <= lead) return 0;
    const auto first =
        std::ranges::find_if(tokens, [&](const text::Token& t) { return t.begin + lead >= hit->begin; });
    return first->begin;
}

std::size_t end_of(std::string_view text, std::size_t begin, std::size_t most) {
    if (text.size() - begin <= most) return text.size();
    std::size_t end = begin + most;
    while (inside_character(text, end)) --end;
    const std::size_t space = text.find_last_of(" \n\t", end);
    return space != std::string_view::npos && space > begin + most / 2 ? space : end;
}

}  // namespace

std::string excerpt_of(std::string_view text, const std::vector<std::string>& words, std::size_t most) {
    const std::size_t begin = begin_of(text, words, most);
    const std::size_t end = end_of(text, begin, most);
    std::string out;
    if (begin > 0) out += ellipsis;
    for (const char c : text.substr(begin, end - begin)) {
        const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!space) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (!out.empty() && out.back() == ' ') out.pop_back();
    if (end < text.size()) out += ellipsis;
    return out;
}

std::string plain_text(std::string_view markdown) {
    const std::unique_ptr<cmark_node, FreeNode> root(
        cmark_parse_document(markdown.data(), markdown.size(), CMARK_OPT_DEFAULT));
    const std::unique_ptr<char, FreeText> text(cmark_render_plaintext(root.get(), CMARK_OPT_DEFAULT, 0));
    std::string out = text.get();
    while (out.ends_with('\n')) out.pop_back();
    return out;
}

}  // namespace headway::api

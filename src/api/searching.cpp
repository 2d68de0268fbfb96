// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/searching.hpp"

#include "api/input.hpp"
#include "text/tokens.hpp"

namespace headway::api {
namespace {

constexpr std::size_t most_words = 12;

std::vector<std::string> normal_words(std::string_view text) {
    std::vector<std::string> out;
    for (const text::Token& t : text::tokenize(text))
        out.push_back(text::normal_form(text.substr(t.begin, t.end - t.begin)));
    return out;
}

}  // namespace

std::string search_words(std::initializer_list<std::string_view> texts) {
    std::string out;
    for (const std::string_view text : texts) {
        for (const std::string& word : normal_words(text)) out += " " + word;
    }
    return out;
}

Answer<std::vector<std::string>> searched_words(const Call& call) {
    const auto q = call.query_value("q");
    if (!q) return std::vector<std::string>();
    if (auto ok = check_text("q", *q, 1, 200); !ok) return pass_on(ok);
    auto out = normal_words(*q);
    if (out.empty())
        return std::unexpected(Error{ErrorCode::invalid, "expected words to search for", "q", {}});
    if (out.size() > most_words) out.resize(most_words);
    return out;
}

}  // namespace headway::api

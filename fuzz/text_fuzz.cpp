// SPDX-License-Identifier: GPL-3.0-or-later
// Words, lines, sentences, folded forms and distances of any bytes, valid UTF-8 or not.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/fuzzy.hpp"
#include "text/phrases.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace {

using namespace headway;

void require(bool condition) {
    if (!condition) std::abort();
}

/// Pieces lie inside the text, in order, without overlap.
template <class Pieces>
void check_order(const Pieces& pieces, std::size_t size) {
    std::uint32_t last = 0;
    for (const auto& piece : pieces) {
        require(piece.begin >= last && piece.begin < piece.end && piece.end <= size);
        last = piece.end;
    }
}

void check_phrases(std::string_view s, const std::vector<text::Token>& tokens) {
    text::PhraseIndexBuilder builder;
    const std::size_t cut = s.size() / 2;
    const bool has_phrase = builder.add(s.substr(0, std::min<std::size_t>(cut, 40))) != builder.npos;
    (void)builder.add("machine learning");
    builder.finish();
    require(builder.index().valid(builder.phrases()));
    (void)has_phrase;
    for (const auto& match : text::match_longest(builder.index(), tokens)) {
        require(match.length > 0 && match.first + match.length <= tokens.size());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view s(reinterpret_cast<const char*>(data), size);
    const auto tokens = text::tokenize(s);
    check_order(tokens, size);
    const auto lines = text::split_lines(s);
    check_order(lines, size);
    check_order(text::split_sentences(s, lines), size);
    require(text::first_invalid(text::make_valid(s)) == std::string_view::npos);
    require(text::first_invalid(text::fold(text::make_valid(s))) == std::string_view::npos);
    check_phrases(s, tokens);
    const text::EditDistance distance(s.substr(0, size / 2));
    require(distance.to(s.substr(size / 2), 3) <= 4);
    require(size > 128 || distance.to(s.substr(0, size / 2), 3) == 0);
    return 0;
}

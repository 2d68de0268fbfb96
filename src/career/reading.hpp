// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "career/cues.hpp"
#include "career/section.hpp"
#include "text/sentences.hpp"
#include "text/tokens.hpp"

namespace headway::career {

/// A text taken apart: tokens, lines, sentences, sections and cues, with the ways between them. Keeps a view
/// of the text, which must outlive it.
struct Reading {
    std::string_view text;
    DocumentKind kind = DocumentKind::resume;
    std::vector<text::Token> tokens;
    std::vector<text::Line> lines;
    std::vector<Section> line_sections;  ///< one a line
    std::vector<bool> line_headings;     ///< one a line: it only heads what follows
    std::vector<text::Sentence> sentences;
    std::vector<std::uint32_t> sentence_of;  ///< one a token; `no_sentence` for a bullet number and the like
    std::vector<std::uint32_t> first_token;  ///< one a sentence and one more: its tokens lie together
    std::vector<std::uint32_t> line_of;      ///< one a token
    std::vector<CueMatch> cues;
    std::vector<std::uint32_t> first_cue;  ///< one a sentence and one more: index into cues
    std::vector<bool> clause_begins;       ///< one a token: a clause begins with it

    static constexpr std::uint32_t no_sentence = 0xFFFFFFFFU;

    [[nodiscard]] Section section(std::uint32_t sentence) const {
        return line_sections[sentences[sentence].first_line];
    }
    [[nodiscard]] std::span<const CueMatch> cues_in(std::uint32_t sentence) const {
        return std::span(cues).subspan(first_cue[sentence], first_cue[sentence + 1] - first_cue[sentence]);
    }
    /// Numbers of the first token of a sentence and of the one after its last.
    [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> tokens_of(std::uint32_t sentence) const;
    [[nodiscard]] std::string_view slice(std::uint32_t begin, std::uint32_t end) const {
        return text.substr(begin, end - begin);
    }
    [[nodiscard]] std::string_view word(std::uint32_t token) const {
        return slice(tokens[token].begin, tokens[token].end);
    }
    /// Characters between two neighbouring tokens.
    [[nodiscard]] std::string_view between(std::uint32_t token) const {
        return slice(tokens[token].end, tokens[token + 1].begin);
    }
};

/// Takes `s` (valid UTF-8, at most 4 GiB) apart. Linear in its length.
[[nodiscard]] Reading read_text(std::string_view s, DocumentKind kind);

}  // namespace headway::career

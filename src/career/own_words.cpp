// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/own_words.hpp"

#include <algorithm>
#include <span>
#include <string_view>
#include <vector>

#include "career/lettered_paper.hpp"
#include "career/stance.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"
#include "vectors/features.hpp"

namespace headway::career {
namespace {

OwnWords find_run(const Resume& resume, std::span<const text::Token> wanted) {
    OwnWords found;
    Backing& out = found.backing;
    if (wanted.empty() || wanted.size() > 6) return found;
    const auto& tokens = resume.reading.tokens;
    for (std::uint32_t t = 0; t + wanted.size() <= tokens.size(); ++t) {
        std::size_t k = 0;
        while (k < wanted.size() && tokens[t + k].key == wanted[k].key) ++k;
        if (k != wanted.size()) continue;
        const auto count = static_cast<std::uint32_t>(k);
        if (resume.reading.sentence_of[t] == Reading::no_sentence) continue;
        Mention m;
        m.first_token = t;
        m.token_count = count;
        m.begin = tokens[t].begin;
        m.end = tokens[t + count - 1].end;
        m.sentence = resume.reading.sentence_of[t];
        if (stance_of(resume.reading, resume.found.mentions, m) != Stance::stated) {
            found.disclaimed = true;
            continue;
        }
        found.disclaimed = false;
        out.support = Support::named;
        out.certainty = 1;
        out.level = held_level(resume.reading, std::span(&m, 1), resume.years, resume.roles, resume.today,
                               ontology::Kind::skill);
        out.evidence.push_back(make_evidence(resume.reading, resume.pages, t, count, Shows::named, 1));
        return found;
    }
    return found;
}

}  // namespace

OwnWords find_words(const Resume& resume, const Requirement& requirement) {
    const std::vector<text::Token> wanted = text::tokenize(requirement.name);
    OwnWords found = find_run(resume, wanted);
    if (found.backing.support != Support::none || found.disclaimed) return found;
    found.backing = find_lettered_paper(resume, requirement);
    if (found.backing.support != Support::none) return found;
    const auto is_or = [&](const text::Token& t) {
        return text::fold(std::string_view(requirement.name).substr(t.begin, t.end - t.begin)) == "or";
    };
    if (std::none_of(wanted.begin(), wanted.end(), is_or)) return found;
    for (std::size_t i = 0; i < wanted.size();) {
        std::size_t end = i;
        while (end < wanted.size() && !is_or(wanted[end])) ++end;
        const auto part = std::span(wanted).subspan(i, end - i);
        const bool says_something = std::any_of(part.begin(), part.end(), [&](const text::Token& t) {
            const auto word = std::string_view(requirement.name).substr(t.begin, t.end - t.begin);
            return word.size() > 2 && !vectors::is_stop_word(text::fold(word));
        });
        if (says_something) {
            OwnWords here = find_run(resume, part);
            if (here.backing.support != Support::none) return here;
        }
        i = end + 1;
    }
    return found;
}

}  // namespace headway::career

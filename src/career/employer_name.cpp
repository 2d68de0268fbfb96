// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/employer_name.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/hash.hpp"
#include "text/phrases.hpp"

namespace headway::career {
namespace {

/// Words of names that are written small: "Museum of Small Boats".
bool small_word(const text::Token& t) {
    constexpr std::array words = {hash64("of"), hash64("and"), hash64("the"), hash64("for"), hash64("de")};
    return std::find(words.begin(), words.end(), t.key) != words.end();
}

/// Whether a part of a heading ends behind token `t`.
bool ends_part(const Reading& r, std::uint32_t t) {
    if (r.line_of[t] != r.line_of[t + 1] || r.tokens[t + 1].digit_first || r.tokens[t].digit_first)
        return true;
    if (r.tokens[t + 1].key == hash64("at") || r.tokens[t].key == hash64("at")) return true;
    const std::string_view gap = r.between(t);
    return gap.find_first_of(",;:|/()@\t") != std::string_view::npos ||
           gap.find("–") != std::string_view::npos || gap.find("—") != std::string_view::npos ||
           gap.find(" - ") != std::string_view::npos || gap.find("  ") != std::string_view::npos;
}

struct Part {
    std::uint32_t begin = 0;  ///< tokens
    std::uint32_t end = 0;
};

class Heading {
  public:
    Heading(Found& found, const Reading& reading, const ontology::Catalog& catalog)
        : found_(found), r_(reading), catalog_(catalog) {}

    void clean(const Role& role) {
        std::vector<Part> parts;
        std::uint32_t begin = first_token(role.heading_begin);
        const std::uint32_t end = first_token(role.heading_end);
        if (!mentions_in_passing({begin, end})) return;
        for (std::uint32_t t = begin; t < end; ++t) {
            if (t + 1 < end && !ends_part(r_, t)) continue;
            parts.push_back({begin, t + 1});
            begin = t + 1;
        }
        for (const Part& p : parts) {
            if (!mentions_in_passing(p) || !names_somebody(p) || says_what(p)) continue;
            if (std::any_of(parts.begin(), parts.end(), [&](const Part& other) { return says_what(other); }))
                drop(p);
        }
    }

  private:
    [[nodiscard]] std::uint32_t first_token(std::uint32_t byte) const {
        const auto at = std::lower_bound(r_.tokens.begin(), r_.tokens.end(), byte,
                                         [](const text::Token& t, std::uint32_t b) { return t.begin < b; });
        return static_cast<std::uint32_t>(at - r_.tokens.begin());
    }

    /// Whether a mention stands in the part that is not the whole of it; mentions are in order of place.
    [[nodiscard]] bool mentions_in_passing(const Part& p) const {
        const auto at =
            std::lower_bound(found_.mentions.begin(), found_.mentions.end(), p.begin,
                             [](const Mention& m, std::uint32_t token) { return m.first_token < token; });
        return at != found_.mentions.end() && at->first_token < p.end && at->token_count < p.end - p.begin;
    }

    [[nodiscard]] bool names_somebody(const Part& p) const {
        if (p.end - p.begin < 2 || r_.lines[r_.line_of[p.begin]].bullet) return false;
        // "Oncology Ward" and "Community Nursing" are what the work was about: every word of them is one of
        // work.
        bool strange = false;
        for (std::uint32_t t = p.begin; t < p.end; ++t) {
            if (small_word(r_.tokens[t])) continue;
            if (!r_.tokens[t].upper_first) return false;
            strange = strange ||
                      (catalog_.lexicon().titles().word(r_.tokens[t].key) == 0 &&
                       std::none_of(found_.mentions.begin(), found_.mentions.end(), [&](const Mention& m) {
                           return t >= m.first_token && t < m.first_token + m.token_count;
                       }));
        }
        return strange;
    }

    /// The name of work, or a credential.
    [[nodiscard]] bool says_what(const Part& p) const {
        const auto tokens = std::span(r_.tokens).subspan(p.begin, p.end - p.begin);
        if (!text::match_longest(catalog_.lexicon().titles(), tokens).empty()) return true;
        return std::any_of(found_.mentions.begin(), found_.mentions.end(), [&](const Mention& m) {
            const ontology::Kind kind = catalog_.kind(m.skill);
            return m.first_token >= p.begin && m.first_token < p.end &&
                   (kind == ontology::Kind::degree || kind == ontology::Kind::certificate);
        });
    }

    void drop(const Part& p) {
        std::erase_if(found_.mentions, [&](const Mention& m) {
            return m.first_token >= p.begin && m.first_token < p.end && m.token_count < p.end - p.begin;
        });
    }

    Found& found_;
    const Reading& r_;
    const ontology::Catalog& catalog_;
};

}  // namespace

void drop_employer_names(Found& found, const Reading& reading, const std::vector<Role>& roles,
                         const ontology::Catalog& catalog) {
    Heading heading(found, reading, catalog);
    for (const Role& role : roles) heading.clean(role);
}

}  // namespace headway::career

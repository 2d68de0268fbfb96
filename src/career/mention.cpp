// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/mention.hpp"

#include <algorithm>
#include <optional>

#include "base/hash.hpp"
#include "career/ambiguity.hpp"
#include "career/spoken.hpp"
#include "career/stance.hpp"
#include "text/phrases.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

using ontology::PhraseEntry;
using ontology::PhraseRole;

constexpr float misspelt_confidence = 0.75F;

std::uint64_t exact_hash(std::span<const text::Token> tokens) {
    std::uint64_t h = 0;
    for (const text::Token& t : tokens) h = (h ^ t.exact) * 0x9E3779B97F4A7C15ULL + 1;
    return h;
}

/// Whether the tokens of a match belong together: one sentence, and nothing between them that parts words.
bool coherent(const Reading& r, const text::PhraseMatch& m) {
    for (std::uint32_t t = m.first; t + 1 < m.first + m.length; ++t) {
        if (r.sentence_of[t] != r.sentence_of[t + 1]) return false;
        const std::string_view gap = r.between(t);
        if (gap.size() > 3) return false;
        if (gap.find_first_of(",;:()[]|\t!?") != std::string_view::npos) return false;
        if (gap.size() > 1 && gap.find('.') != std::string_view::npos) return false;
    }
    return r.sentence_of[m.first] != Reading::no_sentence;
}

/// A possible mention before ambiguity is settled.
struct Possible {
    text::PhraseMatch match;
    std::span<const PhraseEntry> entries;
};

class Finder {
  public:
    Finder(const Reading& reading, const ontology::Catalog& catalog)
        : r_(reading), catalog_(catalog), lexicon_(catalog.lexicon()) {}

    Found run() {
        collect();
        const Surroundings around(r_, catalog_, {clear_, likely_, contexts_, avoids_});
        std::uint32_t free_from = 0;
        for (std::size_t i = 0; i < possible_.size();) {
            // Possibilities that start at one token stand together, shortest first: the longest acceptable
            // one wins.
            std::size_t group_end = i;
            while (group_end < possible_.size() &&
                   possible_[group_end].match.first == possible_[i].match.first) {
                ++group_end;
            }
            for (std::size_t k = group_end; k-- > i;) {
                if (possible_[k].match.first < free_from) break;
                if (!take(possible_[k], around)) continue;
                free_from = possible_[k].match.first + possible_[k].match.length;
                break;
            }
            i = group_end;
        }
        if (!misspelt_.empty()) take_misspelt(around);
        std::erase_if(found_.mentions, [&](const Mention& m) { return m.confidence < 0.3F; });
        for (Mention& m : found_.mentions) m.stance = stance_of(r_, found_.mentions, m);
        return std::move(found_);
    }

  private:
    void collect() {
        std::vector<std::uint32_t> words;
        text::look_up(lexicon_.phrases(), r_.tokens, words);
        std::vector<text::PhraseMatch> at;
        for (std::uint32_t t = 0; t < r_.tokens.size(); ++t) {
            if (words[t] == 0) {
                mend(t);
                continue;
            }
            text::match_at(lexicon_.phrases(), r_.tokens, words, t, at);
            for (const text::PhraseMatch& m : at) {
                if (coherent(r_, m)) sort_out(m);
            }
        }
    }

    /// "Kuberntes" is Kubernetes; settled in take_misspelt(), when the words around it are known.
    void mend(std::uint32_t t) {
        const text::Token& token = r_.tokens[t];
        if (token.in_link || token.digit_first || r_.sentence_of[t] == Reading::no_sentence) return;
        if (lexicon_.titles().word(token.key) != 0) return;  // a word of its own
        const auto phrase = lexicon_.typos().find(text::fold(r_.word(t)));
        if (phrase) misspelt_.push_back({{*phrase, t, 1}, lexicon_.entries(*phrase)});
    }

    /// A misspelt name needs another product beside it, a list, or somebody who asks for it: a word that no
    /// list knows may be a surname or a village.
    void take_misspelt(const Surroundings& around) {
        for (const Possible& p : misspelt_) {
            const PhraseEntry& e = p.entries.front();
            if (e.role > PhraseRole::derived || !around.among_its_like(p.match, e.skill)) continue;
            add(p.match, e.skill, misspelt_confidence, Shows::misspelt);
        }
        std::sort(found_.mentions.begin(), found_.mentions.end(),
                  [](const Mention& a, const Mention& b) { return a.first_token < b.first_token; });
    }

    void sort_out(const text::PhraseMatch& m) {
        const auto entries = lexicon_.entries(m.phrase);
        bool names = false;
        for (const PhraseEntry& e : entries) {
            switch (e.role) {
                case PhraseRole::signal:
                    if (signal_fits(m, e)) found_.signals.push_back({e.skill, m.first, m.length});
                    break;
                case PhraseRole::context:
                    contexts_.push_back({e.skill, m.first});
                    break;
                case PhraseRole::avoid:
                    avoids_.push_back({e.skill, m.first});
                    break;
                default:
                    names = true;
                    if (e.ambiguous == 0) {
                        clear_.push_back({e.skill, m.first});
                    } else if (r_.tokens[m.first].upper_first && m.length == 1) {
                        likely_.push_back({e.skill, m.first});
                    }
            }
        }
        if (names) possible_.push_back({m, entries});
    }

    [[nodiscard]] bool signal_fits(const text::PhraseMatch& m, const PhraseEntry& e) const {
        if (e.strict == 0) return true;
        const text::Token& token = r_.tokens[m.first];
        if (e.capital == 2 && !token.upper_all) return false;
        if (e.capital == 1 && !token.upper_first) return false;
        return e.exact == exact_hash(std::span(&token, 1));
    }

    /// "Advanced Excel" names Excel and a level, also where a framework lists the two words as one name.
    [[nodiscard]] bool only_adds_level(const Possible& p) const {
        if (p.match.length < 2) return false;
        const std::uint64_t first = r_.tokens[p.match.first].key;
        if (first != hash64("advanced") && first != hash64("basic") && first != hash64("intermediate") &&
            first != hash64("expert")) {
            return false;
        }
        return std::any_of(possible_.begin(), possible_.end(), [&](const Possible& other) {
            return other.match.first == p.match.first + 1 && other.match.length == p.match.length - 1;
        });
    }

    bool take(const Possible& p, const Surroundings& around) {
        if (only_adds_level(p)) return false;
        const auto tokens = std::span(r_.tokens).subspan(p.match.first, p.match.length);
        const std::uint64_t exact = exact_hash(tokens);
        for (const PhraseEntry& e : p.entries) {
            if (e.role > PhraseRole::derived) continue;
            if (e.strict != 0 && e.exact != exact) continue;
            float confidence = around.confidence(p.match, e);
            if (catalog_.kind(e.skill) == ontology::Kind::human_language) {
                confidence = speaks_language(r_, p.match) ? 0.95F : 0.0F;
            }
            if (confidence < 0.5F) continue;
            add(p.match, e.skill, confidence, Shows::named);
            return true;
        }
        return false;
    }

    void add(const text::PhraseMatch& match, SkillId skill, float confidence, Shows shows) {
        Mention m;
        m.skill = skill;
        m.begin = r_.tokens[match.first].begin;
        m.end = r_.tokens[match.first + match.length - 1].end;
        m.first_token = match.first;
        m.token_count = match.length;
        m.sentence = r_.sentence_of[match.first];
        m.shows = shows;
        m.confidence = confidence;
        found_.mentions.push_back(m);
    }

    const Reading& r_;
    const ontology::Catalog& catalog_;
    const ontology::Lexicon& lexicon_;
    std::vector<Possible> possible_, misspelt_;
    std::vector<Place> clear_, likely_, contexts_, avoids_;
    Found found_;
};

}  // namespace

Found find_mentions(const Reading& reading, const ontology::Catalog& catalog) {
    return Finder(reading, catalog).run();
}

}  // namespace headway::career

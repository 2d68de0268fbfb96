// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/mention.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/hash.hpp"
#include "career/ambiguity.hpp"
#include "career/number_lists.hpp"
#include "career/others.hpp"
#include "career/spoken.hpp"
#include "career/stance.hpp"
#include "text/phrases.hpp"
#include "text/tokens.hpp"
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
        const Surroundings around(r_, catalog_, {clear_, likely_, contexts_, avoids_, plain_});
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
        name_numbers(r_, catalog_, found_.mentions);
        for (Mention& m : found_.mentions) m.stance = stance_of(r_, found_.mentions, m);
        return std::move(found_);
    }

  private:
    void collect() {
        std::vector<std::uint32_t> words;
        text::look_up(lexicon_.phrases(), r_.tokens, words);
        std::vector<text::PhraseMatch> at;
        for (std::uint32_t t = 0; t < r_.tokens.size(); ++t) {
            says_under_ = says_under_ || r_.tokens[t].key == hash64("under");
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
                    if (m.length > 1) plain_.push_back({e.skill, m.first});
                    break;
                default:
                    names = true;
                    if (e.ambiguous == 0) {
                        clear_.push_back({{e.skill, m.first}, m.length});
                    } else if (r_.tokens[m.first].upper_first && m.length == 1) {
                        likely_.push_back({{e.skill, m.first}, m.length});
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

    /// "Leeds" is no plural of LEED: the plural of an acronym keeps its capitals.
    [[nodiscard]] bool another_word(const Possible& p, const PhraseEntry& e) const {
        const text::Token& token = r_.tokens[p.match.first];
        if (p.match.length != 1 || token.exact == token.key || !token.upper_first) return false;
        const std::string_view word = r_.word(p.match.first);
        if (word.size() < 2 || (word[1] >= 'A' && word[1] <= 'Z')) return false;
        const std::string key = text::normal_form(word);
        for (SkillId s : lexicon_.members(e.skill)) {
            const auto& row = catalog_.row(s);
            const auto& pack = catalog_.pack_of(s);
            if (acronym(pack.text(row.name), key)) return true;
            for (const auto& a :
                 pack.aliases().subspan(row.aliases.begin, row.aliases.end - row.aliases.begin)) {
                if (acronym(pack.text(a.text), key)) return true;
            }
        }
        return false;
    }

    static bool acronym(std::string_view name, const std::string& key) {
        return name.size() == key.size() && std::none_of(name.begin(), name.end(), lower) &&
               text::fold(name) == key;
    }
    static bool lower(char c) { return c >= 'a' && c <= 'z'; }

    /// "Liaise with estate agents", "walk crops with the agronomist": the name of somebody else's work.
    [[nodiscard]] bool somebody_else(const text::PhraseMatch& m, ontology::Kind kind) const {
        const bool area = kind == ontology::Kind::knowledge || kind == ontology::Kind::skill;
        if (r_.kind == DocumentKind::job && (area || kind == ontology::Kind::soft) &&
            of_other_people(r_, m.first, m.length))
            return true;
        if (!area) return false;
        // In an ad only several of them: one may be what the post is about.
        const text::Token& last = r_.tokens[m.first + m.length - 1];
        if (r_.kind == DocumentKind::job && last.exact == last.key) return false;
        const std::uint32_t sentence = r_.sentence_of[m.first];
        std::uint32_t t = m.first;
        bool with = false;
        for (std::uint32_t steps = 0; steps < 8 && t > 0 && r_.sentence_of[t - 1] == sentence; ++steps, --t) {
            const std::uint64_t word = r_.tokens[t - 1].key;
            with = word == hash64("with") || word == hash64("alongside");
            if (with) break;
            constexpr std::array between = {hash64("a"),   hash64("an"),     hash64("the"),
                                            hash64("our"), hash64("their"),  hash64("other"),
                                            hash64("and"), hash64("client"), hash64("local")};
            if (std::find(between.begin(), between.end(), word) != between.end()) continue;
            if (r_.between(t - 1).find(',') == std::string_view::npos && !is_title(t - 1, 1)) break;
        }
        return with && is_title(m.first, m.length);
    }

    /// "Under the supervision of a licensed pharmacist": whom one works under, up to the next comma.
    [[nodiscard]] bool under_somebody(const text::PhraseMatch& m) const {
        constexpr std::uint32_t reach = 8;  // tokens
        constexpr std::array guides = {hash64("supervision"), hash64("direction"), hash64("guidance"),
                                       hash64("instruction"), hash64("leadership")};
        constexpr std::array between = {hash64("the"), hash64("of"), hash64("general"), hash64("direct"),
                                        hash64("close")};
        if (!says_under_) return false;
        const std::uint32_t sentence = r_.sentence_of[m.first];
        bool guided = false;
        for (std::uint32_t t = m.first + m.length, steps = 0; t > 0 && steps < reach; --t, ++steps) {
            if (r_.sentence_of[t - 1] != sentence) return false;
            if (t < m.first + m.length && r_.between(t - 1).find_first_of(",;:") != std::string_view::npos)
                return false;
            const std::uint64_t word = r_.tokens[t - 1].key;
            if (word == hash64("under")) return guided;
            const bool guide = std::find(guides.begin(), guides.end(), word) != guides.end();
            if (guided && !guide && std::find(between.begin(), between.end(), word) == between.end())
                return false;
            guided = guided || guide;
        }
        return false;
    }

    [[nodiscard]] bool is_title(std::uint32_t first, std::uint32_t length) const {
        const auto found =
            text::match_longest(lexicon_.titles(), std::span(r_.tokens).subspan(first, length));
        return found.size() == 1 && found.front().length == length;
    }

    bool take(const Possible& p, const Surroundings& around) {
        if (only_adds_level(p)) return false;
        const auto tokens = std::span(r_.tokens).subspan(p.match.first, p.match.length);
        const std::uint64_t exact = exact_hash(tokens);
        for (const PhraseEntry& e : p.entries) {
            if (e.role > PhraseRole::derived) continue;
            // Of several words the plural is the same name: "RF scanners", "warehouse management systems".
            if (e.strict != 0 && e.exact != exact && p.match.length == 1) continue;
            const ontology::Kind kind = catalog_.kind(e.skill);
            // "Initiatives" are projects, "initiative" is a quality.
            if (kind == ontology::Kind::soft && tokens.front().exact == hash64("initiatives")) continue;
            if (another_word(p, e) || somebody_else(p.match, kind) || under_somebody(p.match)) continue;
            float confidence = around.confidence(p.match, e);
            if (kind == ontology::Kind::human_language) {
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
    std::vector<NamedPlace> clear_, likely_;
    std::vector<Place> contexts_, avoids_, plain_;
    bool says_under_ = false;  ///< The text has the word at all.
    Found found_;
};

}  // namespace

Found find_mentions(const Reading& reading, const ontology::Catalog& catalog) {
    return Finder(reading, catalog).run();
}

}  // namespace headway::career

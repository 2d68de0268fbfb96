// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

#include "base/hash.hpp"
#include "ontology/lexicon.hpp"
#include "ontology/lexicon_file.hpp"
#include "ontology/merge.hpp"
#include "ontology/phrase_entries.hpp"
#include "ontology/spelling.hpp"
#include "ontology/title_words.hpp"
#include "ontology/word_group.hpp"
#include "text/phrases.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

using WordSet = std::unordered_set<std::string>;

WordSet read_words(std::string_view s) {
    WordSet out;
    while (!s.empty()) {
        const std::size_t end = std::min(s.find('\n'), s.size());
        std::string_view line = s.substr(0, end);
        while (line.ends_with('\r') || line.ends_with(' ')) line.remove_suffix(1);
        if (!line.empty() && !line.starts_with('#')) out.emplace(line);
        s.remove_prefix(std::min(end + 1, s.size()));
    }
    return out;
}

std::uint64_t exact_hash(std::span<const text::Token> tokens) {
    std::uint64_t h = 0;
    for (const text::Token& t : tokens) h = (h ^ t.exact) * 0x9E3779B97F4A7C15ULL + 1;
    return h;
}

bool proper_name(Kind kind) {
    return kind == Kind::tool || kind == Kind::programming_language || kind == Kind::certificate;
}

/// "GMP" of "good manufacturing practices": whether the letters begin words of the name in this order.
bool initials_of(std::string_view acronym, std::string_view name) {
    std::size_t next = 0;
    for (const text::Token& t : text::tokenize(name)) {
        if (next < acronym.size() &&
            text::fold(acronym.substr(next, 1)) == text::fold(name.substr(t.begin, 1)))
            ++next;
    }
    return next == acronym.size();
}

/// Below this number of occupations that list it a product's acronym is known to few: "PDA", "RMS", "POD".
constexpr std::uint32_t widely_listed = 10;

class Compiler {
  public:
    Compiler(std::span<const Pack> packs, std::string_view everyday)
        : packs_(packs),
          everyday_(read_words(everyday)),
          skills_(all_skills(packs)),
          canonical_(merge_skills(skills_)) {
        count_listings();
    }

    Result<void> write(const std::string& path) {
        add_skills();
        add_titles();
        TableFileWriter file;
        write_identity(file);
        write_groups(file);
        write_neighbours(file);
        write_entries(file);
        write_titles(file);
        typos_.write(file);
        add_search_tables(file, packs_);
        return file.write(path, lexicon_magic, lexicon_version);
    }

  private:
    /// In how many occupations each skill is listed.
    void count_listings() {
        listings_.resize(skills_.size());
        SkillId base = 0;
        for (const Pack& p : packs_) {
            for (const OccupationSkillRow& row : p.occupation_skills()) ++listings_[base + row.skill];
            base += static_cast<SkillId>(p.skills().size());
        }
    }

    void add_skills() {
        for (SkillId s = 0; s < skills_.size(); ++s) {
            const SkillRow& row = *skills_[s].row;
            if (row.kind == Kind::group) continue;
            const Pack& pack = *skills_[s].pack;
            const int base = source_rank(skills_[s]) * 10;
            const std::string_view bare = bare_name(skills_[s].name());
            add_name(s, bare, PhraseRole::name, base);
            if (bare.size() != skills_[s].name().size())
                add_name(s, skills_[s].name(), PhraseRole::name, base);
            for (const AliasRow& a :
                 pack.aliases().subspan(row.aliases.begin, row.aliases.end - row.aliases.begin)) {
                const bool derived = a.kind == AliasKind::derived;
                add_name(s, pack.text(a.text), derived ? PhraseRole::derived : PhraseRole::alternative,
                         base + (derived ? 4 : 5));
            }
            if (source_rank(skills_[s]) == 0 && row.kind == Kind::skill) {
                add_done(s, bare);
                for (const AliasRow& a :
                     pack.aliases().subspan(row.aliases.begin, row.aliases.end - row.aliases.begin))
                    add_done(s, pack.text(a.text));
            }
            add_words(s, row.signals, PhraseRole::signal, 100);
            add_words(s, row.context, PhraseRole::context, 101);
            add_words(s, row.avoid, PhraseRole::avoid, 102);
        }
    }

    /// A name as it is written and, behind every name that is written so itself, in its other spelling.
    void add_name(SkillId s, std::string_view name, PhraseRole role, int rank) {
        // "I speak Spanish" is of the language in whole, of which "interact verbally in Spanish" is a part.
        if (name.starts_with("speak ") && skills_[s].name().starts_with("interact verbally in ")) return;
        add(s, name, role, rank);
        constexpr int behind = 1;
        if (const auto other = other_spelling(name)) add(s, *other, PhraseRole::alternative, rank + behind);
    }

    /// "Brazed pipework" shows brazing: what is named by what one does shows in what one did.
    void add_done(SkillId s, std::string_view name) {
        constexpr std::size_t shortest = 6;
        if (name.size() < shortest || !name.ends_with("ing") || name.find(' ') != std::string_view::npos)
            return;
        std::string done = text::fold(name.substr(0, name.size() - 3)) + "ed";
        add(s, done, PhraseRole::signal, 100);
    }

    /// Word groups have no order and are no phrases: the linker's profiles take them.
    void add_words(SkillId s, Range range, PhraseRole role, int rank) {
        const Pack& pack = *skills_[s].pack;
        for (Text t : pack.words().subspan(range.begin, range.end - range.begin)) {
            if (!is_word_group(pack.text(t))) add(s, pack.text(t), role, rank);
        }
    }

    void add(SkillId s, std::string_view name, PhraseRole role, int rank) {
        const std::vector<text::Token> tokens = text::tokenize(name);
        if (tokens.empty() || tokens.size() > 16 || tokens[0].key == hash64("and")) return;
        if (tokens.size() == 1 && tokens[0].digit_first &&
            name.find_first_not_of("0123456789.") == std::string_view::npos) {
            return;  // a bare number
        }
        PhraseCandidate c;
        c.rank = rank;
        c.entry.skill = canonical_[s];
        c.entry.role = role;
        if (role == PhraseRole::signal && tokens.size() == 1) {
            // A single word implies nothing when it is an everyday word; a proper name must be written like
            // one.
            const bool everyday = everyday_.contains(text::normal_form(name));
            if (everyday && !tokens[0].upper_all) return;
            c.entry.strict = 1;
            c.entry.exact = exact_hash(tokens);
            c.entry.capital = tokens[0].upper_all ? 2 : tokens[0].upper_first ? 1 : 0;
        }
        if (role <= PhraseRole::derived) {
            const SkillRow& row = *skills_[s].row;
            // ESCO's one-word alternatives ("paint", "light", "board") are everyday words; its acronyms are
            // not.
            const bool acronym = tokens.size() == 1 && tokens[0].upper_all && name.size() >= 3;
            if (source_rank(skills_[s]) == 3 && role != PhraseRole::name && tokens.size() == 1 && !acronym &&
                row.kind != Kind::human_language && row.kind != Kind::programming_language) {
                return;
            }
            // ESCO calls blockchains "POS" and solar energy "STE", after parts of them. Where our own list
            // knows the skill, its context words tell.
            const bool part = acronym && source_rank(skills_[s]) == 3 && role != PhraseRole::name &&
                              (row.kind == Kind::knowledge || row.kind == Kind::skill) &&
                              !initials_of(name, skills_[s].name());
            if (part && source_rank(skills_[canonical_[s]]) != 0) return;
            const Kind kind = skills_[s].row->kind;
            c.entry.exact = exact_hash(tokens);
            // "Customs" is no custom and "securities" are no security: short plural names stay plural.
            const bool short_plural =
                tokens.size() == 1 && tokens[0].key != tokens[0].exact && name.size() <= 10;
            c.entry.strict = proper_name(kind) || short_plural ? 1 : 0;
            mark_ambiguity(c.entry, skills_[s], name, tokens);
            // Three letters of a product that few use are most often something else.
            const bool few = source_rank(skills_[s]) == 2 && listings_[s] < widely_listed;
            // O*NET's "Science" is research to us: the bare word is seldom meant so.
            const bool other_name =
                source_rank(skills_[s]) == 1 && role == PhraseRole::name && tokens.size() == 1 &&
                everyday_.contains(text::normal_form(name)) &&
                text::normal_name(skills_[canonical_[s]].name()) != text::normal_name(name);
            if (part || other_name) c.entry.ambiguous = 1;
            if (few && tokens.size() == 1 && tokens[0].upper_all && name.size() <= 5) {
                c.entry.ambiguous = 1;
                c.entry.capital = 2;
            }
        }
        c.phrase = phrases_.add(name);
        if (role <= PhraseRole::derived && tokens.size() == 1 &&
            !everyday_.contains(text::normal_form(name)) && source_rank(skills_[s]) < 3 &&
            proper_name(skills_[s].row->kind)) {
            typos_.add(text::fold(name), c.phrase);
        }
        candidates_.push_back(c);
    }

    /// Short names and names that are everyday words need capital letters; everyday words and what the
    /// curated list calls ambiguous need context as well.
    void mark_ambiguity(PhraseEntry& entry, const SkillSource& skill, std::string_view name,
                        std::span<const text::Token> tokens) const {
        const bool curated = skill.pack->name() == "headway";
        bool everyday = true;
        std::size_t letters = 0;
        for (const text::Token& t : tokens) {
            const std::string_view word = name.substr(t.begin, t.end - t.begin);
            everyday = everyday && everyday_.contains(text::normal_form(word));
            letters += word.size();
        }
        const bool acronym = tokens.size() == 1 && tokens[0].upper_all && letters <= 5;
        const bool proper = proper_name(skill.row->kind);
        // What the curated list calls ambiguous is the name itself; "ReactJS" leaves no doubt where "React"
        // does.
        const bool own = entry.role == PhraseRole::name;
        // "Bed" and "master" are degrees to few.
        const bool short_degree =
            skill.row->kind == Kind::degree && everyday && tokens.size() == 1 && letters <= 6;
        entry.ambiguous =
            (skill.row->ambiguous != 0 && (everyday || acronym || (own && tokens.size() == 1))) ||
                    (proper && everyday && tokens.size() == 1) || short_degree || letters == 1
                ? 1
                : 0;
        // ESCO has skills named "plan" and "design": as names they need someone who asks for them.
        const bool bare_verb = source_rank(skill) == 3 && tokens.size() == 1 && everyday &&
                               skill.row->kind != Kind::human_language;
        if (!curated && !proper) entry.ambiguous = letters <= 2 || (acronym && everyday) || bare_verb ? 1 : 0;
        // "Payroll" is big only because it stands first in a list; products and languages are names.
        const bool name_of_something = proper || skill.row->kind == Kind::human_language;
        const bool written_big =
            tokens.size() == 1 && name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ",
                                                     name_of_something ? 0 : 1) != std::string_view::npos;
        entry.capital = (letters <= 2 || (written_big && everyday) || (acronym && everyday) ||
                         (proper && everyday && tokens.size() == 1))
                            ? 1
                            : 0;
        // "LAMP" and "CLEAR" are no products where "Lamp" and "Clear" stand.
        if (acronym && (source_rank(skill) == 3 || everyday)) entry.capital = 2;
    }

    void add_titles() {
        OccupationId base = 0;
        for (const Pack& p : packs_) {
            for (std::size_t o = 0; o < p.occupations().size(); ++o) {
                add_title(p.text(p.occupations()[o].name), base + static_cast<OccupationId>(o));
            }
            for (const TitleRow& t : p.titles()) {
                add_title(p.text(t.text), base + t.occupation);
                for (const std::string& spelling : title_spellings(p.text(t.text)))
                    add_title(spelling, base + t.occupation);
                if (p.text(t.short_text).size() > 3) add_title(p.text(t.short_text), base + t.occupation);
            }
            base += static_cast<OccupationId>(p.occupations().size());
        }
        std::sort(titles_found_.begin(), titles_found_.end());
        titles_found_.erase(std::unique(titles_found_.begin(), titles_found_.end()), titles_found_.end());
    }

    void add_title(std::string_view title, OccupationId occupation) {
        const std::uint32_t phrase = title_index_.add(title);
        if (phrase != text::PhraseIndexBuilder::npos) titles_found_.emplace_back(phrase, occupation);
    }

    void write_identity(TableFileWriter& file) const {
        std::vector<std::uint64_t> sums;
        for (const Pack& p : packs_) sums.push_back(p.checksum());
        file.add<std::uint64_t>("packs", sums);
        file.add<SkillId>("canonical", canonical_);
    }

    void write_groups(TableFileWriter& file) const {
        std::vector<std::pair<SkillId, SkillId>> pairs;
        for (SkillId s = 0; s < skills_.size(); ++s) pairs.emplace_back(canonical_[s], s);
        // The representative leads its group.
        std::sort(pairs.begin(), pairs.end(), [](const auto& a, const auto& b) {
            return std::tuple(a.first, a.first != a.second, a.second) <
                   std::tuple(b.first, b.first != b.second, b.second);
        });
        std::vector<Range> ranges(skills_.size());
        std::vector<SkillId> members;
        for (const auto& [group, member] : pairs) {
            if (ranges[group].end == 0) ranges[group].begin = static_cast<std::uint32_t>(members.size());
            members.push_back(member);
            ranges[group].end = static_cast<std::uint32_t>(members.size());
        }
        file.add<SkillId>("members", members);
        file.add<Range>("member_ranges", ranges);
        std::vector<Kind> kinds;
        for (SkillId s = 0; s < skills_.size(); ++s)
            kinds.push_back(
                kind_of(s, std::span(members).subspan(ranges[s].begin, ranges[s].end - ranges[s].begin)));
        file.add<Kind>("kinds", kinds);
    }

    /// A programming language stays one although ESCO calls it knowledge.
    [[nodiscard]] Kind kind_of(SkillId s, std::span<const SkillId> group) const {
        Kind kind = skills_[s].row->kind;
        if (kind != Kind::tool && kind != Kind::knowledge) return kind;
        for (SkillId member : group) {
            if (skills_[member].row->kind == Kind::programming_language) return Kind::programming_language;
            if (skills_[member].row->kind == Kind::tool) kind = Kind::tool;
        }
        return kind;
    }

    void write_neighbours(TableFileWriter& file) const {
        struct Edge {
            SkillId from = 0;
            Neighbour to;
            [[nodiscard]] auto key() const { return std::tuple(from, to.relation, to.skill, 1 - to.curated); }
        };
        std::vector<Edge> edges;
        SkillId base = 0;
        for (const Pack& p : packs_) {
            const std::uint8_t curated = p.name() == "headway" ? 1 : 0;
            for (const LinkRow& l : p.links()) {
                const SkillId a = canonical_[base + l.from];
                const SkillId b = canonical_[base + l.to];
                const bool groups =
                    p.skills()[l.from].kind == Kind::group || p.skills()[l.to].kind == Kind::group;
                if (a == b || groups) continue;
                if (l.kind == LinkKind::broader) {
                    edges.push_back({a, {b, Relation::broader, curated, {}}});
                    edges.push_back({b, {a, Relation::narrower, curated, {}}});
                } else if (l.kind == LinkKind::near) {
                    edges.push_back({a, {b, Relation::near, curated, {}}});
                    edges.push_back({b, {a, Relation::near, curated, {}}});
                }
            }
            base += static_cast<SkillId>(p.skills().size());
        }
        std::sort(edges.begin(), edges.end(), [](const Edge& x, const Edge& y) { return x.key() < y.key(); });
        edges.erase(std::unique(edges.begin(), edges.end(),
                                [](const Edge& x, const Edge& y) {
                                    return x.from == y.from && x.to.relation == y.to.relation &&
                                           x.to.skill == y.to.skill;
                                }),
                    edges.end());
        std::vector<Range> ranges(skills_.size());
        std::vector<Neighbour> rows;
        for (const Edge& e : edges) {
            if (ranges[e.from].end == 0) ranges[e.from].begin = static_cast<std::uint32_t>(rows.size());
            rows.push_back(e.to);
            ranges[e.from].end = static_cast<std::uint32_t>(rows.size());
        }
        file.add<Neighbour>("neighbours", rows);
        file.add<Range>("neighbour_ranges", ranges);
    }

    void write_entries(TableFileWriter& file) {
        const PhraseEntries chosen = choose_entries(candidates_, phrases_.phrases());
        file.add<PhraseEntry>("entries", chosen.rows);
        file.add<Range>("entry_ranges", chosen.ranges);
        write_index(file, "phrases", phrases_);
    }

    void write_titles(TableFileWriter& file) {
        std::vector<Range> ranges(title_index_.phrases());
        std::vector<OccupationId> rows;
        for (const auto& [phrase, occupation] : titles_found_) {
            if (ranges[phrase].end == 0) ranges[phrase].begin = static_cast<std::uint32_t>(rows.size());
            rows.push_back(occupation);
            ranges[phrase].end = static_cast<std::uint32_t>(rows.size());
        }
        file.add<OccupationId>("title_occupations", rows);
        file.add<Range>("title_ranges", ranges);
        write_index(file, "titles", title_index_);
    }

    static void write_index(TableFileWriter& file, const std::string& prefix,
                            text::PhraseIndexBuilder& builder) {
        builder.finish();
        const text::PhraseIndex index = builder.index();
        file.add(prefix + ".vocabulary", index.vocabulary);
        file.add(prefix + ".roots", index.roots);
        file.add(prefix + ".edges", index.edges);
        file.add(prefix + ".ends", index.ends);
    }

    std::span<const Pack> packs_;
    WordSet everyday_;
    std::vector<SkillSource> skills_;
    std::vector<SkillId> canonical_;
    std::vector<std::uint32_t> listings_;
    TypoTableWriter typos_;
    text::PhraseIndexBuilder phrases_;
    text::PhraseIndexBuilder title_index_;
    std::vector<PhraseCandidate> candidates_;
    std::vector<std::pair<std::uint32_t, OccupationId>> titles_found_;
};

}  // namespace

Result<void> compile_lexicon(std::span<const Pack> packs, std::string_view everyday_words,
                             const std::string& path) {
    return Compiler(packs, everyday_words).write(path);
}

}  // namespace headway::ontology

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/pack_check.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <tuple>

#include "text/utf8.hpp"

namespace headway::ontology {
namespace {

/// Valid UTF-8, eight bytes at a time where all are ASCII: nearly all of a pack's texts are.
bool utf8(std::string_view s) {
    std::size_t at = 0;
    while (at < s.size()) {
        std::uint64_t eight = 0;
        if (s.size() - at >= sizeof eight) {
            std::memcpy(&eight, s.data() + at, sizeof eight);
            if ((eight & 0x8080808080808080ULL) == 0) {
                at += sizeof eight;
                continue;
            }
        }
        const bool ascii = static_cast<unsigned char>(s[at]) < 0x80;
        const std::uint32_t length = ascii ? 1 : text::decode(s, at).length;
        if (!ascii && length == 1) return false;
        at += length;
    }
    return true;
}

/// Looks at one pack; remembers the first thing that is wrong.
class Check {
  public:
    Check(const PackTables& tables, const std::string& where) : t_(tables), where_(where) {}

    Result<void> run() {
        strings();
        skills();
        words_and_aliases();
        links();
        occupations();
        titles_and_related();
        occupation_skills();
        ratings();
        references();
        if (problem_.empty()) return {};
        return fail(ErrorCode::invalid, "is inconsistent: " + problem_, where_,
                    "Make the pack again with \"headway import\"");
    }

  private:
    void require(bool holds, std::string_view table, std::size_t row, std::string_view what) {
        if (holds || !problem_.empty()) return;
        problem_ = std::string(table) + " row " + std::to_string(row) + ": " + std::string(what);
    }

    void strings() {
        const auto& s = t_.strings;
        if (s.empty() || s.front() != '\0' || s.back() != '\0') {
            problem_ = "the texts are not enclosed in NUL bytes";
        } else if (!utf8(s)) {
            problem_ = "the texts are not UTF-8";
        }
        for (Text heading : t_.headings) require(ok(heading), "header", 0, "bad text");
    }

    /// Inside the table and not in the middle of a character.
    [[nodiscard]] bool ok(Text x) const {
        return x.offset < t_.strings.size() &&
               (static_cast<unsigned char>(t_.strings[x.offset]) & 0xC0U) != 0x80U;
    }
    [[nodiscard]] bool named(Text x) const { return ok(x) && t_.strings[x.offset] != '\0'; }

    /// Each range begins where the one before ended.
    static bool follows(Range r, std::uint32_t& at, std::size_t size) {
        if (r.begin != at || r.end < r.begin || r.end > size) return false;
        at = r.end;
        return true;
    }

    void skills() {
        std::uint32_t alias = 0;
        std::uint32_t word = 0;
        for (std::size_t i = 0; i < t_.skills.size() && problem_.empty(); ++i) {
            const auto& s = t_.skills[i];
            require(named(s.id) && named(s.name) && ok(s.external_id), "skills", i, "bad text");
            require(follows(s.aliases, alias, t_.aliases.size()), "skills", i, "bad range of aliases");
            for (Range r : {s.context, s.avoid, s.signals, s.same_as}) {
                require(follows(r, word, t_.words.size()), "skills", i, "bad range of words");
            }
            require(s.kind <= Kind::group && s.reuse <= Reuse::occupation_specific && s.hot <= 1 &&
                        s.ambiguous <= 1,
                    "skills", i, "unknown kind or flag");
        }
        require(alias == t_.aliases.size() && word == t_.words.size(), "skills", t_.skills.size(),
                "aliases or words that belong to none");
    }

    void words_and_aliases() {
        for (std::size_t i = 0; i < t_.aliases.size() && problem_.empty(); ++i) {
            const auto& a = t_.aliases[i];
            require(named(a.text) && a.kind <= AliasKind::derived, "aliases", i, "bad text or kind");
        }
        for (std::size_t i = 0; i < t_.words.size() && problem_.empty(); ++i) {
            require(named(t_.words[i]), "words", i, "bad text");
        }
    }

    void links() {
        const auto key = [](const LinkRow& l) { return std::tuple(l.from, l.kind, l.to); };
        for (std::size_t i = 0; i < t_.links.size() && problem_.empty(); ++i) {
            const auto& l = t_.links[i];
            require(l.from < t_.skills.size() && l.to < t_.skills.size() && l.kind <= LinkKind::optional,
                    "links", i, "no such skill or kind");
            require(i == 0 || key(t_.links[i - 1]) < key(l), "links", i, "out of order");
        }
    }

    void occupations() {
        std::uint32_t titles = 0;
        std::uint32_t skills = 0;
        std::uint32_t ratings = 0;
        std::uint32_t related = 0;
        for (std::size_t i = 0; i < t_.occupations.size() && problem_.empty(); ++i) {
            const auto& o = t_.occupations[i];
            require(named(o.id) && named(o.name) && ok(o.code) && o.job_zone <= 5, "occupations", i,
                    "bad text or job zone");
            require(follows(o.titles, titles, t_.titles.size()) &&
                        follows(o.skills, skills, t_.occupation_skills.size()) &&
                        follows(o.ratings, ratings, t_.ratings.size()) &&
                        follows(o.related, related, t_.related.size()),
                    "occupations", i, "bad range");
        }
        require(titles == t_.titles.size() && skills == t_.occupation_skills.size() &&
                    ratings == t_.ratings.size() && related == t_.related.size(),
                "occupations", t_.occupations.size(), "rows that belong to none");
    }

    void titles_and_related() {
        for (std::size_t o = 0; o < t_.occupations.size() && problem_.empty(); ++o) {
            const Range titles = t_.occupations[o].titles;
            for (std::size_t i = titles.begin; i < titles.end; ++i) {
                const auto& x = t_.titles[i];
                require(x.occupation == o && named(x.text) && ok(x.short_text) && ok(x.sources), "titles", i,
                        "bad text or occupation");
            }
            const Range related = t_.occupations[o].related;
            for (std::size_t i = related.begin; i < related.end; ++i) {
                const auto& x = t_.related[i];
                require(x.from == o && x.to < t_.occupations.size() && ok(x.tier), "related", i,
                        "bad text or occupation");
            }
        }
    }

    void occupation_skills() {
        for (std::size_t o = 0; o < t_.occupations.size() && problem_.empty(); ++o) {
            const Range range = t_.occupations[o].skills;
            for (std::size_t i = range.begin; i < range.end; ++i) {
                const auto& x = t_.occupation_skills[i];
                require(x.occupation == o && x.skill < t_.skills.size() && x.use <= Use::optional &&
                            x.hot <= 1 && x.in_demand <= 1,
                        "occ_skills", i, "bad index or flag");
            }
        }
    }

    /// Absent, or a number that a scale of O*NET can hold.
    static bool figure(float f) { return std::isnan(f) || (f >= 0.0F && f <= 1000.0F); }

    void ratings() {
        for (std::size_t o = 0; o < t_.occupations.size() && problem_.empty(); ++o) {
            const Range range = t_.occupations[o].ratings;
            for (std::size_t i = range.begin; i < range.end; ++i) {
                const auto& x = t_.ratings[i];
                require(x.occupation == o && x.skill < t_.skills.size() && x.origin < t_.origins.size(),
                        "ratings", i, "bad index");
                const bool level = x.scale == Scale::level;
                require((level || x.scale == Scale::importance) && x.flags <= 3 &&
                            x.value_hundredths <= (level ? 700 : 500) &&
                            (level || x.value_hundredths >= 100) && figure(x.standard_error) &&
                            figure(x.low) && figure(x.high),
                        "ratings", i, "figure out of range");
            }
        }
    }

    void references() {
        for (std::size_t i = 0; i < t_.origins.size(); ++i) {
            const auto& o = t_.origins[i];
            require(ok(o.source) && ok(o.release), "origins", i, "bad text");
        }
        for (std::size_t i = 0; i < t_.commodities.size(); ++i) {
            const auto& c = t_.commodities[i];
            require(ok(c.title) && ok(c.class_title) && ok(c.family_title), "commodities", i, "bad text");
            require(i == 0 || t_.commodities[i - 1].code < c.code, "commodities", i, "out of order");
        }
        for (std::size_t i = 0; i < t_.files.size(); ++i) {
            require(named(t_.files[i].name) && ok(t_.files[i].release), "files", i, "bad text");
        }
    }

    const PackTables& t_;
    const std::string& where_;
    std::string problem_;
};

}  // namespace

Result<void> check_tables(const PackTables& tables, const std::string& where) {
    return Check(tables, where).run();
}

}  // namespace headway::ontology

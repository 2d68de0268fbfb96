// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/asked_paper.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>

#include "base/hash.hpp"
#include "text/phrases.hpp"

namespace headway::career {
namespace {

constexpr std::uint32_t reach = 4;  // tokens

template <std::size_t n>
bool among(const std::array<std::uint64_t, n>& words, const text::Token& word) {
    return std::find(words.begin(), words.end(), word.key) != words.end();
}

/// Papers that no framework lists by this word alone.
bool paper(const text::Token& word) {
    constexpr std::array words = {hash64("qualification"), hash64("certificate"),    hash64("certification"),
                                  hash64("diploma"),       hash64("degree"),         hash64("licence"),
                                  hash64("license"),       hash64("apprenticeship"), hash64("accreditation"),
                                  hash64("attestation")};
    return among(words, word);
}

/// Of these, what a field before the word makes a paper of its own: "crane operator license". A "product
/// certification" or a "vehicle registration" may be work.
bool paper_of(const text::Token& word) {
    constexpr std::array words = {hash64("certificate"),   hash64("licence"),   hash64("license"),
                                  hash64("certification"), hash64("licensure"), hash64("credential")};
    return among(words, word);
}

/// Words before a trade that say that one has its paper.
bool holds_paper(const text::Token& word) {
    constexpr std::array words = {hash64("licensed"), hash64("licenced"), hash64("certified"),
                                  hash64("chartered"), hash64("registered")};
    return among(words, word);
}

/// Words between a field and a paper by which the two do not belong together.
bool parts(const text::Token& word) {
    constexpr std::array words = {hash64("and"),   hash64("or"),     hash64("of"),      hash64("in"),
                                  hash64("with"),  hash64("the"),    hash64("a"),       hash64("an"),
                                  hash64("to"),    hash64("for"),    hash64("is"),      hash64("plus"),
                                  hash64("valid"), hash64("active"), hash64("current"), hash64("no")};
    return among(words, word);
}

class Widening {
  public:
    Widening(const Job& job, std::span<const Mention> all, const AlternativeGroup& group,
             const ontology::Catalog& catalog)
        : job_(job),
          r_(job.reading),
          all_(all),
          group_(group),
          catalog_(catalog),
          front_(all[group.mentions.front()]),
          last_(all[group.mentions.back()].first_token + all[group.mentions.back()].token_count - 1) {}

    void apply(Requirement& out) const {
        const bool single = group_.mentions.size() == 1;
        const ontology::Kind kind = catalog_.kind(front_.skill);
        if (single && kind == ontology::Kind::degree) return field_of_degree(out);
        if (kind != ontology::Kind::knowledge && kind != ontology::Kind::skill) return;
        if (paper_in_field(out) || !single) return;
        const Section section = r_.section(front_.sentence);
        if (section == Section::duties || section == Section::title) return;
        if (!field_before_paper(out)) licensed_trade(out);
    }

  private:
    [[nodiscard]] bool apart(std::uint32_t t) const {
        return t + 1 >= r_.tokens.size() || r_.sentence_of[t] != r_.sentence_of[t + 1] ||
               r_.between(t).find_first_of(",;:()") != std::string_view::npos;
    }

    [[nodiscard]] bool named(std::uint32_t t) const {
        return std::any_of(all_.begin(), all_.end(), [&](const Mention& x) {
            return t >= x.first_token && t < x.first_token + x.token_count;
        });
    }

    void show(Requirement& out, std::uint32_t first, std::uint32_t end) const {
        out.evidence = {make_evidence(r_, job_.pages, first, end - first, front_.shows, front_.confidence)};
    }

    void ask_for(Requirement& out, std::uint32_t first, std::uint32_t end) const {
        show(out, first, end);
        out.name = out.evidence.front().text;
        std::replace(out.name.begin(), out.name.end(), '\n', ' ');
        out.partial = true;
    }

    void field_of_degree(Requirement& out) const {
        if (r_.tokens[last_].key != hash64("in")) return;
        std::uint32_t end = last_;
        while (end - last_ < reach && !apart(end) && r_.tokens[end + 1].key != hash64("or")) ++end;
        show(out, front_.first_token, end + 1);
    }

    bool paper_in_field(Requirement& out) const {
        const std::uint32_t field = front_.first_token;
        if (field < 2 || r_.tokens[field - 1].key != hash64("in") || apart(field - 1) || apart(field - 2) ||
            !paper(r_.tokens[field - 2]))
            return false;
        std::uint32_t first = field - 2;
        if (named(first)) return false;
        while (first > 0 && field - first < 2 + reach && !apart(first - 1) && !named(first - 1)) --first;
        ask_for(out, first, last_ + 1);
        return true;
    }

    /// "Elevator mechanic license": directly behind the field, or behind one word more of it.
    bool field_before_paper(Requirement& out) const {
        std::uint32_t at = last_;
        for (int words = 0; words < 2; ++words) {
            if (apart(at) || named(at + 1)) return false;
            ++at;
            if (paper_of(r_.tokens[at])) {
                ask_for(out, front_.first_token, at + 1);
                return true;
            }
            if (parts(r_.tokens[at])) return false;
        }
        return false;
    }

    /// "Licensed optician", but not "licensed software".
    void licensed_trade(Requirement& out) const {
        const std::uint32_t first = front_.first_token;
        if (first == 0 || apart(first - 1) || named(first - 1) || !holds_paper(r_.tokens[first - 1])) return;
        const auto trade = text::match_longest(catalog_.lexicon().titles(),
                                               std::span(r_.tokens).subspan(first, last_ + 1 - first));
        if (trade.size() == 1 && trade.front().length == last_ + 1 - first)
            ask_for(out, first - 1, last_ + 1);
    }

    const Job& job_;
    const Reading& r_;
    std::span<const Mention> all_;
    const AlternativeGroup& group_;
    const ontology::Catalog& catalog_;
    const Mention& front_;
    std::uint32_t last_;  ///< the last token of the field
};

}  // namespace

void widen_paper(const Job& job, std::span<const Mention> mentions, const AlternativeGroup& group,
                 const ontology::Catalog& catalog, Requirement& out) {
    Widening(job, mentions, group, catalog).apply(out);
}

}  // namespace headway::career

// SPDX-License-Identifier: GPL-3.0-or-later
// How well real job ads are read: on SkillSpan's whole training postings (half of them were looked at while
// the engine was built, half were not) and on its dev sentences, beside plain matching of every name.
#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <set>
#include <span>
#include <vector>

#include "career/engine.hpp"
#include "job_ads_data.hpp"
#include "shipped.hpp"

namespace headway::bench {
namespace {

using Spans = std::vector<Span>;

bool overlap(const Span& a, const Span& b) {
    return a.begin < b.end && b.begin < a.end;
}
bool meets(const Span& a, const Spans& all) {
    return std::any_of(all.begin(), all.end(), [&](const Span& b) { return overlap(a, b); });
}
double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

Spans only(const Spans& spans, bool knowledge) {
    Spans out;
    std::copy_if(spans.begin(), spans.end(), std::back_inserter(out),
                 [&](const Span& s) { return s.knowledge == knowledge; });
    return out;
}

/// Every name of every framework, longest first, whatever stands around it.
Spans plain_names(std::string_view text) {
    const auto& lexicon = catalog().lexicon();
    const auto tokens = text::tokenize(text);
    Spans out;
    for (const text::PhraseMatch& m : text::match_longest(lexicon.phrases(), tokens)) {
        const auto entries = lexicon.entries(m.phrase);
        const auto name = std::find_if(entries.begin(), entries.end(), [](const ontology::PhraseEntry& e) {
            return e.role <= ontology::PhraseRole::derived;
        });
        if (name == entries.end()) continue;
        const ontology::Kind kind = catalog().kind(name->skill);
        out.push_back({tokens[m.first].begin, tokens[m.first + m.length - 1].end,
                       kind != ontology::Kind::skill && kind != ontology::Kind::soft});
    }
    return out;
}

Spans mentions_of(std::string_view text) {
    const career::Reading reading = career::read_text(text, career::DocumentKind::job);
    Spans out;
    for (const career::Mention& m : career::find_mentions(reading, catalog()).mentions) {
        const ontology::Kind kind = catalog().kind(m.skill);
        out.push_back({m.begin, m.end, kind != ontology::Kind::skill && kind != ontology::Kind::soft});
    }
    return out;
}

/// One span a requirement's piece of evidence, grouped by requirement.
std::vector<Spans> requirements_of(std::string_view text) {
    static const career::Engine engine(catalog(), &linker());
    std::vector<Spans> out;
    for (const career::Requirement& r : engine.read_job(text, {0}).requirements) {
        Spans& spans = out.emplace_back();
        for (const career::Evidence& e : r.evidence) spans.push_back({e.begin, e.end, true});
    }
    return out;
}

struct Postings {
    std::size_t count = 0, knowledge = 0, knowledge_found = 0, skill = 0, skill_found = 0, claims = 0,
                claims_marked = 0, bytes = 0, bytes_claimed = 0;
};

void add_posting(Postings& sum, const Posting& p, const std::vector<Spans>& claims) {
    Spans all;
    for (const Spans& c : claims) all.insert(all.end(), c.begin(), c.end());
    ++sum.count;
    for (const Span& s : p.spans) {
        (s.knowledge ? sum.knowledge : sum.skill) += 1;
        if (meets(s, all)) (s.knowledge ? sum.knowledge_found : sum.skill_found) += 1;
    }
    for (const Spans& c : claims) {
        ++sum.claims;
        sum.claims_marked +=
            std::any_of(c.begin(), c.end(), [&](const Span& s) { return meets(s, p.spans); });
    }
}

/// Of the claims that somebody judged by reading and that the engine still makes, how many are right.
std::string judged_precision(std::span<const Posting> postings) {
    std::size_t right = 0;
    std::size_t made = 0;
    const auto judged = read_judged(HEADWAY_SOURCE_DIR "/bench/job_ads_judged.tsv");
    for (const Judged& j : judged) {
        const auto claims = requirements_of(postings[j.posting].text);
        const bool still =
            std::any_of(claims.begin(), claims.end(), [&](const Spans& c) { return meets(j.span, c); });
        made += still;
        right += still && j.right;
    }
    return fmt::format(
        "Of {} claims drawn from the held-out postings and judged by reading, the engine still makes {}, and "
        "{} of "
        "those are right ({:.2f}); it made all of them when they were drawn, {} right ({:.2f}). Kinds of "
        "mistakes seen in the draw were mended "
        "since, so the first figure flatters.\n",
        judged.size(), made, right, share(right, made),
        std::count_if(judged.begin(), judged.end(), [](const Judged& j) { return j.right; }),
        share(static_cast<std::size_t>(
                  std::count_if(judged.begin(), judged.end(), [](const Judged& j) { return j.right; })),
              judged.size()));
}

void print_postings() {
    const auto postings = read_postings(data_file("bench-dev/skillspan/train_postings.jsonl"));
    std::cout
        << "| Whole postings | knowledge found | skills found | claims | of them marked by the annotators "
           "|\n|---|---|---|---|---|\n";
    for (const bool held_out : {true, false}) {
        for (const bool engine : {true, false}) {
            Postings sum;
            for (std::size_t i = held_out ? 1 : 0; i < postings.size(); i += 2) {
                std::vector<Spans> claims;
                if (engine) {
                    claims = requirements_of(postings[i].text);
                } else {
                    for (const Span& s : plain_names(postings[i].text)) claims.push_back({s});
                }
                add_posting(sum, postings[i], claims);
            }
            std::cout << fmt::format(
                "| {}, {} {} | {:.3f} | {:.3f} | {} | {:.3f} |\n", engine ? "requirements" : "every name",
                sum.count, held_out ? "held out" : "looked at while building",
                share(sum.knowledge_found, sum.knowledge), share(sum.skill_found, sum.skill), sum.claims,
                share(sum.claims_marked, sum.claims));
        }
    }
    std::cout << '\n' << judged_precision(postings) << '\n';
}

struct Counts {
    std::size_t exact = 0, loose_gold = 0, loose_found = 0, gold = 0, found = 0;
};

void count(Counts& c, const Spans& gold, const Spans& found) {
    c.gold += gold.size();
    c.found += found.size();
    for (const Span& g : gold) {
        c.loose_gold += meets(g, found);
        c.exact += std::any_of(found.begin(), found.end(),
                               [&](const Span& f) { return f.begin == g.begin && f.end == g.end; });
    }
    for (const Span& f : found) c.loose_found += meets(f, gold);
}

double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
}

void print_sentences() {
    const auto sentences = read_sentences(data_file("bench-dev/skillspan/dev.json"));
    std::cout << "| Spans of SkillSpan dev | exact F1 | touching: precision | recall | F1 "
                 "|\n|---|---|---|---|---|\n";
    using Finder = Spans (*)(std::string_view);
    for (const auto& [name, find] :
         {std::pair<std::string_view, Finder>{"mentions", mentions_of}, {"every name", plain_names}}) {
        for (const bool knowledge : {true, false}) {
            Counts c;
            for (const Posting& s : sentences)
                count(c, only(s.spans, knowledge), only(find(s.text), knowledge));
            const double precision = share(c.loose_found, c.found);
            const double recall = share(c.loose_gold, c.gold);
            std::cout << fmt::format("| {}, {} | {:.3f} | {:.3f} | {:.3f} | {:.3f} |\n", name,
                                     knowledge ? "knowledge" : "skill",
                                     f1(share(c.exact, c.found), share(c.exact, c.gold)), precision, recall,
                                     f1(precision, recall));
        }
    }
    std::cout << fmt::format("\n{} sentences, one at a time; nothing was fitted to them or to their spans.\n",
                             sentences.size());
}

}  // namespace
}  // namespace headway::bench

int main() {
    using namespace headway::bench;
    const auto path = data_file("bench-dev/skillspan/train_postings.jsonl");
    if (!std::filesystem::exists(path)) {
        std::cout << "Reading of job ads was not measured: no " << path << " (set HEADWAY_DATA)\n";
        return 0;
    }
    print_postings();
    print_sentences();
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How often the occupation of a job title is found, on titles that neither the lists nor the model have seen.
//   titles_bench                      the report, on the held-out fifth
//   titles_bench --inner              the same on the inner part, for choosing figures
//   titles_bench --train FILE         fits the shipped model to all titles of the pack
#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <map>
#include <memory>
#include <unordered_map>

#include "base/hash.hpp"
#include "career/occupation_ranking.hpp"
#include "ontology/pack.hpp"
#include "ontology/title_trainer.hpp"
#include "text/tokens.hpp"
#include "titles_noise.hpp"
#include "titles_split.hpp"

namespace headway::bench {
namespace {

using career::KnownTitle;
using career::RankedOccupation;
using ontology::TitleExample;
using Ranker = std::function<std::vector<RankedOccupation>(std::string_view)>;

career::TitleLookup make_lookup(std::span<const TitleExample> train) {
    auto known = std::make_shared<std::unordered_map<std::string, std::vector<KnownTitle>>>();
    std::map<std::uint32_t, std::string_view> names;
    for (const TitleExample& e : train) {
        if (e.name) names.emplace(e.occupation, e.title);
        (*known)[text::normal_name(e.title)].push_back(
            {e.occupation, e.name, e.reported, false,
             career::name_likeness(career::telling_words(e.title), names[e.occupation])});
    }
    return [known](std::string_view title) {
        const auto found = known->find(text::normal_name(title));
        return found == known->end() ? std::vector<KnownTitle>{} : found->second;
    };
}

/// Plain TF-IDF over words; an occupation is as near as its nearest title (cosine).
Ranker make_baseline(std::span<const TitleExample> train) {
    struct Index {
        std::unordered_map<std::uint64_t, std::vector<std::pair<std::uint32_t, float>>> postings;
        std::vector<std::uint32_t> occupation;
        std::unordered_map<std::uint64_t, float> idf;
    };
    auto index = std::make_shared<Index>();
    std::unordered_map<std::uint64_t, float> count;
    std::vector<std::vector<std::uint64_t>> rows;
    for (const TitleExample& e : train) {
        std::vector<std::uint64_t> row;
        for (const auto& t : text::tokenize(e.title)) row.push_back(t.key);
        std::sort(row.begin(), row.end());
        row.erase(std::unique(row.begin(), row.end()), row.end());
        for (std::uint64_t w : row) count[w] += 1;
        rows.push_back(std::move(row));
        index->occupation.push_back(e.occupation);
    }
    for (const auto& [w, n] : count)
        index->idf[w] = std::log((1 + static_cast<float>(rows.size())) / (1 + n)) + 1;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        float norm = 0;
        for (std::uint64_t w : rows[i]) norm += index->idf[w] * index->idf[w];
        for (std::uint64_t w : rows[i]) index->postings[w].emplace_back(i, index->idf[w] / std::sqrt(norm));
    }
    return [index](std::string_view title) {
        std::unordered_map<std::uint32_t, float> rows_hit;
        for (const auto& t : text::tokenize(title)) {
            const auto found = index->postings.find(t.key);
            if (found == index->postings.end()) continue;
            for (const auto& [i, w] : found->second) rows_hit[i] += w * index->idf[t.key];
        }
        std::map<std::uint32_t, float> best;
        for (const auto& [i, s] : rows_hit)
            best[index->occupation[i]] = std::max(best[index->occupation[i]], s);
        std::vector<RankedOccupation> out;
        for (const auto& [o, s] : best) out.push_back({o, static_cast<double>(s), 0, false});
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
            return a.confidence != b.confidence ? a.confidence > b.confidence : a.occupation < b.occupation;
        });
        if (out.size() > 5) out.resize(5);
        return out;
    };
}

struct Figures {
    std::size_t asked = 0, first = 0, five = 0;
    double calibration_error = 0;
    double micros = 0;
    std::array<double, 10> sum{}, right{}, count{};
};

Figures measure(const Ranker& ranker, std::span<const TitleQuestion> questions) {
    Figures f;
    const auto start = std::chrono::steady_clock::now();
    for (const TitleQuestion& q : questions) {
        const auto ranked = ranker(q.title);
        ++f.asked;
        for (std::size_t i = 0; i < ranked.size() && i < 5; ++i) {
            if (!q.right.contains(ranked[i].occupation)) continue;
            if (i == 0) ++f.first;
            ++f.five;
            break;
        }
        const double c = ranked.empty() ? 0 : ranked[0].confidence;
        const auto bin = std::min<std::size_t>(static_cast<std::size_t>(c * 10), 9);
        f.sum[bin] += c;
        f.count[bin] += 1;
        f.right[bin] += !ranked.empty() && q.right.contains(ranked[0].occupation) ? 1 : 0;
    }
    const auto end = std::chrono::steady_clock::now();
    for (std::size_t b = 0; b < 10; ++b) f.calibration_error += std::abs(f.sum[b] - f.right[b]);
    f.calibration_error /= static_cast<double>(std::max<std::size_t>(f.asked, 1));
    f.micros = std::chrono::duration<double, std::micro>(end - start).count() /
               static_cast<double>(std::max<std::size_t>(f.asked, 1));
    return f;
}

void print(std::string_view what, std::string_view method, const Figures& f, bool shows_calibration) {
    const auto share = [&](std::size_t n) {
        return 100.0 * static_cast<double>(n) / static_cast<double>(f.asked);
    };
    fmt::print("| {} | {} | {} | {:.1f} % | {:.1f} % | {} | {:.2f} ms |\n", what, method, f.asked,
               share(f.first), share(f.five),
               shows_calibration ? fmt::format("{:.3f}", f.calibration_error) : "–", f.micros / 1000);
    std::fflush(stdout);
}

std::vector<TitleQuestion> messy(std::span<const TitleQuestion> clean) {
    std::vector<TitleQuestion> out(clean.begin(), clean.end());
    for (TitleQuestion& q : out) q.title = make_messy(q.title, hash64(q.title, 7));
    return out;
}

/// Every tenth title of the train side; where several occupations list it, it is asked for each of them, and
/// only that one is right.
std::vector<TitleQuestion> known_titles(std::span<const TitleExample> train) {
    std::vector<TitleQuestion> out;
    for (const TitleExample& e : train) {
        if (hash64(text::normal_name(e.title), 3) % 10 == 0) out.push_back({e.title, {e.occupation}});
    }
    return out;
}

/// The same titles, each asked once; every occupation that lists it is right.
std::vector<TitleQuestion> any_listed(std::span<const TitleQuestion> known) {
    std::map<std::string, TitleQuestion> all;
    for (const TitleQuestion& q : known) {
        TitleQuestion& joined = all[text::normal_name(q.title)];
        joined.title = q.title;
        joined.right.insert(q.right.begin(), q.right.end());
    }
    std::vector<TitleQuestion> out;
    for (auto& [key, q] : all) out.push_back(std::move(q));
    return out;
}

/// One question for each occupation that is right.
std::vector<TitleQuestion> one_meant(std::span<const TitleQuestion> questions) {
    std::vector<TitleQuestion> out;
    for (const TitleQuestion& q : questions)
        for (std::uint32_t o : q.right) out.push_back({q.title, {o}});
    return out;
}

/// Six of an occupation's tasks, as the duties of an ad; empty where the O*NET text files are not at hand.
std::map<std::uint32_t, std::string> read_duties(const ontology::Pack& pack) {
    const char* folder = std::getenv("HEADWAY_DATA");
    std::ifstream in((folder != nullptr ? std::string(folder) : HEADWAY_SOURCE_DIR "/../shared/data") +
                     "/onet-30.1-text/Task Statements.txt");
    std::map<std::string, std::uint32_t, std::less<>> rows;
    for (std::uint32_t o = 0; o < pack.occupations().size(); ++o)
        rows.emplace(pack.text(pack.occupations()[o].id), o);
    std::map<std::uint32_t, int> taken;
    std::map<std::uint32_t, std::string> out;
    for (std::string line; std::getline(in, line);) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        if (second == std::string::npos) continue;
        const auto row = rows.find(line.substr(0, first));
        if (row == rows.end() || ++taken[row->second] > 6) continue;
        out[row->second] += line.substr(second + 1, line.find('\t', second + 1) - second - 1) + "\n";
    }
    return out;
}

/// How often answers of a given share of the softmax were right: what the curves of
/// career/occupation_ranking.cpp are made of.
void print_curves(const Ranker& ranker, std::span<const std::vector<TitleQuestion>> sets) {
    for (const bool listed : {false, true}) {
        std::array<double, 10> right{};
        std::array<double, 10> share{};
        std::array<double, 10> count{};
        for (const auto& set : sets) {
            for (const TitleQuestion& q : set) {
                const auto ranked = ranker(q.title);
                if (ranked.empty() || ranked[0].listed != listed) continue;
                const auto bin = std::min<std::size_t>(static_cast<std::size_t>(ranked[0].share * 10), 9);
                count[bin] += 1;
                share[bin] += ranked[0].share;
                right[bin] += q.right.contains(ranked[0].occupation) ? 1 : 0;
            }
        }
        for (std::size_t b = 0; b < 10; ++b) {
            fmt::print("{} share {:.2f} right {:.3f} ({:.0f} titles)\n", listed ? "listed" : "open  ",
                       share[b] / count[b], right[b] / count[b], count[b]);
        }
    }
}

void report(const ontology::Pack& pack, bool inner) {
    const auto all = ontology::title_examples(pack);
    const TitleSplit split = split_titles(all, inner ? InnerSide::apart : InnerSide::in_train);
    const auto& questions = inner ? split.inner : split.held_out;
    fmt::print("{} titles in {} groups of near-duplicates (largest {}); {} asked, {} learned from.\n\n",
               all.size(), split.groups, split.largest_group, questions.size(), split.train.size());
    ontology::TitleTraining training;
    if (const char* s = std::getenv("ROUNDS")) training.rounds = std::atoi(s);
    if (const char* s = std::getenv("STEP")) training.step = std::strtof(s, nullptr);
    if (const char* s = std::getenv("KEEP")) training.keep = std::strtof(s, nullptr);
    const auto start = std::chrono::steady_clock::now();
    const auto trained = ontology::train_titles(pack, split.train, training);
    fmt::print("Fitted in {:.1f} s: {} features, {} weights.\n\n",
               std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count(),
               trained.features.size(), trained.weights.size());
    const auto lookup = make_lookup(split.train);
    const Ranker headway = [&](std::string_view t) {
        return career::rank_occupations(t, {}, 5, trained.view(), lookup);
    };
    const Ranker baseline = make_baseline(split.train);
    fmt::print(
        "| Titles | Method | Asked | Top 1 | Top 5 | ECE | Time a title |\n|---|---|---|---|---|---|---|\n");
    const auto known = known_titles(split.train);
    if (inner) print_curves(headway, std::array{questions, messy(questions), known, messy(known)});
    const std::pair<std::string_view, std::vector<TitleQuestion>> sets[] = {
        {"held out", questions},
        {"held out, messy", messy(questions)},
        {"known", known},
        {"known, messy", messy(known)},
        {"known, messy, any listed", messy(any_listed(known))}};
    for (const auto& [name, set] : sets) {
        const Figures ours = measure(headway, set);
        print(name, "Headway", ours, true);
        print(name, "TF-IDF", measure(baseline, set), false);
    }
    const auto duties = read_duties(pack);
    if (duties.empty()) {
        fmt::print("\nNo O*NET text files at hand: titles with duties were not measured.\n");
        return;
    }
    for (const auto& [name, set] :
         {std::pair<std::string_view, std::vector<TitleQuestion>>{"known, with duties", known},
          {"held out, with duties", one_meant(questions)}}) {
        std::vector<TitleQuestion> with;
        for (const TitleQuestion& q : set)
            if (duties.contains(*q.right.begin())) with.push_back(q);
        print(name, "title alone", measure(headway, with), true);
        std::size_t next = 0;
        print(name, "title and duties",
              measure(
                  [&](std::string_view t) {
                      return career::rank_occupations(t,
                                                      career::Duties(duties.at(*with[next++].right.begin())),
                                                      5, trained.view(), lookup);
                  },
                  with),
              true);
    }
}

}  // namespace
}  // namespace headway::bench

int main(int argc, char** argv) {
    using namespace headway;
    const auto pack = ontology::Pack::open(std::string(HEADWAY_SOURCE_DIR) + "/data/onet.pack");
    if (!pack) {
        std::cerr << pack.error().message() << '\n';
        return 3;
    }
    if (argc == 3 && std::strcmp(argv[1], "--train") == 0) {
        const auto trained = ontology::train_titles(*pack, ontology::title_examples(*pack));
        if (auto written = ontology::write_title_model(trained.view(), argv[2]); !written) {
            std::cerr << written.error().message() << '\n';
            return 1;
        }
        return 0;
    }
    bench::report(*pack, argc == 2 && std::strcmp(argv[1], "--inner") == 0);
    return 0;
}

// SPDX-License-Identifier: GPL-3.0-or-later
// How well sentences of job ads are linked to ESCO, beside what counting words alone does, as a Markdown
// table; and what linking costs.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <set>
#include <stdexcept>

#include "app/paths.hpp"
#include "base/bytes.hpp"
#include "career/linker.hpp"
#include "link_floors.hpp"
#include "ontology/csv.hpp"
#include "ratios.hpp"
#include "shipped.hpp"

namespace headway::bench {
namespace {

using ontology::SkillId;
using Gold = std::map<std::string, std::set<std::string>>;  ///< Names of the right skills of each sentence.
using Ranker = std::function<std::vector<SkillId>(std::string_view)>;

constexpr std::size_t depth = 100;  ///< A right skill below this rank counts nothing in MRR.

std::string validation_file(const std::string& name) {
    return data_file("bench-dev/decorte-validation/" + name + "_validation_annotations.csv");
}

/// Every sentence once, with its right skills; sentences without any are left out.
Gold read_gold(const std::string& path) {
    const auto text = read_file(path, std::size_t{64} << 20U);
    if (!text) throw std::runtime_error(text.error().message());
    auto rows = ontology::CsvFile::open(path, *text, {"sentence", "label"});
    if (!rows) throw std::runtime_error(rows.error().message());
    Gold out;
    for (auto more = rows->next(); more && *more; more = rows->next()) {
        const std::string& label = rows->cell(1);
        if (label.empty() || label == "LABEL NOT PRESENT" || label == "UNDERSPECIFIED") continue;
        out[rows->cell(0)].insert(label);
    }
    return out;
}

struct Quality {
    double precision = 0;  ///< RP@5: right ones among the first five, of the most there could be.
    double rank = 0;       ///< MRR
};

Quality measure(const Gold& gold, const Ranker& rank) {
    Quality out;
    for (const auto& [sentence, right] : gold) {
        const std::vector<SkillId> found = rank(sentence);
        std::size_t among_five = 0;
        std::size_t first = 0;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (!right.contains(std::string(catalog().name(found[i])))) continue;
            if (i < 5) ++among_five;
            if (first == 0) first = i + 1;
        }
        out.precision +=
            static_cast<double>(among_five) / static_cast<double>(std::min<std::size_t>(5, right.size()));
        if (first != 0) out.rank += 1.0 / static_cast<double>(first);
    }
    const auto n = static_cast<double>(std::max<std::size_t>(1, gold.size()));
    return {out.precision / n, out.rank / n};
}

std::vector<FloorLabel> esco_labels() {
    std::vector<FloorLabel> out;
    for (SkillId s = 0; s < catalog().skill_count(); ++s) {
        const ontology::Pack& pack = catalog().pack_of(s);
        const ontology::SkillRow& row = catalog().row(s);
        if (pack.name() != "esco" || row.kind == ontology::Kind::group) continue;
        out.push_back({pack.text(row.name), s});
        for (std::uint32_t a = row.aliases.begin; a != row.aliases.end; ++a) {
            if (pack.aliases()[a].kind != ontology::AliasKind::hidden)
                out.push_back({pack.text(pack.aliases()[a].text), s});
        }
    }
    return out;
}

void print_table() {
    std::vector<std::pair<std::string, Gold>> sets;
    for (const char* name : {"tech", "house"}) {
        const std::string path = validation_file(name);
        if (!std::filesystem::exists(path)) {
            std::cout << "Linking quality was not measured: no " << path << " (set HEADWAY_DATA)\n";
            return;
        }
        sets.emplace_back(name, read_gold(path));
    }
    const auto labels = esco_labels();
    const Floor bm25(labels, stemmed_words, Weighing::bm25);
    const Floor words(labels, stemmed_words, Weighing::tf_idf);
    const Floor grams(labels, character_grams, Weighing::tf_idf);
    const auto by = [](const Floor& floor) {
        return [&floor](std::string_view text) { return floor.rank(text, depth); };
    };
    const Ranker ours = [](std::string_view text) {
        std::vector<SkillId> out;
        for (const auto& l : linker().link(text, career::LinkFramework::esco, depth)) out.push_back(l.skill);
        return out;
    };
    std::cout << "| Sentence to ESCO | TECH RP@5 | MRR | HOUSE RP@5 | MRR |\n|---|---|---|---|---|\n";
    for (const auto& [name, rank] :
         std::vector<std::pair<std::string, Ranker>>{{"headway link", ours},
                                                     {"BM25, stemmed words", by(bm25)},
                                                     {"TF-IDF, stemmed words", by(words)},
                                                     {"TF-IDF, 3 to 5 characters", by(grams)}}) {
        std::cout << "| " << name << " |";
        for (const auto& [set, gold] : sets) {
            const Quality q = measure(gold, rank);
            std::cout << fmt::format(" {:.3f} | {:.3f} |", q.precision, q.rank);
        }
        std::cout << '\n';
    }
    std::cout << fmt::format("\nValidation sets of Decorte et al., {} and {} sentences.\n",
                             sets[0].second.size(), sets[1].second.size());
}

constexpr std::string_view sentence =
    "Led a team of six who built the ordering service of a regional bakery chain and cut late deliveries by "
    "half.";

void baseline_bm25_of_a_sentence(benchmark::State& state) {
    const Floor bm25(esco_labels(), stemmed_words, Weighing::bm25);
    for (auto _ : state) benchmark::DoNotOptimize(bm25.rank(sentence, 5));
}
BENCHMARK(baseline_bm25_of_a_sentence)->Unit(benchmark::kMicrosecond);

void open_linker(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(app::open_linker(catalog()));
}
BENCHMARK(open_linker)->Unit(benchmark::kMicrosecond);

void link_a_sentence(benchmark::State& state, career::LinkFramework framework) {
    for (auto _ : state) benchmark::DoNotOptimize(linker().link(sentence, framework, 5));
}
BENCHMARK_CAPTURE(link_a_sentence, to_esco, career::LinkFramework::esco)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(link_a_sentence, to_onet, career::LinkFramework::onet)->Unit(benchmark::kMicrosecond);

void prepare_a_sentence(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(linker().prepare(sentence));
}
BENCHMARK(prepare_a_sentence)->Unit(benchmark::kMicrosecond);

/// Sixty requirements against a hundred sentences of ten words.
void compare_a_resume(benchmark::State& state) {
    const auto prepared = linker().prepare("Led six people who built the ordering service for bakeries");
    SkillId skill = 0;
    for (auto _ : state) {
        double sum = 0;
        for (int requirement = 0; requirement < 60; ++requirement) {
            skill = (skill + 487) % static_cast<SkillId>(catalog().skill_count());
            const SkillId canonical = catalog().lexicon().canonical(skill);
            for (int i = 0; i < 100; ++i) sum += linker().similarity(prepared, canonical);
        }
        benchmark::DoNotOptimize(sum);
    }
}
BENCHMARK(compare_a_resume)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace headway::bench

int main(int argc, char** argv) {
    headway::bench::print_table();
    std::cout << '\n';
    return headway::bench::run_with_ratios(argc, argv);
}

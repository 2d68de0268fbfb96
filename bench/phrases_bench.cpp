// SPDX-License-Identifier: GPL-3.0-or-later
// How the search for names grows with the ontology: every name and other name of O*NET and ESCO, or the first
// of them, in a text of 64 KiB. The baseline is what one would write first: each run of words looked up in a
// hash table of the same names.
#include <algorithm>
#include <benchmark/benchmark.h>
#include <random>
#include <string>
#include <unordered_set>
#include <vector>

#include "ratios.hpp"
#include "shipped.hpp"
#include "text/phrases.hpp"
#include "text/tokens.hpp"

namespace headway::bench {
namespace {

constexpr std::size_t longest_run = 8;  // words; the baseline finds no longer name
constexpr std::size_t text_size = std::size_t{64} << 10U;

/// All names, in an order that has nothing to do with their frameworks.
const std::vector<std::string_view>& names() {
    static const std::vector<std::string_view> all = [] {
        std::vector<std::string_view> out;
        for (const ontology::Pack& pack : catalog().packs()) {
            if (pack.name() == "headway") continue;
            for (const auto& row : pack.skills()) out.push_back(pack.text(row.name));
            for (const auto& alias : pack.aliases()) out.push_back(pack.text(alias.text));
            for (const auto& title : pack.titles()) out.push_back(pack.text(title.text));
        }
        std::ranges::sort(out);
        out.erase(std::unique(out.begin(), out.end()), out.end());
        std::ranges::shuffle(out, std::mt19937(11));  // always the same
        return out;
    }();
    return all;
}

std::span<const std::string_view> first_names(std::int64_t count) {
    return std::span(names()).first(std::min(names().size(), static_cast<std::size_t>(count)));
}

/// The samples of all fields one after the other.
std::string text_of_all_fields() {
    std::string out;
    while (out.size() < text_size) {
        for (const char* file : {"resume-logistics.txt", "job-logistics.txt", "job-backend.txt",
                                 "job-welder.txt", "job-nurse.txt"}) {
            out += sample(file);
        }
    }
    out.resize(text_size);
    return out;
}

void count(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

std::uint64_t extended(std::uint64_t run, std::uint64_t word) {
    return (run ^ word) * 0x9E3779B97F4A7C15U + (run >> 29U);
}

void baseline_each_run_of_words_looked_up(benchmark::State& state) {
    std::unordered_set<std::uint64_t> table;
    std::vector<text::Token> tokens;
    for (const std::string_view name : first_names(state.range(0))) {
        text::tokenize(name, tokens);
        std::uint64_t run = 0;
        for (const auto& token : tokens) run = extended(run, token.key);
        table.insert(run);
    }
    const std::string text = text_of_all_fields();
    for (auto _ : state) {
        text::tokenize(text, tokens);
        std::size_t found = 0;
        for (std::size_t t = 0; t < tokens.size(); ++t) {
            std::uint64_t run = 0;
            for (std::size_t n = t; n < std::min(tokens.size(), t + longest_run); ++n) {
                run = extended(run, tokens[n].key);
                found += table.contains(run) ? 1U : 0U;
            }
        }
        benchmark::DoNotOptimize(found);
    }
    count(state, text.size());
}

void names_found(benchmark::State& state) {
    text::PhraseIndexBuilder builder;
    for (const std::string_view name : first_names(state.range(0))) builder.add(name);
    builder.finish();
    const text::PhraseIndex index = builder.index();
    const std::string text = text_of_all_fields();
    std::vector<text::Token> tokens;
    for (auto _ : state) {
        text::tokenize(text, tokens);
        benchmark::DoNotOptimize(text::match_longest(index, tokens));
    }
    count(state, text.size());
}

void sizes(benchmark::internal::Benchmark* bench) {
    for (const std::int64_t n : {1'000, 4'000, 16'000, 64'000}) bench->Arg(n);
    bench->Arg(static_cast<std::int64_t>(names().size()))->Unit(benchmark::kMicrosecond);
}

BENCHMARK(baseline_each_run_of_words_looked_up)->Apply(sizes);
BENCHMARK(names_found)->Apply(sizes);

}  // namespace
}  // namespace headway::bench

int main(int argc, char** argv) {
    return headway::bench::run_with_ratios(argc, argv);
}

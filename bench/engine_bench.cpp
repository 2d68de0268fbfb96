// SPDX-License-Identifier: GPL-3.0-or-later
// What one request costs, part by part, on the plain-text sample pair, beside one pass over the bytes of
// both. The whole program from its start to its end is measured by program_bench.py.
#include <benchmark/benchmark.h>
#include <string>

#include "app/paths.hpp"
#include "base/hash.hpp"
#include "career/engine.hpp"
#include "ratios.hpp"
#include "shipped.hpp"
#include "text/tokens.hpp"

namespace headway::bench {
namespace {

constexpr career::Month today = career::make_month(2026, 11);

void count_bytes(benchmark::State& state, const std::string& text) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(text.size()));
}

void baseline_one_pass_over_both_texts(benchmark::State& state) {
    const std::string text = sample("resume-logistics.txt") + sample("job-logistics.txt");
    for (auto _ : state) benchmark::DoNotOptimize(hash64(text));
    count_bytes(state, text);
}
BENCHMARK(baseline_one_pass_over_both_texts)->Unit(benchmark::kMicrosecond);

void open_packs_and_lexicon(benchmark::State& state) {
    for (auto _ : state) benchmark::DoNotOptimize(app::open_catalog());
}
BENCHMARK(open_packs_and_lexicon)->Unit(benchmark::kMillisecond);

void words_of_a_resume(benchmark::State& state) {
    const std::string text = sample("resume-logistics.txt");
    std::vector<text::Token> tokens;
    for (auto _ : state) text::tokenize(text, tokens);
    count_bytes(state, text);
}
BENCHMARK(words_of_a_resume)->Unit(benchmark::kMicrosecond);

void read_a_resume(benchmark::State& state) {
    const career::Engine engine(catalog());
    const std::string text = sample("resume-logistics.txt");
    for (auto _ : state) benchmark::DoNotOptimize(engine.read_resume(text, {0}, today));
    count_bytes(state, text);
}
BENCHMARK(read_a_resume)->Unit(benchmark::kMicrosecond);

void read_a_job(benchmark::State& state) {
    const career::Engine engine(catalog());
    const std::string text = sample("job-logistics.txt");
    for (auto _ : state) benchmark::DoNotOptimize(engine.read_job(text, {0}));
    count_bytes(state, text);
}
BENCHMARK(read_a_job)->Unit(benchmark::kMicrosecond);

void gap_between_them(benchmark::State& state) {
    const career::Engine engine(catalog());
    const std::string resume_text = sample("resume-logistics.txt");
    const std::string job_text = sample("job-logistics.txt");
    const auto resume = engine.read_resume(resume_text, {0}, today);
    const auto job = engine.read_job(job_text, {0});
    for (auto _ : state) benchmark::DoNotOptimize(engine.gap(resume, job));
}
BENCHMARK(gap_between_them)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace headway::bench

int main(int argc, char** argv) {
    return headway::bench::run_with_ratios(argc, argv);
}

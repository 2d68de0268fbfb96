// SPDX-License-Identifier: GPL-3.0-or-later
// How cost grows with the length of a text: matching every name of every framework, against one pass over the
// bytes and against taking the words apart alone; and a whole report, with and without the linker.
#include <benchmark/benchmark.h>
#include <cstdint>
#include <stdexcept>
#include <string>

#include "app/paths.hpp"
#include "base/bytes.hpp"
#include "base/hash.hpp"
#include "career/engine.hpp"
#include "ratios.hpp"
#include "shipped.hpp"
#include "text/phrases.hpp"
#include "text/tokens.hpp"

namespace headway::bench {
namespace {

/// Lines of a sample again and again until the text has `size` bytes.
std::string grown(const std::string& name, std::size_t size) {
    const std::string content = sample(name);
    std::string out;
    while (out.size() < size) out += content;
    out.resize(out.rfind('\n', size) + 1);
    return out;
}

void count(benchmark::State& state, std::size_t bytes) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

void baseline_one_pass_over_the_bytes(benchmark::State& state) {
    const std::string text = grown("resume-logistics.txt", static_cast<std::size_t>(state.range(0)));
    for (auto _ : state) benchmark::DoNotOptimize(hash64(text));
    count(state, text.size());
}

void words_alone(benchmark::State& state) {
    const std::string text = grown("resume-logistics.txt", static_cast<std::size_t>(state.range(0)));
    std::vector<text::Token> tokens;
    for (auto _ : state) text::tokenize(text, tokens);
    count(state, text.size());
}

void words_and_every_name(benchmark::State& state) {
    const std::string text = grown("resume-logistics.txt", static_cast<std::size_t>(state.range(0)));
    const text::PhraseIndex& index = catalog().lexicon().phrases();
    std::vector<text::Token> tokens;
    for (auto _ : state) {
        text::tokenize(text, tokens);
        benchmark::DoNotOptimize(text::match_longest(index, tokens));
    }
    count(state, text.size());
}

void report(benchmark::State& state, const career::Linker* with) {
    const auto size = static_cast<std::size_t>(state.range(0));
    const std::string resume = grown("resume-logistics.txt", size);
    const std::string job = grown("job-logistics.txt", size);
    const career::Engine engine(catalog(), with);
    for (auto _ : state) {
        const auto read_resume = engine.read_resume(resume, {0}, career::make_month(2026, 11));
        const auto read_job = engine.read_job(job, {0});
        benchmark::DoNotOptimize(engine.gap(read_resume, read_job));
    }
}

void report_without_linker(benchmark::State& state) {
    report(state, nullptr);
}
void report_with_everything(benchmark::State& state) {
    report(state, &linker());
}

BENCHMARK(baseline_one_pass_over_the_bytes)->RangeMultiplier(4)->Range(4 << 10, 1 << 20);
BENCHMARK(words_alone)->RangeMultiplier(4)->Range(4 << 10, 1 << 20);
BENCHMARK(words_and_every_name)->RangeMultiplier(4)->Range(4 << 10, 1 << 20);
BENCHMARK(report_without_linker)->RangeMultiplier(4)->Range(4 << 10, 64 << 10)->Unit(benchmark::kMicrosecond);
BENCHMARK(report_with_everything)
    ->RangeMultiplier(4)
    ->Range(4 << 10, 64 << 10)
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace headway::bench

int main(int argc, char** argv) {
    return headway::bench::run_with_ratios(argc, argv);
}

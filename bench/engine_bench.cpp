// SPDX-License-Identifier: GPL-3.0-or-later
// What one request costs, part by part, on the plain-text sample pair; the whole program, process start
// included, is measured by the last one.
#include <benchmark/benchmark.h>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include "app/paths.hpp"
#include "base/bytes.hpp"
#include "career/engine.hpp"
#include "shipped.hpp"
#include "text/tokens.hpp"

namespace headway::bench {
namespace {

constexpr career::Month today = career::make_month(2026, 11);

void count_bytes(benchmark::State& state, const std::string& text) {
    state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                            static_cast<std::int64_t>(text.size()));
}

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

void whole_program(benchmark::State& state, const std::string& resume, const std::string& job) {
    const std::string samples = HEADWAY_SOURCE_DIR "/samples/";
    const std::string command = "'" HEADWAY_BINARY_DIR "/headway' gap '" + samples + resume + "' '" +
                                samples + job + "' --json > /dev/null";
    for (auto _ : state) {
        if (std::system(command.c_str()) != 0) throw std::runtime_error("the program failed: " + command);
    }
}
BENCHMARK_CAPTURE(whole_program, from_text, "resume-logistics.txt", "job-logistics.txt")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(whole_program, from_pdf, "resume-backend.pdf", "job-backend.txt")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(whole_program, from_docx, "resume-welder.docx", "job-welder.txt")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace headway::bench

BENCHMARK_MAIN();

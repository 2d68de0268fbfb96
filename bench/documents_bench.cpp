// SPDX-License-Identifier: GPL-3.0-or-later
// What reading a document costs, the confined child process included. A program with one thread forks the
// child; one with several (the server) has to start itself anew, which loads its libraries again. The
// baseline is a process that does nothing.
#include <benchmark/benchmark.h>
#include <condition_variable>
#include <cstdlib>
#include <mutex>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <thread>

#include "base/bytes.hpp"
#include "document/document.hpp"
#include "document/helper.hpp"
#include "ratios.hpp"

namespace headway::bench {
namespace {

void baseline_a_process_that_does_nothing(benchmark::State& state) {
    for (auto _ : state) {
        if (std::system("exec true") != 0) throw std::runtime_error("no process could be started");
    }
}

void read(benchmark::State& state, const std::string& file) {
    const auto bytes = read_file(HEADWAY_SOURCE_DIR "/samples/" + file, 1U << 20U);
    if (!bytes) throw std::runtime_error(bytes.error().message());
    for (auto _ : state) {
        const auto document = document::read_document(*bytes, file, {});
        if (!document) throw std::runtime_error(document.error().message());
    }
}

void read_beside_a_thread(benchmark::State& state, const std::string& file) {
    const std::jthread other([](const std::stop_token& stop) {
        std::mutex mutex;
        std::unique_lock lock(mutex);
        std::condition_variable_any().wait(lock, stop, [] { return false; });
    });
    read(state, file);
}

BENCHMARK(baseline_a_process_that_does_nothing)->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(read, pdf_of_two_pages, "resume-backend.pdf")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(read, docx, "resume-welder.docx")->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK_CAPTURE(read_beside_a_thread, pdf_of_two_pages, "resume-backend.pdf")
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace headway::bench

int main(int argc, char** argv) {
    if (const auto status = headway::document::run_document_helper(argc, argv)) return *status;
    return headway::bench::run_with_ratios(argc, argv);
}

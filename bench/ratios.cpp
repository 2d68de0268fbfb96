// SPDX-License-Identifier: GPL-3.0-or-later
#include "ratios.hpp"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace headway::bench {
namespace {

std::string duration(double seconds) {
    if (seconds >= 1e-3) return fmt::format("{:.3g} ms", seconds * 1e3);
    return seconds >= 1e-6 ? fmt::format("{:.3g} µs", seconds * 1e6)
                           : fmt::format("{:.3g} ns", seconds * 1e9);
}

class RatioTable : public benchmark::BenchmarkReporter {
  public:
    bool ReportContext(const Context& /*context*/) override { return true; }

    void ReportRuns(const std::vector<Run>& runs) override {
        for (const Run& run : runs) {
            failed_ = failed_ || run.error_occurred;
            const bool only = run.run_type == Run::RT_Iteration && run.repetitions <= 1;
            if (only || run.aggregate_name == "median") add(run);
        }
    }

    void Finalize() override {
        std::cout << "| | time | times the baseline | MB a second |\n|---|---|---|---|\n";
        for (const Row& row : rows_) {
            std::cout << fmt::format("| {} | {} | {} | {} |\n", row.name, duration(row.seconds),
                                     row.ratio > 0 ? fmt::format("{:.3g}", row.ratio) : "",
                                     row.rate > 0 ? fmt::format("{:.0f}", row.rate / 1e6) : "");
        }
    }

    [[nodiscard]] bool failed() const { return failed_ || rows_.empty(); }

  private:
    struct Row {
        std::string name;
        double seconds = 0;
        double ratio = 0;
        double rate = 0;  ///< bytes a second, 0 when nothing was counted
    };

    void add(const Run& run) {
        const bool real = !run.run_name.time_type.empty();
        const double unit = benchmark::GetTimeUnitMultiplier(run.time_unit);
        Row row;
        row.seconds = (real ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime()) / unit;
        const std::string& function = run.run_name.function_name;
        const std::string& arguments = run.run_name.args;
        row.name = arguments.empty() ? function : function + ", " + arguments;
        std::ranges::replace(row.name, '_', ' ');
        std::ranges::replace(row.name, '/', ' ');
        if (function.starts_with("baseline_")) {
            if (function != baseline_) baselines_.clear();
            baseline_ = function;
            baselines_[arguments] = row.seconds;
        }
        const auto same = baselines_.find(arguments);
        const auto any = baselines_.find("");
        if (same != baselines_.end()) row.ratio = row.seconds / same->second;
        if (same == baselines_.end() && any != baselines_.end()) row.ratio = row.seconds / any->second;
        if (const auto rate = run.counters.find("bytes_per_second"); rate != run.counters.end())
            row.rate = rate->second.value;
        rows_.push_back(std::move(row));
    }

    std::vector<Row> rows_;
    std::string baseline_;
    std::map<std::string, double> baselines_;  ///< Seconds by arguments.
    bool failed_ = false;
};

}  // namespace

int run_with_ratios(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    RatioTable table;
    benchmark::RunSpecifiedBenchmarks(&table);
    return table.failed() ? 1 : 0;
}

}  // namespace headway::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/metrics.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace headway::http {
namespace {

void add_escaped(std::string& out, std::string_view value) {
    for (const char c : value) {
        if (c == '\n') {
            out += "\\n";
            continue;
        }
        if (c == '\\' || c == '"') out += '\\';
        out += c;
    }
}

/// Without the braces: method="GET",route="/"
std::string label_text(const Labels& labels) {
    std::string out;
    for (const auto& [name, value] : labels) {
        if (!out.empty()) out += ',';
        out += name + "=\"";
        add_escaped(out, value);
        out += '"';
    }
    return out;
}

std::string in_braces(std::string_view labels) {
    return labels.empty() ? std::string() : fmt::format("{{{}}}", labels);
}

template <class Family>
void add_heading(std::string& out, std::string_view name, const Family& family, std::string_view type) {
    out += fmt::format("# HELP {} ", name);
    for (const char c : family.description) out += c == '\n' ? ' ' : c;
    out += fmt::format("\n# TYPE {} {}\n", name, type);
}

void add_histogram(std::string& out, std::string_view name, const std::string& labels,
                   const Histogram& value) {
    const auto counts = value.counts();
    const std::string_view comma = labels.empty() ? "" : ",";
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        total += counts[i];
        const std::string bound =
            i < Histogram::bounds.size() ? fmt::to_string(Histogram::bounds[i]) : std::string("+Inf");
        out += fmt::format("{}_bucket{{{}{}le=\"{}\"}} {}\n", name, labels, comma, bound, total);
    }
    out += fmt::format("{}_sum{} {}\n", name, in_braces(labels), value.sum());
    out += fmt::format("{}_count{} {}\n", name, in_braces(labels), total);
}

}  // namespace

void Histogram::observe(double seconds) {
    const auto bucket = std::ranges::lower_bound(bounds, seconds) - bounds.begin();
    counts_[static_cast<std::size_t>(bucket)].fetch_add(1, std::memory_order_relaxed);
    const double micros = std::clamp(seconds * 1e6, 0.0, 1e15);
    sum_micros_.fetch_add(static_cast<std::uint64_t>(std::llround(micros)), std::memory_order_relaxed);
}

std::array<std::uint64_t, Histogram::bounds.size() + 1> Histogram::counts() const {
    std::array<std::uint64_t, bounds.size() + 1> out{};
    for (std::size_t i = 0; i < out.size(); ++i) out[i] = counts_[i].load(std::memory_order_relaxed);
    return out;
}

double Histogram::sum() const {
    return static_cast<double>(sum_micros_.load(std::memory_order_relaxed)) / 1e6;
}

template <class T>
T& Metrics::series(std::map<std::string, Family<T>>& families, const std::string& name,
                   std::string_view description, const Labels& labels) {
    const std::lock_guard lock(mutex_);
    Family<T>& family = families[name];
    if (family.description.empty()) family.description = description;
    auto& slot = family.series[label_text(labels)];
    if (!slot) slot = std::make_unique<T>();
    return *slot;
}

Counter& Metrics::counter(const std::string& name, std::string_view description, Labels labels) {
    return series(counters_, name, description, labels);
}

Gauge& Metrics::gauge(const std::string& name, std::string_view description, Labels labels) {
    return series(gauges_, name, description, labels);
}

Histogram& Metrics::histogram(const std::string& name, std::string_view description, Labels labels) {
    return series(histograms_, name, description, labels);
}

void Metrics::watch(const std::string& name, std::string_view description, std::function<double()> read) {
    auto& slot = series(watched_, name, description, {});
    const std::lock_guard lock(mutex_);
    slot = std::move(read);
}

std::string Metrics::text() const {
    const std::lock_guard lock(mutex_);
    std::map<std::string, std::string> families;
    const auto each = [&](const auto& all, std::string_view type, const auto& add) {
        for (const auto& [name, family] : all) {
            std::string& out = families[name];
            add_heading(out, name, family, type);
            for (const auto& [labels, value] : family.series) add(out, name, labels, *value);
        }
    };
    const auto number = [](std::string& out, const std::string& name, const std::string& labels,
                           const auto& value) {
        out += fmt::format("{}{} {}\n", name, in_braces(labels), value.value());
    };
    each(counters_, "counter", number);
    each(gauges_, "gauge", number);
    each(histograms_, "histogram", add_histogram);
    each(watched_, "gauge",
         [](std::string& out, const std::string& name, const std::string&, const auto& read) {
             if (read) out += fmt::format("{} {}\n", name, read());
         });
    std::string out;
    for (const auto& [name, lines] : families) out += lines;
    return out;
}

}  // namespace headway::http

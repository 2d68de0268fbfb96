// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace headway::http {

class Counter {
  public:
    void add(std::uint64_t n = 1) { value_.fetch_add(n, std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> value_{0};
};

class Gauge {
  public:
    void set(std::int64_t value) { value_.store(value, std::memory_order_relaxed); }
    void add(std::int64_t n) { value_.fetch_add(n, std::memory_order_relaxed); }
    [[nodiscard]] std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::int64_t> value_{0};
};

/// Counts of seconds in fixed buckets, from half a millisecond to half a minute.
class Histogram {
  public:
    static constexpr std::array<double, 14> bounds{0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                   0.1,    0.25,  0.5,    1,     2.5,  10,    30};
    void observe(double seconds);
    /// Not cumulative; the last is everything above the last bound.
    [[nodiscard]] std::array<std::uint64_t, bounds.size() + 1> counts() const;
    [[nodiscard]] double sum() const;

  private:
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> counts_{};
    std::atomic<std::uint64_t> sum_micros_{0};
};

/// Name and value pairs of one series.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// What the program counts, as Prometheus reads it. Take the references once, at start; using them is one
/// atomic addition. They live as long as the registry.
class Metrics {
  public:
    /// Asking again for the same name and labels gives the same one. A name belongs to one kind of metric.
    [[nodiscard]] Counter& counter(const std::string& name, std::string_view description, Labels labels = {});
    [[nodiscard]] Gauge& gauge(const std::string& name, std::string_view description, Labels labels = {});
    [[nodiscard]] Histogram& histogram(const std::string& name, std::string_view description,
                                       Labels labels = {});
    /// A gauge that is asked when the text is made; must stay callable as long as this lives.
    void watch(const std::string& name, std::string_view description, std::function<double()> read);

    /// Text format 0.0.4, families by name, series by labels.
    [[nodiscard]] std::string text() const;
    static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

  private:
    template <class T>
    struct Family {
        std::string description;
        std::map<std::string, std::unique_ptr<T>> series;  ///< By the text of the labels.
    };
    template <class T>
    T& series(std::map<std::string, Family<T>>& families, const std::string& name,
              std::string_view description, const Labels& labels);

    mutable std::mutex mutex_;
    std::map<std::string, Family<Counter>> counters_;
    std::map<std::string, Family<Gauge>> gauges_;
    std::map<std::string, Family<Histogram>> histograms_;
    std::map<std::string, Family<std::function<double()>>> watched_;
};

}  // namespace headway::http

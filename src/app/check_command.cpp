// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_command.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <string_view>
#include <utility>

#include "app/failure.hpp"
#include "app/paths.hpp"
#include "json/json.hpp"
#include "ontology/quality.hpp"

namespace headway::ontology {
BOOST_DESCRIBE_STRUCT(FileCount, (), (name, release, rows))
BOOST_DESCRIBE_STRUCT(NamedCount, (), (name, count))
BOOST_DESCRIBE_STRUCT(Completeness, (), (what, have, percent, missing))
BOOST_DESCRIBE_STRUCT(Anomaly, (), (what, count, examples))
BOOST_DESCRIBE_STRUCT(QualityReport, (),
                      (framework, release, licence, files, counts, problems, completeness, anomalies))
}  // namespace headway::ontology

namespace headway::app {
namespace {

using ontology::QualityReport;

class Printer {
  public:
    explicit Printer(Streams& streams) : s_(streams) {}

    void print(const QualityReport& report) {
        title(fmt::format("{} {}", report.framework, report.release));
        s_.out << report.licence << "\n\n";
        heading("Source files");
        for (const auto& file : report.files) line(file.name + " (" + file.release + ")", file.rows);
        heading("What the pack holds");
        for (const auto& count : report.counts) {
            if (count.count != 0) line(spaced(count.name), count.count);
        }
        if (!report.completeness.empty()) heading("Occupations that have");
        for (const auto& c : report.completeness) {
            s_.out << fmt::format("  {:<{}}{:>10}  {:5.1f} %{}\n", c.what, name_width(), c.have, c.percent,
                                  some("  missing: ", c.missing));
        }
        if (!report.anomalies.empty()) heading("Worth knowing");
        for (const auto& a : report.anomalies) {
            line(a.what, a.count);
            s_.out << "      " << join(a.examples, a.examples.size()) << '\n';
        }
        heading("Integrity");
        if (report.problems.empty()) s_.out << "  no problem found\n";
        for (const auto& p : report.problems) s_.out << "  " << paint("31", "problem") << ' ' << p << '\n';
        s_.out << '\n';
    }

  private:
    [[nodiscard]] int name_width() const { return std::clamp(s_.width - 40, 30, 60); }

    [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const {
        return s_.colour ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
    void title(const std::string& text) { s_.out << paint("1", text) << '\n'; }
    void heading(const std::string& text) { s_.out << paint("1", text) << '\n'; }
    void line(const std::string& name, std::uint64_t count) {
        s_.out << fmt::format("  {:<{}}{:>10}\n", name, name_width(), count);
    }
    static std::string spaced(std::string name) {
        std::ranges::replace(name, '_', ' ');
        return name;
    }
    static std::string join(const std::vector<std::string>& items, std::size_t count) {
        std::string out;
        for (std::size_t i = 0; i < count; ++i) out += (i == 0 ? "" : "; ") + items[i];
        return out;
    }
    static std::string some(std::string_view lead, const std::vector<std::string>& items) {
        if (items.empty()) return {};
        const std::size_t shown = std::min<std::size_t>(items.size(), 3);
        return std::string(lead) + join(items, shown) + (items.size() > shown ? "; …" : "");
    }

    Streams& s_;
};

/// The packs named, or those that the program itself uses.
Result<std::vector<std::string>> packs_of(const CheckOptions& options) {
    if (!options.packs.empty()) return options.packs;
    std::vector<std::string> paths;
    for (std::string_view name : {"headway.pack", "onet.pack", "esco.pack"}) {
        auto path = find_data_file(name);
        if (!path) return pass_on(path);
        paths.push_back(std::move(*path));
    }
    return paths;
}

}  // namespace

int run_check(const CheckOptions& options, Streams& streams) {
    auto paths = packs_of(options);
    if (!paths) return report_failure(streams, paths.error());
    std::vector<QualityReport> reports;
    for (const auto& path : *paths) {
        auto pack = ontology::Pack::open(path);
        if (!pack) return report_failure(streams, pack.error());
        reports.push_back(ontology::check(*pack));
    }
    if (options.json) streams.out << json::to_json(reports, json::Style::pretty) << '\n';
    for (const auto& report : reports) {
        if (!options.json) Printer(streams).print(report);
    }
    const bool sound = std::ranges::all_of(reports, [](const auto& r) { return r.problems.empty(); });
    return sound ? done : our_fault;
}

}  // namespace headway::app

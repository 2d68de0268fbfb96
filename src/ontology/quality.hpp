// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ontology/pack.hpp"

namespace headway::ontology {

/// How many of the occupations have something, and which do not.
struct Completeness {
    std::string what;  ///< "ratings", "technologies", "titles", "job zone", "skills"
    std::uint64_t have = 0;
    double percent = 0;                ///< Of all occupations, 0–100.
    std::vector<std::string> missing;  ///< Ids, in the pack's order.
};

/// Something that is not wrong, but that a reader of the figures should know.
struct Anomaly {
    std::string what;
    std::uint64_t count = 0;
    std::vector<std::string> examples;  ///< At most five.
};

struct FileCount {
    std::string name;
    std::string release;
    std::uint64_t rows = 0;
};

struct NamedCount {
    std::string name;
    std::uint64_t count = 0;
};

/// What a pack holds and how good it is.
struct QualityReport {
    std::string framework;
    std::string release;
    std::string licence;
    std::vector<FileCount> files;
    std::vector<NamedCount> counts;     ///< occupations, skills, technologies, hot_technologies, …
    std::vector<std::string> problems;  ///< Broken promises: the pack should not be used.
    std::vector<Completeness> completeness;
    std::vector<Anomaly> anomalies;

    /// 0 where there is no such count.
    [[nodiscard]] std::uint64_t count(std::string_view name) const;
    /// Of a file, 0 where there is none.
    [[nodiscard]] std::uint64_t rows(std::string_view file) const;
};

/// Opening a pack already proves that every index and figure is within bounds; this looks at what the rows
/// mean.
[[nodiscard]] QualityReport check(const Pack& pack);

}  // namespace headway::ontology

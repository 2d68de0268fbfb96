// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <string>
#include <vector>

namespace headway::test {

/// A résumé and the job it is held against, relative to the source tree.
struct SamplePair {
    std::string name;
    std::string resume;
    std::string job;
};
inline void PrintTo(const SamplePair& pair, std::ostream* out) {
    *out << pair.name;
}

/// samples/resume-NAME.* with samples/job-NAME.txt, ordered by name.
inline std::vector<SamplePair> sample_pairs() {
    std::vector<SamplePair> out;
    for (const auto& entry : std::filesystem::directory_iterator(HEADWAY_SOURCE_DIR "/samples")) {
        const std::string stem = entry.path().stem();
        if (!entry.is_regular_file() || !stem.starts_with("resume-")) continue;
        const std::string name = stem.substr(7);
        if (!std::filesystem::exists(HEADWAY_SOURCE_DIR "/samples/job-" + name + ".txt")) continue;
        out.push_back({name, "samples/" + entry.path().filename().string(), "samples/job-" + name + ".txt"});
    }
    std::ranges::sort(out, {}, &SamplePair::name);
    return out;
}

}  // namespace headway::test

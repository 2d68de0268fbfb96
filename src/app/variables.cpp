// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/variables.hpp"

#include <iterator>
#include <set>
#include <string_view>
#include <unistd.h>

namespace headway::app {
namespace {

/// Variables that are no settings: what the whole program reads, and switches of the build, the tests and the
/// work on the web app, which lie in the same environment.
constexpr std::string_view other_variables[] = {
    "HEADWAY_CONFIG",      "HEADWAY_DATA_DIR",      "HEADWAY_TODAY",         "HEADWAY_DATA",
    "HEADWAY_BENCH_LOADS", "HEADWAY_BENCH_TELL",    "HEADWAY_BINARY",        "HEADWAY_CRASH_ROUNDS",
    "HEADWAY_PICTURES",    "HEADWAY_SCENARIOS_ON",  "HEADWAY_SEED",          "HEADWAY_SERVER",
    "HEADWAY_SHOTS",       "HEADWAY_SKIP_PACKAGES", "HEADWAY_SKIP_WEB",      "HEADWAY_SLOW",
    "HEADWAY_TOKEN",       "HEADWAY_UPDATE",        "HEADWAY_UPDATE_GOLDEN",
};

}  // namespace

std::string variable_of(std::string name) {
    for (char& ch : name)
        ch = ch == '-' ? '_' : static_cast<char>(ch >= 'a' && ch <= 'z' ? ch - 'a' + 'A' : ch);
    return "HEADWAY_" + name;
}

Result<void> check_variables(const std::vector<Setting>& settings) {
    std::set<std::string, std::less<>> known(std::begin(other_variables), std::end(other_variables));
    for (const Setting& s : settings) known.insert(variable_of(s.name));
    for (char** entry = environ; *entry != nullptr; ++entry) {
        const std::string_view variable(*entry);
        const std::string_view name = variable.substr(0, variable.find('='));
        if (!name.starts_with("HEADWAY_") || known.contains(name)) continue;
        return fail(ErrorCode::invalid, "there is no such setting", std::string(name),
                    "See headway serve --help; a setting's variable is its flag in capitals, such as "
                    "HEADWAY_POOL_THREADS for --pool-threads");
    }
    return {};
}

}  // namespace headway::app

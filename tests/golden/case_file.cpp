// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/case_file.hpp"

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/bytes.hpp"

namespace headway::golden {
namespace {

std::vector<std::string> split_words(const std::string& line) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] == ' ') {
            ++i;
            continue;
        }
        if (line[i] == '"') {
            const std::size_t end = std::min(line.find('"', i + 1), line.size());
            out.push_back(line.substr(i + 1, end - i - 1));
            i = end + 1;
            continue;
        }
        const std::size_t end = std::min(line.find(' ', i), line.size());
        out.push_back(line.substr(i, end - i));
        i = end;
    }
    return out;
}

}  // namespace

Result<Case> read_case(const std::string& path) {
    const auto content = read_file(path, std::size_t{1} << 22U);
    if (!content) return std::unexpected(content.error());
    Case out;
    out.path = path;
    out.held_out = path.ends_with(".held.case");
    std::istringstream lines(*content);
    std::string line;
    std::string part;
    while (std::getline(lines, line)) {
        if (line == "--- resume" || line == "--- job" || line == "--- expect") {
            part = line.substr(4);
        } else if (part.empty()) {
            if (line.starts_with("case: ")) out.name = line.substr(6);
            if (line.starts_with("field: ")) out.field = line.substr(7);
        } else if (part == "resume") {
            out.resume += line + "\n";
        } else if (part == "job") {
            out.job += line + "\n";
        } else if (!line.empty() && !line.starts_with('#')) {
            out.expectations.push_back({line, split_words(line)});
        }
    }
    if (out.name.empty() || out.expectations.empty()) {
        return fail(ErrorCode::invalid, "a case needs a name and expectations", path);
    }
    return out;
}

Result<std::vector<Case>> read_cases(const std::string& folder) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".case") paths.push_back(entry.path().string());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<Case> out;
    for (const std::string& path : paths) {
        auto one = read_case(path);
        if (!one) return pass_on(one);
        out.push_back(std::move(*one));
    }
    return out;
}

}  // namespace headway::golden

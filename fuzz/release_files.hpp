// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>

/// A release of several files in one text, for fuzzing and for its seeds: each begins after a line "== name".
namespace headway::fuzz {

inline std::map<std::string, std::string> split_release(const std::string& text) {
    std::map<std::string, std::string> files;
    std::string* current = nullptr;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = std::min(text.find('\n', at), text.size() - 1) + 1;
        const std::string line = text.substr(at, end - at);
        at = end;
        if (line.starts_with("== ") && line.find('/') == std::string::npos &&
            line.find('\0') == std::string::npos && line.size() < 100 && line.size() > 5) {
            if (files.size() == 40) break;
            current = &files[line.substr(3, line.size() - 4)];
        } else if (current != nullptr) {
            current->append(line);
        }
    }
    return files;
}

/// A folder of this process whose name begins with `name`.
inline std::string make_folder(const std::string& name) {
    std::string out = (std::filesystem::temp_directory_path() / (name + "-fuzz-XXXXXX")).string();
    if (::mkdtemp(out.data()) == nullptr) std::abort();
    return out;
}

/// Puts the files of a release into the folder, in the place of what was there.
inline void write_release(const std::string& text, const std::string& folder) {
    for (const auto& entry : std::filesystem::directory_iterator(folder)) std::filesystem::remove(entry);
    for (const auto& [name, content] : split_release(text)) {
        std::ofstream(folder + "/" + name, std::ios::binary) << content;
    }
}

}  // namespace headway::fuzz

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "ontology/onet_reader.hpp"
#include "ontology/pack.hpp"

/// The input is one whole release: files separated by lines "== name". What is read must make a sound pack.
namespace {

/// The files of a release in one text, for fuzzing and for its seed.
std::map<std::string, std::string> split(const std::string& text) {
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    namespace fs = std::filesystem;
    static const std::string folder = [] {
        std::string name = (fs::temp_directory_path() / "onet-30.1-fuzz-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        return name;
    }();
    for (const auto& entry : fs::directory_iterator(folder)) fs::remove(entry);
    for (const auto& [name, text] : split(std::string(reinterpret_cast<const char*>(data), size))) {
        std::ofstream(folder + "/" + name, std::ios::binary) << text;
    }
    const std::vector<std::string> paths = {folder};
    const auto framework = headway::ontology::read_onet(paths);
    if (framework && !headway::ontology::make_pack(*framework)) std::abort();
    return 0;
}

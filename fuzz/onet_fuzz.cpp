// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "ontology/onet_reader.hpp"
#include "ontology/pack.hpp"
#include "release_files.hpp"

/// The input is one whole release (release_files.hpp). What is read must make a sound pack.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace headway;
    static const std::string folder = fuzz::make_folder("onet-30.1");
    fuzz::write_release({reinterpret_cast<const char*>(data), size}, folder);
    const std::vector<std::string> paths = {folder};
    const auto framework = ontology::read_onet(paths);
    if (framework && !ontology::make_pack(*framework)) std::abort();
    return 0;
}

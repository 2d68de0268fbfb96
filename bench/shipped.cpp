// SPDX-License-Identifier: GPL-3.0-or-later
#include "shipped.hpp"

#include <cstdlib>
#include <stdexcept>

#include "app/paths.hpp"
#include "base/bytes.hpp"

namespace headway::bench {
namespace {

template <class T>
T or_throw(Result<T> result) {
    if (!result) throw std::runtime_error(result.error().message());
    return std::move(*result);
}

}  // namespace

const ontology::Catalog& catalog() {
    static const ontology::Catalog opened = or_throw(app::open_catalog());
    return opened;
}

const career::Linker& linker() {
    static const career::Linker opened = or_throw(app::open_linker(catalog()));
    return opened;
}

std::string sample(const std::string& name) {
    return or_throw(read_file(HEADWAY_SOURCE_DIR "/samples/" + name, std::size_t{1} << 20U));
}

std::string data_file(const std::string& name) {
    const char* chosen = std::getenv("HEADWAY_DATA");
    const std::string data =
        chosen != nullptr && *chosen != '\0' ? chosen : HEADWAY_SOURCE_DIR "/../shared/data";
    return data + "/" + name;
}

}  // namespace headway::bench

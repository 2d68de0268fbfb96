// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/zip_reader.hpp"

#include <zip.h>

namespace headway::test {

std::map<std::string, std::string> read_zip(std::string_view bytes) {
    std::map<std::string, std::string> out;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_CHECKCONS, &error);
    if (archive == nullptr) {
        zip_source_free(source);
        return out;
    }
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
        const auto index = static_cast<zip_uint64_t>(i);
        zip_stat_t stat;
        zip_stat_index(archive, index, 0, &stat);
        std::string content(stat.size, '\0');
        zip_file_t* file = zip_fopen_index(archive, index, 0);
        if (file == nullptr) continue;
        zip_fread(file, content.data(), content.size());
        zip_fclose(file);
        out[stat.name] = std::move(content);
    }
    zip_discard(archive);
    return out;
}

}  // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/zip_parts.hpp"

#include <algorithm>
#include <utility>
#include <zip.h>

namespace headway::document {
namespace {

std::unexpected<Error> damaged(const std::string& name) {
    return fail(ErrorCode::invalid, "the document is damaged: its archive cannot be unpacked", name,
                "Open it in a word processor, save it again and retry");
}

}  // namespace

void ZipParts::Close::operator()(zip* archive) const {
    zip_discard(archive);
}

ZipParts::ZipParts(zip* archive, std::string name, std::size_t budget)
    : archive_(archive), name_(std::move(name)), budget_(budget) {}

Result<ZipParts> ZipParts::open(std::string_view bytes, const std::string& name, std::size_t budget) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr) return damaged(name);
    zip* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
    zip_error_fini(&error);
    if (archive == nullptr) {
        zip_source_free(source);
        return damaged(name);
    }
    return ZipParts(archive, name, budget);
}

bool ZipParts::has(const std::string& part) const {
    return zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE) >= 0;
}

bool ZipParts::has_prefix(std::string_view prefix) const {
    const zip_int64_t n = zip_get_num_entries(archive_.get(), 0);
    for (zip_int64_t i = 0; i < n; ++i) {
        const char* entry = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
        if (entry != nullptr && std::string_view(entry).starts_with(prefix)) return true;
    }
    return false;
}

Result<std::optional<std::string>> ZipParts::find_part(const std::string& part) {
    const zip_int64_t index = zip_name_locate(archive_.get(), part.c_str(), ZIP_FL_NOCASE);
    if (index < 0) return std::optional<std::string>{};
    zip_stat_t stat;
    zip_stat_init(&stat);
    const auto at = static_cast<zip_uint64_t>(index);
    if (zip_stat_index(archive_.get(), at, 0, &stat) == 0 && (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 &&
        stat.encryption_method != ZIP_EM_NONE) {
        return fail(ErrorCode::invalid, "the document is protected by a password", name_,
                    "Save a copy without a password and try again");
    }
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> file(zip_fopen_index(archive_.get(), at, 0),
                                                                 &zip_fclose);
    if (file == nullptr) return damaged(name_);
    // The sizes that the archive states are not believed: what comes out is counted.
    std::string out;
    constexpr std::size_t chunk = 1U << 16U;
    for (;;) {
        const std::size_t used = out.size();
        out.resize(used + chunk);
        const zip_int64_t n = zip_fread(file.get(), out.data() + used, chunk);
        if (n < 0) return damaged(name_);
        out.resize(used + static_cast<std::size_t>(n));
        if (n == 0) break;
        if (out.size() > budget_) {
            return fail(
                ErrorCode::too_large, "the document unpacks to more than the limit", name_,
                "Remove pictures and attachments, or raise document-unpacked-megabytes in the settings");
        }
    }
    budget_ -= out.size();
    return std::optional<std::string>(std::move(out));
}

}  // namespace headway::document

// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/zip_archive.hpp"

#include <memory>
#include <zip.h>

namespace headway::flows {
namespace {

struct FreeSource {
    void operator()(zip_source_t* s) const { zip_source_free(s); }
};
struct Discard {
    void operator()(zip_t* z) const { zip_discard(z); }
};
using Source = std::unique_ptr<zip_source_t, FreeSource>;
using Archive = std::unique_ptr<zip_t, Discard>;

std::unexpected<Error> failed(const char* what) {
    return fail(ErrorCode::internal, std::string("the archive could not be made: ") + what);
}

Result<void> add(zip_t* archive, const ZipEntry& e) {
    zip_source_t* content = zip_source_buffer(archive, e.bytes.data(), e.bytes.size(), 0);
    if (content == nullptr) return failed(zip_strerror(archive));
    if (zip_file_add(archive, e.path.c_str(), content, ZIP_FL_ENC_UTF_8) < 0) {
        zip_source_free(content);
        return failed(zip_strerror(archive));
    }
    return {};
}

Result<std::string> bytes_of(zip_source_t* source) {
    if (zip_source_open(source) != 0) return failed("it cannot be read back");
    zip_stat_t stat;
    zip_stat_init(&stat);
    std::string out;
    if (zip_source_stat(source, &stat) == 0) out.resize(stat.size);
    const zip_int64_t got = zip_source_read(source, out.data(), out.size());
    zip_source_close(source);
    if (got < 0 || static_cast<std::size_t>(got) != out.size()) return failed("it cannot be read back");
    return out;
}

}  // namespace

Result<std::string> make_zip(const std::vector<ZipEntry>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    Source source(zip_source_buffer_create(nullptr, 0, 0, &error));
    if (!source) return failed(zip_error_strerror(&error));
    Archive archive(zip_open_from_source(source.get(), ZIP_TRUNCATE, &error));
    if (!archive) return failed(zip_error_strerror(&error));
    zip_source_keep(source.get());  // it outlives the archive, which takes its own share
    for (const ZipEntry& e : entries) {
        if (auto ok = add(archive.get(), e); !ok) return pass_on(ok);
    }
    if (zip_close(archive.get()) != 0) return failed(zip_strerror(archive.get()));
    static_cast<void>(archive.release());  // closed
    return bytes_of(source.get());
}

}  // namespace headway::flows

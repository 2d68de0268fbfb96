// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <zip.h>

#include "ontology/source_store.hpp"

namespace headway::ontology {
namespace {

struct CloseArchive {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

struct Zip final : Source::Store {
    std::unique_ptr<zip_t, CloseArchive> archive;
    std::map<std::string, zip_uint64_t, std::less<>> entries;  // last name → index

    Result<std::string> read(const std::string& name, std::size_t room) override {
        const std::string where = path + "/" + name;
        const std::unique_ptr<zip_file_t, CloseFile> file(
            zip_fopen_index(archive.get(), entries.at(name), 0));
        if (!file)
            return fail(ErrorCode::invalid, zip_strerror(archive.get()), where, "Download the release again");
        std::string out;
        constexpr std::size_t chunk = std::size_t{1} << 18U;
        for (;;) {
            const std::size_t used = out.size();
            out.resize(used + chunk);
            const zip_int64_t got = zip_fread(file.get(), out.data() + used, chunk);
            if (got < 0) {
                return fail(ErrorCode::invalid, "cannot be unpacked", where, "Download the release again");
            }
            out.resize(used + static_cast<std::size_t>(got));
            if (got == 0) return out;
            // The directory of a .zip may lie about sizes, so what really comes out is counted as well.
            if (out.size() > room)
                return fail(ErrorCode::too_large, "unpacks to more than is allowed", where);
        }
    }
};

std::string last_name(std::string_view name) {
    const auto slash = name.find_last_of("/\\");
    return std::string(slash == std::string_view::npos ? name : name.substr(slash + 1));
}

Result<void> add_entry(Zip& zip, zip_uint64_t index, const std::string& path, const SourceLimits& limits,
                       std::size_t& total) {
    zip_stat_t stat;
    zip_stat_init(&stat);
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(zip.archive.get(), index, 0, &stat) != 0 || (stat.valid & needed) != needed) {
        return fail(ErrorCode::invalid, "has an entry that cannot be read", path,
                    "Download the release again");
    }
    const std::string name = last_name(stat.name);
    if (name.empty() || name.front() == '.' || std::string_view(stat.name).starts_with("__MACOSX/"))
        return {};
    if (stat.size > limits.file_bytes || stat.size > limits.total_bytes - total) {
        return fail(ErrorCode::too_large, "unpacks to more than is allowed: " + name, path);
    }
    total += stat.size;
    if (stat.size > (1U << 20U) && stat.size / limits.ratio > stat.comp_size) {
        return fail(ErrorCode::too_large, "is packed more tightly than real text can be: " + name, path);
    }
    if (!zip.entries.emplace(name, index).second) {
        return fail(ErrorCode::invalid, "holds two files named " + name, path);
    }
    zip.names.push_back(name);
    return {};
}

}  // namespace

Result<std::unique_ptr<Source::Store>> open_zip(const std::string& path, const SourceLimits& limits) {
    auto zip = std::make_unique<Zip>();
    int problem = 0;
    zip->archive.reset(zip_open(path.c_str(), ZIP_RDONLY, &problem));
    if (!zip->archive) {
        return fail(ErrorCode::invalid, "is neither a folder nor a .zip file", path,
                    "Name the folder or the .zip of the release");
    }
    const zip_int64_t count = zip_get_num_entries(zip->archive.get(), 0);
    if (count > static_cast<zip_int64_t>(limits.files)) {
        return fail(ErrorCode::too_large, "holds more than " + std::to_string(limits.files) + " files", path);
    }
    std::size_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
        if (auto ok = add_entry(*zip, static_cast<zip_uint64_t>(i), path, limits, total); !ok)
            return pass_on(ok);
    }
    return zip;
}

}  // namespace headway::ontology

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/source.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "base/bytes.hpp"
#include "ontology/source_store.hpp"

namespace headway::ontology {
namespace {

namespace fs = std::filesystem;

struct Folder final : Source::Store {
    Result<std::string> read(const std::string& name, std::size_t room) override {
        return read_file(path + "/" + name, room);
    }
};

Result<std::unique_ptr<Source::Store>> open_folder(const std::string& path, const SourceLimits& limits) {
    auto folder = std::make_unique<Folder>();
    std::error_code bad;
    for (fs::directory_iterator at(path, bad), end; !bad && at != end; at.increment(bad)) {
        std::error_code ignored;
        if (!at->is_regular_file(ignored)) continue;
        folder->names.push_back(at->path().filename().string());
        if (folder->names.size() > limits.files) {
            return fail(ErrorCode::too_large, "holds more than " + std::to_string(limits.files) + " files",
                        path, "Name the folder of the release itself");
        }
    }
    if (bad)
        return fail(ErrorCode::unavailable, bad.message(), path, "Make the folder readable for this user");
    return folder;
}

}  // namespace

Result<Source> Source::open(const std::string& path, const SourceLimits& limits) {
    std::error_code bad;
    const auto status = fs::status(path, bad);
    if (!fs::exists(status))
        return fail(ErrorCode::not_found, "no such file or folder", path, "Check the path");
    auto store = fs::is_directory(status) ? open_folder(path, limits) : open_zip(path, limits);
    if (!store) return pass_on(store);
    (*store)->path = path;
    (*store)->limits = limits;
    std::ranges::sort((*store)->names);
    return Source(std::move(*store));
}

Source::Source(std::unique_ptr<Store> store) : store_(std::move(store)) {}
Source::Source(Source&&) noexcept = default;
Source& Source::operator=(Source&&) noexcept = default;
Source::~Source() = default;

const std::string& Source::path() const {
    return store_->path;
}
const std::vector<std::string>& Source::names() const {
    return store_->names;
}
bool Source::has(std::string_view name) const {
    return std::ranges::binary_search(store_->names, name);
}

std::string Source::label() const {
    std::error_code bad;
    fs::path whole = fs::absolute(store_->path, bad).lexically_normal();
    if (!whole.has_filename()) whole = whole.parent_path();
    return whole.extension() == ".zip" ? whole.stem().string() : whole.filename().string();
}

Result<std::string> Source::read(const std::string& name) {
    if (!has(name)) return fail(ErrorCode::not_found, "the file is missing", path() + "/" + name);
    const std::size_t left = store_->limits.total_bytes - store_->used;
    auto content = store_->read(name, std::min(left, store_->limits.file_bytes));
    if (content) store_->used += content->size();
    return content;
}

}  // namespace headway::ontology

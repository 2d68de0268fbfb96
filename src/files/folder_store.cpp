// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/folder_store.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <unistd.h>

#include "base/bytes.hpp"
#include "base/id.hpp"

namespace headway::files {
namespace {

namespace fs = std::filesystem;

std::unexpected<Error> trouble(const std::string& what, const std::string& path, int number) {
    const bool full = number == ENOSPC || number == EDQUOT;
    return fail(ErrorCode::unavailable, what + ": " + std::strerror(number), path,
                full ? "Free some space on the disk" : "Check the folder's owner and permissions");
}

std::unexpected<Error> gone() {
    return fail(ErrorCode::not_found, "the stored file is gone", {}, "Upload it again");
}

/// Closes itself.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

Result<void> write_all(int fd, std::string_view bytes, const std::string& path) {
    while (!bytes.empty()) {
        const auto n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return trouble("the file could not be written", path, errno);
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    if (fsync(fd) != 0) return trouble("the file could not be written", path, errno);
    return {};
}

void sync_folder(const std::string& folder) {
    const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (fd.get() >= 0) static_cast<void>(fsync(fd.get()));
}

}  // namespace

Result<std::unique_ptr<FolderStore>> FolderStore::open(const std::string& folder) {
    std::error_code e;
    fs::create_directories(folder, e);
    if (e) return trouble("the folder for files could not be made", folder, e.value());
    fs::permissions(folder, fs::perms::owner_all, e);
    return std::unique_ptr<FolderStore>(new FolderStore(folder));
}

Result<std::string> FolderStore::path_of(const std::string& key) const {
    if (const auto sound = check_key(key); !sound) return std::unexpected(sound.error());
    return folder_ + "/" + key;
}

Result<void> FolderStore::put(const std::string& key, std::string_view bytes, std::string_view) {
    const auto path = path_of(key);
    if (!path) return std::unexpected(path.error());
    const std::string folder = fs::path(*path).parent_path().string();
    std::error_code e;
    fs::create_directories(folder, e);
    if (e) return trouble("the folder for files could not be made", folder, e.value());
    const std::string beside = *path + "." + make_uuid();  // no key has a point: it is found again by its own
    {
        const Descriptor fd(::open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600));
        if (fd.get() < 0) return trouble("the file could not be written", folder, errno);
        if (auto written = write_all(fd.get(), bytes, folder); !written) {
            unlink(beside.c_str());
            return written;
        }
    }
    if (rename(beside.c_str(), path->c_str()) != 0) {
        const int number = errno;
        unlink(beside.c_str());
        return trouble("the file could not be written", folder, number);
    }
    sync_folder(folder);
    return {};
}

Result<std::string> FolderStore::get(const std::string& key) {
    const auto path = path_of(key);
    if (!path) return std::unexpected(path.error());
    auto bytes = read_file(*path, largest_file);
    if (!bytes && bytes.error().code == ErrorCode::not_found) return gone();
    return bytes;
}

Result<std::string> FolderStore::get_part(const std::string& key, std::uint64_t offset,
                                          std::uint64_t length) {
    const auto path = path_of(key);
    if (!path) return std::unexpected(path.error());
    const Descriptor fd(::open(path->c_str(), O_RDONLY | O_CLOEXEC));
    if (fd.get() < 0 && (errno == ENOENT || errno == ENOTDIR)) return gone();
    struct stat facts{};
    if (fd.get() < 0 || fstat(fd.get(), &facts) != 0)
        return trouble("the file could not be read", *path, errno);
    const auto size = static_cast<std::uint64_t>(facts.st_size);
    std::string out(offset >= size ? 0 : std::min(length, size - offset), '\0');
    for (std::size_t done = 0; done < out.size();) {
        const auto n =
            ::pread(fd.get(), out.data() + done, out.size() - done, static_cast<off_t>(offset + done));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return trouble("the file could not be read", *path, n == 0 ? EIO : errno);
        done += static_cast<std::size_t>(n);
    }
    return out;
}

Result<std::optional<StoredFile>> FolderStore::find(const std::string& key) {
    const auto path = path_of(key);
    if (!path) return std::unexpected(path.error());
    struct stat facts{};
    if (stat(path->c_str(), &facts) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
        return trouble("the file could not be read", *path, errno);
    }
    if (!S_ISREG(facts.st_mode)) return std::nullopt;
    return StoredFile{static_cast<std::uint64_t>(facts.st_size)};
}

Result<void> FolderStore::remove(const std::string& key) {
    const auto path = path_of(key);
    if (!path) return std::unexpected(path.error());
    if (unlink(path->c_str()) != 0 && errno != ENOENT && errno != ENOTDIR)
        return trouble("the file could not be removed", *path, errno);
    const fs::path folder = fs::path(*path).parent_path();
    // What a killed program had begun to write.
    const std::string begun = fs::path(*path).filename().string() + ".";
    std::error_code e;
    for (fs::directory_iterator i(folder, e), end; !e && i != end; i.increment(e)) {
        if (i->path().filename().string().starts_with(begun)) unlink(i->path().c_str());
    }
    sync_folder(folder.string());
    return {};
}

Result<void> FolderStore::check() {
    const std::string key = "check-" + make_uuid();
    if (auto put_one = put(key, "headway", "text/plain"); !put_one) return put_one;
    const auto got = get(key);
    if (!got) return std::unexpected(got.error());
    if (*got != "headway") return fail(ErrorCode::unavailable, "a file came back altered", folder_);
    return remove(key);
}

}  // namespace headway::files

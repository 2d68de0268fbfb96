// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/bytes.hpp"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace headway {
namespace {

/// Closes on scope exit.
class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ > STDERR_FILENO) ::close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

std::unexpected<Error> errno_error(const std::string& path) {
    const int e = errno;
    const auto code = e == ENOENT ? ErrorCode::not_found : ErrorCode::unavailable;
    if (e == ENOENT) return fail(code, "no such file", path, "Check the path");
    if (e == EACCES) return fail(code, "permission denied", path, "Make the file readable for this user");
    return fail(code, std::strerror(e), path);
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path) {
    Descriptor fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (fd.get() < 0) return errno_error(path);
    struct stat st{};
    if (::fstat(fd.get(), &st) != 0) return errno_error(path);
    if (!S_ISREG(st.st_mode)) return fail(ErrorCode::invalid, "not a regular file", path);
    const auto size = static_cast<std::size_t>(st.st_size);
    if (size == 0) return MappedFile(nullptr, 0);
    void* data = ::mmap(nullptr, size, PROT_READ, MAP_SHARED, fd.get(), 0);
    if (data == MAP_FAILED) return errno_error(path);
    return MappedFile(static_cast<const std::byte*>(data), size);
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
}

void MappedFile::give_back() const {
    if (data_ != nullptr) ::madvise(const_cast<std::byte*>(data_), size_, MADV_DONTNEED);
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<std::byte*>(data_), size_);
}

Result<std::string> read_file(const std::string& path, std::size_t limit) {
    const bool standard_input = path == "-";
    Descriptor fd(standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    const std::string where = standard_input ? "standard input" : path;
    if (fd.get() < 0) return errno_error(where);
    struct stat st{};
    if (::fstat(fd.get(), &st) == 0 && S_ISDIR(st.st_mode)) {
        return fail(ErrorCode::invalid, "is a folder, not a file", where, "Name one file");
    }
    std::string out;
    constexpr std::size_t chunk = 1U << 16U;
    for (;;) {
        const std::size_t used = out.size();
        out.resize(used + chunk);
        const ssize_t n = ::read(fd.get(), out.data() + used, chunk);
        if (n < 0) {
            if (errno == EINTR) {
                out.resize(used);
                continue;
            }
            return errno_error(where);
        }
        out.resize(used + static_cast<std::size_t>(n));
        if (out.size() > limit) {
            return fail(ErrorCode::too_large, "larger than the limit of " + std::to_string(limit) + " bytes",
                        where, "Use a smaller file or raise the limit");
        }
        if (n == 0) return out;
    }
}

Result<void> write_file_atomically(const std::string& path, std::string_view content) {
    std::string temporary = path + ".XXXXXX";
    Descriptor fd(::mkostemp(temporary.data(), O_CLOEXEC));
    if (fd.get() < 0) return errno_error(path);
    const auto give_up = [&] {
        auto error = errno_error(path);
        ::unlink(temporary.c_str());
        return error;
    };
    while (!content.empty()) {
        const ssize_t n = ::write(fd.get(), content.data(), content.size());
        if (n < 0) {
            if (errno == EINTR) continue;
            return give_up();
        }
        content.remove_prefix(static_cast<std::size_t>(n));
    }
    if (::fchmod(fd.get(), 0644) != 0 || ::fsync(fd.get()) != 0) return give_up();
    if (::rename(temporary.c_str(), path.c_str()) != 0) return give_up();
    return {};
}

}  // namespace headway

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_secret.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

#include "base/bytes.hpp"
#include "base/id.hpp"

namespace headway::app {
namespace {

constexpr std::size_t secret_bytes = 32;
constexpr std::size_t shortest = 16;
constexpr std::size_t largest_file = 1024;

std::unexpected<Error> system_error(const std::string& path) {
    return fail(ErrorCode::unavailable, std::strerror(errno), path);
}

/// A file of mode 0600 with a new secret, on the disk, under a name of its own.
Result<std::string> write_beside(const std::string& path) {
    std::string name = path + ".XXXXXX";
    const int file = ::mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) return system_error(path);
    const std::string secret = make_secret(secret_bytes);
    const bool written = ::write(file, secret.data(), secret.size()) == static_cast<ssize_t>(secret.size()) &&
                         ::fsync(file) == 0;
    ::close(file);
    if (written) return name;
    ::unlink(name.c_str());
    return system_error(path);
}

}  // namespace

Result<std::string> kept_secret(const std::string& folder, const std::string& name) {
    const std::string path = folder + "/" + name;
    if (auto there = read_file(path, largest_file); there && there->size() >= shortest) return there;
    const auto mine = write_beside(path);
    if (!mine) return mine;
    (void)::link(mine->c_str(), path.c_str());  // fails when another program was first
    ::unlink(mine->c_str());
    auto secret = read_file(path, largest_file);
    if (secret && secret->size() < shortest)
        return fail(ErrorCode::invalid, "holds no secret", path, "Remove the file");
    return secret;
}

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace headway::document {

/// What a confined process may use up.
struct Allowance {
    std::uint32_t cpu_seconds = 0;
    std::size_t memory_bytes = 0;  ///< address space; not applied under a sanitizer, which reserves terabytes
};

/// Limits CPU time, memory, core dumps and file sizes of this process for good. Also asks the kernel to end
/// this process when its parent ends.
void limit_resources(const Allowance& allowance);

/// Takes from this process, for good: opening files, the network, new processes, executable memory. What is
/// open stays usable. Landlock is added where the kernel has it; the seccomp filter alone decides the result:
/// false when it could not be put in place.
[[nodiscard]] bool forbid_everything_but_computing();

/// For a trusted program about to be started by this process: no network, and no writing to files where
/// Landlock exists. False when the seccomp filter could not be put in place.
[[nodiscard]] bool forbid_network_and_writing();

}  // namespace headway::document

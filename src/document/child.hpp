// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace headway::document {

/// How the child process comes to be.
enum class Start {
    by_situation,  ///< fork where this process has one thread, run_again otherwise
    fork,          ///< cheap, but wrong as soon as other threads hold locks
    run_again,     ///< /proc/self/exe with a hidden argument
};

struct ChildTask {
    std::vector<std::string> role;     ///< arguments after the hidden one; see helper.hpp
    std::string_view input;            ///< becomes standard input, as a file in memory
    std::chrono::milliseconds wall{};  ///< then the child is killed
    std::size_t max_output = 0;        ///< bytes; then the child is killed
    Start start = Start::by_situation;
};

enum class ChildEnd { finished, no_start, too_slow, too_much_output, killed };

struct ChildOutcome {
    ChildEnd end = ChildEnd::no_start;
    int code = 0;  ///< exit status when finished, signal when killed
    std::string output;
    std::string messages;  ///< the first kilobytes of standard error
};

/// The hidden first argument by which a program knows that it was started as a child of itself.
inline constexpr const char* child_argument = "--document-helper";
/// Set in the environment of such a child, so that a program that does not know the argument cannot multiply.
inline constexpr const char* child_environment = "HEADWAY_DOCUMENT_HELPER";

/// Runs play_role(task.role) in a child process whose standard output and error are pipes, and waits for its
/// end. Leaves no process behind.
[[nodiscard]] ChildOutcome run_child(const ChildTask& task);

}  // namespace headway::document

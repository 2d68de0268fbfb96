// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace headway::test {

/// A server of somebody else's as a process of its own, on a free port of loopback: its first line on
/// standard output names its address ("http://…") when it is ready, and it ends with its standard input, that
/// is, with this object.
class Counterpart {
  public:
    /// Runs in the source tree. Throws when it does not start.
    explicit Counterpart(std::vector<std::string> command);
    Counterpart(const Counterpart&) = delete;
    Counterpart& operator=(const Counterpart&) = delete;
    ~Counterpart();

    [[nodiscard]] const std::string& origin() const { return origin_; }
    /// Says a line to it and waits for the line that it answers with.
    [[nodiscard]] std::string ask(const std::string& line);

    /// What runs a script of this tree under Node.js with one argument.
    [[nodiscard]] static std::vector<std::string> node(const std::string& script,
                                                       const std::string& argument);
    /// Whether npm has brought a package of the web app's.
    [[nodiscard]] static bool has_package(std::string_view name);

  private:
    [[nodiscard]] std::string read_line() const;

    std::string origin_;
    int input_ = -1;
    int output_ = -1;
    int process_ = -1;
};

}  // namespace headway::test

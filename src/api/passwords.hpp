// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace headway::api {

/// Argon2id by libsodium: 19 MiB, two passes. Few are worked on at a time and few may wait, so that sign-ins
/// cannot take the machine from everybody else: those inside and those in front are together less than half
/// of the threads that answer requests. Who comes too late hears `rate_limited`.
class Passwords {
  public:
    explicit Passwords(int at_once = 2, int waiting = 10);
    Passwords(const Passwords&) = delete;
    Passwords& operator=(const Passwords&) = delete;
    ~Passwords();

    [[nodiscard]] Result<std::string> hash(std::string_view password) const;
    /// Takes as long for a wrong password as for a right one. An empty hash is never right and takes as long
    /// too.
    [[nodiscard]] Result<bool> verify(const std::string& hash, std::string_view password) const;

    /// `invalid`, naming the field "password", for less than 10 or more than 200 characters, or one of the
    /// commonest.
    [[nodiscard]] static Result<void> check_strength(std::string_view password);

  private:
    class Gate;
    std::unique_ptr<Gate> gate_;
};

}  // namespace headway::api

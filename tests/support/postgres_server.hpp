// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

namespace headway::test {

/// A PostgreSQL server of the test program's own: in a temporary folder, on a private port of loopback,
/// started on first use and stopped when the program ends.
class PostgresServer {
  public:
    /// Null when PostgreSQL is not installed.
    [[nodiscard]] static PostgresServer* shared();
    PostgresServer(const PostgresServer&) = delete;
    PostgresServer& operator=(const PostgresServer&) = delete;
    ~PostgresServer();

    /// The URL of a new, empty database.
    [[nodiscard]] std::string make_database();

  private:
    PostgresServer() = default;
    [[nodiscard]] bool start();
    [[nodiscard]] bool make_cluster();
    /// False when it does not: the port may have been taken meanwhile.
    [[nodiscard]] bool listen(int port);

    std::string folder_;
    std::string binaries_;
    int port_ = 0;
    int process_ = 0;
    int databases_ = 0;
};

}  // namespace headway::test

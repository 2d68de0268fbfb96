// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/pace.hpp"
#include "store/database.hpp"

namespace headway::flows {

/// One pace for all processes of a database. It goes by the clocks of their machines: one that is ahead waits
/// less, one that is behind waits longer, each by as much as it is off.
class SharedPace final : public net::Pace {
  public:
    /// Both outlive it.
    SharedPace(sql::Database& database, Clock clock) : database_(database), clock_(std::move(clock)) {}

    [[nodiscard]] Result<net::Turn> take(const std::string& host, std::chrono::milliseconds gap,
                                         std::chrono::milliseconds longest) override;
    [[nodiscard]] Result<void> leave_alone(const std::string& host, std::chrono::milliseconds time) override;
    [[nodiscard]] Result<bool> is_left_alone(const std::string& host) override;

  private:
    sql::Database& database_;
    Clock clock_;
};

}  // namespace headway::flows

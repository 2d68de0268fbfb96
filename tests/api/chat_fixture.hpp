// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "api/server_fixture.hpp"
#include "support/aimock.hpp"

namespace headway::test {

/// One event of a stream.
struct Told {
    std::string name;
    boost::json::value data;
};

/// Everything that a stream says until its end.
[[nodiscard]] std::vector<Told> drain(const std::shared_ptr<http::EventStream>& stream);

/// anna, a résumé, a job and a chat about it, with a real aimock as the server's model.
class ModelChatTest : public ApiTest {
  protected:
    /// What aimock answers.
    explicit ModelChatTest(const std::string& fixtures) : server_(Aimock::start(fixtures)) {}
    void configure(app::Configuration& c) override;
    void SetUp() override;

    /// The id of what is made.
    std::string make(const std::string& path, boost::json::object body);
    std::shared_ptr<http::EventStream> begin(const std::string& path, const std::string& body = {});
    std::vector<Told> say(const std::string& content);
    boost::json::value messages() { return ask(&anna, Method::get, path_ + "/messages"); }
    /// All that the model was asked, oldest first.
    [[nodiscard]] boost::json::array asked() const;

    std::unique_ptr<Aimock> server_;
    std::string resume_;
    std::string job_;
    std::string chat_;
    std::string path_;
};

}  // namespace headway::test

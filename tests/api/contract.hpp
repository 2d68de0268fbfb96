// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/json.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.hpp"
#include "http/response.hpp"

namespace headway::test {

/// contract/openapi.yaml, read once.
class Contract {
  public:
    [[nodiscard]] static const Contract& shared();

    /// "GET /api/goals/{goal_id}" to its access: public, user or admin.
    [[nodiscard]] const std::map<std::string, std::string>& operations() const { return operations_; }

    /// The example of an operation's JSON body; null when it takes none.
    [[nodiscard]] boost::json::value example_body(const std::string& operation) const;

    /// What its JSON body has to be; null when it takes none. References lead into document().
    [[nodiscard]] boost::json::value body_schema(const std::string& operation) const;
    [[nodiscard]] const boost::json::value& document() const { return document_; }

    /// Whether it takes a header of that name.
    [[nodiscard]] bool takes_header(const std::string& operation, std::string_view name) const;

    /// The statuses that it lists.
    [[nodiscard]] std::vector<int> answers(const std::string& operation) const;
    /// Whether it lists that answer.
    [[nodiscard]] bool lists(const std::string& operation, int status) const;

    /// What is wrong with an answer to an operation: a status that the contract does not list, a body that
    /// does not fit its schema.
    [[nodiscard]] std::vector<std::string> problems(const std::string& operation,
                                                    const http::Response& response) const;

    /// What keeps a value from fitting a schema of that name.
    [[nodiscard]] std::vector<std::string> problems_of(const std::string& schema,
                                                       const boost::json::value& value) const;

  private:
    Contract();
    [[nodiscard]] const boost::json::value& resolved(const boost::json::value& value) const;
    [[nodiscard]] const boost::json::object& described(const std::string& operation) const;
    boost::json::value document_;
    std::map<std::string, std::string> operations_;
};

}  // namespace headway::test

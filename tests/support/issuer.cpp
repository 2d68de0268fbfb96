// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/issuer.hpp"

#include <stdexcept>

namespace headway::test {

TestIssuer::TestIssuer(const boost::json::object& people)
    : program_(Counterpart::node("tests/support/issuer.mjs", boost::json::serialize(people))) {}

std::unique_ptr<TestIssuer> TestIssuer::start(const boost::json::object& people) {
    if (!Counterpart::has_package("oidc-provider")) return nullptr;
    return std::unique_ptr<TestIssuer>(new TestIssuer(people));
}

boost::json::value TestIssuer::call(const boost::json::array& line) {
    const auto answer = boost::json::parse(program_.ask(boost::json::serialize(line)));
    if (const auto* error = answer.as_object().if_contains("error"))
        throw std::runtime_error(boost::json::serialize(*error));
    return answer.at("value");
}

std::string TestIssuer::sign_in(const std::string& address, const std::string& as) {
    return std::string(call({"signIn", address, as}).as_string());
}

std::string TestIssuer::api_token(const std::string& as) {
    return std::string(call({"apiToken", as}).as_string());
}

std::string TestIssuer::mint(const boost::json::object& token) {
    return std::string(call({"mint", token}).as_string());
}

void TestIssuer::rotate() {
    call({"rotate"});
}

void TestIssuer::fail() {
    call({"fail"});
}

}  // namespace headway::test

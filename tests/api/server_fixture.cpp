// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/server_fixture.hpp"

#include <cstdlib>
#include <iostream>

#include "api/answers_given.hpp"
#include "api/contract.hpp"
#include "api/credentials.hpp"
#include "base/id.hpp"
#include "store/users.hpp"
#include "support/postgres_server.hpp"

namespace headway::test {

const app::KnowledgeBase& ApiTest::knowledge() {
    static const auto base = [] {
        setenv("HEADWAY_DATA_DIR", HEADWAY_BINARY_DIR "/data", 0);
        auto opened = app::KnowledgeBase::open();
        if (!opened) {
            std::cerr << opened.error().message() << "\n";
            std::abort();
        }
        return std::move(*opened);
    }();
    return *base;
}

void ApiTest::SetUp() {
    app::Configuration& configuration = configuration_;
    configuration.folder = folder_.file("data");
    configuration.database = "sqlite:" + configuration.folder + "/headway.db";
    configuration.workers = 1;
    configuration.patience_ms = 60'000;  // what takes long on a busy machine is no other answer
    // No test asks a real board: this address is refused before anything is sent.
    configuration.boards_origin = "http://127.0.0.1:9";
    const char* chosen = std::getenv("HEADWAY_SCENARIOS_ON");
    if (chosen != nullptr && std::string(chosen) == "postgres") {
        PostgresServer* server = PostgresServer::shared();
        const char* ci = std::getenv("CI");
        if (server == nullptr && ci != nullptr && std::string(ci) == "true")
            FAIL() << "PostgreSQL is not installed";
        if (server == nullptr) GTEST_SKIP() << "PostgreSQL is not installed";
        configuration.database = server->make_database();
    }
    configure(configuration);
    auto opened = app::Backend::open(configuration, knowledge(), [this]() -> Timestamp { return now_; });
    ASSERT_TRUE(opened) << opened.error().message();
    backend_ = std::move(*opened);
    dispatch_ = std::make_unique<http::Dispatch>(http::Settings(), backend_->make_router(),
                                                 backend_->make_authenticate(), http::Observers());
    anna = make_user("anna@example.org");
    ben = make_user("ben@example.org");
    admin = make_user("admin@example.org", "admin");
}

TestUser ApiTest::make_user(const std::string& email, const std::string& role) {
    TestUser out{make_uuid(), email, "hwt_" + make_secret(32)};
    store::User user;
    user.id = out.id;
    user.email = email;
    user.role = role;
    user.created_at = user.updated_at = now_;
    const auto added = parts().database.write([&](sql::Connection& c) -> Result<void> {
        if (auto u = store::add_user(c, user); !u) return u;
        return store::add_access_token(c, out.id, {make_uuid(), "test", "hwt_test", now_, {}, {}},
                                       api::hash_secret(out.token));
    });
    EXPECT_TRUE(added) << added.error().message();
    return out;
}

http::Response ApiTest::send(const TestUser* user, Method method, const std::string& target,
                             const std::string& body, http::Headers headers) {
    http::Request request;
    request.method = method;
    const std::size_t question = target.find('?');
    request.path = target.substr(0, question);
    if (question != std::string::npos) request.query = target.substr(question + 1);
    request.headers = std::move(headers);
    request.headers.emplace_back("Host", "localhost");
    if (user != nullptr) request.headers.emplace_back("Authorization", "Bearer " + user->token);
    if (!request.header("Content-Type") && (body.starts_with('{') || body.starts_with('[')))
        request.headers.emplace_back("Content-Type", "application/json");
    request.body = body;
    request.peer = "127.0.0.1";
    const auto found = dispatch_->router().find(method, request.path);
    http::Response response = dispatch_->answer(request);
    if (found && found->route != nullptr) {
        const std::string operation = std::string(to_string(method)) + " " + found->route->pattern;
        note_answer(operation, response.status);
        for (const std::string& problem : Contract::shared().problems(operation, response))
            ADD_FAILURE() << problem;
    }
    return response;
}

boost::json::value ApiTest::ask(const TestUser* user, Method method, const std::string& target,
                                const std::string& body, http::Headers headers, int expected_status) {
    const http::Response response = send(user, method, target, body, std::move(headers));
    EXPECT_EQ(response.status, expected_status)
        << to_string(method) << " " << target << ": " << response.text();
    boost::json::error_code error;
    auto value = boost::json::parse(response.text(), error);
    return error ? boost::json::value(boost::json::object()) : value;
}

http::Headers ApiTest::matching(const TestUser& user, const std::string& target) {
    const auto response = send(&user, Method::get, target);
    const auto tag = response.header("ETag");
    EXPECT_TRUE(tag) << target;
    return {{"If-Match", std::string(tag.value_or(""))}};
}

boost::json::value at(const boost::json::value& value, std::string_view path) {
    const boost::json::value* here = &value;
    while (!path.empty()) {
        const std::string_view step = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(path.size(), step.size() + 1));
        if (const auto* object = here->if_object()) {
            here = object->if_contains(step);
        } else if (const auto* array = here->if_array()) {
            const auto index = static_cast<std::size_t>(std::atoi(std::string(step).c_str()));
            here = index < array->size() ? &(*array)[index] : nullptr;
        } else {
            here = nullptr;
        }
        if (here == nullptr) return nullptr;
    }
    return *here;
}

std::string text_at(const boost::json::value& value, std::string_view path) {
    const auto found = at(value, path);
    return found.is_string() ? std::string(found.get_string()) : boost::json::serialize(found);
}

}  // namespace headway::test

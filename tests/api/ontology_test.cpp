// SPDX-License-Identifier: GPL-3.0-or-later
// An administrator brings a newer release; what is wrong with it is said, and nothing changes.
#include <filesystem>

#include "api/server_fixture.hpp"
#include "app/own_ontology.hpp"
#include "app/paths.hpp"
#include "flows/erase.hpp"

namespace headway::test {
namespace {

class OntologyTest : public ApiTest {
  protected:
    http::Response upload(const TestUser& user, const std::string& framework, const std::string& release,
                          const std::string& bytes) {
        const auto part = [](const std::string& name, const std::string& content) {
            return "--xyz\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content +
                   "\r\n";
        };
        return send(&user, Method::post, "/api/admin/ontology/imports",
                    part("framework", framework) + part("release", release) +
                        "--xyz\r\nContent-Disposition: form-data; name=\"release_file\"; "
                        "filename=\"db.zip\"\r\n\r\n" +
                        bytes + "\r\n--xyz--\r\n",
                    {{"Content-Type", "multipart/form-data; boundary=xyz"}});
    }
    boost::json::value ended(const http::Response& begun) {
        EXPECT_EQ(begun.status, 202) << begun.text();
        const std::string id = text_at(boost::json::parse(begun.text()), "id");
        static_cast<void>(parts().waiter.wait(admin.id, id, std::chrono::seconds(120)));
        return ask(&admin, Method::get, "/api/runs/" + id);
    }
    [[nodiscard]] std::string own() const { return parts().policy.data_folder + "/ontology"; }
};

TEST_F(OntologyTest, SyncMakesAWholeFolderThatTheNextStartUses) {
    EXPECT_EQ(send(&anna, Method::post, "/api/skills/onet/sync").status, 403);
    const auto run = ended(send(&admin, Method::post, "/api/skills/onet/sync"));
    EXPECT_EQ(text_at(run, "state"), "ready") << text_at(run, "reason");
    EXPECT_EQ(run.at("result").at("frameworks").as_array().size(), 3U);
    for (const char* name : {"headway.pack", "onet.pack", "esco.pack", "lexicon.bin", "link.bin"})
        EXPECT_TRUE(std::filesystem::exists(own() + "/" + name)) << name;
    std::ostringstream out;
    std::ostringstream err;
    std::istringstream in;
    app::Streams streams{in, out, err};
    app::prefer_own_ontology(parts().policy.data_folder, streams);
    EXPECT_EQ(err.str(), "");
    const auto found = app::find_data_file("onet.pack");
    app::prefer_data_folder("");
    EXPECT_EQ(found.value_or(""), own() + "/onet.pack");
}

TEST_F(OntologyTest, ADamagedReleaseIsRefusedWithItsReason) {
    EXPECT_EQ(upload(anna, "onet", "30.2", "PK\x03\x04").status, 403);
    EXPECT_EQ(upload(admin, "onet", "30.2", "no zip").status, 400);
    EXPECT_EQ(upload(admin, "isco", "30.2", "PK\x03\x04").status, 400);
    EXPECT_EQ(upload(admin, "onet", "../x", "PK\x03\x04").status, 400);
    const auto run = ended(upload(admin, "onet", "30.2", "PK\x03\x04 and nothing more"));
    EXPECT_EQ(text_at(run, "state"), "failed");
    // What was uploaded stays for another try, and goes.
    const std::string key = "ontology/" + text_at(run, "id");
    const auto sweep = [&](Timestamp at) {
        return flows::remove_due_files(parts().database, parts().files, [at] { return at; }, 10);
    };
    ASSERT_TRUE(sweep(now_));
    EXPECT_TRUE(parts().files.find(key).value());
    ASSERT_TRUE(sweep(now_ + std::chrono::days(3)));
    EXPECT_FALSE(parts().files.find(key).value());
    EXPECT_GT(text_at(run, "reason").size(), 10U);
    EXPECT_FALSE(std::filesystem::exists(own()));
}

}  // namespace
}  // namespace headway::test

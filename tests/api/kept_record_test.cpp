// SPDX-License-Identifier: GPL-3.0-or-later
// What a run leaves: what made it, what it was asked, how long it took; also one that failed.
#include "api/server_fixture.hpp"

namespace headway::test {
namespace {

std::string json_of(const boost::json::object& value) {
    return boost::json::serialize(value);
}

class KeptRecordTest : public ApiTest {
  protected:
    boost::json::value run(const std::string& id) { return ask(&anna, Method::get, "/api/runs/" + id); }
    /// Whether what it leaves names the program and packs, what it was asked, and how long it took.
    static void expect_record(const boost::json::value& run) {
        EXPECT_EQ(text_at(run, "provenance.program"), "headway") << boost::json::serialize(run);
        EXPECT_EQ(at(run, "provenance.packs").as_array().size(), 3U);
        EXPECT_EQ(text_at(run, "provenance.input_hashes.0.name"), "request");
        EXPECT_EQ(text_at(run, "provenance.input_hashes.0.value").size(), 16U);
        EXPECT_EQ(last(run, "timings", "step"), "whole");
    }
    static std::string last(const boost::json::value& run, const std::string& list, const char* member) {
        const auto all = at(run, "provenance." + list);
        if (!all.is_array() || all.as_array().empty()) return "";
        return text_at(all.as_array().back(), member);
    }
    boost::json::value upload(const std::string& name, const std::string& bytes) {
        const std::string body =
            "--xyz\r\nContent-Disposition: form-data; name=\"resume_file\"; filename=\"" + name +
            "\"\r\n\r\n" + bytes + "\r\n--xyz--\r\n";
        return ask(&anna, Method::post, "/api/backend/resume/upload", body,
                   {{"Content-Type", "multipart/form-data; boundary=xyz"}}, 201);
    }
};

TEST_F(KeptRecordTest, OfAnImportThatFailed) {
    const auto resume = upload("broken.pdf", "%PDF-1.7\nnothing that a PDF is made of");
    EXPECT_EQ(text_at(resume, "state"), "failed");
    const auto failed = run(text_at(resume, "run_id"));
    EXPECT_EQ(text_at(failed, "state"), "failed");
    expect_record(failed);
    EXPECT_EQ(text_at(failed, "provenance.input_hashes.1.name"), "file");
    EXPECT_TRUE(at(failed, "result").is_null());
}

TEST_F(KeptRecordTest, OfAnImportThatWentWell) {
    const auto resume = upload("cv.txt", "Skills\nPython and nothing else at all\n");
    const auto ended = run(text_at(resume, "run_id"));
    expect_record(ended);
    EXPECT_EQ(last(ended, "input_hashes", "name"), "text");
}

TEST_F(KeptRecordTest, OfAFileThatWasReadBefore) {
    const std::string bytes = "Skills\nPython and nothing else at all\n";
    const auto first = upload("cv.txt", bytes);
    const auto second = upload("again.txt", bytes);
    EXPECT_EQ(last(run(text_at(second, "run_id")), "parameters", "value"), text_at(first, "id"));
    EXPECT_EQ(text_at(second, "words"), text_at(first, "words"));
    EXPECT_EQ(text_at(ask(&anna, Method::get, "/api/resumes/" + text_at(second, "id") + "/text"), "text"),
              bytes);
    EXPECT_EQ(last(run(text_at(upload("other.txt", bytes + "x"), "run_id")), "parameters", "name"), "format");
    // Of another person, or read by another version, it is read anew.
    const auto older = parts().database.write([&](sql::Connection& c) {
        return c.run(
            "update runs set provenance = replace(provenance, '\"version\":\"', '\"version\":\"0.0.') "
            "where user_id = $1",
            anna.id);
    });
    ASSERT_TRUE(older);
    EXPECT_EQ(last(run(text_at(upload("third.txt", bytes), "run_id")), "parameters", "name"), "format");
}

TEST_F(KeptRecordTest, OfAReportThatWasThereAlready) {
    upload("cv.txt", "Skills\nPython and nothing else at all\n");
    const std::string job =
        text_at(ask(&anna, Method::post, "/api/jobs",
                    json_of({{"title", "Job"}, {"description", "Requirements\n• Kubernetes\n"}}), {}, 201),
                "id");
    const auto made = ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", job}}));
    const auto again = ask(&anna, Method::post, "/api/gap/run", json_of({{"job_id", job}}));
    EXPECT_EQ(text_at(again, "gap_report_id"), text_at(made, "gap_report_id"));
    const auto first = run(text_at(made, "run_id"));
    const auto second = run(text_at(again, "run_id"));
    expect_record(first);
    expect_record(second);
    EXPECT_EQ(text_at(second, "provenance.input_hashes.1.name"), "inputs");
    EXPECT_EQ(at(second, "provenance.input_hashes.1"), at(first, "provenance.input_hashes.1"));
    EXPECT_EQ(last(second, "parameters", "value"), text_at(made, "gap_report_id"));
}

TEST_F(KeptRecordTest, OfAnExport) {
    const auto queued = ask(&anna, Method::post, "/api/my-data/exports", "", {}, 202);
    const auto ended = parts().waiter.wait(anna.id, text_at(queued, "id"), std::chrono::seconds(20));
    ASSERT_TRUE(ended && *ended);
    const auto made = run(text_at(queued, "id"));
    expect_record(made);
    EXPECT_EQ(last(made, "input_hashes", "name"), "archive");
}

}  // namespace
}  // namespace headway::test

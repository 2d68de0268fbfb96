// SPDX-License-Identifier: GPL-3.0-or-later
#include "document/child.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "document/fixtures.hpp"
#include "document/wire.hpp"

namespace headway::document {
namespace {

/// A program in a folder of its own, for the role that starts one.
class Script {
  public:
    explicit Script(const std::string& body) {
        std::string folder = (std::filesystem::temp_directory_path() / "headway-XXXXXX").string();
        folder_ = ::mkdtemp(folder.data());
        path_ = folder_ + "/tesseract";
        std::ofstream(path_) << "#!/bin/sh\n" << body << '\n';
        ::chmod(path_.c_str(), 0700);
    }
    Script(const Script&) = delete;
    Script& operator=(const Script&) = delete;
    ~Script() { std::filesystem::remove_all(folder_); }

    [[nodiscard]] ChildOutcome run(std::chrono::milliseconds wall, std::size_t max_output) const {
        ChildTask task;
        task.role = {"ocr", path_, "eng", "300", "10", "0"};
        task.input = "a picture";
        task.wall = wall;
        task.max_output = max_output;
        return run_child(task);
    }

  private:
    std::string folder_;
    std::string path_;
};

constexpr std::chrono::milliseconds plenty = std::chrono::seconds(30);

TEST(Child, InputOutputMessagesAndStatus) {
    const auto outcome = Script("cat; echo trouble >&2; exit 3").run(plenty, 1000);
    EXPECT_EQ(outcome.end, ChildEnd::finished);
    EXPECT_EQ(outcome.code, 3);
    EXPECT_EQ(outcome.output, "a picture");
    EXPECT_EQ(outcome.messages, "trouble\n");
}

TEST(Child, ASlowChildIsKilled) {
    EXPECT_EQ(Script("exec sleep 600").run(std::chrono::milliseconds(50), 1000).end, ChildEnd::too_slow);
}

TEST(Child, AChildThatClosesItsStreamsIsStillWaitedFor) {
    const auto outcome = Script("exec >&- 2>&-; exec sleep 600").run(std::chrono::milliseconds(100), 1000);
    EXPECT_EQ(outcome.end, ChildEnd::killed);
    EXPECT_EQ(outcome.code, SIGKILL);
}

TEST(Child, ATalkativeChildIsKilled) {
    EXPECT_EQ(Script("while true; do echo text; done").run(plenty, 1000).end, ChildEnd::too_much_output);
}

TEST(Child, ACrashIsAnOutcome) {
    const auto outcome = Script("kill -SEGV $$").run(plenty, 1000);
    EXPECT_EQ(outcome.end, ChildEnd::killed);
    EXPECT_EQ(outcome.code, SIGSEGV);
}

TEST(Child, BothWaysToStartGiveTheSameAnswer) {
    const std::string pdf = fixtures::make_pdf("same text");
    Request request;
    request.name = "cv.pdf";
    request.bytes = pdf;
    const std::string frame = encode_request(request);
    for (const Start start : {Start::fork, Start::run_again}) {
        ChildTask task;
        task.role = {"read"};
        task.input = frame;
        task.wall = plenty;
        task.max_output = 1U << 20U;
        task.start = start;
        const auto outcome = run_child(task);
        ASSERT_EQ(outcome.end, ChildEnd::finished);
        const auto answer = decode_answer(outcome.output);
        ASSERT_TRUE(answer) << answer.error().message();
        EXPECT_EQ(answer->parsed.pages.front(), "same text\n");
    }
}

}  // namespace
}  // namespace headway::document

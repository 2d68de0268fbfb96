// SPDX-License-Identifier: GPL-3.0-or-later
// Exit codes, streams and colours of the program as it is run.
#include <algorithm>
#include <boost/json.hpp>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>

#include "support/program.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr int done = 0;
constexpr int wrong_usage = 2;
constexpr int unreadable_input = 3;

const std::string resume = "samples/resume-logistics.txt";
const std::string job = "samples/job-logistics.txt";

std::string bytes_of(const std::string& sample) {
    std::ifstream in(HEADWAY_SOURCE_DIR "/" + sample, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// One line that begins with the name of the program.
void expect_one_line(const std::string& err) {
    EXPECT_TRUE(err.starts_with("headway: ")) << err;
    EXPECT_EQ(std::ranges::count(err, '\n'), 1) << err;
    EXPECT_TRUE(err.ends_with("\n")) << err;
}

TEST(Usage, HelpAndVersionAreDone) {
    EXPECT_EQ(run_program({"--version"}).code, done);
    EXPECT_THAT(run_program({"--version"}).out, HasSubstr("headway 0."));
    const Ended help = run_program({"--help"});
    EXPECT_EQ(help.code, done);
    EXPECT_THAT(help.out, HasSubstr("gap"));
    EXPECT_EQ(run_program({"gap", "--help"}).code, done);
}

TEST(Usage, WrongArgumentsAre2AndSayWhy) {
    for (const auto& arguments : std::vector<std::vector<std::string>>{
             {},
             {"analyse"},
             {"gap"},
             {"gap", resume},
             {"gap", resume, job, "third"},
             {"gap", resume, job, "--format", "pdf"},
             {"gap", resume, job, "--occupation", "99-9999.99"},
             {"gap", "-", "-"},
             {"skills", resume, "--as", "poem"},
             {"ontology"},
             {"import", "onet"},
         }) {
        const Ended ended = run_program(arguments);
        EXPECT_EQ(ended.code, wrong_usage) << testing::PrintToString(arguments);
        EXPECT_THAT(ended.out, IsEmpty()) << testing::PrintToString(arguments);
        EXPECT_THAT(ended.err, Not(IsEmpty())) << testing::PrintToString(arguments);
    }
}

TEST(Usage, UnreadableInputIs3AndOneLine) {
    const TempFolder folder;
    const std::string empty = folder.write("empty.txt", "");
    const std::string broken = folder.write("broken.pdf", "%PDF-1.7\nnothing more");
    const std::string picture = folder.write("photo.png", "\x89PNG\r\n\x1a\n....");
    for (const std::string& file : {folder.file("absent.pdf"), folder.path(), empty, broken, picture}) {
        for (const auto& arguments : std::vector<std::vector<std::string>>{
                 {"text", file}, {"skills", file}, {"gap", file, job}, {"gap", resume, file}}) {
            const Ended ended = run_program(arguments);
            EXPECT_EQ(ended.code, unreadable_input) << testing::PrintToString(arguments);
            EXPECT_THAT(ended.out, IsEmpty()) << testing::PrintToString(arguments);
            expect_one_line(ended.err);
        }
    }
}

TEST(Usage, DashIsStandardInput) {
    const Ended from_file = run_program({"text", resume});
    const Ended from_input = run_program({.arguments = {"text", "-"}, .input = bytes_of(resume)});
    EXPECT_EQ(from_input.code, done) << from_input.err;
    EXPECT_EQ(from_input.out, from_file.out);
    EXPECT_EQ(run_program({.arguments = {"gap", "-", job, "--json"}, .input = bytes_of(resume)}).out,
              run_program({"gap", resume, job, "--json"}).out);
    EXPECT_EQ(run_program({.arguments = {"gap", resume, "-", "--json"}, .input = bytes_of(job)}).out,
              run_program({"gap", resume, job, "--json"}).out);
    expect_one_line(run_program({.arguments = {"text", "-"}, .input = ""}).err);
}

TEST(Usage, DashIsStandardInputForTextsToo) {
    for (const auto& [command, words] : std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"link"}, "planning the menus of a restaurant"},
             {{"occupation"}, "Plumber"},
             {{"ontology", "search"}, "kuberntes"}}) {
        std::vector<std::string> given = command;
        given.insert(given.end(), {words, "--json"});
        std::vector<std::string> dash = command;
        dash.insert(dash.end(), {"-", "--json"});
        const Ended from_input = run_program({.arguments = dash, .input = words + "\n"});
        EXPECT_EQ(from_input.code, done) << from_input.err;
        EXPECT_EQ(from_input.out, run_program(given).out);
        for (const char* bad : {"", " \n", "\xFF"}) {
            const Ended ended = run_program({.arguments = dash, .input = bad});
            EXPECT_EQ(ended.code, unreadable_input);
            expect_one_line(ended.err);
        }
    }
}

TEST(Usage, OutputThatCannotBeWrittenIs1AndOneLine) {
    for (const auto& arguments : std::vector<std::vector<std::string>>{{"text", resume},
                                                                       {"gap", resume, job, "--json"},
                                                                       {"--help"},
                                                                       {"ontology", "search", "welding"}}) {
        const Ended ended = run_program({.arguments = arguments, .full_disk = true});
        EXPECT_EQ(ended.code, 1) << testing::PrintToString(arguments);
        expect_one_line(ended.err);
    }
    EXPECT_EQ(run_program({.arguments = {"text", "absent.pdf"}, .full_disk = true}).code, unreadable_input);
}

TEST(Usage, AnOccupationNeedsNoEnding) {
    const Ended whole = run_program({"gap", resume, job, "--occupation", "29-1141.00", "--json"});
    const Ended soc = run_program({"gap", resume, job, "--occupation", "29-1141", "--json"});
    EXPECT_EQ(soc.code, done) << soc.err;
    EXPECT_EQ(soc.out, whole.out);
}

TEST(Usage, LimitsOfReadingAreSettings) {
    const TempFolder folder;
    const std::string large = folder.write("large.txt", std::string(2U << 20U, 'x'));
    const std::string toml = folder.write("headway.toml", "document_megabytes = 1\n");
    EXPECT_EQ(run_program({"text", large}).code, done);
    const std::vector<Start> lowered = {
        {.arguments = {"text", large, "--document-megabytes", "1"}},
        {.arguments = {"text", large}, .environment = {{"HEADWAY_DOCUMENT_MEGABYTES", "1"}}},
        {.arguments = {"skills", large, "--config", toml}},
        {.arguments = {"gap", large, job}, .environment = {{"HEADWAY_CONFIG", toml}}},
    };
    for (const Start& start : lowered) {
        const Ended ended = run_program(start);
        EXPECT_EQ(ended.code, unreadable_input);
        expect_one_line(ended.err);
        EXPECT_THAT(ended.err, HasSubstr("raise document-megabytes in the settings"));
    }
    const Ended wrong = run_program({"text", resume, "--document-pages", "0"});
    EXPECT_EQ(wrong.code, wrong_usage);
    expect_one_line(wrong.err);
    EXPECT_THAT(wrong.err, HasSubstr("1 to 10000"));
}

TEST(Usage, JsonParsesAndStandsAlone) {
    for (const auto& arguments :
         std::vector<std::vector<std::string>>{{"gap", resume, job, "--json"},
                                               {"gap", resume, job, "--format", "json"},
                                               {"skills", resume, "--json"},
                                               {"skills", job, "--as", "job", "--json"},
                                               {"text", resume, "--json"}}) {
        const Ended ended = run_program(arguments);
        EXPECT_EQ(ended.code, done) << ended.err;
        boost::system::error_code bad;
        (void)boost::json::parse(ended.out, bad);
        EXPECT_FALSE(bad) << testing::PrintToString(arguments) << ": " << bad.message();
    }
}

TEST(Usage, EveryFormatIsPrinted) {
    for (const char* format : {"text", "json", "md", "html"}) {
        const Ended ended = run_program({"gap", resume, job, "--format", format});
        EXPECT_EQ(ended.code, done) << format << ended.err;
        EXPECT_GT(ended.out.size(), 500U) << format;
    }
    EXPECT_THAT(run_program({"gap", resume, job, "--format", "html"}).out, Not(HasSubstr("<script")));
}

TEST(Usage, ColoursAreForTerminalsWithoutNoColor) {
    if (!has_terminals()) GTEST_SKIP() << "this machine gives out no terminals (/dev/pts)";
    const std::vector<std::string> gap = {"gap", resume, job};
    const std::pair<std::string, std::string> terminal_type = {"TERM", "xterm-256color"};
    EXPECT_THAT(run_program({.arguments = gap, .environment = {terminal_type}}).out, Not(HasSubstr("\x1b")));
    EXPECT_THAT(run_program({.arguments = gap, .environment = {terminal_type}, .terminal = true}).out,
                HasSubstr("\x1b["));
    EXPECT_THAT(
        run_program({.arguments = gap, .environment = {terminal_type, {"NO_COLOR", "1"}}, .terminal = true})
            .out,
        Not(HasSubstr("\x1b")));
    EXPECT_THAT(run_program({.arguments = gap, .environment = {{"TERM", "dumb"}}, .terminal = true}).out,
                Not(HasSubstr("\x1b")));
}

TEST(Usage, AReaderThatIsKilledIsAnErrorMessage) {
    // The reader is found while it works through some megabytes of mark-up. Where it ends before it is found,
    // the answer is a whole one, and it is tried again.
    const TempFolder folder;
    std::string page = "<p>Welder</p>";
    while (page.size() < 12'000'000) page += "<p><b></b><i></i></p>";
    const std::string file = folder.write("large.html", page);
    for (int attempt = 0; attempt < 20; ++attempt) {
        const Ended ended = run_program({.arguments = {"text", file}, .kill_its_child = true});
        if (!ended.child_killed || ended.code == done) continue;
        EXPECT_EQ(ended.code, unreadable_input);
        EXPECT_THAT(ended.out, IsEmpty());
        expect_one_line(ended.err);
        EXPECT_THAT(ended.err, HasSubstr("signal 9"));
        return;
    }
    FAIL() << "the reader was never found at work";
}

TEST(Usage, MissingDataFilesAreExplained) {
    const TempFolder folder;
    folder.write("onet.pack", "nonsense");
    const Ended ended = run_program(
        {.arguments = {"gap", resume, job}, .environment = {{"HEADWAY_DATA_DIR", folder.path()}}});
    EXPECT_EQ(ended.code, unreadable_input);
    expect_one_line(ended.err);
    EXPECT_THAT(ended.err, HasSubstr("onet.pack"));
}

}  // namespace
}  // namespace headway::test

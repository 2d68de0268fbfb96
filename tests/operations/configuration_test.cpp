// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration.hpp"

#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <regex>
#include <set>
#include <sstream>

#include "support/program.hpp"
#include "support/server_process.hpp"
#include "support/temp_folder.hpp"

namespace headway::app {
namespace {

using testing::HasSubstr;

TEST(Settings, EachIsDocumentedWithFlagVariableAndKey) {
    const std::string page = test::content_of(HEADWAY_SOURCE_DIR "/docs/configuration.md");
    for (const Setting& s : known_settings()) {
        std::string key = s.name;
        std::string variable = "HEADWAY_" + s.name;
        for (char& c : key) c = c == '-' ? '_' : c;
        for (char& c : variable)
            c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        EXPECT_THAT(page, HasSubstr("| `--" + s.name + "` | `" + variable + "` | `" + key + "` |"));
    }
    // And nothing is documented that does not exist.
    std::istringstream lines(page);
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `--")) continue;
        const std::string name = line.substr(5, line.find('`', 5) - 5);
        const bool known = name == "config" || std::ranges::any_of(known_settings(), [&](const Setting& s) {
                               return s.name == name;
                           });
        EXPECT_TRUE(known) << name;
    }
}

TEST(Settings, FlagsWinOverVariablesOverTheFile) {
    const test::TempFolder folder;
    const std::string file =
        folder.write("headway.toml",
                     "workers = 3\nsession_days = 3\npool_threads = 3\nfolder = \"/from/file\"\n"
                     "hosts = \"a.example, b.example\"\n");
    ::setenv("HEADWAY_SESSION_DAYS", "4", 1);
    ::setenv("HEADWAY_POOL_THREADS", "4", 1);
    const auto read = load_configuration({{"config", file}, {"pool-threads", "5"}});
    ::unsetenv("HEADWAY_SESSION_DAYS");
    ::unsetenv("HEADWAY_POOL_THREADS");
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->workers, 3);
    EXPECT_EQ(read->session_days, 4);
    EXPECT_EQ(read->pool_threads, 5);
    EXPECT_EQ(read->database, "sqlite:/from/file/headway.db");
    EXPECT_EQ(read->hosts, (std::vector<std::string>{"a.example", "b.example"}));
}

TEST(Settings, SecretsMayLieInFilesOfTheirOwn) {
    const test::TempFolder folder;
    const std::string key = folder.write("llm.key", "sk-0123456789abcdef\n");
    const std::string file = folder.write(
        "headway.toml", "llm_url = \"http://127.0.0.1:1/v1\"\nllm_model = \"m\"\nllm_key = \"file:" + key +
                            "\"\ncursor_key = \"file of mine, long\"\n");
    const auto read = load_configuration({{"config", file}, {"s3-prefix", "file:as it stands"}});
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->llm_key, "sk-0123456789abcdef");
    EXPECT_EQ(read->cursor_key, "file of mine, long");
    EXPECT_EQ(read->s3.prefix, "file:as it stands") << "it is no secret";
    ::setenv("HEADWAY_SMTP_PASSWORD", ("file:" + folder.write("smtp", "p")).c_str(), 1);
    EXPECT_EQ(load_configuration({{"folder", folder.file("data")}})->smtp_password, "p");
    ::unsetenv("HEADWAY_SMTP_PASSWORD");
    const auto gone = load_configuration({{"adzuna-key", "file:" + folder.file("nowhere")}});
    ASSERT_FALSE(gone);
    EXPECT_THAT(gone.error().message(), HasSubstr("--adzuna-key"));
    const auto two =
        load_configuration({{"adzuna-key", "file:" + folder.write("two", "a secret\nand more\n")}});
    ASSERT_FALSE(two);
    EXPECT_THAT(two.error().message(), testing::Not(HasSubstr("a secret")));
}

TEST(Settings, LimitsOfReadingAreSettings) {
    const test::TempFolder folder;
    // A file for a server, whose settings need not fit each other here.
    const std::string file = folder.write(
        "headway.toml", "document_pages = 3\ndocument_seconds = 3\nocr = \"no\"\nllm_model = \"x\"\n");
    ::setenv("HEADWAY_DOCUMENT_PAGES", "4", 1);
    ::setenv("HEADWAY_DOCUMENT_MEGABYTES", "4", 1);
    const auto read = load_reading_limits({{"config", file}, {"document-megabytes", "5"}});
    ::unsetenv("HEADWAY_DOCUMENT_PAGES");
    ::unsetenv("HEADWAY_DOCUMENT_MEGABYTES");
    ASSERT_TRUE(read) << read.error().message();
    EXPECT_EQ(read->seconds, 3U);
    EXPECT_EQ(read->pages, 4U);
    EXPECT_EQ(read->file_bytes, 5U << 20U);
    EXPECT_FALSE(read->ocr);
    EXPECT_FALSE(read->allow_unconfined);
    const auto all = load_configuration({{"document-text-megabytes", "64"},
                                         {"document-unpacked-megabytes", "100"},
                                         {"document-memory-megabytes", "65536"},
                                         {"ocr-languages", "eng+deu"},
                                         {"ocr-pages", "7"},
                                         {"ocr-seconds", "8"},
                                         {"allow-unconfined", "yes"}});
    ASSERT_TRUE(all) << all.error().message();
    EXPECT_EQ(all->reading.text_bytes, 64U << 20U);
    EXPECT_EQ(all->reading.unpacked_bytes, 100U << 20U);
    EXPECT_EQ(all->reading.memory_bytes, std::size_t{64} << 30U);
    EXPECT_EQ(all->reading.ocr_languages, "eng+deu");
    EXPECT_EQ(all->reading.ocr_pages, 7U);
    EXPECT_EQ(all->reading.ocr_seconds, 8U);
    EXPECT_TRUE(all->reading.allow_unconfined);
    for (const auto& [name, value] :
         std::vector<std::pair<std::string, std::string>>{{"document-megabytes", "0"},
                                                          {"document-megabytes", "1001"},
                                                          {"document-text-megabytes", "65"},
                                                          {"document-pages", "-1"},
                                                          {"document-seconds", "1e3"},
                                                          {"document-memory-megabytes", "127"},
                                                          {"ocr", "maybe"},
                                                          {"ocr-languages", ""},
                                                          {"ocr-languages", "-c"},
                                                          {"ocr-languages", "../eng"},
                                                          {"ocr-languages", "eng deu"},
                                                          {"allow-unconfined", "1"}}) {
        const auto refused = load_reading_limits({{name, value}});
        ASSERT_FALSE(refused) << name << " " << value;
        EXPECT_EQ(refused.error().where, "--" + name);
    }
}

TEST(Settings, UnknownKeysAndImpossibleValuesAreRefusedByName) {
    const test::TempFolder folder;
    const auto refused = [&](const std::string& toml) {
        const auto read = load_configuration({{"config", folder.write("headway.toml", toml)}});
        EXPECT_FALSE(read) << toml;
        return read ? std::string() : read.error().message();
    };
    EXPECT_THAT(refused("wokers = 3\n"), HasSubstr("headway.toml, wokers"));
    EXPECT_THAT(refused("workers = 65\n"), HasSubstr("0 to 64"));
    EXPECT_THAT(refused("workers = true\n"), HasSubstr("workers"));
    EXPECT_THAT(refused("workers = \n"), HasSubstr("line 1"));
    EXPECT_THAT(refused("[workers]\n"), HasSubstr("workers"));
    EXPECT_FALSE(load_configuration({{"config", folder.file("not-there.toml")}}));
    EXPECT_FALSE(load_configuration({{"registration", "sometimes"}}));
    EXPECT_FALSE(load_configuration({{"cursor-key", "short"}}));
    EXPECT_FALSE(load_configuration({{"cors-origins", "example.org"}}));
    EXPECT_EQ(test::run_program({"serve", "--wokers", "3"}).code, 2);
}

TEST(Settings, UnknownVariablesAreRefusedByName) {
    ::setenv("HEADWAY_WOKERS", "3", 1);
    const auto read = load_configuration({});
    ::unsetenv("HEADWAY_WOKERS");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().where, "HEADWAY_WOKERS");
    EXPECT_THAT(read.error().message(), HasSubstr("no such setting"));
    const auto started =
        test::run_program(test::Start{.arguments = {"doctor"}, .environment = {{"HEADWAY_FODLER", "/x"}}});
    EXPECT_NE(started.code, 0);
    EXPECT_THAT(started.err, HasSubstr("HEADWAY_FODLER"));
    EXPECT_TRUE(load_configuration({}));
}

/// Every switch that the tree itself uses may stand in the environment of a server.
TEST(Settings, SwitchesOfBuildAndTestsAreKnown) {
    namespace fs = std::filesystem;
    const std::regex used(R"((?:getenv\(\"|process\.env\.|\$\{?)(HEADWAY_[A-Z_]+))");
    std::set<std::string> names;
    for (const char* folder : {"src", "tests", "scripts", "bench", "fuzz", "web/e2e"}) {
        for (const auto& entry :
             fs::recursive_directory_iterator(HEADWAY_SOURCE_DIR "/" + std::string(folder))) {
            if (!entry.is_regular_file()) continue;
            const std::string text = test::content_of(entry.path().string());
            for (std::sregex_iterator i(text.begin(), text.end(), used), end; i != end; ++i)
                names.insert((*i)[1].str());
        }
    }
    EXPECT_THAT(names, testing::IsSupersetOf({"HEADWAY_TODAY", "HEADWAY_CRASH_ROUNDS", "HEADWAY_SHOTS"}));
    for (const std::string& name : names) {
        const bool was_there = std::getenv(name.c_str()) != nullptr;
        if (!was_there) ::setenv(name.c_str(), "", 1);
        const auto read = load_configuration({});
        EXPECT_TRUE(read) << name << ": " << (read ? "" : read.error().message());
        if (!was_there) ::unsetenv(name.c_str());
    }
}

}  // namespace
}  // namespace headway::app

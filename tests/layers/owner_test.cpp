// SPDX-License-Identifier: GPL-3.0-or-later
// Owner first in every query: each statement of src/store that touches rows of persons says whose, before
// anything else. What may not is listed with its reason in without_owner.txt.
#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <string>

#include "layers/source_tree.hpp"

namespace headway::layers {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Names = std::set<std::string, std::less<>>;

/// Tables with a column for their owner, from the schema as migrations make it.
Names owned_tables(std::string_view schema) {
    static const std::regex owner("[ ,](user_id|owner_id) ");
    Names out;
    for (const std::string_view line : lines_of(schema)) {
        const std::size_t colon = line.find(':');
        if (line.starts_with('#') || colon == std::string_view::npos) continue;
        if (std::regex_search(std::string(line.substr(colon)), owner)) out.emplace(line.substr(0, colon));
    }
    return out;
}

/// The text without macros' definitions: whoever uses them names columns only.
std::string without_definitions(std::string_view text) {
    std::string out;
    bool inside = false;
    for (const std::string_view line : lines_of(text)) {
        inside = inside || line.starts_with("#define");
        if (!inside) out += std::string(line) + "\n";
        inside = inside && line.ends_with('\\');
    }
    return out;
}

/// Literals that lie beside each other are one text, macros between them in their place.
std::vector<std::string> texts_of(std::string_view source) {
    static const std::regex token(R"re(//[^\n]*|"((?:[^"\\]|\\.)*)"|(HEADWAY_[A-Z_]+)|(\S))re");
    const std::string text = without_definitions(source);
    std::vector<std::string> out;
    bool open = false;
    for (auto m = std::sregex_iterator(text.begin(), text.end(), token); m != std::sregex_iterator(); ++m) {
        if (m->str().starts_with("//")) continue;
        if ((*m)[3].matched) {
            open = false;
            continue;
        }
        if (!open) out.emplace_back();
        open = true;
        out.back() += (*m)[1].matched ? (*m)[1].str() : " " + (*m)[2].str() + " ";
    }
    return out;
}

/// The statements of a file; those that grow by conditions with the first of these.
std::vector<std::string> statements_of(std::string_view source) {
    static const std::regex begins("^ *(select|insert|update|delete|with)\\b");
    static const std::regex grows("where \\(?$");
    const auto texts = texts_of(source);
    std::vector<std::string> out;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!std::regex_search(texts[i], begins)) continue;
        out.push_back(texts[i]);
        if (std::regex_search(texts[i], grows) && i + 1 < texts.size()) out.back() += texts[i + 1];
    }
    return out;
}

std::size_t count(const std::string& text, const char* pattern) {
    const std::regex r(pattern);
    return static_cast<std::size_t>(
        std::distance(std::sregex_iterator(text.begin(), text.end(), r), std::sregex_iterator()));
}

/// Whether it touches rows of persons without saying whose first, and of each of the tables.
bool lacks_owner(const std::string& statement, const Names& owned) {
    static const std::regex table("\\b(?:from|join|into|update)\\s+(\\w+)");
    std::size_t touched = 0;
    for (auto m = std::sregex_iterator(statement.begin(), statement.end(), table);
         m != std::sregex_iterator(); ++m)
        touched += owned.contains((*m)[1].str()) ? 1 : 0;
    if (touched == 0) return false;
    std::size_t said = count(statement, R"(\b(user_id|owner_id) = )") +
                       count(statement, R"(= (\w+\.)?(user_id|owner_id)\b)");
    const bool inserts = statement.find("insert") < 3;
    if (inserts && std::regex_search(statement, std::regex("\\(.*\\b(user_id|owner_id)\\b.*\\)"))) ++said;
    const bool first =
        inserts || std::regex_search(statement, std::regex(R"(where \(?(\w+\.)?(user_id|owner_id) = [$?])"));
    return !first || said < touched;
}

/// One line of the list: file | how the statement begins | why.
struct Exception {
    std::string file;
    std::string begin;
    std::string why;
    bool used = false;
};

std::vector<Exception> read_exceptions() {
    std::vector<Exception> out;
    const std::string text = read_text(HEADWAY_SOURCE_DIR "/tests/layers/without_owner.txt");
    for (const std::string_view line : lines_of(text)) {
        if (line.empty() || line.starts_with('#')) continue;
        const std::size_t one = line.find(" | ");
        const std::size_t two = line.find(" | ", one + 3);
        EXPECT_NE(two, std::string_view::npos) << line;
        out.push_back({std::string(line.substr(0, one)), std::string(line.substr(one + 3, two - one - 3)),
                       std::string(line.substr(two + 3)), false});
    }
    return out;
}

TEST(OwnerFirst, InEveryStatementOfTheStore) {
    const Names owned = owned_tables(read_text(HEADWAY_SOURCE_DIR "/migrations/schema.txt"));
    ASSERT_THAT(owned, testing::IsSupersetOf({"jobs", "resumes", "sessions", "task_skills"}));
    auto exceptions = read_exceptions();
    std::size_t statements = 0;
    for (const Source& s : read_sources(HEADWAY_SOURCE_DIR "/src")) {
        if (s.folder != "store") continue;
        for (const std::string& statement : statements_of(s.text)) {
            ++statements;
            if (!lacks_owner(statement, owned)) continue;
            const auto listed = std::ranges::find_if(exceptions, [&](const Exception& e) {
                return s.path == "store/" + e.file && statement.starts_with(e.begin);
            });
            if (listed == exceptions.end()) {
                ADD_FAILURE() << s.path << ": says not first whose rows: " << statement;
            } else {
                listed->used = true;
            }
        }
    }
    EXPECT_GT(statements, 150U);
    for (const Exception& e : exceptions) {
        EXPECT_TRUE(e.used) << "nothing needs this line any more: " << e.file << " | " << e.begin;
        EXPECT_GT(e.why.size(), 10U) << e.file << " | " << e.begin;
    }
}

// The check itself.

TEST(OwnerFirst, ReadsStatementsAsTheyAreWritten) {
    EXPECT_THAT(
        statements_of(
            "#define HEADWAY_X \"select a from jobs\" \\\n  \"b\"\n"
            "c.run(\"delete from jobs \" // not \"this\"\n \"where id = $1\", id);"
            "f(\"x\"); Query q(\"select \" HEADWAY_X \"from jobs where \"); q.where(\"user_id = ?\", o);"),
        ElementsAre("delete from jobs where id = $1", "select  HEADWAY_X from jobs where user_id = ?"));
    EXPECT_THAT(
        owned_tables("# a: user_id text\njobs: id text, owner_id text; key id\nwords: word text; key word"),
        SizeIs(1));
}

TEST(OwnerFirst, IsMissedWhereItIsNotSaidFirst) {
    const Names owned = {"jobs", "notes"};
    for (const char* good :
         {"select * from jobs where owner_id = $1 and id = $2", "select * from jobs j where (j.owner_id = ?",
          "insert into notes (id, user_id) values ($1, $2)", "select * from words where word = $1",
          "select (select count(*) from notes n where n.user_id = j.owner_id) from jobs j where j.owner_id = "
          "$1"})
        EXPECT_FALSE(lacks_owner(good, owned)) << good;
    for (const char* bad : {"select * from jobs", "select * from jobs where id = $1 and owner_id = $2",
                            "delete from notes where id = $1", "insert into notes (id) values ($1)",
                            "update jobs set title = $1 where id = (select id from jobs where owner_id = $2)",
                            "update notes set body = '' where user_id = $1 and id in (select id from notes)"})
        EXPECT_TRUE(lacks_owner(bad, owned)) << bad;
}

}  // namespace
}  // namespace headway::layers

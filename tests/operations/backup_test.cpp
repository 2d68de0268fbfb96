// SPDX-License-Identifier: GPL-3.0-or-later
// What is backed up comes back as it was, from either database into either.
#include "flows/backup.hpp"

#include <atomic>
#include <gmock/gmock.h>
#include <thread>

#include "base/id.hpp"
#include "files/folder_store.hpp"
#include "flows/archive_file.hpp"
#include "store/archive.hpp"
#include "store/goals.hpp"
#include "store/jobs.hpp"
#include "store/resumes.hpp"
#include "store/tasks.hpp"
#include "store/users.hpp"
#include "support/database_test.hpp"
#include "support/server_process.hpp"

namespace headway::flows {
namespace {

using testing::HasSubstr;

class Backups : public test::StoreTest {
  protected:
    void SetUp() override {
        StoreTest::SetUp();
        if (!database_) return;
        files_ = files::FolderStore::open(folder_.file("files")).value();
        fill();
    }
    void fill() {
        store::User user;
        user.id = owner_;
        user.email = "a@example.org";
        user.name = "Zoë \"Quote\" O'Hara\n";
        store::Resume resume;
        resume.id = make_uuid();
        resume.file_key = owner_ + "/" + resume.id;
        const store::ResumeText text{"text", "content\nof it", "0", ""};
        const auto done = database_->write([&](sql::Connection& c) -> Result<void> {
            if (auto a = store::add_user(c, user); !a) return a;
            if (auto a = store::add_resume(c, owner_, resume, text); !a) return a;
            store::Job job;
            job.id = "j";
            job.owner_id = owner_;
            job.published = true;
            job.salary_min = 1234.5;
            if (auto a = store::add_job(c, job, std::string("\0\xFF\x80x", 4), {}); !a) return a;
            // A task that follows one which comes later in the order of ids.
            for (const char* id : {"t1", "t2"}) {
                if (auto a = add_task(c, id, {}); !a) return a;
            }
            const auto follows = c.run("update tasks set follows_task_id = 't2' where id = 't1'");
            if (!follows) return std::unexpected(follows.error());
            return {};
        });
        ASSERT_TRUE(done) << done.error().message();
        for (int i = 0; i < 250; ++i) add_goal(i);  // several pages of rows
        ASSERT_TRUE(files_->put(*resume.file_key, bytes_, "application/pdf"));
        file_key_ = *resume.file_key;
    }
    Result<void> add_task(sql::Connection& c, const std::string& id, std::optional<std::string> goal) {
        store::Task task;
        task.id = id;
        task.title = "together";
        task.goal_id = std::move(goal);
        return store::add_task(c, owner_, task, " together");
    }
    void add_goal(int number) {
        store::Goal goal;
        goal.id = make_uuid();
        goal.title = "goal " + std::to_string(number);
        const auto done =
            database_->write([&](sql::Connection& c) { return store::add_goal(c, owner_, goal); });
        ASSERT_TRUE(done) << done.error().message();
    }
    /// All rows of all tables but the notes on steps of the schema, as text.
    static std::string everything(sql::Database& database) {
        std::string out;
        const auto done = database.read([&](sql::Connection& c) -> Result<void> {
            const auto tables = store::list_tables(c);
            if (!tables) return std::unexpected(tables.error());
            for (const auto& table : *tables) {
                const auto rows = store::read_rows(c, table, {}, 10'000);
                if (!rows) return std::unexpected(rows.error());
                out += table.name + "\n";
                for (std::size_t i = 0; i < rows->cells.size(); ++i)
                    out += cell(rows->cells[i], table, i) + "|";
            }
            return {};
        });
        EXPECT_TRUE(done) << done.error().message();
        return out;
    }
    static std::string cell(const sql::Value& v, const store::ArchiveTable& table, std::size_t i) {
        const bool boolean = table.columns[i % table.columns.size()].type == "boolean";
        if (const auto* n = std::get_if<std::int64_t>(&v))
            return boolean ? (*n != 0 ? "true" : "false") : std::to_string(*n);
        if (const auto* b = std::get_if<bool>(&v)) return *b ? "true" : "false";
        if (const auto* d = std::get_if<double>(&v)) return std::to_string(*d);
        if (const auto* s = std::get_if<std::string>(&v)) return *s;
        if (const auto* x = std::get_if<sql::Bytes>(&v)) return "bytes " + x->value;
        return "null";
    }
    BackupCounts back_up_now(const std::string& path) {
        auto done = back_up(*database_, *files_, "test", system_now, path);
        EXPECT_TRUE(done) << done.error().message();
        return done ? *done : BackupCounts();
    }
    /// A new database of that kind; empty when there is none of it here.
    std::unique_ptr<sql::Database> another(sql::Dialect dialect) {
        sql::Settings settings;
        settings.url = "sqlite:" + folder_.file("other-" + make_uuid() + ".db");
        if (dialect == sql::Dialect::postgres) {
            if (test::PostgresServer::shared() == nullptr) return nullptr;
            settings.url = test::PostgresServer::shared()->make_database();
        }
        return sql::Database::open(settings).value();
    }
    std::unique_ptr<files::FolderStore> other_files() {
        return files::FolderStore::open(folder_.file("files-" + make_uuid())).value();
    }

    const std::string bytes_ = std::string("%PDF\0\xFF", 6) + std::string(100'000, 'x');
    std::string owner_ = make_uuid();
    std::string file_key_;
    std::unique_ptr<files::FolderStore> files_;
};

TEST_P(Backups, ComeBackIntoEitherDatabase) {
    const std::string path = folder_.file("backup");
    const BackupCounts written = back_up_now(path);
    EXPECT_EQ(written.files, 1);
    const std::string before = everything(*database_);
    for (const auto dialect : {sql::Dialect::sqlite, sql::Dialect::postgres}) {
        const auto target = another(dialect);
        if (!target) continue;
        const auto files = other_files();
        const auto restored = restore(*target, *files, path, Place::must_be_empty);
        ASSERT_TRUE(restored) << restored.error().message();
        EXPECT_EQ(restored->rows, written.rows);
        EXPECT_EQ(everything(*target), before);
        EXPECT_TRUE(files->get(file_key_).value() == bytes_);
        EXPECT_EQ(sql::migrate(*target, sql::shipped_migrations()).value(), 0) << "the schema is the newest";
    }
}

TEST_P(Backups, AreOfOneMomentThoughOthersWrite) {
    std::atomic<bool> stop{false};
    std::thread writing([&] {
        while (!stop) {
            // A goal and a task that names it: never one without the other.
            const auto done = database_->write([&](sql::Connection& c) -> Result<void> {
                store::Goal goal;
                goal.id = make_uuid();
                goal.title = "together";
                if (auto a = store::add_goal(c, owner_, goal); !a) return a;
                if (auto a = add_task(c, make_uuid(), goal.id); !a) return a;
                return {};
            });
            ASSERT_TRUE(done);
        }
    });
    for (int i = 0; i < 5; ++i) {
        const std::string path = folder_.file("backup" + std::to_string(i));
        (void)back_up_now(path);
        const auto target = another(sql::Dialect::sqlite);
        const auto restored = restore(*target, *other_files(), path, Place::must_be_empty);
        ASSERT_TRUE(restored) << restored.error().message();
        const auto count = [&](const char* sql) {
            return target->read([&](sql::Connection& c) { return c.value<std::int64_t>(sql); })
                .value()
                .value();
        };
        EXPECT_EQ(count("select count(*) from goals where title = 'together'"),
                  count("select count(*) from tasks where goal_id is not null"));
    }
    stop = true;
    writing.join();
}

TEST_P(Backups, DoNotGoOverWhatIsThereUnlessTold) {
    const std::string path = folder_.file("backup");
    (void)back_up_now(path);
    const std::string before = everything(*database_);
    add_goal(999);
    const auto refused = restore(*database_, *files_, path, Place::must_be_empty);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
    EXPECT_THAT(refused.error().message(), HasSubstr("--replace"));
    EXPECT_NE(everything(*database_), before) << "nothing was touched";
    ASSERT_TRUE(restore(*database_, *files_, path, Place::may_be_replaced));
    EXPECT_EQ(everything(*database_), before);
}

TEST_P(Backups, ThatCannotBePutBackTakeNothingAway) {
    const std::string path = folder_.file("backup");
    (void)back_up_now(path);
    add_goal(999);
    const std::string before = everything(*database_);
    // Something is in the way of the uploaded file.
    const std::string folder = folder_.file("full");
    std::filesystem::create_directories(folder + "/" + file_key_);
    const auto files = files::FolderStore::open(folder).value();
    EXPECT_FALSE(restore(*database_, *files, path, Place::may_be_replaced));
    EXPECT_EQ(everything(*database_), before);
}

TEST_P(Backups, LeaveNoUploadsOfThoseWhoAreReplaced) {
    const std::string path = folder_.file("backup");
    (void)back_up_now(path);
    store::Resume later;
    later.id = make_uuid();
    later.name = "later.pdf";
    later.file_key = owner_ + "/later";
    ASSERT_TRUE(
        database_->write([&](sql::Connection& c) { return store::add_resume(c, owner_, later, {}); }));
    ASSERT_TRUE(restore(*database_, *files_, path, Place::may_be_replaced));
    const auto going =
        database_->read([](sql::Connection& c) { return store::files_to_remove(c, system_now(), 10); });
    ASSERT_TRUE(going);
    EXPECT_THAT(*going, testing::ElementsAre(*later.file_key));
}

TEST_P(Backups, ThatAreDamagedTouchNothing) {
    const std::string path = folder_.file("backup");
    (void)back_up_now(path);
    const std::string whole = test::content_of(path);
    const std::string before = everything(*database_);
    std::vector<std::string> damaged = {whole.substr(0, whole.size() - 1),
                                        whole.substr(0, whole.size() / 2),
                                        whole.substr(0, 8),
                                        "",
                                        "HWBACKU",
                                        whole + "x"};
    for (std::size_t at = 10; at < whole.size(); at += whole.size() / 40) {
        damaged.push_back(whole);
        damaged.back()[at] = static_cast<char>(damaged.back()[at] ^ 4);
    }
    damaged.erase(damaged.begin() + 5);  // bytes behind the end are nobody's
    for (const std::string& bytes : damaged) {
        const auto refused =
            restore(*database_, *files_, folder_.write("bad", bytes), Place::may_be_replaced);
        ASSERT_FALSE(refused);
        EXPECT_FALSE(refused.error().what.empty());
    }
    EXPECT_EQ(everything(*database_), before);
}

TEST_P(Backups, OfANewerProgramOrOverANewerDatabaseAreRefused) {
    const std::string path = folder_.file("backup");
    const auto note_step = [&](std::int64_t number) {
        return database_->write([&](sql::Connection& c) {
            return c.run(
                "insert into schema_migrations (number, name, checksum, applied_at) values ($1, "
                "'from_the_future', 'x', 1)",
                number);
        });
    };
    (void)back_up_now(path);
    ASSERT_TRUE(note_step(static_cast<std::int64_t>(store::known_steps()) + 1));
    const auto over_newer = restore(*database_, *files_, path, Place::may_be_replaced);
    ASSERT_FALSE(over_newer);
    EXPECT_EQ(over_newer.error().code, ErrorCode::conflict);
    const auto downgrade = sql::migrate(*database_, sql::shipped_migrations());
    ASSERT_FALSE(downgrade) << "nor does the program start on it";
    EXPECT_EQ(downgrade.error().code, ErrorCode::conflict);
    const std::string newer = folder_.file("newer");
    (void)back_up_now(newer);
    const auto from_newer =
        restore(*another(sql::Dialect::sqlite), *other_files(), newer, Place::must_be_empty);
    ASSERT_FALSE(from_newer);
    EXPECT_THAT(from_newer.error().message(), HasSubstr("newer version"));
}

TEST_P(Backups, SayWhenAFileIsMissingThatARowNames) {
    ASSERT_TRUE(files_->remove(file_key_));
    const std::string path = folder_.file("backup");
    const auto done = back_up(*database_, *files_, "test", system_now, path);
    ASSERT_FALSE(done);
    EXPECT_THAT(done.error().message(), HasSubstr(file_key_));
    EXPECT_FALSE(std::filesystem::exists(path)) << "what has the name is whole";
}

HEADWAY_ON_BOTH_DATABASES(Backups);

/// Tables, columns, keys and references, one line each.
class Schema : public test::StoreTest {};

TEST_P(Schema, MigratedIsTheDeclaredOne) {
    std::string found =
        "# Tables of the newest schema, in the order in which they are made: columns with types; the\n"
        "# primary key; columns that refer to the same table. Both databases have exactly these.\n";
    const auto tables = database_->read([](sql::Connection& c) { return store::list_tables(c); });
    ASSERT_TRUE(tables) << tables.error().message();
    for (const auto& table : *tables) {
        found += table.name + ":";
        for (const auto& column : table.columns) found += " " + column.name + " " + column.type + ",";
        found.back() = ';';
        found += " key";
        for (const auto& key : table.key) found += " " + key;
        for (const auto& own : table.to_itself) found += "; itself " + own;
        found += "\n";
    }
    const std::string path = HEADWAY_SOURCE_DIR "/migrations/schema.txt";
    if (std::getenv("HEADWAY_UPDATE") != nullptr) std::ofstream(path) << found;
    EXPECT_EQ(found, test::content_of(path)) << "a migration changed it? HEADWAY_UPDATE=1 writes the new one";
}

TEST_P(Schema, EveryTableHasAKeyAndIsInBackups) {
    const auto checked = database_->read([](sql::Connection& c) -> Result<void> {
        const auto tables = store::list_tables(c);
        if (!tables) return std::unexpected(tables.error());
        for (const auto& table : *tables) EXPECT_FALSE(table.key.empty()) << table.name;
        const auto there = c.rows<std::string>(
            c.dialect() == sql::Dialect::sqlite
                ? "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
                : "select table_name as name from information_schema.tables where table_schema = 'public'");
        if (!there) return std::unexpected(there.error());
        EXPECT_EQ(there->size(), tables->size() + 1) << "all but schema_migrations";
        return {};
    });
    EXPECT_TRUE(checked);
}

HEADWAY_ON_BOTH_DATABASES(Schema);

}  // namespace
}  // namespace headway::flows

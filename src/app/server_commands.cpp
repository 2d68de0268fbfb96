// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server_commands.hpp"

#include <CLI/CLI.hpp>
#include <memory>

#include "app/configuration.hpp"
#include "app/database_commands.hpp"
#include "app/doctor_command.hpp"
#include "app/files_command.hpp"
#include "app/mcp_command.hpp"
#include "app/serve_command.hpp"
#include "app/setting_flags.hpp"
#include "app/user_command.hpp"
#include "app/vectors_command.hpp"

namespace headway::app {
namespace {

std::shared_ptr<SettingValues> add_settings(CLI::App& command) {
    return add_setting_flags(command, known_settings());
}

/// A command with nothing but settings.
void add_plain(CLI::App& app, Action& action, const char* name, const char* help,
               int (*run)(const SettingValues&, Streams&)) {
    auto* command = app.add_subcommand(name, help);
    auto settings = add_settings(*command);
    command->callback(
        [settings, run, &action] { action = [settings, run](Streams& s) { return run(*settings, s); }; });
}

void add_backup(CLI::App& app, Action& action) {
    auto* backup =
        app.add_subcommand("backup", "Write everything of a server to one file, while it is served");
    auto of_backup = add_settings(*backup);
    auto to = std::make_shared<std::string>();
    backup->add_option("FILE", *to, "Where to")->required();
    backup->callback([of_backup, to, &action] {
        action = [of_backup, to](Streams& s) { return run_backup(*of_backup, *to, s); };
    });

    auto* restore = app.add_subcommand("restore", "Bring back what backup wrote, into either database");
    auto of_restore = add_settings(*restore);
    auto options = std::make_shared<RestoreOptions>();
    restore->add_option("FILE", options->path, "What backup wrote")->required();
    restore->add_flag("--replace", options->replace, "Also over what is there: all of it is lost");
    restore->callback([of_restore, options, &action] {
        action = [of_restore, options](Streams& s) { return run_restore(*of_restore, *options, s); };
    });
}

void add_files(CLI::App& app, Action& action) {
    auto* files = app.add_subcommand("files", "Uploaded files of the server");
    files->require_subcommand(1);
    auto* move = files->add_subcommand(
        "move", "Move all from the folder to the bucket or back, while no server runs; may be run again");
    auto settings = add_settings(*move);
    auto to = std::make_shared<std::string>();
    move->add_option("--to", *to, "s3 or folder")->required()->check(CLI::IsMember({"s3", "folder"}));
    move->callback([settings, to, &action] {
        action = [settings, to](Streams& s) {
            return run_files_move(*settings, *to == "s3" ? FilePlace::s3 : FilePlace::folder, s);
        };
    });
}

void add_vectors(CLI::App& app, Action& action) {
    auto* vectors = app.add_subcommand("vectors", "Vectors of skills in Chroma");
    vectors->require_subcommand(1);
    auto* sync = vectors->add_subcommand("sync", "Bring them in step with the packs and the model");
    auto settings = add_settings(*sync);
    auto all = std::make_shared<bool>(false);
    sync->add_flag("--all", *all, "Make all of them anew, also where they look right");
    sync->callback([settings, all, &action] {
        action = [settings, all](Streams& s) {
            using Extent = flows::ChromaSkills::Extent;
            return run_vectors_sync(*settings, *all ? Extent::all : Extent::missing, s);
        };
    });
}

void add_doctor(CLI::App& app, Action& action) {
    auto* doctor = app.add_subcommand("doctor", "Look at everything a server needs and say how to mend it");
    auto settings = add_settings(*doctor);
    auto json = std::make_shared<bool>(false);
    doctor->add_flag("--json", *json, "Print JSON");
    doctor->callback([settings, json, &action] {
        action = [settings, json](Streams& s) {
            return run_doctor(*settings, *json ? DoctorFormat::json : DoctorFormat::text, s);
        };
    });
}

void add_user(CLI::App& app, Action& action) {
    auto* user = app.add_subcommand("user", "Accounts of the server");
    user->require_subcommand(1);
    auto* add = user->add_subcommand(
        "add", "Make an account; the password is read from standard input, or made and printed");
    auto settings = add_settings(*add);
    auto options = std::make_shared<UserOptions>();
    add->add_option("EMAIL", options->email, "Its address")->required();
    add->add_option("--name", options->name, "The person's name");
    add->add_flag("--admin", options->admin, "May administer the server");
    add->callback([settings, options, &action] {
        action = [settings, options](Streams& s) { return run_user_add(*settings, *options, s); };
    });
}

void add_mcp(CLI::App& app, Action& action) {
    auto* mcp = app.add_subcommand(
        "mcp", "Let an agent on this machine ask a server: the Model Context Protocol on standard input");
    auto options = std::make_shared<McpOptions>();
    mcp->add_option("--server", options->server,
                    "Origin of the server; the access token is taken from HEADWAY_TOKEN")
        ->capture_default_str();
    mcp->callback([options, &action] { action = [options](Streams& s) { return run_mcp(*options, s); }; });
}

}  // namespace

void add_server_commands(CLI::App& app, Action& action) {
    add_plain(app, action, "serve", "Run the server", run_serve);
    add_plain(app, action, "work", "Do the background work of servers that run elsewhere", run_work);
    add_plain(app, action, "migrate", "Bring the database to the newest schema", run_migrate);
    add_backup(app, action);
    add_files(app, action);
    add_vectors(app, action);
    add_doctor(app, action);
    add_user(app, action);
    add_mcp(app, action);
}

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.hpp"

#include <CLI/CLI.hpp>
#include <functional>
#include <map>
#include <memory>

#include "app/check_command.hpp"
#include "app/compile_command.hpp"
#include "app/failure.hpp"
#include "app/gap_command.hpp"
#include "app/import_command.hpp"
#include "app/link_command.hpp"
#include "app/occupation_command.hpp"
#include "app/search_command.hpp"
#include "app/server_commands.hpp"
#include "app/setting_flags.hpp"
#include "app/show_command.hpp"
#include "app/skills_command.hpp"
#include "app/text_command.hpp"
#include "app/version.hpp"

namespace headway::app {
namespace {

void add_text(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("text", "Print the text of a document in reading order");
    auto options = std::make_shared<TextOptions>();
    command->add_option("FILE", options->file, "PDF, DOCX, HTML or text; '-' reads standard input")
        ->required();
    command->add_flag("--json", options->json, "Print JSON with pages and warnings");
    auto settings = add_reading_flags(*command);
    command->callback([options, settings, &action] {
        options->settings = *settings;
        action = [options](Streams& s) { return run_text(*options, s); };
    });
}

void add_skills(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("skills", "List the skills of a résumé, or what a job ad asks for");
    auto options = std::make_shared<SkillsOptions>();
    auto as = std::make_shared<std::string>("resume");
    command->add_option("FILE", options->file, "PDF, DOCX, HTML or text; '-' reads standard input")
        ->required();
    command->add_option("--as", *as, "What it is")->check(CLI::IsMember({"resume", "job"}));
    command->add_flag("--json", options->json, "Print JSON");
    auto settings = add_reading_flags(*command);
    command->callback([options, as, settings, &action] {
        options->settings = *settings;
        options->job = *as == "job";
        action = [options](Streams& s) { return run_skills(*options, s); };
    });
}

void add_gap(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("gap", "Hold a résumé against a job ad");
    auto options = std::make_shared<GapOptions>();
    command->add_option("RESUME", options->resume, "The résumé; '-' reads standard input")->required();
    command->add_option("JOB", options->job, "The job ad; '-' reads standard input")->required();
    command->add_option("--occupation", options->occupation, "O*NET-SOC code, instead of the one found");
    const std::map<std::string, GapFormat> formats = {{"text", GapFormat::text},
                                                      {"json", GapFormat::json},
                                                      {"md", GapFormat::markdown},
                                                      {"html", GapFormat::html}};
    command->add_option("--format", options->format, "text, json, md or html")
        ->transform(CLI::CheckedTransformer(formats));
    command->add_flag_callback(
        "--json", [options] { options->format = GapFormat::json; }, "Same as --format json");
    command->add_option("--language", options->language, "Of text, md and html: en or de")
        ->check(CLI::IsMember({"en", "de"}));
    auto settings = add_reading_flags(*command);
    command->callback([options, settings, &action] {
        options->settings = *settings;
        action = [options](Streams& s) { return run_gap(*options, s); };
    });
}

void add_link(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("link", "Name the skills that a sentence describes");
    auto options = std::make_shared<LinkOptions>();
    command->add_option("TEXT", options->text, "The sentence; '-' reads standard input");
    const std::map<std::string, career::LinkFramework> frameworks = {{"onet", career::LinkFramework::onet},
                                                                     {"esco", career::LinkFramework::esco}};
    command->add_option("--framework", options->framework, "esco or onet")
        ->transform(CLI::CheckedTransformer(frameworks));
    command->add_option("--top", options->top, "How many")->check(CLI::Range(1, 1000));
    command->add_flag("--json", options->json, "Print JSON");
    command->add_flag("--batch", options->batch, "Answer JSON lines {\"id\",\"text\"} from standard input");
    command->callback(
        [options, &action] { action = [options](Streams& s) { return run_link(*options, s); }; });
}

void add_occupation(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("occupation", "Find the O*NET occupation of a job title");
    auto options = std::make_shared<OccupationOptions>();
    command->add_option("TITLE", options->title, "The job title; '-' reads standard input");
    command->add_option("--duties", options->duties, "What the job is about, in words");
    command->add_option("--top", options->top, "How many")->check(CLI::Range(1, 1000));
    command->add_flag("--json", options->json, "Print JSON");
    command->add_flag("--batch", options->batch, "Answer JSON lines {\"id\",\"text\"} from standard input");
    command->callback(
        [options, &action] { action = [options](Streams& s) { return run_occupation(*options, s); }; });
}

void add_search(CLI::App& ontology, Action& action) {
    auto* command = ontology.add_subcommand("search", "Find skills and occupations by name, with typos");
    auto options = std::make_shared<SearchOptions>();
    command->add_option("QUERY", options->query, "What to look for; '-' reads standard input");
    command->add_option("--framework", options->framework, "Only what this framework has")
        ->check(CLI::IsMember({"onet", "esco", "headway"}));
    command->add_option("--kind", options->kind, "Only skills of this kind, or occupation");
    command->add_option("--top", options->top, "How many")->check(CLI::Range(1, 1000));
    command->add_flag("--json", options->json, "Print JSON");
    command->add_flag("--batch", options->batch, "Answer JSON lines {\"id\",\"text\"} from standard input");
    command->callback(
        [options, &action] { action = [options](Streams& s) { return run_search(*options, s); }; });
}

void add_show(CLI::App& ontology, Action& action) {
    auto* command = ontology.add_subcommand("show", "Everything known of a skill or an occupation");
    auto options = std::make_shared<ShowOptions>();
    command->add_option("ID", options->id, "hw:…, onet:…, esco:… or an O*NET-SOC code");
    command->add_flag("--json", options->json, "Print JSON");
    command->add_flag("--batch", options->batch,
                      "Answer JSON lines {\"id\",\"text\"} from standard input; each text is an ID");
    command->callback(
        [options, &action] { action = [options](Streams& s) { return run_show(*options, s); }; });
}

void add_ontology(CLI::App& app, Action& action) {
    auto* ontology = app.add_subcommand("ontology", "Look at the skills and occupations the program knows");
    ontology->require_subcommand(1);
    add_search(*ontology, action);
    add_show(*ontology, action);
    auto* compile = ontology->add_subcommand("compile", "Make the lexicon again from the packs");
    auto options = std::make_shared<CompileOptions>();
    compile->add_option("--out", options->out,
                        "Where to write it; lexicon.bin in $HEADWAY_DATA_DIR when absent");
    compile->callback(
        [options, &action] { action = [options](Streams& s) { return run_compile(*options, s); }; });

    auto* check = ontology->add_subcommand("check", "Data-quality report of the packs");
    auto check_options = std::make_shared<CheckOptions>();
    check->add_option("PACK", check_options->packs,
                      "Pack files; those that the program uses when none is named");
    check->add_flag("--json", check_options->json, "Print JSON");
    check->callback([check_options, &action] {
        action = [check_options](Streams& s) { return run_check(*check_options, s); };
    });
}

void add_import(CLI::App& app, Action& action) {
    auto* command = app.add_subcommand("import", "Make a pack from an official release");
    command->require_subcommand(1);
    struct Source {
        const char* name;
        const char* help;
        ImportedFramework framework;
        int paths;  ///< at most
    };
    for (const Source& source :
         {Source{"onet", "O*NET text release: folders or zip files; later ones fill in ratings",
                 ImportedFramework::onet, 8},
          Source{"esco", "ESCO CSV release: a folder or zip file", ImportedFramework::esco, 1},
          Source{"curated", "The curated skills: a folder of TOML files", ImportedFramework::curated, 1}}) {
        auto* one = command->add_subcommand(source.name, source.help);
        auto options = std::make_shared<ImportOptions>();
        options->framework = source.framework;
        one->add_option("PATH", options->paths, "Folder or zip file")->required()->expected(1, source.paths);
        one->add_option("--out", options->out, "Where to write the pack");
        one->add_option("--install", options->install,
                        "Folder to put it into, with all that belongs to it, for HEADWAY_DATA_DIR");
        one->callback(
            [options, &action] { action = [options](Streams& s) { return run_import(*options, s); }; });
    }
}

/// The exit code of a command, or our_fault where what it printed did not arrive.
int delivered(int code, Streams& streams) {
    streams.out.flush();
    if (streams.out || code != done) return code;
    streams.err << "headway: the output could not be written; the disk may be full.\n";
    return our_fault;
}

}  // namespace

int run_command_line(int argc, const char* const* argv, Streams& streams) {
    CLI::App app(
        "Headway holds a résumé against a job and shows the gap, with the sentence that proves every claim.",
        "headway");
    app.set_version_flag("--version", std::string("headway ") + std::string(program_version));
    app.require_subcommand(1);
    Action action;
    add_gap(app, action);
    add_server_commands(app, action);
    add_skills(app, action);
    add_text(app, action);
    add_link(app, action);
    add_occupation(app, action);
    add_import(app, action);
    add_ontology(app, action);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& e) {
        const int code = app.exit(e, streams.out, streams.err);
        return delivered(code == 0 ? done : wrong_usage, streams);
    }
    try {
        return delivered(action(streams), streams);
    } catch (const std::exception& e) {
        streams.err << "headway: something went wrong inside the program: " << e.what() << ".\n";
        return our_fault;
    }
}

}  // namespace headway::app

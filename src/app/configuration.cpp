// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <toml++/toml.h>
#include <unistd.h>

namespace headway::app {
namespace {

using Take = std::function<bool(Configuration&, const std::string&)>;

struct Entry {
    Setting setting;
    Take take;  ///< False when the value cannot be.
};

Take text(std::string Configuration::* member) {
    return [member](Configuration& c, const std::string& v) {
        c.*member = v;
        return true;
    };
}

Take number(int Configuration::* member, int min, int max) {
    return [member, min, max](Configuration& c, const std::string& v) {
        int value = 0;
        const auto [end, error] = std::from_chars(v.data(), v.data() + v.size(), value);
        if (error != std::errc() || end != v.data() + v.size() || value < min || value > max) return false;
        c.*member = value;
        return true;
    };
}

bool take_origins(Configuration& c, const std::string& v) {
    c.cors_origins.clear();
    for (std::size_t at = 0; at < v.size();) {
        const std::size_t end = std::min(v.find(',', at), v.size());
        std::string origin = v.substr(at, end - at);
        origin.erase(0, std::min(origin.find_first_not_of(' '), origin.size()));
        if (!origin.starts_with("http://") && !origin.starts_with("https://")) return false;
        c.cors_origins.push_back(std::move(origin));
        at = end + 1;
    }
    return true;
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all = {
        {{"listen", "address and port, such as 127.0.0.1:8080"}, text(&Configuration::listen)},
        {{"folder", "where the database and the files lie"}, text(&Configuration::folder)},
        {{"database", "sqlite:PATH or postgres://user@host/name; a file in the folder when absent"},
         text(&Configuration::database)},
        {{"public-origin", "where browsers see the program, such as https://headway.example.org"},
         text(&Configuration::public_origin)},
        {{"cors-origins", "origins of other sites that may call, parted by commas"}, take_origins},
        {{"log", "file for the log; - is standard error"}, text(&Configuration::log)},
        {{"registration", "open or closed"},
         [](Configuration& c, const std::string& v) {
             c.registration = v;
             return v == "open" || v == "closed";
         }},
        {{"workers", "threads for background work, 0 to 64"}, number(&Configuration::workers, 0, 64)},
        {{"io-threads", "threads for connections, 1 to 64"}, number(&Configuration::io_threads, 1, 64)},
        {{"pool-threads", "threads for requests, 1 to 256"}, number(&Configuration::pool_threads, 1, 256)},
        {{"session-days", "days after which an unused session ends, 1 to 365"},
         number(&Configuration::session_days, 1, 365)},
        {{"cursor-key",
          "secret that several servers share, 16 characters at least; kept in the folder when absent"},
         [](Configuration& c, const std::string& v) {
             c.cursor_key = v;
             return v.size() >= 16;
         }}};
    return all;
}

Result<void> take(Configuration& c, const std::string& name, const std::string& value,
                  const std::string& where) {
    for (const Entry& e : entries()) {
        if (e.setting.name != name) continue;
        if (e.take(c, value)) return {};
        return fail(ErrorCode::invalid, "expected " + e.setting.meaning, where);
    }
    return fail(ErrorCode::invalid, "there is no such setting", where, "See headway serve --help");
}

std::string variable_of(std::string name) {
    for (char& ch : name)
        ch = ch == '-' ? '_' : static_cast<char>(ch >= 'a' && ch <= 'z' ? ch - 'a' + 'A' : ch);
    return "HEADWAY_" + name;
}

Result<void> take_file(Configuration& c, const std::string& path) {
    const toml::parse_result parsed = toml::parse_file(path);
    if (!parsed) {
        return fail(ErrorCode::invalid, std::string(parsed.error().description()),
                    path + ", line " + std::to_string(parsed.error().source().begin.line));
    }
    const toml::table& table = parsed.table();
    for (const auto& [key, node] : table) {
        std::string name(key.str());
        std::replace(name.begin(), name.end(), '_', '-');
        std::string value;
        if (const auto* s = node.as_string()) {
            value = s->get();
        } else if (const auto* i = node.as_integer()) {
            value = std::to_string(i->get());
        } else {
            return fail(ErrorCode::invalid, "expected text or a whole number",
                        path + ", " + std::string(key.str()));
        }
        if (auto done = take(c, name, value, path + ", " + std::string(key.str())); !done) return done;
    }
    return {};
}

std::string default_folder() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return std::string(data) + "/headway";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home == '/')
        return std::string(home) + "/.local/share/headway";
    return "headway-data";
}

}  // namespace

const std::vector<Setting>& known_settings() {
    static const std::vector<Setting> all = [] {
        std::vector<Setting> out;
        for (const Entry& e : entries()) out.push_back(e.setting);
        return out;
    }();
    return all;
}

Result<Configuration> load_configuration(const std::map<std::string, std::string>& flags) {
    Configuration out;
    std::string file;
    if (const char* chosen = std::getenv("HEADWAY_CONFIG"); chosen != nullptr) file = chosen;
    if (const auto flag = flags.find("config"); flag != flags.end()) file = flag->second;
    if (!file.empty()) {
        if (auto done = take_file(out, file); !done) return pass_on(done);
    }
    for (const Setting& s : known_settings()) {
        const std::string variable = variable_of(s.name);
        const char* value = std::getenv(variable.c_str());
        if (value == nullptr || *value == '\0') continue;
        if (auto done = take(out, s.name, value, variable); !done) return pass_on(done);
    }
    for (const auto& [name, value] : flags) {
        if (name == "config") continue;
        if (auto done = take(out, name, value, "--" + name); !done) return pass_on(done);
    }
    if (out.folder.empty()) out.folder = default_folder();
    if (out.database.empty()) out.database = "sqlite:" + out.folder + "/headway.db";
    return out;
}

}  // namespace headway::app

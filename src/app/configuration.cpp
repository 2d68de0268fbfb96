// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/configuration.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <functional>
#include <toml++/toml.h>

#include "app/reading_settings.hpp"
#include "app/secret_setting.hpp"
#include "app/variables.hpp"
#include "files/s3_client.hpp"

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

Take address(std::string Configuration::* member) {
    return [member](Configuration& c, const std::string& v) {
        c.*member = v;
        return v.empty() || v.starts_with("http://") || v.starts_with("https://");
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

Take yes_or_no(bool Configuration::* member) {
    return [member](Configuration& c, const std::string& v) {
        c.*member = v == "yes";
        return v == "yes" || v == "no";
    };
}

Take of_bucket(std::string files::S3Settings::* member) {
    return [member](Configuration& c, const std::string& v) {
        c.s3.*member = v;
        return true;
    };
}

bool take_country(Configuration& c, const std::string& v) {
    c.adzuna_country = v;
    return v.size() == 2 && v.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
}

/// Parted by commas; spaces around them are dropped.
std::vector<std::string> items_of(const std::string& v) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at < v.size();) {
        const std::size_t end = std::min(v.find(',', at), v.size());
        std::string item = v.substr(at, end - at);
        item.erase(0, std::min(item.find_first_not_of(' '), item.size()));
        item.erase(item.find_last_not_of(' ') + 1);
        if (!item.empty()) out.push_back(std::move(item));
        at = end + 1;
    }
    return out;
}

Take list(std::vector<std::string> Configuration::* member) {
    return [member](Configuration& c, const std::string& v) {
        c.*member = items_of(v);
        return true;
    };
}

bool take_origins(Configuration& c, const std::string& v) {
    c.cors_origins = items_of(v);
    return std::ranges::all_of(c.cors_origins, [](const std::string& origin) {
        return origin.starts_with("http://") || origin.starts_with("https://");
    });
}

bool take_scopes(Configuration& c, const std::string& v) {
    c.oidc_scopes = v;
    return (" " + v + " ").find(" openid ") != std::string::npos;
}

bool take_first_sign_in(Configuration& c, const std::string& v) {
    const auto words = items_of(v);
    c.oidc_first_sign_in = v;
    const bool both = std::ranges::all_of(words, [](const auto& w) { return w == "link" || w == "create"; });
    return !words.empty() && (both || v == "refuse");
}

std::vector<Entry> own_entries() {
    return {
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
        {{"web", "folder with the web app, for those who work on it; the built-in one when absent"},
         text(&Configuration::web)},
        {{"hosts", "names by which the server may be called, parted by commas; any when absent"},
         list(&Configuration::hosts)},
        {{"trusted-proxies", "addresses of proxies in front of the server, parted by commas"},
         list(&Configuration::trusted_proxies)},
        {{"connections", "open connections at once, 1 to 1000000"},
         number(&Configuration::connections, 1, 1'000'000)},
        {{"connections-per-address", "of these from one address, 1 to 1000000"},
         number(&Configuration::connections_per_address, 1, 1'000'000)},
        {{"slow-request-ms", "milliseconds above which a request is logged as slow, 1 to 600000"},
         number(&Configuration::slow_request_ms, 1, 600'000)},
        {{"lease-seconds", "seconds after which the work of a silent worker is taken up again, 1 to 3600"},
         number(&Configuration::lease_seconds, 1, 3600)},
        {{"patience-ms", "milliseconds that a request waits for background work, 0 to 600000"},
         number(&Configuration::patience_ms, 0, 600'000)},
        {{"stop-seconds", "seconds that requests and runs under way get to finish at the end, 0 to 600"},
         number(&Configuration::stop_seconds, 0, 600)},
        {{"keep-runs-days", "days after which finished runs are forgotten, 1 to 3650"},
         number(&Configuration::keep_runs_days, 1, 3650)},
        {{"keep-events-days", "days for which a client may be away and miss no event, 1 to 365"},
         number(&Configuration::keep_events_days, 1, 365)},
        {{"cursor-key",
          "secret that several servers share, 16 characters at least; kept in the folder when absent"},
         [](Configuration& c, const std::string& v) {
             c.cursor_key = v;
             return v.size() >= 16;
         }},
        {{"secret-key",
          "secret with which keys of people are sealed, 16 characters at least; kept in the folder when "
          "absent"},
         [](Configuration& c, const std::string& v) {
             c.secret_key = v;
             return v.size() >= 16;
         }},
        {{"s3-endpoint",
          "address of an S3 server, such as https://s3.example.org; Amazon's of the region when absent"},
         [](Configuration& c, const std::string& v) {
             c.s3.endpoint = v;
             return v.empty() || v.starts_with("http://") || v.starts_with("https://");
         }},
        {{"s3-region", "region of the bucket; us-east-1 when absent"}, of_bucket(&files::S3Settings::region)},
        {{"s3-bucket", "bucket for uploaded files; they lie in the folder when absent"},
         of_bucket(&files::S3Settings::bucket)},
        {{"s3-access-key", "access key of the bucket"}, of_bucket(&files::S3Settings::access_key)},
        {{"s3-secret-key", "the secret that belongs to it"}, of_bucket(&files::S3Settings::secret_key)},
        {{"s3-prefix",
          "what the names of files in the bucket begin with, such as headway/; none when absent"},
         of_bucket(&files::S3Settings::prefix)},
        {{"s3-path-style",
          "yes or no: whether the bucket stands in the path, not in the host; yes when absent"},
         [](Configuration& c, const std::string& v) {
             c.s3.path_style = v == "yes";
             return v == "yes" || v == "no";
         }},
        {{"llm-url",
          "OpenAI-compatible address of a language model for everybody, such as http://127.0.0.1:11434/v1"},
         address(&Configuration::llm_url)},
        {{"llm-model", "its name there"}, text(&Configuration::llm_model)},
        {{"llm-key", "the key that it is asked with; none when absent"}, text(&Configuration::llm_key)},
        {{"oidc-issuer",
          "issuer of OpenID Connect where people may sign in, such as https://example.eu.auth0.com/"},
         [](Configuration& c, const std::string& v) {
             c.oidc_issuer = v;
             return v.empty() || v.starts_with("http://") || v.starts_with("https://");
         }},
        {{"oidc-client-id", "this server's id there"}, text(&Configuration::oidc_client_id)},
        {{"oidc-client-secret", "its secret; none for a public client"},
         text(&Configuration::oidc_client_secret)},
        {{"oidc-audience", "audience of the issuer's tokens that may call the API; none when absent"},
         text(&Configuration::oidc_audience)},
        {{"oidc-scopes", "what is asked for, openid among it; \"openid email profile\" when absent"},
         take_scopes},
        {{"oidc-name", "what the button calls the issuer, 1 to 60 bytes"},
         [](Configuration& c, const std::string& v) {
             c.oidc_name = v;
             return !v.empty() && v.size() <= 60;
         }},
        {{"oidc-first-sign-in",
          "what a first sign-in there may do: refuse, link, create, or link,create; link when absent"},
         take_first_sign_in},
        {{"oidc-domains",
          "domains of addresses that may sign in there first, parted by commas; any when absent"},
         list(&Configuration::oidc_domains)},
        {{"smtp-url",
          "mail server, such as smtp://mail.example.org:587 (STARTTLS) or smtps://mail.example.org:465"},
         [](Configuration& c, const std::string& v) {
             c.smtp_url = v;
             const std::size_t host = v.find("://") + 3;
             return v.empty() || ((v.starts_with("smtp://") || v.starts_with("smtps://")) &&
                                  v.size() > host && v.find_first_of("@/? ", host) == std::string::npos);
         }},
        {{"smtp-user", "name that the mail server knows this one by; none when absent"},
         text(&Configuration::smtp_user)},
        {{"smtp-password", "its password"}, text(&Configuration::smtp_password)},
        {{"smtp-ca",
          "file of certificates that are trusted for the mail server; those of the system when absent"},
         text(&Configuration::smtp_ca)},
        {{"mail-from", "address that mails come from"},
         [](Configuration& c, const std::string& v) {
             c.mail_from = v;
             return v.find('@') != std::string::npos && v.find_first_of(" <>,\r\n") == std::string::npos;
         }},
        {{"own-models",
          "yes or no: whether people may set up a language model of their own; yes when absent"},
         yes_or_no(&Configuration::own_models)},
        {{"chroma-url",
          "address of a Chroma that keeps the vectors of skills, such as http://127.0.0.1:8000; the program "
          "itself when absent"},
         address(&Configuration::chroma_url)},
        {{"chroma-token", "the token that it is asked with; none when absent"},
         text(&Configuration::chroma_token)},
        {{"embedding-url",
          "OpenAI-compatible address of a model that makes the vectors in Chroma; the model inside the "
          "program "
          "when absent"},
         address(&Configuration::embedding_url)},
        {{"embedding-model", "its name there"}, text(&Configuration::embedding_model)},
        {{"embedding-key", "the key that it is asked with; none when absent"},
         text(&Configuration::embedding_key)},
        {{"adzuna-id", "id of an application registered at developer.adzuna.com"},
         text(&Configuration::adzuna_id)},
        {{"adzuna-key", "its key"}, text(&Configuration::adzuna_key)},
        {{"adzuna-country", "country whose jobs Adzuna is asked for, such as gb; us when absent"},
         take_country},
        {{"usajobs-email", "e-mail address registered at developer.usajobs.gov"},
         text(&Configuration::usajobs_email)},
        {{"usajobs-key", "the key that belongs to it"}, text(&Configuration::usajobs_key)},
        {{"request-gap", "milliseconds between two requests to one host of jobs, 0 to 60000"},
         number(&Configuration::request_gap, 0, 60'000)},
        {{"allow-private-addresses",
          "yes or no: whether jobs and learning items may lie on this machine and in private networks; for "
          "tests and intranets"},
         yes_or_no(&Configuration::allow_private_addresses)},
        {{"private-models",
          "for tests: yes or no, whether models that people set up may lie on this machine and in private "
          "networks"},
         yes_or_no(&Configuration::private_models)},
        {{"boards-origin", "for tests: origin that is asked instead of job boards and learning items"},
         address(&Configuration::boards_origin)}};
}

const std::vector<Entry>& entries() {
    static const std::vector<Entry> all = [] {
        std::vector<Entry> out = own_entries();
        for (const ReadingSetting& r : reading_settings()) {
            out.push_back(
                {r.setting, [&r](Configuration& c, const std::string& v) { return r.take(c.reading, v); }});
        }
        return out;
    }();
    return all;
}

Result<void> take(Configuration& c, const std::string& name, const std::string& value,
                  const std::string& where) {
    for (const Entry& e : entries()) {
        if (e.setting.name != name) continue;
        const auto meant = secret_or_as_given(name, value, where);
        if (!meant) return std::unexpected(meant.error());
        if (e.take(c, *meant)) return {};
        return fail(ErrorCode::invalid, "expected " + e.setting.meaning, where);
    }
    return fail(ErrorCode::invalid, "there is no such setting", where, "See headway serve --help");
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

Result<void> check_issuer(const Configuration& c) {
    if (c.oidc_issuer.empty() != c.oidc_client_id.empty())
        return fail(ErrorCode::invalid, "oidc-issuer and oidc-client-id go together", "the settings",
                    "Set both or none");
    // What proves a sign-in to this server would else open its API.
    if (!c.oidc_audience.empty() && c.oidc_audience == c.oidc_client_id)
        return fail(ErrorCode::invalid, "oidc-audience may not be oidc-client-id", "the settings",
                    "Give the API an audience of its own at the issuer");
    return {};
}

/// Links in mails cannot depend on what some request calls this server.
Result<void> check_mail(const Configuration& c) {
    if (c.smtp_url.empty() || (!c.mail_from.empty() && !c.public_origin.empty())) return {};
    return fail(ErrorCode::invalid, "smtp-url needs mail-from and public-origin", "the settings",
                "Set all three");
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

namespace {

/// Checked one by one; not whether they fit each other.
Result<Configuration> given_configuration(const SettingValues& flags) {
    if (auto known = check_variables(known_settings()); !known) return pass_on(known);
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
    return out;
}

}  // namespace

Result<document::Limits> load_reading_limits(const SettingValues& flags) {
    auto given = given_configuration(flags);
    if (!given) return pass_on(given);
    return std::move(given->reading);
}

Result<Configuration> load_configuration(const SettingValues& flags) {
    auto given = given_configuration(flags);
    if (!given) return given;
    Configuration& out = *given;
    if (out.folder.empty()) out.folder = default_folder();
    if (out.database.empty()) out.database = "sqlite:" + out.folder + "/headway.db";
    if (out.llm_url.empty() != out.llm_model.empty())
        return fail(ErrorCode::invalid, "llm-url and llm-model go together", "the settings",
                    "Set both or none");
    if (auto ok = check_issuer(out); !ok) return pass_on(ok);
    if (out.embedding_url.empty() != out.embedding_model.empty())
        return fail(ErrorCode::invalid, "embedding-url and embedding-model go together", "the settings",
                    "Set both or none");
    if (!out.embedding_url.empty() && out.chroma_url.empty())
        return fail(ErrorCode::invalid, "embedding-url is of use with chroma-url only", "the settings",
                    "Set chroma-url, or take embedding-url away");
    if (!out.s3.bucket.empty()) {
        if (const auto sound = files::S3Client::make(out.s3); !sound) return std::unexpected(sound.error());
    } else if (!out.s3.access_key.empty() || !out.s3.endpoint.empty()) {
        return fail(ErrorCode::invalid, "an S3 server without a bucket is not used", "s3-bucket",
                    "Set it, or none of the settings that begin with s3-");
    }
    if (auto ok = check_mail(out); !ok) return pass_on(ok);
    return given;
}

net::MailServer mail_server(const Configuration& c) {
    net::MailServer out;
    out.url = c.smtp_url;
    out.user = c.smtp_user;
    out.password = c.smtp_password;
    out.ca_file = c.smtp_ca;
    return out;
}

std::optional<llm::Endpoint> model_endpoint(const Configuration& c) {
    if (c.llm_url.empty()) return std::nullopt;
    return llm::Endpoint{c.llm_url, c.llm_model, c.llm_key, llm::Trust::administrator};
}

}  // namespace headway::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/setting.hpp"
#include "base/result.hpp"
#include "document/document.hpp"
#include "files/s3_settings.hpp"
#include "llm/endpoint.hpp"
#include "net/mail_server.hpp"

namespace headway::app {

/// How the server runs. Each setting has one name: the flag --name, the variable HEADWAY_NAME and the key of
/// the TOML file, with '-' written '_' in the latter two.
struct Configuration {
    std::string listen = "127.0.0.1:8080";  ///< ADDRESS:PORT; port 0 takes any free one
    std::string folder;                     ///< Database and files, unless said otherwise
    std::string database;                   ///< sqlite:PATH or postgres://…; empty: a file in the folder
    std::string public_origin;              ///< https://headway.example.org
    std::vector<std::string> cors_origins;
    std::string log = "-";              ///< "-" is standard error
    std::string registration = "open";  ///< open, closed
    int workers = 2;                    ///< Threads that do background work; 0: other processes do it
    int io_threads = 2;
    int pool_threads = 32;
    int session_days = 30;
    std::string web;                 ///< Folder of the web app's files; empty: the app inside the program
    std::vector<std::string> hosts;  ///< Names that may stand in Host; empty: any
    std::vector<std::string> trusted_proxies;  ///< Addresses whose X-Forwarded-For is believed
    int connections = 10'000;
    int connections_per_address = 256;
    int slow_request_ms = 500;  ///< Above it a request is logged as a warning
    int patience_ms = 2000;     ///< How long a request waits for background work
    int lease_seconds = 30;     ///< How long a silent worker keeps a run
    int stop_seconds = 10;      ///< How long what is under way may finish at the end
    int keep_runs_days = 90;
    int keep_events_days = 7;
    files::S3Settings s3;    ///< Where uploaded files lie; no bucket: in the folder
    std::string cursor_key;  ///< Shared by all processes; empty: kept in the folder
    std::string secret_key;  ///< Seals keys of people; shared likewise; empty: kept in the folder
    std::string llm_url;     ///< Language model for everybody; empty: none
    std::string llm_model;
    std::string llm_key;
    std::string oidc_issuer;  ///< Where people may sign in instead; empty: nowhere
    std::string oidc_client_id;
    std::string oidc_client_secret;
    std::string oidc_audience;  ///< Of its tokens for the API; empty: none are taken
    std::string oidc_scopes = "openid email profile";
    std::string oidc_name = "single sign-on";  ///< On the button
    std::string oidc_first_sign_in = "link";   ///< refuse, link, create, or the last two
    std::vector<std::string> oidc_domains;     ///< Of addresses; empty: any
    std::string smtp_url;                      ///< Mail server; empty: no mail is sent
    std::string smtp_user;
    std::string smtp_password;
    std::string smtp_ca;     ///< File of certificates that are trusted for it; empty: the system's
    std::string mail_from;   ///< Address that mails come from
    std::string chroma_url;  ///< Keeps the vectors of skills; empty: the program itself
    std::string chroma_token;
    std::string embedding_url;  ///< Makes the vectors in Chroma; empty: the model inside the program
    std::string embedding_model;
    std::string embedding_key;
    bool own_models = true;  ///< People may set up a model of their own
    std::string adzuna_id;   ///< Registered at developer.adzuna.com; empty: Adzuna is not asked
    std::string adzuna_key;
    std::string adzuna_country = "us";
    std::string usajobs_email;  ///< Registered at developer.usajobs.gov; empty: USAJOBS is not asked
    std::string usajobs_key;
    int request_gap = 1000;                ///< Milliseconds between two requests to one host
    bool allow_private_addresses = false;  ///< Jobs may be fetched from one's own network
    bool private_models = false;           ///< For tests: people's own models may lie there too
    std::string boards_origin;             ///< For tests: where requests to boards go instead
    document::Limits reading;              ///< Of documents
};

/// Every setting that there is.
[[nodiscard]] const std::vector<Setting>& known_settings();

/// Flags over environment over the TOML file (that of the flag or variable "config", if any) over what stands
/// above. `invalid` for a name that is none, in any of the three, or a value that cannot be, naming where it
/// came from.
[[nodiscard]] Result<Configuration> load_configuration(const SettingValues& flags);

/// The part of these that commands without a server need, from the same places.
[[nodiscard]] Result<document::Limits> load_reading_limits(const SettingValues& flags);

/// The mail server that is configured.
[[nodiscard]] net::MailServer mail_server(const Configuration& configuration);

/// The language model that is configured for everybody.
[[nodiscard]] std::optional<llm::Endpoint> model_endpoint(const Configuration& configuration);

}  // namespace headway::app

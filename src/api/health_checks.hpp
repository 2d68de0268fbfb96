// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "api/parts.hpp"
#include "flows/chroma_skills.hpp"
#include "flows/gather_jobs.hpp"
#include "flows/server_model.hpp"

namespace headway::api {

/// One thing that was looked at.
struct HealthCheck {
    std::string name;
    std::string status;  ///< ok, warning, failing, off
    std::string detail;
    std::optional<std::string> fix;
};
BOOST_DESCRIBE_STRUCT(HealthCheck, (), (name, status, detail, fix))

/// Database, files, disk, packs, clock, queue and language model, each with what to do when it is not well.
[[nodiscard]] std::vector<HealthCheck> check_health(const Parts& parts);

/// The worst of them; what is off does not count.
[[nodiscard]] std::string worst_of(const std::vector<HealthCheck>& checks);

/// What a disk with `free` of `size` bytes free deserves.
[[nodiscard]] HealthCheck judge_disk(std::uint64_t free, std::uint64_t size);

/// How the mail server does, greeted now. Null: none is configured.
[[nodiscard]] HealthCheck judge_mail(const net::MailServer* server);

/// How the issuer of sign-ins does, asked now. Null: none is configured.
[[nodiscard]] HealthCheck judge_issuer(identity::Issuer* issuer);

/// How the language model for everybody does, and who named it. It is a switch: without it nothing fails.
[[nodiscard]] HealthCheck judge_model(const flows::Models& models, const store::ServerModel& stored);

/// How the Chroma of skills does; null when there is none. A switch likewise: the embedded index answers.
[[nodiscard]] HealthCheck judge_vectors(const flows::ChromaSkills* chroma);

/// Whether the job boards that want a key have one. They are not asked: a question counts there.
[[nodiscard]] std::vector<HealthCheck> judge_boards(const boards::Keys& keys);

}  // namespace headway::api

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "api/health_checks.hpp"
#include "app/configuration.hpp"

namespace headway::app {

/// Of the machine: folder, disk, open files, the reader of documents, tesseract, packs.
[[nodiscard]] std::vector<api::HealthCheck> check_machine(const Configuration& configuration);

/// Of the database: whether it answers, its version, schema, durability, damage, clock, queue, administrator.
[[nodiscard]] std::vector<api::HealthCheck> check_database(const Configuration& configuration);

/// Of how browsers reach the server: address, public origin, cookies, proxies.
[[nodiscard]] std::vector<api::HealthCheck> check_public_side(const Configuration& configuration);

/// Of what is asked elsewhere: the bucket of files, the Chroma of vectors, the language model.
[[nodiscard]] std::vector<api::HealthCheck> check_outside(const Configuration& configuration);

}  // namespace headway::app

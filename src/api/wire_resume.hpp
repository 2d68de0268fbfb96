// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "store/resumes.hpp"

namespace headway::api {

struct ResumeWire {
    std::string id;
    std::string name;
    std::string media_type;
    std::int64_t size_bytes = 0;
    bool is_default = false;
    std::string state;
    std::optional<std::string> reason;
    bool can_retry = false;
    std::optional<std::string> run_id;
    std::string text_source;
    std::optional<std::int64_t> pages;
    std::optional<std::int64_t> words;
    std::optional<std::int64_t> skills;
    std::vector<std::string> warnings;
    std::string created_at;
    std::string updated_at;
    std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(ResumeWire, (),
                      (id, name, media_type, size_bytes, is_default, state, reason, can_retry, run_id,
                       text_source, pages, words, skills, warnings, created_at, updated_at, version))

[[nodiscard]] ResumeWire to_wire(const store::Resume& resume);

}  // namespace headway::api

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "http/refusal.hpp"
#include "http/response.hpp"

namespace headway::http {

/// The HTTP status of an error code; the one place where they meet.
[[nodiscard]] int status_of(ErrorCode code);
[[nodiscard]] int status_of(const Refusal& refusal);
/// "Not Found"; empty for a status that nobody registered.
[[nodiscard]] std::string_view reason_of(int status);

/// RFC 9457 application/problem+json: type, title, status, detail, instance (the path), code, request_id and
/// errors [{field, message}]. Of an `internal` error only the request id leaves: its text belongs to the log.
[[nodiscard]] Response problem(const Refusal& refusal, std::string_view request_id, std::string_view path);

/// Whether an error's `where` names a field of the input ("skills[3].level"), not a place or a file.
[[nodiscard]] bool is_field_path(std::string_view where);

}  // namespace headway::http

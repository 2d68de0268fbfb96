// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/problem.hpp"

#include <boost/describe.hpp>
#include <optional>
#include <vector>

#include "json/json.hpp"

namespace headway::http {

BOOST_DESCRIBE_STRUCT(FieldError, (), (field, message))

namespace {

struct ProblemBody {
    std::string type;
    std::string title;
    int status = 0;
    std::string detail;
    std::string instance;
    std::string code;
    std::string request_id;
    std::vector<FieldError> errors;
};
BOOST_DESCRIBE_STRUCT(ProblemBody, (), (type, title, status, detail, instance, code, request_id, errors))

/// What a person reads. Places that are no field are told too, but not those that look like a file of ours.
std::string detail_of(const Error& error) {
    if (error.code == ErrorCode::internal) {
        return "Something went wrong on our side. Tell whoever runs this server the request id.";
    }
    std::string out = error.what;
    const bool is_file = error.where.find_first_of("/\\") != std::string::npos;
    if (!error.where.empty() && !is_file) out = error.where + ": " + out;
    if (!error.fix.empty()) out += "; " + error.fix;
    return out;
}

std::vector<FieldError> fields_of(const Refusal& refusal) {
    std::vector<FieldError> out = refusal.fields;
    const Error& error = refusal.error;
    if (out.empty() && error.code != ErrorCode::internal && is_field_path(error.where)) {
        out.push_back({error.where, error.what});
    }
    return out;
}

}  // namespace

int status_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::invalid:
            return 400;
        case ErrorCode::unauthenticated:
            return 401;
        case ErrorCode::forbidden:
            return 403;
        case ErrorCode::not_found:
            return 404;
        case ErrorCode::conflict:
            return 409;
        case ErrorCode::too_large:
            return 413;
        case ErrorCode::rate_limited:
            return 429;
        case ErrorCode::unavailable:
            return 503;
        case ErrorCode::internal:
            return 500;
    }
    return 500;
}

int status_of(const Refusal& refusal) {
    return refusal.status != 0 ? refusal.status : status_of(refusal.error.code);
}

std::string_view reason_of(int status) {
    static constexpr std::pair<int, std::string_view> reasons[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {301, "Moved Permanently"},
        {302, "Found"},
        {303, "See Other"},
        {304, "Not Modified"},
        {307, "Temporary Redirect"},
        {308, "Permanent Redirect"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {402, "Payment Required"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {411, "Length Required"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {414, "URI Too Long"},
        {415, "Unsupported Media Type"},
        {417, "Expectation Failed"},
        {421, "Misdirected Request"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    };
    for (const auto& [code, reason] : reasons) {
        if (code == status) return reason;
    }
    return {};
}

bool is_field_path(std::string_view where) {
    const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    if (where.empty() || !letter(where[0])) return false;
    for (std::size_t i = 0; i < where.size(); ++i) {
        const char c = where[i];
        const bool digit = c >= '0' && c <= '9';
        const bool dot = c == '.' && i + 1 < where.size() && letter(where[i + 1]);
        if (!letter(c) && !digit && !dot && c != '[' && c != ']') return false;
    }
    return true;
}

Response problem(const Refusal& refusal, std::string_view request_id, std::string_view path) {
    const int status = status_of(refusal);
    ProblemBody body{"about:blank",
                     std::string(reason_of(status)),
                     status,
                     detail_of(refusal.error),
                     path.empty() ? "/" : std::string(path.substr(0, 2000)),
                     std::string(to_string(refusal.error.code)),
                     std::string(request_id),
                     fields_of(refusal)};
    Response response = text_reply(status, "application/problem+json", json::to_json(body));
    for (const auto& [name, value] : refusal.headers) response.set_header(name, value);
    if (status == 401 && !response.header("WWW-Authenticate")) {
        response.set_header("WWW-Authenticate", "Bearer realm=\"headway\"");
    }
    if (status == 503 && !response.header("Retry-After")) response.set_header("Retry-After", "1");
    return response;
}

}  // namespace headway::http

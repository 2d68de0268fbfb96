// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/multipart.hpp"

#include <algorithm>
#include <optional>

#include "http/parameters.hpp"
#include "http/target.hpp"

namespace headway::http {
namespace {

constexpr std::size_t longest_boundary = 70;  // RFC 2046
constexpr std::size_t longest_filename = 200;

std::unexpected<Error> damaged(std::string what) {
    return fail(ErrorCode::invalid, "the form is damaged: " + std::move(what));
}

/// Cut at `limit` bytes, but never inside a character.
void shorten(std::string& text, std::size_t limit) {
    if (text.size() <= limit) return;
    std::size_t end = limit;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    text.resize(end);
}

/// What browsers of old send ("C:\\cv.pdf") and what attackers send ("../../x") become their last component.
std::string safe_filename(std::string_view sent) {
    if (!is_utf8(sent)) return {};
    if (const auto slash = sent.find_last_of("/\\"); slash != std::string_view::npos) {
        sent.remove_prefix(slash + 1);
    }
    std::string out;
    for (const char c : sent) {
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) out += c;
    }
    if (out == "." || out == "..") return {};
    shorten(out, longest_filename);
    return out;
}

/// WHATWG forms escape quotes and line breaks in names as %22, %0D and %0A, and nothing else.
std::string without_form_escapes(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view three = text.substr(i, 3);
        const bool quote = three == "%22";
        if (!quote && !same_name(three, "%0d") && !same_name(three, "%0a")) {
            out += text[i];
            continue;
        }
        if (quote) out += '"';
        i += 2;
    }
    return out;
}

Result<void> read_disposition(std::string_view value, Part& part) {
    const Parameters parsed = parse_parameters(value);
    if (!same_name(parsed.value, "form-data")) return damaged("a part is no form-data");
    const auto name = parsed.find("name");
    if (!name) return damaged("a part has no name");
    part.name = without_form_escapes(*name);
    if (!is_utf8(part.name)) return damaged("a name is not UTF-8");
    const auto exact = parsed.find_extended("filename");
    const auto plain = parsed.find("filename");
    part.is_file = exact.has_value() || plain.has_value();
    if (exact) {
        part.filename = safe_filename(*exact);
    } else if (plain) {
        part.filename = safe_filename(without_form_escapes(*plain));
    }
    return {};
}

/// The lines above a part's content, without the empty one.
Result<Part> read_part(std::string_view headers, std::string_view content) {
    Part part;
    part.content = content;
    bool named = false;
    while (!headers.empty()) {
        const std::size_t end = std::min(headers.find("\r\n"), headers.size());
        const std::string_view line = headers.substr(0, end);
        headers.remove_prefix(std::min(end + 2, headers.size()));
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return damaged("a line above a part has no colon");
        const std::string_view name = line.substr(0, colon);
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (same_name(name, "Content-Disposition")) {
            if (named) return damaged("a part has two names");
            named = true;
            if (auto ok = read_disposition(value, part); !ok) return pass_on(ok);
        } else if (same_name(name, "Content-Type")) {
            part.content_type = value;
        } else if (same_name(name, "Content-Transfer-Encoding") && !same_name(value, "binary") &&
                   !same_name(value, "8bit") && !same_name(value, "7bit")) {
            return damaged("a part is encoded; browsers send bytes as they are");
        }
    }
    if (!named) return damaged("a part has no name");
    return part;
}

Result<std::string> boundary_of(std::string_view content_type) {
    const Parameters parsed = parse_parameters(content_type);
    auto boundary = parsed.find("boundary");
    if (!same_name(parsed.value, "multipart/form-data") || !boundary || boundary->empty() ||
        boundary->size() > longest_boundary) {
        return damaged("its Content-Type has no boundary");
    }
    return std::move(*boundary);
}

/// Behind a boundary: spaces, then a line break, or "--" at the end of the form.
enum class After : std::uint8_t { part, end, neither };
After after_boundary(std::string_view& rest) {
    if (rest.starts_with("--")) return After::end;
    const std::size_t text = rest.find_first_not_of(" \t");
    if (text == std::string_view::npos || rest.substr(text, 2) != "\r\n") return After::neither;
    rest.remove_prefix(text + 2);
    return After::part;
}

/// Skips to behind the first boundary, which may stand at the very start.
bool skip_preamble(std::string_view& rest, std::string_view delimiter) {
    if (rest.starts_with(delimiter.substr(2))) {
        rest.remove_prefix(delimiter.size() - 2);
        return true;
    }
    const std::size_t first = rest.find(delimiter);
    if (first == std::string_view::npos) return false;
    rest.remove_prefix(first + delimiter.size());
    return true;
}

}  // namespace

Result<std::vector<Part>> parse_multipart(std::string_view content_type, std::string_view body,
                                          const MultipartLimits& limits) {
    auto boundary = boundary_of(content_type);
    if (!boundary) return pass_on(boundary);
    const std::string delimiter = "\r\n--" + *boundary;
    std::string_view rest = body;
    if (!skip_preamble(rest, delimiter)) return damaged("it has no boundary");
    std::vector<Part> out;
    for (;;) {
        const After after = after_boundary(rest);
        if (after == After::end) return out;
        if (after == After::neither) return damaged("a boundary is followed by something else");
        if (out.size() == limits.parts) return fail(ErrorCode::too_large, "the form has too many fields");
        // A part without headers begins with the empty line at once; it fails for having no name.
        const bool bare = rest.starts_with("\r\n");
        const std::size_t blank = bare ? 0 : rest.substr(0, limits.header_bytes + 4).find("\r\n\r\n");
        if (blank == std::string_view::npos) {
            if (rest.size() > limits.header_bytes + 4) {
                return fail(ErrorCode::too_large, "a field of the form has too long a header");
            }
            return damaged("a part ends in its header");
        }
        const std::string_view headers = rest.substr(0, blank);
        // The line break that ends an empty content's header may belong to the boundary.
        rest.remove_prefix(blank + (bare ? 0 : 2));
        const std::size_t end = rest.find(delimiter);
        if (end == std::string_view::npos) return damaged("the last boundary is missing");
        auto part = read_part(
            headers, rest.substr(std::min<std::size_t>(2, end), end - std::min<std::size_t>(2, end)));
        if (!part) return pass_on(part);
        out.push_back(std::move(*part));
        rest.remove_prefix(end + delimiter.size());
    }
}

Answer<std::vector<Part>> form_of(const Call& call, const MultipartLimits& limits) {
    const std::string_view type = call.request.header("Content-Type").value_or("");
    if (!same_name(parse_parameters(type).value, "multipart/form-data")) {
        return refuse(415, ErrorCode::invalid, "the body has to be a form", {},
                      "send it as multipart/form-data");
    }
    return parse_multipart(type, call.request.body, limits);
}

const Part* find_part(const std::vector<Part>& parts, std::string_view name) {
    const auto found = std::ranges::find(parts, name, &Part::name);
    return found == parts.end() ? nullptr : &*found;
}

}  // namespace headway::http

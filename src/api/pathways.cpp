// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/pathways.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "api/handler.hpp"
#include "api/searching.hpp"
#include "api/wire_pathway.hpp"
#include "base/hash.hpp"

namespace headway::api {
namespace {

using http::Method;

/// A place in the order of closeness.
struct PathwayPlace {
    double closeness = 0;
    std::uint32_t place = 0;
};
BOOST_DESCRIBE_STRUCT(PathwayPlace, (), (closeness, place))

struct PathwayPageWire {
    std::string resume_id;
    std::size_t considered = 0;
    std::vector<PathwayWire> items;
    std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(PathwayPageWire, (), (resume_id, considered, items, next_cursor))

/// Answers to equal questions about an unchanged résumé are equal: their tag is that of question and version.
std::string tag_of(const flows::ResumeStanding& standing, const Call& call) {
    return fmt::format("\"{}-{:016x}\"", standing.version,
                       hash64(call.request.path + "?" + call.request.query + "|" + standing.resume_id));
}

/// Whether the client has the answer already; then it need not be made. The dispatch sends 304.
bool is_known(const Call& call, const std::string& tag) {
    const auto known = call.request.header("If-None-Match");
    return known && http::matches_any(*known, tag);
}

Response tagged(Response response, const std::string& tag) {
    response.set_header("ETag", tag);
    response.set_header("Cache-Control", "private, no-cache");
    return response;
}

bool name_has(const ontology::Catalog& catalog, ontology::OccupationId o,
              const std::vector<std::string>& words) {
    if (words.empty()) return true;
    const std::string name = search_words({catalog.occupation_name(o)});
    return std::ranges::all_of(words, [&](const std::string& w) { return name.find(" " + w) != name.npos; });
}

PathwayPageWire page_of(const Parts& parts, const flows::ResumeStanding& found, const http::Page& page,
                        const std::optional<PathwayPlace>& after, const std::vector<std::string>& words,
                        const std::string& list) {
    const ranking::OccupationMap& map = parts.knowledge.occupations;
    PathwayPageWire out;
    out.resume_id = found.resume_id;
    const ranking::Closeness* last = nullptr;
    for (const ranking::Closeness& c : found.standing->order) {
        if (!name_has(map.catalog(), map.occupations()[c.place].occupation, words)) continue;
        ++out.considered;
        const bool before =
            after && (c.total != after->closeness ? c.total > after->closeness : c.place <= after->place);
        if (before) continue;
        if (out.items.size() < page.limit) {
            out.items.push_back(to_wire(*found.standing, c, map, Extent::brief));
            last = &c;
        } else if (!out.next_cursor) {
            out.next_cursor = http::make_cursor(parts.cursors, list, PathwayPlace{last->total, last->place});
        }
    }
    return out;
}

Answer<Response> list(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"resume_id", "q", "limit", "cursor"}); !ok) return pass_on(ok);
    const auto page = http::page_of(call);
    if (!page) return std::unexpected(page.error());
    const auto words = searched_words(call);
    if (!words) return std::unexpected(words.error());
    const auto resume_id = call.query_value("resume_id");
    const std::string name = fmt::format("pathways {}|{}|{}", call.caller.user_id, resume_id.value_or(""),
                                         call.query_value("q").value_or(""));
    const auto after = http::read_cursor<PathwayPlace>(parts.cursors, name, *page);
    if (!after) return std::unexpected(after.error());
    const auto found = parts.pathways.find(call.caller.user_id, resume_id);
    if (!found) return std::unexpected(found.error());
    const std::string tag = tag_of(*found, call);
    if (is_known(call, tag)) return tagged(http::text_reply(200, "application/json", ""), tag);
    return tagged(http::json_reply(200, page_of(parts, *found, *page, *after, *words, name)), tag);
}

Answer<Response> show(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"resume_id"}); !ok) return pass_on(ok);
    const ranking::OccupationMap& map = parts.knowledge.occupations;
    const auto occupation = map.catalog().find_occupation(call.path_value("code"));
    const std::uint32_t place = occupation ? map.place(*occupation) : ontology::none;
    if (place == ontology::none)
        return http::refuse(404, ErrorCode::not_found, "there is no such occupation in O*NET");
    const auto found = parts.pathways.find(call.caller.user_id, call.query_value("resume_id"));
    if (!found) return std::unexpected(found.error());
    const std::string tag = tag_of(*found, call);
    if (is_known(call, tag)) return tagged(http::text_reply(200, "application/json", ""), tag);
    const auto& order = found->standing->order;
    const auto closeness = std::ranges::find(order, place, &ranking::Closeness::place);
    return tagged(http::json_reply(200, to_wire(*found->standing, *closeness, map, Extent::whole)), tag);
}

}  // namespace

void add_pathway_routes(http::Router& router, const Parts& parts) {
    router.add({.method = Method::get, .pattern = "/api/pathways", .handler = with(parts, list)});
    router.add({.method = Method::get, .pattern = "/api/pathways/{code}", .handler = with(parts, show)});
}

}  // namespace headway::api

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/skills.hpp"

#include <algorithm>
#include <cmath>

#include "api/handler.hpp"
#include "api/input.hpp"
#include "api/wire_framework.hpp"
#include "report/card_json.hpp"
#include "report/search_hit.hpp"

namespace headway::api {
namespace {

using http::Method;

struct Results {
    std::vector<report::WireHit> items;
};
BOOST_DESCRIBE_STRUCT(Results, (), (items))

struct FrameworkList {
    std::vector<FrameworkWire> items;
};
BOOST_DESCRIBE_STRUCT(FrameworkList, (), (items))

struct DescribedWire {
    std::string id;
    std::string name;
    std::string kind;
    std::string framework;
    double score = 0;
    std::vector<std::string> found_by;  ///< meaning, name
};
BOOST_DESCRIBE_STRUCT(DescribedWire, (), (id, name, kind, framework, score, found_by))

struct DescribedResults {
    std::vector<DescribedWire> items;
    std::string index;  ///< embedded, chroma
};
BOOST_DESCRIBE_STRUCT(DescribedResults, (), (items, index))

std::unexpected<http::Refusal> no_such(const char* what) {
    return std::unexpected(http::Refusal(Error{ErrorCode::not_found, what, {}, {}}));
}

/// Runs the query of the call with what the route fixes.
Answer<Response> find(const Parts& parts, const Call& call, ontology::SearchQuery query) {
    const std::string text = call.query_value("q").value_or("");
    if (auto ok = check_text("q", text, 1, 200); !ok) return pass_on(ok);
    const auto limit = call.query_number("limit", 1, 50);
    if (!limit) return std::unexpected(limit.error());
    query.text = text;
    query.top = static_cast<std::size_t>(limit->value_or(10));
    Results out;
    for (const auto& hit : parts.knowledge.search.find(query))
        out.items.push_back(report::make_hit(parts.knowledge.catalog, hit));
    return http::json_reply(200, out);
}

Answer<std::string> framework_of(const Call& call, std::initializer_list<std::string_view> allowed) {
    const std::string framework = call.query_value("framework").value_or("");
    if (framework.empty()) return framework;
    if (auto ok = check_word("framework", framework, allowed); !ok) return pass_on(ok);
    return framework;
}

Answer<std::optional<ontology::Kind>> kind_of(const Call& call) {
    const auto name = call.query_value("kind");
    if (!name) return std::optional<ontology::Kind>();
    const auto kind = ontology::kind_from(*name);
    if (!kind) return std::unexpected(Error{ErrorCode::invalid, "there is no such kind", "kind", {}});
    return kind;
}

Answer<Response> search_skills(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"q", "framework", "kind", "limit"}); !ok) return pass_on(ok);
    const auto framework = framework_of(call, {"headway", "onet", "esco"});
    if (!framework) return std::unexpected(framework.error());
    ontology::SearchQuery query;
    query.framework = *framework;
    query.occupations = false;
    const auto kind = kind_of(call);
    if (!kind) return std::unexpected(kind.error());
    query.kind = *kind;
    return find(parts, call, std::move(query));
}

Answer<Response> find_described(flows::SkillFinder& finder, const ontology::Catalog& catalog,
                                const Call& call) {
    if (auto ok = call.only_query({"q", "framework", "kind", "limit"}); !ok) return pass_on(ok);
    const std::string text = call.query_value("q").value_or("");
    if (auto ok = check_text("q", text, 1, 1000); !ok) return pass_on(ok);
    const auto limit = call.query_number("limit", 1, 50);
    if (!limit) return std::unexpected(limit.error());
    const auto framework = framework_of(call, {"headway", "onet", "esco"});
    if (!framework) return std::unexpected(framework.error());
    const auto kind = kind_of(call);
    if (!kind) return std::unexpected(kind.error());
    const auto found = finder.find(text, {*framework, *kind}, static_cast<std::size_t>(limit->value_or(10)));
    DescribedResults out{{}, found.index};
    for (const flows::DescribedSkill& d : found.skills) {
        DescribedWire& item = out.items.emplace_back();
        item.id = catalog.id(d.shown);
        item.name = catalog.name(d.shown);
        item.kind = ontology::to_string(catalog.kind(d.skill));
        item.framework = catalog.framework(d.shown);
        item.score = std::round(std::min(d.score, 1.0) * 1000) / 1000;
        if (d.by_meaning) item.found_by.emplace_back("meaning");
        if (d.by_name) item.found_by.emplace_back("name");
    }
    return http::json_reply(200, out);
}

Answer<Response> search_onet(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"q", "limit"}); !ok) return pass_on(ok);
    ontology::SearchQuery query;
    query.framework = "onet";
    query.occupations = false;
    return find(parts, call, std::move(query));
}

Answer<Response> search_occupations(const Parts& parts, const Call& call) {
    if (auto ok = call.only_query({"q", "framework", "limit"}); !ok) return pass_on(ok);
    const auto framework = framework_of(call, {"onet", "esco"});
    if (!framework) return std::unexpected(framework.error());
    ontology::SearchQuery query;
    query.framework = *framework;
    query.skills = false;
    return find(parts, call, std::move(query));
}

Answer<Response> show_card(const Parts& parts, std::string_view id) {
    const auto skill = parts.knowledge.catalog.find_skill(id);
    if (!skill) return no_such("there is no such skill");
    return http::json_reply(200, ontology::skill_card(parts.knowledge.catalog, *skill));
}

Answer<Response> show_skill(const Parts& parts, const Call& call) {
    return show_card(parts, call.path_value("skill_id"));
}

Answer<Response> show_element(const Parts& parts, const Call& call) {
    const std::string id(call.path_value("element_id"));
    return show_card(parts, id.starts_with("onet:") ? id : "onet:" + id);
}

Answer<Response> show_occupation(const Parts& parts, const Call& call) {
    const auto occupation = parts.knowledge.catalog.find_occupation(call.path_value("code"));
    if (!occupation) return no_such("there is no such occupation");
    return http::json_reply(200, ontology::occupation_card(parts.knowledge.catalog, *occupation));
}

Answer<Response> list_frameworks(const Parts& parts, const Call&) {
    return http::json_reply(200, FrameworkList{frameworks_in_use(parts.knowledge.catalog)});
}

}  // namespace

void add_skill_routes(http::Router& router, const Parts& parts, flows::SkillFinder& finder) {
    router.add({.method = Method::get,
                .pattern = "/api/skills/described",
                .handler = [&finder, &catalog = parts.knowledge.catalog](const Call& call) {
                    return find_described(finder, catalog, call);
                }});
    router.add({.method = Method::get, .pattern = "/api/skills", .handler = with(parts, search_skills)});
    router.add({.method = Method::get,
                .pattern = "/api/skills/frameworks",
                .handler = with(parts, list_frameworks)});
    router.add(
        {.method = Method::get, .pattern = "/api/skills/onet/search", .handler = with(parts, search_onet)});
    router.add({.method = Method::get,
                .pattern = "/api/skills/onet/{element_id}",
                .handler = with(parts, show_element)});
    router.add(
        {.method = Method::get, .pattern = "/api/skills/{skill_id}", .handler = with(parts, show_skill)});
    router.add(
        {.method = Method::get, .pattern = "/api/occupations", .handler = with(parts, search_occupations)});
    router.add({.method = Method::get,
                .pattern = "/api/occupations/{code}",
                .handler = with(parts, show_occupation)});
}

}  // namespace headway::api

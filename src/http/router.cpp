// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/router.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "http/target.hpp"

namespace headway::http {
namespace {

constexpr std::size_t methods = 7;
constexpr std::size_t none = static_cast<std::size_t>(-1);

struct PatternPart {
    enum class Kind : std::uint8_t { fixed, place, rest } kind = Kind::fixed;
    std::string text;    ///< The fixed text, or the name.
    std::string ending;  ///< Behind a place: ".ics"; not part of its value.
};

Result<PatternPart> parse_part(std::string_view text) {
    if (!text.starts_with('{')) {
        if (text.find_first_of("{}%?#") != std::string_view::npos) {
            return fail(ErrorCode::internal, "a part of the pattern is neither text nor {name}");
        }
        return PatternPart{PatternPart::Kind::fixed, std::string(text), {}};
    }
    const std::size_t close = text.find('}');
    if (close == std::string_view::npos) return fail(ErrorCode::internal, "a brace of the pattern is open");
    const std::string_view ending = text.substr(close + 1);
    if (!ending.empty() && (ending[0] != '.' || ending.find_first_of("{}%?#") != std::string_view::npos))
        return fail(ErrorCode::internal, "what follows a place is no ending such as .ics");
    std::string_view name = text.substr(1, close - 1);
    const bool rest = name.ends_with("...") && ending.empty();
    if (rest) name.remove_suffix(3);
    const bool good = !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || c == '_' || (c >= '0' && c <= '9');
    });
    if (!good) return fail(ErrorCode::internal, "a place of the pattern has no proper name");
    return PatternPart{rest ? PatternPart::Kind::rest : PatternPart::Kind::place, std::string(name),
                       std::string(ending)};
}

Result<std::vector<PatternPart>> parse_pattern(std::string_view pattern) {
    std::vector<PatternPart> out;
    std::set<std::string> names;
    if (!pattern.starts_with('/')) return fail(ErrorCode::internal, "the pattern does not begin with '/'");
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        const std::size_t end = std::min(pattern.find('/'), pattern.size());
        auto part = parse_part(pattern.substr(0, end));
        if (!part) return pass_on(part);
        pattern.remove_prefix(end);
        if (part->kind == PatternPart::Kind::rest && !pattern.empty()) {
            return fail(ErrorCode::internal, "only the last part of the pattern can be a rest");
        }
        if (part->kind != PatternPart::Kind::fixed && !names.insert(part->text).second) {
            return fail(ErrorCode::internal, "a name of the pattern stands twice");
        }
        out.push_back(std::move(*part));
    }
    return out;
}

}  // namespace

/// A tree by parts of the path. Names of places belong to routes, not to nodes: two routes may name one place
/// differently.
struct Router::Node {
    struct Leaf {
        std::array<std::size_t, methods> routes{};
        bool used = false;
        bool is_rest = false;
        Leaf() { routes.fill(none); }
    };
    std::map<std::string, Node, std::less<>> fixed;
    std::map<std::string, Node, std::less<>> endings;  ///< Places with an ending.
    std::unique_ptr<Node> place;
    Leaf here;
    Leaf rest;

    /// The leaf for the parts from `i` on; `places` gets the values of the places on the way.
    const Leaf* find(const std::vector<std::string>& parts, std::size_t i,
                     std::vector<std::string>& places) const {
        if (i == parts.size()) return here.used ? &here : nullptr;
        if (const auto child = fixed.find(parts[i]); child != fixed.end()) {
            if (const Leaf* found = child->second.find(parts, i + 1, places)) return found;
        }
        for (const auto& [ending, child] : endings) {
            if (parts[i].size() <= ending.size() || !parts[i].ends_with(ending)) continue;
            places.push_back(parts[i].substr(0, parts[i].size() - ending.size()));
            if (const Leaf* found = child.find(parts, i + 1, places)) return found;
            places.pop_back();
        }
        if (place && !parts[i].empty()) {
            places.push_back(parts[i]);
            if (const Leaf* found = place->find(parts, i + 1, places)) return found;
            places.pop_back();
        }
        if (!rest.used) return nullptr;
        std::string joined = parts[i];
        for (std::size_t k = i + 1; k < parts.size(); ++k) joined += "/" + parts[k];
        places.push_back(std::move(joined));
        return &rest;
    }
};

Router::Router() : root_(std::make_unique<Node>()) {}
Router::Router(Router&&) noexcept = default;
Router& Router::operator=(Router&&) noexcept = default;
Router::~Router() = default;

void Router::add(Route route) {
    const std::string name = std::string(to_string(route.method)) + " " + route.pattern;
    auto parts = parse_pattern(route.pattern);
    if (parts && !route.handler) parts = fail(ErrorCode::internal, "the route has no handler");
    if (parts && route.method == Method::head) parts = fail(ErrorCode::internal, "GET answers HEAD");
    if (!parts) {
        parts.error().where = name;
        if (!fault_) fault_ = std::move(parts.error());
        return;
    }
    Node* node = root_.get();
    Node::Leaf* leaf = nullptr;
    for (const PatternPart& part : *parts) {
        switch (part.kind) {
            case PatternPart::Kind::fixed:
                node = &node->fixed[part.text];
                break;
            case PatternPart::Kind::place:
                if (!part.ending.empty()) {
                    node = &node->endings[part.ending];
                    break;
                }
                if (!node->place) node->place = std::make_unique<Node>();
                node = node->place.get();
                break;
            case PatternPart::Kind::rest:
                leaf = &node->rest;
                leaf->is_rest = true;
                break;
        }
    }
    if (leaf == nullptr) leaf = &node->here;
    std::size_t& slot = leaf->routes[static_cast<std::size_t>(route.method)];
    if (slot != none && !fault_) fault_ = Error{ErrorCode::internal, "the route is there twice", name, {}};
    slot = routes_.size();
    leaf->used = true;
    routes_.push_back(std::make_unique<const Route>(std::move(route)));
}

Result<Router::Found> Router::find(Method method, std::string_view path) const {
    auto parts = parse_path(path);
    if (!parts) return pass_on(parts);
    Found out;
    std::vector<std::string> places;
    const Node::Leaf* leaf = root_->find(*parts, 0, places);
    if (leaf == nullptr) return out;
    std::size_t index = leaf->routes[static_cast<std::size_t>(method)];
    const std::size_t get = leaf->routes[static_cast<std::size_t>(Method::get)];
    if (method == Method::head) index = get;
    if (index == none) {
        if (leaf->is_rest) return out;  // a site for everything else says nothing about this path
        for (std::size_t m = 0; m < methods; ++m) {
            const bool head = static_cast<Method>(m) == Method::head && get != none;
            if (leaf->routes[m] != none || head) out.allowed.push_back(static_cast<Method>(m));
        }
        return out;
    }
    out.route = routes_[index].get();
    out.index = index;
    // The names, in order, of the pattern's places.
    std::size_t next = 0;
    std::string_view pattern = out.route->pattern;
    for (std::size_t open = pattern.find('{'); open != std::string_view::npos; open = pattern.find('{')) {
        pattern.remove_prefix(open + 1);
        const std::size_t end = pattern.find_first_of(".}");
        out.path_values.emplace_back(pattern.substr(0, end), std::move(places[next++]));
    }
    return out;
}

}  // namespace headway::http

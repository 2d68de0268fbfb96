// SPDX-License-Identifier: GPL-3.0-or-later
#include "json/tree.hpp"

#include <boost/json.hpp>

#include "json/parse.hpp"
#include "json/writer.hpp"

namespace headway::json {
namespace {

void write(Writer& w, const boost::json::value& v) {
    if (const auto* object = v.if_object()) {
        w.open('{');
        for (const auto& member : *object) {
            w.key({member.key().data(), member.key().size()});
            write(w, member.value());
        }
        w.close('}');
    } else if (const auto* list = v.if_array()) {
        w.open('[');
        for (const auto& item : *list) write(w, item);
        w.close(']');
    } else if (const auto* text = v.if_string()) {
        w.string({text->data(), text->size()});
    } else if (v.is_bool()) {
        w.boolean(v.get_bool());
    } else if (v.is_int64()) {
        w.integer(v.get_int64());
    } else if (v.is_number()) {
        w.number(v.to_number<double>());
    } else {
        w.null();
    }
}

}  // namespace

Node Node::operator[](std::string_view key) const {
    const auto* object = value_ == nullptr ? nullptr : value_->if_object();
    return Node(object == nullptr ? nullptr : object->if_contains(key));
}

std::size_t Node::size() const {
    const auto* list = value_ == nullptr ? nullptr : value_->if_array();
    return list == nullptr ? 0 : list->size();
}

Node Node::item(std::size_t index) const {
    return index < size() ? Node(&value_->get_array()[index]) : Node();
}

std::vector<std::string> Node::names() const {
    std::vector<std::string> out;
    const auto* object = value_ == nullptr ? nullptr : value_->if_object();
    if (object == nullptr) return out;
    for (const auto& member : *object) out.emplace_back(member.key().data(), member.key().size());
    return out;
}

std::string Node::json() const {
    Writer w(false);
    if (value_ == nullptr)
        w.null();
    else
        write(w, *value_);
    return w.take();
}

std::optional<std::string> Node::text() const {
    const auto* text = value_ == nullptr ? nullptr : value_->if_string();
    if (text == nullptr) return std::nullopt;
    return std::string(text->data(), text->size());
}

std::optional<double> Node::number() const {
    if (value_ == nullptr || !value_->is_number()) return std::nullopt;
    return value_->to_number<double>();
}

std::optional<std::int64_t> Node::whole() const {
    if (value_ == nullptr || !value_->is_number()) return std::nullopt;
    boost::system::error_code e;
    const auto number = value_->to_number<std::int64_t>(e);
    if (e) return std::nullopt;
    return number;
}

std::optional<bool> Node::truth() const {
    const auto* truth = value_ == nullptr ? nullptr : value_->if_bool();
    if (truth == nullptr) return std::nullopt;
    return *truth;
}

bool Node::is_object() const {
    return value_ != nullptr && value_->is_object();
}

bool Node::is_list() const {
    return value_ != nullptr && value_->is_array();
}

bool Node::is_nothing() const {
    return value_ == nullptr || value_->is_null();
}

Result<Tree> Tree::parse(std::string_view text) {
    auto value = json::parse(text);
    if (!value) return std::unexpected(value.error());
    Tree out;
    out.value_ = std::make_shared<const boost::json::value>(std::move(*value));
    return out;
}

}  // namespace headway::json

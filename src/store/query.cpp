// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/query.hpp"

namespace headway::store {

std::string contained(std::string_view text) {
    std::string out = "%";
    for (const char ch : text) {
        if (ch == '%' || ch == '_' || ch == '\\') out += '\\';
        out += ch >= 'A' && ch <= 'Z' ? static_cast<char>(ch - 'A' + 'a') : ch;
    }
    return out + "%";
}

void Query::bind(std::string_view condition, sql::Value value) {
    values_.push_back(std::move(value));
    for (const char ch : condition) {
        if (ch == '?') {
            sql_ += "$" + std::to_string(values_.size());
        } else {
            sql_ += ch;
        }
    }
}

void Query::where_words(std::string_view column, const std::vector<std::string>& words) {
    for (const std::string& word : words)
        where(" and " + std::string(column) + " like ? escape '\\'", contained(" " + word));
}

}  // namespace headway::store

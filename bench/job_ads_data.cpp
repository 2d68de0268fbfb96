// SPDX-License-Identifier: GPL-3.0-or-later
#include "job_ads_data.hpp"

#include <boost/json.hpp>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace headway::bench {
namespace {

/// Byte offset of each code point of valid UTF-8, and of its end.
std::vector<std::uint32_t> byte_offsets(const std::string& text) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U) out.push_back(i);
    }
    out.push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

std::ifstream open(const std::string& path) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path);
    return in;
}

/// Adds the runs of B and I tags.
void add_runs(const boost::json::array& tags,
              const std::vector<std::pair<std::uint32_t, std::uint32_t>>& words, bool knowledge,
              std::vector<Span>& out) {
    bool open = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view tag = tags.at(i).as_string();
        if (tag == "O") {
            open = false;
        } else if (tag == "I" && open) {
            out.back().end = words[i].second;
        } else {
            out.push_back({words[i].first, words[i].second, knowledge});
            open = true;
        }
    }
}

}  // namespace

std::vector<Posting> read_postings(const std::string& path) {
    std::vector<Posting> out;
    auto in = open(path);
    for (std::string line; std::getline(in, line);) {
        const auto row = boost::json::parse(line).as_object();
        Posting p;
        p.text = std::string(row.at("text").as_string());
        const auto at = byte_offsets(p.text);
        for (const auto& span : row.at("spans").as_array()) {
            const auto& s = span.as_array();
            p.spans.push_back({at.at(s.at(0).to_number<std::size_t>()),
                               at.at(s.at(1).to_number<std::size_t>()), s.at(2).as_string() == "KNOWLEDGE"});
        }
        out.push_back(std::move(p));
    }
    return out;
}

std::vector<Posting> read_sentences(const std::string& path) {
    std::vector<Posting> out;
    auto in = open(path);
    for (std::string line; std::getline(in, line);) {
        const auto row = boost::json::parse(line).as_object();
        Posting p;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> words;
        for (const auto& token : row.at("tokens").as_array()) {
            if (!p.text.empty()) p.text += ' ';
            const auto begin = static_cast<std::uint32_t>(p.text.size());
            p.text += std::string_view(token.as_string());
            words.emplace_back(begin, static_cast<std::uint32_t>(p.text.size()));
        }
        add_runs(row.at("tags_knowledge").as_array(), words, true, p.spans);
        add_runs(row.at("tags_skill").as_array(), words, false, p.spans);
        out.push_back(std::move(p));
    }
    return out;
}

std::vector<Judged> read_judged(const std::string& path) {
    std::vector<Judged> out;
    auto in = open(path);
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.starts_with('#') || line.starts_with("posting")) continue;
        std::istringstream row(line);
        Judged j;
        int right = 0;
        if (!(row >> j.posting >> j.span.begin >> j.span.end >> right))
            throw std::runtime_error("odd line: " + line);
        j.right = right != 0;
        out.push_back(j);
    }
    return out;
}

}  // namespace headway::bench

// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/answer_reader.hpp"

#include <algorithm>
#include <array>

#include "json/json.hpp"

namespace headway::flows {
namespace {

constexpr std::string_view fence = "```";
constexpr std::string_view block_fence = "```headway";
constexpr std::size_t longest_bracket = 60;
constexpr std::size_t largest_block = std::size_t{16} << 10U;
constexpr std::size_t most_proposals = 5;
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_text = 4'000;
constexpr std::array<std::string_view, 4> actions = {"create_task", "save_note", "save_job", "start_report"};

struct ProposalShape {
    std::string action;
    std::optional<std::string> title;
    std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(ProposalShape, (), (action, title, text))

struct BlockShape {
    std::vector<ProposalShape> proposals;
};
BOOST_DESCRIBE_STRUCT(BlockShape, (), (proposals))

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool may_stand_in_citation(char c) {
    return is_digit(c) || c == ',' || c == ' ' || (c >= 'A' && c <= 'Z');
}

/// A letter of a kind of source and a number.
bool is_source_id(std::string_view id) {
    return id.size() >= 2 && id.size() <= 5 &&
           std::string_view("RSJTLP").find(id[0]) != std::string_view::npos &&
           std::ranges::all_of(id.substr(1), is_digit);
}

/// The ids of "R3, S12"; none when anything else stands there.
std::vector<std::string> ids_in(std::string_view inside) {
    std::vector<std::string> out;
    for (std::size_t at = 0; at <= inside.size();) {
        const std::size_t end = std::min(inside.find(',', at), inside.size());
        std::string_view id = inside.substr(at, end - at);
        while (id.starts_with(' ')) id.remove_prefix(1);
        while (id.ends_with(' ')) id.remove_suffix(1);
        if (!is_source_id(id)) return {};
        out.emplace_back(id);
        at = end + 1;
    }
    return out;
}

bool needs_title(std::string_view action) {
    return action == "create_task" || action == "save_note";
}

}  // namespace

std::string AnswerReader::feed(std::string_view text) {
    std::string out;
    for (const char c : text) take(c, out);
    return out;
}

std::string AnswerReader::finish() {
    std::string out;
    let_pass(out);
    return out;
}

void AnswerReader::take(char c, std::string& out) {
    switch (place_) {
        case Place::line_begin:
            return take_at_line_begin(c, out);
        case Place::bracket:
            return take_in_bracket(c, out);
        case Place::block:
            return take_in_block(c);
        case Place::block_end:
            if (c == '\n') place_ = Place::line_begin;
            return;
        case Place::text:
            break;
    }
    if (c == '[' && !in_code_) {
        held_ = c;
        place_ = Place::bracket;
        return;
    }
    out += c;
    if (c == '\n') place_ = Place::line_begin;
}

void AnswerReader::take_at_line_begin(char c, std::string& out) {
    if (!in_code_ && held_ == block_fence && (c == '\n' || c == '\r' || c == ' ')) {
        held_.clear();
        block_ += '\n';
        place_ = Place::block;
        return;
    }
    if (block_fence.starts_with(held_ + c)) {
        held_ += c;
        return;
    }
    if (held_.starts_with(fence)) in_code_ = !in_code_;
    let_pass(out);
    take(c, out);
}

void AnswerReader::take_in_bracket(char c, std::string& out) {
    if (c == ']') {
        end_bracket(out);
        place_ = Place::text;
        return;
    }
    if (may_stand_in_citation(c) && held_.size() < longest_bracket) {
        held_ += c;
        return;
    }
    let_pass(out);
    take(c, out);
}

void AnswerReader::end_bracket(std::string& out) {
    const std::vector<std::string> ids = ids_in(std::string_view(held_).substr(1));
    if (ids.empty()) out += held_ + "]";
    held_.clear();
    for (const std::string& id : ids) {
        if (!may_cite_(id)) {
            ++dropped_;
            continue;
        }
        out += "[" + id + "]";
        if (std::ranges::find(cited_, id) == cited_.end()) cited_.push_back(id);
    }
}

void AnswerReader::take_in_block(char c) {
    if (block_.size() < largest_block) block_ += c;
    if (!block_.ends_with("\n```")) return;
    block_.resize(block_.size() - fence.size());
    place_ = Place::block_end;
}

/// What was held is text after all.
void AnswerReader::let_pass(std::string& out) {
    out += held_;
    held_.clear();
    if (place_ == Place::line_begin || place_ == Place::bracket) place_ = Place::text;
}

std::vector<Proposal> AnswerReader::proposals() const {
    if (block_.empty()) return {};
    const auto block = json::from_json<BlockShape>(block_);
    if (!block || block->proposals.size() > most_proposals) return {};
    std::vector<Proposal> out;
    for (const ProposalShape& p : block->proposals) {
        Proposal proposal{p.action, p.title.value_or(""), p.text.value_or("")};
        const bool fits = std::ranges::find(actions, p.action) != actions.end() &&
                          proposal.title.size() <= longest_title && proposal.text.size() <= longest_text &&
                          (!needs_title(p.action) || !proposal.title.empty());
        if (!fits) return {};
        out.push_back(std::move(proposal));
    }
    return out;
}

}  // namespace headway::flows

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

namespace headway::flows {

/// Something that a model proposes to do. Nothing is done before the person confirms it.
struct Proposal {
    std::string action;  ///< create_task, save_note, save_job, start_report
    std::string title;
    std::string text;
};

/// Reads a model's answer as it comes, in whatever pieces: lets Markdown pass, holds citations ("[R3]", "[S1,
/// J2]") against what may be cited, and takes the block of proposals out. Pure.
class AnswerReader {
  public:
    using MayCite = std::function<bool(std::string_view id)>;
    explicit AnswerReader(MayCite may_cite) : may_cite_(std::move(may_cite)) {}

    /// What can be shown now.
    [[nodiscard]] std::string feed(std::string_view text);
    /// The rest; nothing comes behind it.
    [[nodiscard]] std::string finish();

    /// Ids that were cited and may be, each once, in order.
    [[nodiscard]] const std::vector<std::string>& cited() const { return cited_; }
    /// Citations of what was not given: they are left out.
    [[nodiscard]] std::size_t dropped() const { return dropped_; }
    /// The proposals of the block, at most five; none where it is not exactly as it was asked for. After
    /// finish().
    [[nodiscard]] std::vector<Proposal> proposals() const;

  private:
    /// Where in the answer the next character stands.
    enum class Place : std::uint8_t {
        line_begin,  ///< Of a line that may turn out to be a fence.
        text,
        bracket,    ///< Behind a '[' that may begin a citation.
        block,      ///< In the block of proposals.
        block_end,  ///< On the line that ends it.
    };
    void take(char c, std::string& out);
    void take_at_line_begin(char c, std::string& out);
    void take_in_bracket(char c, std::string& out);
    void take_in_block(char c);
    void end_bracket(std::string& out);
    void let_pass(std::string& out);

    MayCite may_cite_;
    std::string held_;  ///< What is not yet known to be text.
    std::string block_;
    std::vector<std::string> cited_;
    std::size_t dropped_ = 0;
    bool in_code_ = false;
    Place place_ = Place::line_begin;
};

}  // namespace headway::flows

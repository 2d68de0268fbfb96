// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <fmt/format.h>

#include "report/columns.hpp"
#include "report/phrasing.hpp"
#include "report/quotation.hpp"
#include "report/render.hpp"
#include "report/terminal_bars.hpp"
#include "report/terminal_page.hpp"

namespace headway::report {
namespace {

constexpr int narrowest = 48;
constexpr int widest = 160;
constexpr int wide_from = 100;   // columns from which bars are longer and weights are shown
constexpr int indent = 5;        // before names and evidence
constexpr int least_quote = 44;  // columns of a quotation beside its reason
constexpr std::size_t most_beyond = 30;

Ink ink_of(std::string_view status) {
    if (status == "matched") return Ink::matched;
    return status == "weak" ? Ink::weak : Ink::missing;
}

/// Writes one report.
class Terminal {
  public:
    Terminal(const WireReport& report, const Texts& texts, TerminalStyle style, const Wording& in)
        : in_(in),
          w_(in.words()),
          label_width_(std::max(columns_of(w_.job_label), columns_of(w_.resume_label)) + 2),
          report_(report),
          resume_(texts.resume),
          job_(texts.job),
          page_(style.colour, std::clamp(style.width, narrowest, widest)),
          bar_(page_.width() >= wide_from ? 21 : 14) {}

    std::string write() {
        head();
        const std::vector<Numbered> all = by_gain(report_);
        for (const StatusWords& words : w_.statuses) group(words, with_status(all, words.status));
        if (!all.empty()) sum();
        unclaimed();
        beyond();
        warnings();
        page_.blank();
        page_.paragraph(Ink::soft, made_with(in_, report_.provenance));
        return page_.take();
    }

  private:
    void head() {
        page_.paragraph(Ink::strong, title_of(in_, report_), {}, 3);
        page_.paragraph(Ink::soft, occupation_words(in_, report_), {}, 3);
        page_.blank();
        const std::string score = fmt::format("  {}  ", in_.fill(w_.score_line, no_decimals(report_.score)));
        const int cells = std::min(page_.width() - columns_of(score) - 2, 60);
        page_.line(page_.in(Ink::strong, score) +
                   page_.in(Ink::needed, score_bar(report_.score, report_.interval, cells)));
        const std::string under(static_cast<std::size_t>(columns_of(score)), ' ');
        page_.paragraph(Ink::soft, interval_words(in_, report_), under);
        page_.blank();
        page_.paragraph(Ink::strong, best_step(in_, report_), {}, 6);
    }

    /// Columns that the name of a requirement may take.
    [[nodiscard]] int name_width() const {
        return page_.width() - indent - bar_ - 29 - (weights_shown() ? 13 : 0);
    }
    [[nodiscard]] bool weights_shown() const { return page_.width() >= wide_from; }

    void group(const StatusWords& words, const std::vector<Numbered>& members) {
        if (members.empty()) return;
        double gain = 0;
        for (const Numbered& n : members) gain += n.requirement->gain;
        page_.heading(ink_of(words.status), fmt::format("{} ({})", words.heading, members.size()),
                      in_.fill(w_.points_to_gain, in_.one_decimal(gain)));
        std::string titles = fit_left("", indent + name_width()) + "  " + fit_left(w_.level_scale, bar_) +
                             "  " + fit_right(w_.held_need, 9);
        if (weights_shown()) titles += fit_right(w_.term, 13);
        page_.line(
            page_.in(Ink::soft, titles + fit_right(w_.points_column, 8) + fit_right(w_.gain_column, 8)));
        for (const Numbered& n : members) requirement(n);
    }

    void requirement(const Numbered& n) {
        const WireRequirement& r = *n.requirement;
        std::vector<std::string> name = wrap(one_line(r.name), name_width());
        if (name.size() > 3) {
            name.resize(3);
            name.back() = shorten(name.back() + " …", name_width());
        }
        std::string line = page_.in(Ink::soft, fit_right(std::to_string(n.number), indent - 2)) + "  " +
                           page_.in(Ink::strong, fit_left(name.front(), name_width())) + "  " + bar(r) +
                           "  " + fit_right(levels(r), 9);
        if (weights_shown()) {
            const std::string term = in_.two_decimals(r.weight) + " × " + in_.two_decimals(r.coverage);
            line += page_.in(Ink::soft, fit_right(term, 13));
        }
        line += fit_right(in_.one_decimal(r.points), 8);
        const bool none = one_decimal(r.gain) == "0.0";
        page_.line(line + page_.in(none ? Ink::soft : Ink::strong,
                                   fit_right(none ? "–" : "+" + in_.one_decimal(r.gain), 8)));
        for (std::size_t i = 1; i < name.size(); ++i) {
            page_.line(std::string(indent, ' ') + page_.in(Ink::strong, name[i]));
        }
        evidence(r);
    }

    [[nodiscard]] std::string bar(const WireRequirement& r) const {
        std::string out;
        for (const BarCell& cell : level_bar(r, bar_)) {
            const Ink ink = cell.kind == Cell::needed ? Ink::needed
                            : cell.kind == Cell::held ? ink_of(r.status)
                                                      : Ink::soft;
            out += page_.in(ink, cell.glyph);
        }
        return out;
    }

    [[nodiscard]] std::string levels(const WireRequirement& r) const {
        std::string held = r.held ? in_.one_decimal(r.held->value) : "–";
        if (r.held && r.support == "transfer") held = "(" + held + ")";
        return held + "/" + in_.one_decimal(r.needed.value);
    }

    void evidence(const WireRequirement& r) {
        const std::string start(indent, ' ');
        std::string notes;
        for (const std::string& remark : remarks(in_, r)) notes += (notes.empty() ? "" : " · ") + remark;
        if (!notes.empty()) page_.paragraph(Ink::soft, notes, start, 3);
        if (r.status != "matched" && !r.job_evidence.empty()) {
            quote(w_.job_label, job_.around(r.job_evidence.front()), {});
        }
        if (r.resume_evidence.empty()) {
            page_.line(start + page_.in(Ink::soft, fit_left(w_.resume_label, label_width_) +
                                                       std::string(w_.nothing_found)));
        } else {
            const Passage shown = resume_.around(r.resume_evidence.front());
            quote(w_.resume_label, shown, reason_words(in_, r, shown.evidence));
        }
    }

    void quote(std::string_view label, const Passage& passage, const std::string& because) {
        int room = page_.width() - indent - label_width_;
        int whole = 2;
        for (const Piece& piece : passage.pieces) whole += columns_of(piece.text);
        const int kept = std::min(whole, least_quote);
        const bool beside = !because.empty() && columns_of(because) + 3 + kept <= room;
        if (beside) room -= columns_of(because) + 3;
        const std::uint32_t page = passage.evidence.front()->page;
        const std::string place = page > 1 ? "  " + in_.fill(w_.short_page, page) : std::string();
        std::string line = std::string(indent, ' ') + page_.in(Ink::soft, fit_left(label, label_width_));
        for (const Piece& piece : shorten(passage, room - 2 - columns_of(place)).pieces) {
            line += piece.quoted ? fmt::format("{}{}{}", w_.open_quote, page_.in(Ink::strong, piece.text),
                                               w_.close_quote)
                                 : piece.text;
        }
        page_.line(line + page_.in(Ink::soft, place + (beside ? " · " + because : "")));
        if (!because.empty() && !beside) {
            page_.paragraph(Ink::soft, because,
                            std::string(static_cast<std::size_t>(indent + label_width_), ' '), 2);
        }
    }

    void sum() {
        page_.heading(Ink::plain, w_.adds_up, {});
        page_.paragraph(Ink::plain, in_.fill(w_.formula, score_equation(in_, report_)));
        page_.paragraph(Ink::soft, w_.legend);
    }

    void unclaimed() {
        if (report_.unclaimed.empty()) return;
        page_.heading(Ink::plain, fmt::format("{} ({})", w_.unclaimed, report_.unclaimed.size()), {});
        for (const WireUnclaimed& u : report_.unclaimed) {
            page_.paragraph(Ink::plain,
                            fmt::format("{}: {}", one_line(u.skill.name), stance_words(in_, u.stance)),
                            std::string(indent, ' '), 3);
            quote(w_.resume_label, resume_.around(u.evidence), {});
        }
    }

    void beyond() {
        if (report_.beyond.empty()) return;
        page_.heading(Ink::plain, fmt::format("{} ({})", w_.beyond, report_.beyond.size()), {});
        std::string names;
        const std::vector<const WireSkill*> skills = beyond_by_level(report_);
        const std::size_t shown = std::min(skills.size(), most_beyond);
        for (std::size_t i = 0; i < shown; ++i) {
            names += (i == 0 ? "" : ", ") + one_line(skills[i]->name) + " " +
                     in_.one_decimal(skills[i]->level.value);
        }
        if (shown < skills.size()) names += in_.fill(w_.and_more, skills.size() - shown);
        page_.paragraph(Ink::plain, names);
    }

    void warnings() {
        if (report_.warnings.empty()) return;
        page_.blank();
        for (const std::string& w : report_.warnings)
            page_.paragraph(Ink::weak, one_line(in_.say(w)), "! ", 6);
    }

    Wording in_;
    const ReportWords& w_;
    int label_width_;  ///< "résumé  "
    const WireReport& report_;
    Sentences resume_;
    Sentences job_;
    TerminalPage page_;
    int bar_ = 14;
};

}  // namespace

std::string to_terminal(const WireReport& report, const Texts& texts, TerminalStyle style,
                        std::string_view language) {
    return Terminal(report, texts, style, Wording(language)).write();
}

}  // namespace headway::report

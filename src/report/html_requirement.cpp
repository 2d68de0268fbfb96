// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html_requirement.hpp"

#include <fmt/format.h>

#include "report/html_chart.hpp"
#include "report/html_text.hpp"
#include "report/web_address.hpp"

namespace headway::report {
namespace {

constexpr std::size_t passages_shown = 3;  ///< at once; the others can be opened
constexpr int passage_width = 320;         ///< columns; longer sentences are cut around the quoted words

std::string chips(const Wording& in, const WireRequirement& r) {
    std::string out =
        fmt::format("<ul class=\"chips\"><li class=\"status\">{}</li>", status_words(in, r).label);
    for (const std::string& remark : remarks(in, r)) out += "<li>" + html_text(remark) + "</li>";
    return out + "</ul>";
}

std::string worth(const Wording& in, const WireRequirement& r) {
    const std::string lead = one_decimal(r.gain) == "0.0" ? fmt::format("<strong>{}</strong>", in->met)
                                                          : in.fill(in->to_gain, in.one_decimal(r.gain));
    return fmt::format("<p class=\"worth\">{}<span>{}</span></p>", lead,
                       in.fill(in->points_held, in.one_decimal(r.points), in.one_decimal(r.points + r.gain)));
}

std::string level(const Wording& in, std::string_view label, const WireLevel& l, std::string_view skill) {
    return fmt::format("<div><dt>{}</dt><dd>{} <span>{}</span></dd></div>", label, html_text(in.level(l)),
                       in.fill(in->range, in.one_decimal(l.low), in.one_decimal(l.high), html_text(skill)));
}

std::string levels(const Wording& in, const WireRequirement& r) {
    std::string out = "<div class=\"levels\">" + level_strip(r) + "<dl>";
    if (r.held) {
        const bool near = r.support == "transfer" && r.met_by.has_value();
        out +=
            level(in, in->held, *r.held, near ? "," + in.fill(in->in_skill, r.met_by->name) : std::string());
    } else {
        out += fmt::format("<div><dt>{}</dt><dd>{}</dd></div>", in->held, in->nothing_found);
    }
    return out + level(in, in->needed, r.needed, {}) + "</dl></div>";
}

std::string quotes(const Wording& in, const std::vector<WireEvidence>& all, Side side,
                   const Sentences& sentences, const WireRequirement& r) {
    if (all.empty()) {
        return fmt::format("<p class=\"none\">{}</p>",
                           side == Side::resume ? in->none_in_resume : in->none_in_ad);
    }
    std::string out;
    const std::vector<Passage> passages = sentences.passages(all);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (i == passages_shown) {
            out += "<details><summary>" + counted(passages.size() - i, in->one_more, in->more) + "</summary>";
        }
        const std::string because =
            side == Side::resume ? reason_words(in, r, passages[i].evidence) : std::string();
        out += passage_quote(in, passages[i], side, sentences, because);
    }
    return passages.size() > passages_shown ? out + "</details>" : out;
}

std::string reasons(const Wording& in, const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& reason : all) out += (out.empty() ? "" : " ") + html_text(in.say(reason));
    return out;
}

std::string identity(const Wording& in, const WireRequirement& r) {
    std::string out = "<code>" + html_text(r.id) + "</code>";
    for (const std::string& same : r.same_as)
        out += fmt::format(", {} <code>{}</code>", in->same_as, html_text(same));
    if (r.link && is_safe_address(*r.link)) out += ". " + html_link(in.fill(in->about, r.name), *r.link);
    return out;
}

std::string why(const Wording& in, const WireRequirement& r) {
    std::string out = fmt::format("<details><summary>{}</summary><dl class=\"why\"><dt>{}</dt><dd>{}</dd>",
                                  in->why_figures, in->needed, reasons(in, r.needed.reasons));
    if (r.held) out += fmt::format("<dt>{}</dt><dd>{}</dd>", in->held, reasons(in, r.held->reasons));
    const std::string terms = in.fill(in->worth_terms, in.two_decimals(r.weight), in.two_decimals(r.coverage),
                                      percent(in, r.certainty));
    return out + fmt::format("<dt>{}</dt><dd>{}</dd><dt>{}</dt><dd>{}</dd></dl></details>", in->worth, terms,
                             in->skill, identity(in, r));
}

}  // namespace

std::string passage_quote(const Wording& in, const Passage& passage, Side side, const Sentences& sentences,
                          const std::string& because) {
    std::string out = "<figure class=\"quote\"><blockquote>";
    for (const Piece& piece : shorten(passage, passage_width).pieces) {
        out += piece.quoted ? "<mark>" + html_text(piece.text) + "</mark>" : html_text(piece.text);
    }
    out += "</blockquote><figcaption>";
    if (!because.empty()) out += html_text(because) + ". ";
    const WireEvidence& first = *passage.evidence.front();
    const std::string page = first.page > 1 ? in.fill(in->page, first.page) : std::string();
    if (sentences.holds(first)) {
        out += fmt::format("<a href=\"#{}\">{}</a>", anchor_of(side, first),
                           in.fill(side == Side::job ? in->in_job : in->in_resume, page));
    } else {
        out += in.fill(side == Side::job ? in->from_job : in->from_resume, page);
    }
    return out + "</figcaption></figure>";
}

std::string requirement_card(const Wording& in, const Numbered& n, const BothSentences& sentences) {
    const WireRequirement& r = *n.requirement;
    return fmt::format(
        "<article class=\"card {0}\" id=\"requirement-{1}\" aria-labelledby=\"requirement-{1}-name\">"
        "<header><h3 id=\"requirement-{1}-name\"><span class=\"number\">{1}</span> {2}</h3>{3}{4}</header>{5}"
        "<div class=\"proof\"><div><h4>{9}</h4>{6}</div><div><h4>{10}</h4>{7}</div></div>"
        "{8}</article>\n",
        status_words(in, r).status, n.number, html_text(r.name), worth(in, r), chips(in, r), levels(in, r),
        quotes(in, r.job_evidence, Side::job, sentences.job, r),
        quotes(in, r.resume_evidence, Side::resume, sentences.resume, r), why(in, r), in->job_asks,
        in->resume_shows);
}

}  // namespace headway::report

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

std::string_view class_of(const WireRequirement& r) {
    return r.status == "matched" ? "matched" : r.status == "weak" ? "weak" : "missing";
}

std::string chips(const WireRequirement& r) {
    std::string out = fmt::format("<ul class=\"chips\"><li class=\"status\">{}</li>", class_of(r));
    for (const std::string& remark : remarks(r)) out += "<li>" + html_text(remark) + "</li>";
    return out + "</ul>";
}

std::string worth(const WireRequirement& r) {
    const std::string gain = one_decimal(r.gain);
    const std::string lead =
        gain == "0.0" ? std::string("<strong>met</strong>") : "<strong>+" + gain + "</strong> to gain";
    return fmt::format("<p class=\"worth\">{}<span>{} of {} points held</span></p>", lead,
                       one_decimal(r.points), one_decimal(r.points + r.gain));
}

std::string level(std::string_view label, const WireLevel& l, std::string_view in) {
    return fmt::format("<div><dt>{}</dt><dd>{} <span>({} to {}{})</span></dd></div>", label,
                       html_text(level_words(l)), one_decimal(l.low), one_decimal(l.high), html_text(in));
}

std::string levels(const WireRequirement& r) {
    std::string out = "<div class=\"levels\">" + level_strip(r) + "<dl>";
    if (r.held) {
        const bool near = r.support == "transfer" && r.met_by.has_value();
        out += level("Held", *r.held, near ? ", in " + r.met_by->name : std::string());
    } else {
        out += "<div><dt>Held</dt><dd>nothing found</dd></div>";
    }
    return out + level("Needed", r.needed, {}) + "</dl></div>";
}

std::string quotes(const std::vector<WireEvidence>& all, Side side, const Sentences& sentences,
                   const WireRequirement& r) {
    if (all.empty()) {
        return side == Side::resume ? "<p class=\"none\">No sentence of the résumé shows it.</p>"
                                    : "<p class=\"none\">Not in the ad’s own words.</p>";
    }
    std::string out;
    const std::vector<Passage> passages = sentences.passages(all);
    for (std::size_t i = 0; i < passages.size(); ++i) {
        if (i == passages_shown) {
            out += "<details><summary>" + counted(passages.size() - i, "more sentence", "more sentences") +
                   "</summary>";
        }
        const std::string because =
            side == Side::resume ? reason_words(r, passages[i].evidence) : std::string();
        out += passage_quote(passages[i], side, sentences, because);
    }
    return passages.size() > passages_shown ? out + "</details>" : out;
}

std::string reasons(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& reason : all) out += (out.empty() ? "" : " ") + html_text(reason);
    return out;
}

std::string identity(const WireRequirement& r) {
    std::string out = "<code>" + html_text(r.id) + "</code>";
    for (const std::string& same : r.same_as) out += ", same as <code>" + html_text(same) + "</code>";
    if (r.link && is_safe_address(*r.link)) out += ". " + html_link("About " + r.name, *r.link);
    return out;
}

std::string why(const WireRequirement& r) {
    std::string out = "<details><summary>Why these figures</summary><dl class=\"why\">";
    out += "<dt>Needed</dt><dd>" + reasons(r.needed.reasons) + "</dd>";
    if (r.held) out += "<dt>Held</dt><dd>" + reasons(r.held->reasons) + "</dd>";
    out += fmt::format("<dt>Worth</dt><dd>weight {} × coverage {}, certainty of the evidence {}</dd>",
                       two_decimals(r.weight), two_decimals(r.coverage), percent(r.certainty));
    return out + "<dt>Skill</dt><dd>" + identity(r) + "</dd></dl></details>";
}

}  // namespace

std::string passage_quote(const Passage& passage, Side side, const Sentences& sentences,
                          const std::string& because) {
    std::string out = "<figure class=\"quote\"><blockquote>";
    for (const Piece& piece : shorten(passage, passage_width).pieces) {
        out += piece.quoted ? "<mark>" + html_text(piece.text) + "</mark>" : html_text(piece.text);
    }
    out += "</blockquote><figcaption>";
    if (!because.empty()) out += html_text(because) + ". ";
    const WireEvidence& first = *passage.evidence.front();
    std::string place = side == Side::job ? "job ad" : "résumé";
    if (first.page > 1) place += fmt::format(", page {}", first.page);
    if (sentences.holds(first)) {
        out += fmt::format("<a href=\"#{}\">In the {}</a>", anchor_of(side, first), place);
    } else {
        out += "From the " + place;
    }
    return out + "</figcaption></figure>";
}

std::string requirement_card(const Numbered& n, const BothSentences& sentences) {
    const WireRequirement& r = *n.requirement;
    return fmt::format(
        "<article class=\"card {0}\" id=\"requirement-{1}\" aria-labelledby=\"requirement-{1}-name\">"
        "<header><h3 id=\"requirement-{1}-name\"><span class=\"number\">{1}</span> {2}</h3>{3}{4}</header>{5}"
        "<div class=\"proof\"><div><h4>The job asks</h4>{6}</div><div><h4>The résumé "
        "shows</h4>{7}</div></div>"
        "{8}</article>\n",
        class_of(r), n.number, html_text(r.name), worth(r), chips(r), levels(r),
        quotes(r.job_evidence, Side::job, sentences.job, r),
        quotes(r.resume_evidence, Side::resume, sentences.resume, r), why(r));
}

}  // namespace headway::report

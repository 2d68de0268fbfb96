// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/unnamed.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "career/circumstance.hpp"
#include "career/clause.hpp"
#include "career/cue_sense.hpp"
#include "career/need_marks.hpp"
#include "career/stance.hpp"
#include "text/tokens.hpp"
#include "text/utf8.hpp"

namespace headway::career {
namespace {

constexpr std::size_t longest_name = 90;
constexpr std::size_t most_unnamed = 200;
constexpr double unnamed_certainty = 0.8;
constexpr double line_certainty = 0.6;
// Little is known of a duty in the ad's own words, and so it weighs little.
constexpr double duty_certainty = 0.25;

/// A duty longer than this tells a story rather than names something to be able to do.
constexpr std::uint32_t longest_duty = 6;  // tokens

bool requirement_section(Section s) {
    return s == Section::requirements || s == Section::nice_to_have || s == Section::skills;
}

/// Words after which a name of something to know stands.
bool introduces(std::string_view word) {
    constexpr std::array<std::string_view, 12> words = {"with", "in",  "of", "using", "on", "and",
                                                        "or",   "our", "as", "like",  "is", "have"};
    return std::find(words.begin(), words.end(), text::fold(word)) != words.end();
}

/// Months and days: capitalised, but no names of anything to know.
bool calendar_word(std::string_view word) {
    constexpr std::array<std::string_view, 19> words = {
        "january",   "february",  "march",   "april",    "may",      "june",   "july",
        "august",    "september", "october", "november", "december", "monday", "tuesday",
        "wednesday", "thursday",  "friday",  "saturday", "sunday"};
    return std::find(words.begin(), words.end(), text::fold(word)) != words.end();
}

/// Mentions do not overlap and are in order of place.
bool covered(const Job& job, std::uint32_t token) {
    const auto& all = job.found.mentions;
    const auto after = std::upper_bound(all.begin(), all.end(), token,
                                        [](std::uint32_t t, const Mention& m) { return t < m.first_token; });
    return after != all.begin() && token < std::prev(after)->first_token + std::prev(after)->token_count;
}

bool name_like(const Job& job, std::uint32_t token) {
    const text::Token& t = job.reading.tokens[token];
    const bool number_behind = t.digit_first && token > 0 && job.reading.between(token - 1) == "-";
    return (t.upper_first || number_behind) && !t.in_link && !covered(job, token) &&
           !calendar_word(job.reading.word(token));
}

Requirement base_requirement(const Job& job, std::uint32_t sentence, std::uint32_t token,
                             std::uint32_t count) {
    Requirement out;
    const Asking& asking = job.asking[sentence];
    Mention place;
    place.first_token = token;
    place.token_count = count;
    place.begin = job.reading.tokens[token].begin;
    place.end = job.reading.tokens[token + count - 1].end;
    place.sentence = sentence;
    out.need = need_of(job.reading, place, asking.need);
    out.place = asking.place;
    out.needed = level_without_words(out.need, "The ad names no level; asked for without one.");
    return out;
}

/// A sentence in which the employer speaks of itself or of applying.
bool speaks_of_employer(const Reading& r, std::uint32_t sentence) {
    const auto [first, end] = r.tokens_of(sentence);
    if (first == end) return false;
    constexpr std::array<std::string_view, 9> openers = {"we", "our",    "us",   "if",   "about",
                                                         "at", "please", "this", "their"};
    const std::string opener = text::fold(r.word(first));
    // "At Acme we …" and "At our yard …", but "at least", "at ease".
    if (opener == "at" && first + 1 < end && !r.tokens[first + 1].upper_first)
        return text::fold(r.word(first + 1)) == "our";
    return std::find(openers.begin(), openers.end(), opener) != openers.end();
}

/// Whether running text asks in plain words.
bool asks_plainly(const Reading& r, std::uint32_t sentence) {
    const auto cues = r.cues_in(sentence);
    if (std::any_of(cues.begin(), cues.end(), [](const CueMatch& c) {
            return (c.cue >= Cue::must && c.cue <= Cue::advanced) || c.cue == Cue::asks;
        })) {
        return true;
    }
    return false;
}

void add(Unnamed& found, Requirement next) {
    found.cut_short |= found.requirements.size() >= most_unnamed;
    if (!found.cut_short) found.requirements.push_back(std::move(next));
}

/// Words before "in" and "of" that make a place of the name behind: "our store in Springfield".
bool has_a_place(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"based",    "located", "live",     "living", "reside",    "residing", "office", "site",
         "store",    "shop",    "hospital", "school", "clinic",    "city",     "area",   "county",
         "branch",   "campus",  "facility", "depot",  "warehouse", "plant",    "town",   "headquarter",
         "location", "firm",    "company",  "home",   "centre",    "center",   "part",   "heart"});
    return std::find(words.begin(), words.end(), text::normal_form(word)) != words.end();
}

bool cue_ends_at(const Reading& r, std::uint32_t token) {
    const auto cues = r.cues_in(r.sentence_of[token]);
    return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
        const bool asks = (c.cue >= Cue::basic && c.cue <= Cue::examples) || c.cue == Cue::asks;
        return asks && c.first + c.length == token;
    });
}

/// Whether the word before a capitalised one says that it names something to know. Running text and duties
/// speak of towns, customers and sister companies too; there only a plainer turn does.
bool introduced(const Job& job, std::uint32_t token) {
    const Reading& r = job.reading;
    const std::string_view before = r.word(token - 1);
    if (!introduces(before)) return false;
    if (token >= 2 && r.sentence_of[token - 2] == r.sentence_of[token] && has_a_place(r.word(token - 2)))
        return false;
    if (requirement_section(r.section(r.sentence_of[token]))) return true;
    const std::string word = text::fold(before);
    if (word == "with" || word == "using" || word == "like" || cue_ends_at(r, token)) return true;
    return (word == "and" || word == "or") && token >= 2 && covered(job, token - 2);
}

/// "Salesforce or Zuora": a name behind "or" is no demand of its own beside the skill before it.
bool alternative_to_known(const Job& job, std::uint32_t token) {
    const Reading& r = job.reading;
    return token >= 2 && r.sentence_of[token - 2] == r.sentence_of[token] &&
           text::fold(r.word(token - 1)) == "or" && covered(job, token - 2);
}

/// Runs of capitalised words of which at least one is in no framework's vocabulary.
void find_unknown_names(const Job& job, const ontology::Catalog& catalog, Unnamed& found) {
    std::vector<Requirement>& out = found.requirements;
    const Reading& r = job.reading;
    const auto& vocabulary = catalog.lexicon().phrases();
    for (std::uint32_t t = 1; t < r.tokens.size(); ++t) {
        const std::uint32_t sentence = r.sentence_of[t];
        if (found.cut_short) return;
        if (sentence == Reading::no_sentence || !job.asking[sentence].asks) continue;
        if (r.section(sentence) == Section::title || !name_like(job, t) || r.sentence_of[t - 1] != sentence)
            continue;
        const std::string_view gap = r.between(t - 1);
        const bool listed =
            requirement_section(r.section(sentence)) && gap.find_first_of(",/(:") != std::string_view::npos;
        if (!introduced(job, t) && !listed) continue;
        std::uint32_t end = t;
        bool unknown = false;
        while (end < r.tokens.size() && r.sentence_of[end] == sentence && name_like(job, end) &&
               (end == t || r.between(end - 1) == " " ||
                (r.between(end - 1) == "-" && r.tokens[end].digit_first))) {
            unknown |= vocabulary.word(r.tokens[end].key) == 0 &&
                       catalog.lexicon().titles().word(r.tokens[end].key) == 0;
            ++end;
        }
        const bool other = unknown && alternative_to_known(job, t);
        if (other && r.tokens[t].end - r.tokens[t].begin > 1) {
            found.others.push_back(
                {r.tokens[t - 2].end, std::string(r.slice(r.tokens[t].begin, r.tokens[end - 1].end))});
        }
        if (unknown && r.tokens[t].end - r.tokens[t].begin > 1 && !other &&
            stance_at(r, job.found.mentions, t, end - t) == Stance::stated) {
            Requirement q = base_requirement(job, sentence, t, end - t);
            q.evidence.push_back(make_evidence(r, job.pages, t, end - t, Shows::named, unnamed_certainty));
            q.name = q.evidence.front().text;
            q.certainty = unnamed_certainty;
            const bool again = std::any_of(out.begin(), out.end(), [&](const Requirement& x) {
                return text::normal_name(x.name) == text::normal_name(q.name);
            });
            if (!again) add(found, std::move(q));
        }
        t = std::max(t, end - 1);
    }
}

std::string shortened(std::string_view s) {
    while (!s.empty() && (s.back() == '.' || s.back() == ';' || s.back() == ',' || s.back() == ' '))
        s.remove_suffix(1);
    std::string out(s);
    std::replace(out.begin(), out.end(), '\n', ' ');
    // What was cut off behind an opened bracket closed it.
    if (std::count(out.begin(), out.end(), '(') > std::count(out.begin(), out.end(), ')')) out += ')';
    if (out.size() <= longest_name) return out;
    const std::size_t cut = out.rfind(' ', longest_name);
    out.resize(cut == std::string::npos ? longest_name : cut);
    while (!out.empty() && (static_cast<unsigned char>(out.back()) & 0xC0U) == 0x80U) out.pop_back();
    return out + " …";
}

/// Whether a line says as a whole that something is not asked for, or that the employer teaches it. "Keeps
/// the yard tidy without being told" asks.
bool takes_back(const Job& job, std::uint32_t sentence) {
    const Reading& r = job.reading;
    const std::uint32_t first = r.tokens_of(sentence).first;
    const auto cues = r.cues_in(sentence);
    return std::any_of(cues.begin(), cues.end(), [&](const CueMatch& c) {
        const bool cue =
            c.cue == Cue::negates_back || c.cue == Cue::taught || (c.cue == Cue::negates && c.first == first);
        return cue && acts(r, job.found.mentions, c);
    });
}

/// "What do you need to thrive here": a heading that asks the reader.
bool is_question(const Reading& r, std::uint32_t token) {
    constexpr auto words = std::to_array<std::string_view>({"what", "who", "why", "where", "which"});
    return std::find(words.begin(), words.end(), text::fold(r.word(token))) != words.end();
}

/// Words at either end of a line that say nothing of what it asks for.
bool fills_up(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"a",   "an", "the", "some",  "any",  "experience", "knowledge", "skill", "ability",  "able",
         "to",  "be", "of",  "in",    "with", "using",      "as",        "on",    "previous", "prior",
         "and", "or", "is",  "would", "your", "you",        "have",      "must",  "will",     "at"});
    return std::find(words.begin(), words.end(), text::normal_form(word)) != words.end();
}

/// How many tokens the cue takes that starts at, or ends before, a token; 0 when none of these does.
std::uint32_t cue_length(const Reading& r, std::uint32_t sentence, std::uint32_t token, bool ends) {
    for (const CueMatch& c : r.cues_in(sentence)) {
        if ((ends ? c.first + c.length : c.first) != token) continue;
        const bool level = c.cue >= Cue::basic && c.cue <= Cue::advanced;
        const bool need = c.cue == Cue::optional || c.cue == Cue::optional_back || c.cue == Cue::must;
        if (need || (ends ? c.cue == Cue::similar : level || c.cue == Cue::asks)) return c.length;
    }
    return 0;
}

/// What a line asks for without the words around it: "ISO 17025" of "Familiarity with ISO 17025 a plus".
TokenRange core_of(const Reading& r, std::uint32_t sentence, TokenRange line) {
    TokenRange core = line;
    while (core.begin < core.end) {
        const std::uint32_t cue = cue_length(r, sentence, core.begin, false);
        if (cue == 0 && !fills_up(r.word(core.begin))) break;
        core.begin += std::max(cue, 1U);
    }
    while (core.begin < core.end) {
        const std::uint32_t cue = cue_length(r, sentence, core.end, true);
        if (cue == 0 && !fills_up(r.word(core.end - 1))) break;
        core.end -= std::min(std::max(cue, 1U), core.end - core.begin);
    }
    return core.begin < core.end ? core : line;
}

/// "Experience in a similar role", "relevant industry background": what the post itself is, and nothing to
/// know.
bool names_only_the_post(const Reading& r, TokenRange core) {
    constexpr auto words = std::to_array<std::string_view>(
        {"similar",     "same",       "role",       "position",    "capacity", "post",       "job",
         "environment", "setting",    "field",      "industry",    "sector",   "background", "relevant",
         "related",     "equivalent", "comparable", "work",        "working",  "year",       "month",
         "minimum",     "least",      "proven",     "employment",  "level",    "type",       "kind",
         "like",        "one",        "two",        "three",       "desired",  "preferred",  "reference",
         "immediate",   "start",      "available",  "availability"});
    for (std::uint32_t t = core.begin; t < core.end; ++t) {
        const std::string word = text::normal_form(r.word(t));
        if (!r.tokens[t].digit_first && !fills_up(word) &&
            std::find(words.begin(), words.end(), word) == words.end())
            return false;
    }
    return true;
}

/// The need of a whole line: nice where it ends or begins with a word of wishing and says "must" nowhere.
Need need_of_line(const Reading& r, std::uint32_t sentence, Need need) {
    bool wished = false;
    for (const CueMatch& c : r.cues_in(sentence)) {
        if (c.cue == Cue::must) return need;
        wished |= (c.cue == Cue::optional || c.cue == Cue::optional_back) && !in_brackets(r, c.first);
    }
    return wished ? Need::nice : need;
}

/// Lines of the requirements in which nothing was recognised.
void find_unread_lines(const Job& job, Unnamed& found) {
    const Reading& r = job.reading;
    std::vector<bool> read(r.sentences.size(), false);  // something was recognised in it
    for (const Mention& m : job.found.mentions) read[m.sentence] = true;
    for (const Requirement& q : found.requirements) {
        const auto after =
            std::upper_bound(r.sentences.begin(), r.sentences.end(), q.evidence.front().begin,
                             [](std::uint32_t b, const text::Sentence& s) { return b < s.begin; });
        if (after != r.sentences.begin())
            read[static_cast<std::size_t>(std::prev(after) - r.sentences.begin())] = true;
    }
    for (std::uint32_t i = 0; i < r.sentences.size(); ++i) {
        const text::Sentence& s = r.sentences[i];
        if (!job.asking[i].asks || read[i]) continue;
        // What the work is, said in a few words, is asked for as well: "Interim valuations and payments".
        const bool duty = r.section(i) == Section::duties && s.bullet;
        if (!duty && !requirement_section(r.section(i))) continue;
        if (found.cut_short) return;

        const auto [first, end] = r.tokens_of(i);
        const std::uint32_t count = end - first;
        if (r.line_headings[s.first_line]) continue;
        const bool heading = i + 1 < r.sentences.size() && r.text[s.end - 1] == ':';
        if (duty && (count < 2 || count > longest_duty)) continue;
        if (count < 1 || heading || (!s.bullet && count < 4)) continue;
        if (!s.bullet && (speaks_of_employer(r, i) || !asks_plainly(r, i))) continue;
        if ((count == 1 && r.tokens[first].digit_first) || is_question(r, first)) continue;
        if (takes_back(job, i) || (duty && tells_circumstances(r, i))) continue;
        const TokenRange core = core_of(r, i, {first, end});
        if (names_only_the_post(r, core)) continue;
        Requirement q = base_requirement(job, i, first, count);
        q.evidence.push_back(sentence_evidence(r, job.pages, i, Shows::named, line_certainty));
        q.need = need_of_line(r, i, job.asking[i].need);
        if (q.need == Need::nice && job.asking[i].need == Need::must)
            q.needed = level_without_words(q.need, "The ad names no level; asked for without one.");
        q.name = shortened(without_need_mark(
            r.slice(r.tokens[core.begin].begin, core.end == end ? s.end : r.tokens[core.end - 1].end)));
        q.certainty = duty ? duty_certainty : line_certainty;
        add(found, std::move(q));
    }
}

}  // namespace

Unnamed find_unnamed(const Job& job, const ontology::Catalog& catalog) {
    Unnamed out;
    find_unknown_names(job, catalog, out);
    find_unread_lines(job, out);
    return out;
}

}  // namespace headway::career

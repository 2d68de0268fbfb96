// SPDX-License-Identifier: GPL-3.0-or-later
#include "mail/letters.hpp"

#include <fmt/format.h>

namespace headway::mail {
namespace {

bool is_german(std::string_view language) {
    return language.starts_with("de");
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '&') {
            out += "&amp;";
        } else if (c == '<') {
            out += "&lt;";
        } else if (c == '>') {
            out += "&gt;";
        } else if (c == '"') {
            out += "&quot;";
        } else {
            out += c;
        }
    }
    return out;
}

/// A letter of paragraphs, lists and one link, built up in both forms at once.
class Draft {
  public:
    Draft(std::string_view language, std::string subject) {
        letter_.subject = std::move(subject);
        letter_.html = fmt::format("<!doctype html><html lang=\"{}\"><meta charset=\"utf-8\"><body>\n",
                                   is_german(language) ? "de" : "en");
    }
    Draft& paragraph(const std::string& text) {
        letter_.text += text + "\n\n";
        letter_.html += "<p>" + escaped(text) + "</p>\n";
        return *this;
    }
    Draft& link(const std::string& label, const std::string& address) {
        letter_.text += address + "\n\n";
        letter_.html += fmt::format("<p><a href=\"{}\">{}</a></p>\n", escaped(address), escaped(label));
        return *this;
    }
    Draft& list(const std::vector<TaskLine>& tasks) {
        letter_.html += "<ul>\n";
        for (const TaskLine& task : tasks) {
            const std::string line = to_string(task.due) + "  " + task.title;
            letter_.text += "- " + line + "\n";
            letter_.html += "<li>" + escaped(line) + "</li>\n";
        }
        letter_.text += "\n";
        letter_.html += "</ul>\n";
        return *this;
    }
    Letter finish(std::string stop) {
        letter_.unsubscribe = std::move(stop);
        letter_.html += "</body></html>\n";
        return std::move(letter_);
    }

  private:
    Letter letter_;
};

std::string count(std::int64_t n, const char* one, const char* many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
}

}  // namespace

Letter verify_letter(std::string_view language, const std::string& link, const std::string& stop) {
    if (is_german(language))
        return Draft(language, "Bestätige deine E-Mail-Adresse")
            .paragraph(
                "Mit diesem Link bestätigst du, dass diese Adresse dir gehört. Er gilt zwei Tage und nur "
                "einmal; "
                "du musst bei Headway angemeldet sein.")
            .link("Adresse bestätigen", link)
            .paragraph("Wenn du kein Konto bei Headway hast, ignoriere diese E-Mail.")
            .paragraph("Keine E-Mails mehr, die niemand angefordert hat: " + stop)
            .finish(stop);
    return Draft(language, "Confirm your e-mail address")
        .paragraph(
            "This link confirms that this address is yours. It serves once, for two days; you have to be "
            "signed in "
            "to Headway.")
        .link("Confirm the address", link)
        .paragraph("If you have no account with Headway, ignore this e-mail.")
        .paragraph("No e-mails any more that nobody asked for: " + stop)
        .finish(stop);
}

Letter reset_letter(std::string_view language, const std::string& link, const std::string& stop) {
    if (is_german(language))
        return Draft(language, "Neues Passwort für Headway")
            .paragraph(
                "Jemand, vermutlich du, möchte ein neues Passwort für dein Konto. Dieser Link gilt eine "
                "Stunde und "
                "nur einmal.")
            .link("Neues Passwort wählen", link)
            .paragraph("Wenn du das nicht warst, ignoriere diese E-Mail: Dein Passwort bleibt, wie es ist.")
            .paragraph("Keine E-Mails mehr, die niemand angefordert hat: " + stop)
            .finish(stop);
    return Draft(language, "A new password for Headway")
        .paragraph(
            "Somebody, probably you, asked for a new password of your account. This link serves once, for an "
            "hour.")
        .link("Choose a new password", link)
        .paragraph("If it was not you, ignore this e-mail: your password stays as it is.")
        .paragraph("No e-mails any more that nobody asked for: " + stop)
        .finish(stop);
}

Letter reminder_letter(std::string_view language, Date day, const std::vector<TaskLine>& tasks,
                       const std::string& link, const std::string& stop) {
    const auto n = static_cast<std::int64_t>(tasks.size());
    if (is_german(language))
        return Draft(language, count(n, "Aufgabe ist fällig", "Aufgaben sind fällig"))
            .paragraph("Am " + to_string(day) + " fällig oder schon überfällig:")
            .list(tasks)
            .link("Aufgaben öffnen", link)
            .paragraph("Keine solchen E-Mails mehr: " + stop)
            .finish(stop);
    return Draft(language, count(n, "task is due", "tasks are due"))
        .paragraph("Due on " + to_string(day) + ", or overdue already:")
        .list(tasks)
        .link("Open the tasks", link)
        .paragraph("No such e-mails any more: " + stop)
        .finish(stop);
}

Letter digest_letter(std::string_view language, Date day, const Week& week, const std::string& link,
                     const std::string& stop) {
    if (is_german(language))
        return Draft(language, "Deine Woche ab " + to_string(day))
            .paragraph("Letzte Woche: " + count(week.done, "Aufgabe erledigt", "Aufgaben erledigt") + ", " +
                       count(week.reports, "Abgleich", "Abgleiche") + ".")
            .paragraph(week.due.empty() ? "Für diese Woche ist nichts fällig."
                                        : "Diese Woche fällig oder überfällig:")
            .list(week.due)
            .link("Übersicht öffnen", link)
            .paragraph("Keine solchen E-Mails mehr: " + stop)
            .finish(stop);
    return Draft(language, "Your week from " + to_string(day))
        .paragraph("Last week: " + count(week.done, "task done", "tasks done") + ", " +
                   count(week.reports, "gap report", "gap reports") + ".")
        .paragraph(week.due.empty() ? "Nothing is due this week." : "Due this week, or overdue:")
        .list(week.due)
        .link("Open the overview", link)
        .paragraph("No such e-mails any more: " + stop)
        .finish(stop);
}

}  // namespace headway::mail

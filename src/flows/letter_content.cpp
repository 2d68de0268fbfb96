// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/letter_content.hpp"

#include "base/id.hpp"
#include "mail/letters.hpp"
#include "store/letters.hpp"
#include "store/mail_tokens.hpp"
#include "store/users.hpp"

namespace headway::flows {
namespace {

using Content = Result<std::optional<AddressedLetter>>;

constexpr std::size_t secret_bytes = 32;
constexpr std::chrono::hours verify_lifetime{48};
constexpr std::chrono::hours reset_lifetime{1};
constexpr std::chrono::days week{7};

/// The address of a page, `page` being its beginning, with a new secret, whose hash is kept.
Result<std::string> make_link(sql::Connection& c, const Mail& mail, Timestamp now, const store::User& user,
                              const char* purpose, const char* page, std::chrono::hours lifetime) {
    const std::string secret = make_secret(secret_bytes);
    auto kept =
        store::add_mail_token(c, user.id, purpose, user.email, mail.hash_secret(secret), now, now + lifetime);
    if (!kept) return pass_on(kept);
    return mail.origin + page + secret;
}

Content verify(sql::Connection& c, const Mail& mail, Timestamp now, const store::User& user) {
    if (user.email_verified_at) return std::nullopt;
    const auto link = make_link(c, mail, now, user, "verify", "/settings?verify=", verify_lifetime);
    if (!link) return std::unexpected(link.error());
    return AddressedLetter{user.email, mail::verify_letter(user.language, *link, mail.stop_address(user.id))};
}

Content reset(sql::Connection& c, const Mail& mail, Timestamp now, const store::User& user) {
    const auto link = make_link(c, mail, now, user, "reset", "/reset?token=", reset_lifetime);
    if (!link) return std::unexpected(link.error());
    return AddressedLetter{user.email, mail::reset_letter(user.language, *link, mail.stop_address(user.id))};
}

Result<std::vector<mail::TaskLine>> due_lines(sql::Connection& c, const std::string& owner, Date until) {
    const auto tasks = store::list_due_tasks(c, owner, until);
    if (!tasks) return std::unexpected(tasks.error());
    std::vector<mail::TaskLine> out;
    for (const auto& t : *tasks) out.push_back({t.title, t.end_on});
    return out;
}

Content remind(sql::Connection& c, const Mail& mail, Date day, const store::User& user) {
    const auto tasks = due_lines(c, user.id, day);
    if (!tasks) return std::unexpected(tasks.error());
    if (tasks->empty()) return std::nullopt;
    return AddressedLetter{
        user.email,
        mail::reminder_letter(user.language, day, *tasks, mail.origin + "/work", mail.stop_address(user.id))};
}

Content digest(sql::Connection& c, const Mail& mail, Timestamp now, Date day, const store::User& user) {
    auto tasks = due_lines(c, user.id, day + std::chrono::days(6));
    if (!tasks) return pass_on(tasks);
    const auto done = store::count_tasks_done(c, user.id, now - week);
    if (!done) return std::unexpected(done.error());
    const auto reports = store::count_reports_made(c, user.id, now - week);
    if (!reports) return std::unexpected(reports.error());
    return AddressedLetter{user.email,
                           mail::digest_letter(user.language, day, {std::move(*tasks), *done, *reports},
                                               mail.origin + "/dashboard", mail.stop_address(user.id))};
}

}  // namespace

Content letter_content(sql::Connection& c, const Mail& mail, Timestamp now, const std::string& owner,
                       const LetterInput& input) {
    const auto user = store::find_user(c, owner);
    if (!user) return std::unexpected(user.error());
    if (!*user || (*user)->disabled) return std::nullopt;
    if (input.letter == "verify") return verify(c, mail, now, **user);
    if (input.letter == "reset") return reset(c, mail, now, **user);
    if (!(*user)->email_notifications || !(*user)->email_verified_at) return std::nullopt;
    const auto day = parse_date(input.day.value_or(""));
    if (!day) return std::unexpected(day.error());
    if (input.letter == "reminder") return remind(c, mail, *day, **user);
    if (input.letter == "digest") return digest(c, mail, now, *day, **user);
    return fail(ErrorCode::internal, "there is no letter " + input.letter);
}

}  // namespace headway::flows

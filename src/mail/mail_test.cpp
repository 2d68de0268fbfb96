// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <gmock/gmock.h>

#include "mail/letters.hpp"

namespace headway::mail {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr Timestamp now{1'795'392'000'000'000};  // 2026-11-23T00:00:00Z, a Monday

std::string composed(const Letter& letter) {
    return compose(letter, "headway@example.org", "ines@mail.example", "id-1", now);
}

TEST(Messages, HaveTheirHeadersAndShortLines) {
    const std::string message =
        composed({"Hello", std::string(5000, 'x'), "<p>Hello</p>", "https://h.example/stop"});
    EXPECT_THAT(
        message,
        HasSubstr("From: Headway <headway@example.org>\r\nTo: <ines@mail.example>\r\nSubject: Hello\r\n"
                  "Date: Mon, 23 Nov 2026 00:00:00 +0000\r\nMessage-ID: <id-1@example.org>\r\n"));
    EXPECT_THAT(message, HasSubstr("List-Unsubscribe: <https://h.example/stop>\r\n"
                                   "List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n"));
    for (std::size_t at = 0; at < message.size();) {
        const std::size_t end = message.find("\r\n", at);
        ASSERT_NE(end, std::string::npos) << "every line ends in CR LF";
        EXPECT_LE(end - at, 120U);
        at = end + 2;
    }
    EXPECT_TRUE(std::ranges::all_of(message, [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
    EXPECT_THAT(composed({"Hello", "x", "x", ""}), Not(HasSubstr("List-Unsubscribe")));
}

TEST(Messages, LetNothingBecomeAHeader) {
    const std::string message =
        compose({"Hello\r\nBcc: eve@evil.example", "x", "x", "https://h.example/\r\nX-Evil: 1"},
                "headway@example.org", "ines@mail.example\r\nBcc: eve@evil.example", "id", now);
    EXPECT_THAT(message, Not(HasSubstr("\r\nBcc:")));
    EXPECT_THAT(message, Not(HasSubstr("\r\nX-Evil:")));
}

TEST(Messages, WriteSubjectsBeyondAsciiInWholeCharacters) {
    std::string subject;
    for (int i = 0; i < 60; ++i) subject += "\xC3\xA4";
    const std::string message = composed({subject, "x", "x", ""});
    const std::size_t from = message.find("Subject: ") + 9;
    const std::string words = message.substr(from, message.find("\r\nDate", from) - from);
    EXPECT_THAT(words, HasSubstr("=?UTF-8?B?"));
    EXPECT_THAT(words, HasSubstr("?=\r\n =?UTF-8?B?"));
    // 42 bytes are 21 characters and 56 of base64 without padding: no character is parted.
    EXPECT_EQ(words.find("=="), std::string::npos);
}

TEST(Letters, AreWrittenInTheLanguageOfTheirReader) {
    EXPECT_EQ(verify_letter("de-AT", "x", "s").subject, "Bestätige deine E-Mail-Adresse");
    EXPECT_EQ(verify_letter("fr", "x", "s").subject, "Confirm your e-mail address");
    EXPECT_THAT(reset_letter("en", "https://h.example/reset?token=t", "s").text,
                HasSubstr("https://h.example/reset?token=t"));
    EXPECT_EQ(reminder_letter("en", Date{1}, {{"One", Date{0}}}, "l", "s").subject, "1 task is due");
    EXPECT_EQ(reminder_letter("de", Date{1}, {{"Eins", Date{0}}, {"Zwei", Date{1}}}, "l", "s").subject,
              "2 Aufgaben sind fällig");
}

TEST(Letters, EachCarriesTheAddressThatStopsLetters) {
    const std::string stop = "https://h.example/api/mail/unsubscribe?token=t";
    for (const char* language : {"de", "en"}) {
        for (const Letter& letter : {verify_letter(language, "l", stop), reset_letter(language, "l", stop),
                                     reminder_letter(language, Date{1}, {{"One", Date{0}}}, "l", stop),
                                     digest_letter(language, Date{1}, {}, "l", stop)}) {
            EXPECT_EQ(letter.unsubscribe, stop) << letter.subject;
            EXPECT_THAT(letter.text, HasSubstr(stop)) << letter.subject;
            EXPECT_THAT(letter.html, HasSubstr(stop)) << letter.subject;
        }
    }
}

TEST(Letters, QuoteWhatPeopleWrote) {
    const auto letter =
        reminder_letter("en", Date{1}, {{"<script>alert(\"1\")</script> & more", Date{0}}}, "l", "s");
    EXPECT_THAT(letter.html, Not(HasSubstr("<script>")));
    EXPECT_THAT(letter.html, HasSubstr("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more"));
    EXPECT_THAT(letter.text, HasSubstr("<script>"));
}

}  // namespace
}  // namespace headway::mail

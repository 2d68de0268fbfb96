// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/letter_rounds.hpp"

#include "calendar/local_day.hpp"
#include "flows/send_letter.hpp"
#include "store/letters.hpp"

namespace headway::flows {
namespace {

constexpr std::size_t page = 500;
constexpr std::chrono::hours morning{7};

/// 1970-01-01 was a Thursday.
bool is_monday(Date day) {
    return ((day.days % 7) + 7) % 7 == 4;
}

/// One for whom a new day has begun; whether a letter was queued.
Result<bool> queue_for(sql::Connection& c, const store::Reader& reader, Date day, Timestamp now) {
    const char* letter = is_monday(day) ? "digest" : "reminder";
    const auto first = store::note_letter(c, reader.id, letter, day);
    if (!first || !*first) return first;
    if (!is_monday(day)) {
        const auto due = store::list_due_tasks(c, reader.id, day);
        if (!due) return std::unexpected(due.error());
        if (due->empty()) return false;
    }
    auto queued = store::add_run(c, make_letter_run(reader.id, {letter, to_string(day), 1}, now));
    if (!queued) return pass_on(queued);
    return true;
}

}  // namespace

Result<std::int64_t> queue_due_letters(sql::Database& database, const Clock& clock) {
    const Timestamp now = clock();
    std::int64_t queued = 0;
    for (std::string after;;) {
        const auto readers =
            database.read([&](sql::Connection& c) { return store::list_readers(c, after, page); });
        if (!readers) return std::unexpected(readers.error());
        for (const store::Reader& reader : *readers) {
            const Date day = calendar::local_day(reader.time_zone, now - morning);
            if (reader.last_day && *reader.last_day >= day) continue;
            const auto done =
                database.write([&](sql::Connection& c) { return queue_for(c, reader, day, now); });
            if (!done) return std::unexpected(done.error());
            queued += *done ? 1 : 0;
        }
        if (readers->size() < page) return queued;
        after = readers->back().id;
    }
}

}  // namespace headway::flows

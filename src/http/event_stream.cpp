// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/event_stream.hpp"

#include <utility>

namespace headway::http {
namespace {

void add_field(std::string& out, std::string_view field, std::string_view value) {
    out += field;
    for (const char c : value) {
        if (c != '\n' && c != '\r' && c != '\0') out += c;
    }
    out += '\n';
}

}  // namespace

std::string to_wire(const Event& event) {
    std::string out;
    out.reserve(event.data.size() + 64);
    if (!event.id.empty()) add_field(out, "id: ", event.id);
    if (!event.name.empty()) add_field(out, "event: ", event.name);
    std::string_view data = event.data;
    const bool mark = event.name.empty() && data.empty();
    while (!mark) {  // CR, LF and CRLF all end a line
        const std::size_t end = std::min(data.find_first_of("\r\n"), data.size());
        add_field(out, "data: ", data.substr(0, end));
        if (end == data.size()) break;
        data.remove_prefix(end + (data.substr(end).starts_with("\r\n") ? 2 : 1));
    }
    out += '\n';
    return out;
}

bool EventStream::push(const Event& event) {
    std::string bytes = to_wire(event);
    std::unique_lock lock(mutex_);
    if (closed_) return false;
    if (waiting_events_ + 1 > limits_.events || waiting_.size() + bytes.size() > limits_.bytes) {
        shut(lock);
        return false;
    }
    const bool was_empty = waiting_.empty();
    waiting_ += bytes;
    ++waiting_events_;
    if (was_empty && wake_) wake_();
    return true;
}

void EventStream::close() {
    std::unique_lock lock(mutex_);
    if (!closed_) shut(lock);
}

/// The callback may take locks of its own, or drop the last reference to this: it runs outside the lock,
/// last.
void EventStream::shut(std::unique_lock<std::mutex>& lock) {
    closed_ = true;
    if (wake_) wake_();
    const auto callback = std::exchange(on_close_, nullptr);
    lock.unlock();
    if (callback) callback();
}

bool EventStream::closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
}

void EventStream::on_close(std::function<void()> callback) {
    {
        const std::lock_guard lock(mutex_);
        if (!closed_) {
            on_close_ = std::move(callback);
            return;
        }
    }
    callback();
}

void EventStream::attach(std::function<void()> wake) {
    const std::lock_guard lock(mutex_);
    wake_ = std::move(wake);
    if (wake_ && (closed_ || !waiting_.empty())) wake_();
}

EventStream::Batch EventStream::take() {
    const std::lock_guard lock(mutex_);
    waiting_events_ = 0;
    return {std::exchange(waiting_, {}), closed_};
}

}  // namespace headway::http

// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_chat.hpp"

#include "json/json.hpp"

namespace headway::api {
namespace {

/// A list that was written by this program; one that cannot be read any more is shown as empty.
template <class T>
std::vector<T> list_of(const std::string& stored) {
    auto list = json::from_json<std::vector<T>>(stored);
    return list ? std::move(*list) : std::vector<T>();
}

}  // namespace

ChatWire to_wire(const store::Chat& t) {
    return {t.id,
            t.title,
            t.model,
            t.job_id,
            t.resume_id,
            store::context_kinds(t),
            t.message_count,
            to_string(t.created_at),
            to_string(t.updated_at),
            t.version};
}

MessageWire to_wire(const store::Message& m) {
    MessageWire out{m.id,
                    m.chat_id,
                    m.role,
                    m.content,
                    m.state,
                    {},
                    {},
                    {},
                    m.dropped_citations,
                    {},
                    to_string(m.created_at)};
    if (!m.model.empty()) {
        out.model = m.model;
        out.usage = UsageWire{m.input_tokens, m.output_tokens};
    }
    out.citations = list_of<CitationWire>(m.citations);
    return out;
}

}  // namespace headway::api

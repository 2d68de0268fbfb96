// SPDX-License-Identifier: GPL-3.0-or-later
#include "llm/request_body.hpp"

#include "json/json.hpp"

namespace headway::llm {
namespace {

void write_message(json::Writer& w, std::string_view role, std::string_view content) {
    w.open('{');
    w.key("role");
    w.string(role);
    w.key("content");
    w.string(content);
    w.close('}');
}

/// In words, for servers that cannot be told otherwise.
std::string schema_in_words(const Schema& schema) {
    return "Answer with one JSON value and nothing else: no words around it, no code fence. It has to be "
           "valid "
           "by this JSON Schema:\n" +
           schema.json;
}

/// The schema is JSON already: the body is put together around it.
std::string response_format(const Schema& schema, Json mode) {
    if (mode == Json::object) return R"("response_format":{"type":"json_object"},)";
    return R"("response_format":{"type":"json_schema","json_schema":{"name":)" + json::to_json(schema.name) +
           R"(,"strict":true,"schema":)" + schema.json + "}},";
}

}  // namespace

std::string chat_body(const std::string& model, const ChatRequest& request, Delivery delivery,
                      const Dialect& dialect) {
    json::Writer messages(false);
    messages.open('[');
    if (request.schema && dialect.json != Json::schema)
        write_message(messages, "system", schema_in_words(*request.schema));
    for (const Message& m : request.messages) write_message(messages, m.role, m.content);
    messages.close(']');
    std::string out = R"({"model":)" + json::to_json(model) + ",";
    if (request.schema && dialect.json != Json::words) out += response_format(*request.schema, dialect.json);
    if (delivery == Delivery::streamed) {
        out += R"("stream":true,)";
        if (dialect.counts_streams) out += R"("stream_options":{"include_usage":true},)";
    }
    return out + R"("messages":)" + messages.take() + "}";
}

std::string embedding_body(const std::string& model, const std::vector<std::string>& texts) {
    return R"({"model":)" + json::to_json(model) + R"(,"input":)" + json::to_json(texts) + "}";
}

}  // namespace headway::llm

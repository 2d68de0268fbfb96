// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/chroma_skills.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace headway::flows {
namespace {

using ontology::SkillId;

constexpr std::size_t records_at_once = 300;
constexpr const char* collections[] = {own_skills, public_skills};

chroma::Metadata metadata_of(const Embedder& embedder, const char* complete) {
    return {{"source", embedder.name}, {"complete", complete}};
}

}  // namespace

ChromaSkills::ChromaSkills(const Knowledge& knowledge, const chroma::Client& client, Embedder embedder)
    : knowledge_(knowledge), client_(client), embedder_(std::move(embedder)) {}

std::vector<SkillId> ChromaSkills::rows_of(std::string_view collection) const {
    std::vector<SkillId> out = skills_with_meaning(knowledge_);
    const bool own = collection == own_skills;
    std::erase_if(out, [&](SkillId row) { return (knowledge_.catalog.framework(row) == "headway") != own; });
    return out;
}

Result<chroma::Collection> ChromaSkills::in_step(const std::string& name, const net::GoOn& go_on) const {
    auto found = client_.find(name, go_on);
    if (!found) return pass_on(found);
    if (!*found || (*found)->value("source") != embedder_.name || (*found)->value("complete") != "yes")
        return fail(ErrorCode::conflict, "the skills in Chroma are not those of this program", client_.host(),
                    "Run headway vectors sync");
    return std::move(**found);
}

Result<void> ChromaSkills::fill(const chroma::Collection& collection, std::span<const SkillId> rows,
                                const net::GoOn& go_on) const {
    for (std::size_t at = 0; at < rows.size(); at += records_at_once) {
        if (go_on && !go_on()) return net::stopped();
        const auto some = rows.subspan(at, std::min(records_at_once, rows.size() - at));
        std::vector<std::string> texts;
        for (const SkillId row : some) texts.emplace_back(knowledge_.catalog.name(row));
        auto vectors = embedder_.embed(texts, go_on);
        if (!vectors) return pass_on(vectors);
        std::vector<chroma::Record> records;
        for (std::size_t i = 0; i < some.size(); ++i) {
            const SkillId canonical = knowledge_.catalog.lexicon().canonical(some[i]);
            records.push_back(
                {std::string(knowledge_.catalog.id(some[i])),
                 std::move((*vectors)[i]),
                 std::move(texts[i]),
                 {{"framework", std::string(knowledge_.catalog.framework(some[i]))},
                  {"kind", std::string(ontology::to_string(knowledge_.catalog.kind(canonical)))}}});
        }
        if (auto done = client_.upsert(collection, records, go_on); !done) return done;
    }
    return {};
}

Result<SyncedSkills> ChromaSkills::sync(Extent extent, const net::GoOn& go_on) {
    SyncedSkills out;
    for (const char* name : collections) {
        const std::vector<SkillId> rows = rows_of(name);
        const auto size = static_cast<std::int64_t>(rows.size());
        const auto there = in_step(name, go_on);
        if (there && extent == Extent::missing) {
            const auto count = client_.count(*there, go_on);
            if (!count) return std::unexpected(count.error());
            if (*count == size) {
                out.there_already += size;
                continue;
            }
        }
        if (!there && there.error().code != ErrorCode::conflict) return std::unexpected(there.error());
        if (auto gone = client_.remove(name); !gone) return pass_on(gone);
        const auto made = client_.find_or_make(name, metadata_of(embedder_, "no"));
        if (!made) return std::unexpected(made.error());
        if (auto filled = fill(*made, rows, go_on); !filled) return pass_on(filled);
        if (auto done = client_.describe(*made, metadata_of(embedder_, "yes")); !done) return pass_on(done);
        out.written += size;
    }
    return out;
}

Result<std::int64_t> ChromaSkills::check(const net::GoOn& go_on) const {
    if (auto answers = client_.check(go_on); !answers) return pass_on(answers);
    std::int64_t all = 0;
    for (const char* name : collections) {
        const auto collection = in_step(name, go_on);
        if (!collection) return std::unexpected(collection.error());
        const auto count = client_.count(*collection, go_on);
        if (!count) return count;
        all += *count;
    }
    return all;
}

SkillId ChromaSkills::row_of(const std::string& id) const {
    std::call_once(numbered_, [this] {
        for (SkillId row = 0; row < knowledge_.catalog.skill_count(); ++row)
            numbers_.emplace(knowledge_.catalog.id(row), row);
    });
    const auto found = numbers_.find(id);
    return found == numbers_.end() ? ontology::none : found->second;
}

Result<std::vector<NearSkill>> ChromaSkills::nearest(std::string_view text, const SkillFilter& filter,
                                                     std::size_t most, const net::GoOn& go_on) const {
    auto vectors = embedder_.embed({std::string(text)}, go_on);
    if (!vectors) return pass_on(vectors);
    const std::vector<float>& query = vectors->front();
    if (std::ranges::all_of(query, [](float f) { return f == 0; })) return std::vector<NearSkill>();
    chroma::Metadata where;
    if (!filter.framework.empty()) where.emplace_back("framework", filter.framework);
    if (filter.kind) where.emplace_back("kind", std::string(ontology::to_string(*filter.kind)));
    std::vector<NearSkill> out;
    for (const char* name : collections) {
        const bool own = std::string_view(name) == own_skills;
        if (!filter.framework.empty() && (filter.framework == "headway") != own) continue;
        const auto collection = in_step(name, go_on);
        if (!collection) return std::unexpected(collection.error());
        if (collection->dimension && *collection->dimension != static_cast<std::int64_t>(query.size()))
            return fail(ErrorCode::conflict,
                        fmt::format("vectors in Chroma have {} components, the model makes {}",
                                    *collection->dimension, query.size()),
                        client_.host(), "Run headway vectors sync");
        const auto near = client_.nearest(*collection, query, where, most, go_on);
        if (!near) return std::unexpected(near.error());
        for (const chroma::Near& n : *near) {
            const SkillId row = row_of(n.id);
            if (row != ontology::none && n.distance < 1) out.push_back({row, 1 - n.distance});
        }
    }
    std::ranges::sort(out, [](const NearSkill& a, const NearSkill& b) {
        return a.cosine != b.cosine ? a.cosine > b.cosine : a.row < b.row;
    });
    if (out.size() > most) out.resize(most);
    return out;
}

}  // namespace headway::flows

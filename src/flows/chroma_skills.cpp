// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/chroma_skills.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "base/hash.hpp"
#include "base/id.hpp"

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

Result<std::vector<SkillId>> ChromaSkills::missing_of(const chroma::Collection& collection,
                                                      std::span<const SkillId> rows,
                                                      const net::GoOn& go_on) const {
    std::vector<std::string> ids;
    for (const SkillId row : rows) ids.emplace_back(knowledge_.catalog.id(row));
    auto held = client_.held_of(collection, ids, go_on);
    if (!held) return pass_on(held);
    std::ranges::sort(*held);
    std::vector<SkillId> out;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!std::ranges::binary_search(*held, ids[i])) out.push_back(rows[i]);
    }
    return out;
}

Result<std::vector<chroma::Record>> ChromaSkills::records_of(std::span<const SkillId> rows,
                                                             const net::GoOn& go_on) const {
    std::vector<std::string> texts;
    for (const SkillId row : rows) texts.emplace_back(knowledge_.catalog.name(row));
    auto vectors = embedder_.embed(texts, go_on);
    if (!vectors) return pass_on(vectors);
    std::vector<chroma::Record> records;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const SkillId canonical = knowledge_.catalog.lexicon().canonical(rows[i]);
        records.push_back({std::string(knowledge_.catalog.id(rows[i])),
                           std::move((*vectors)[i]),
                           std::move(texts[i]),
                           {{"framework", std::string(knowledge_.catalog.framework(rows[i]))},
                            {"kind", std::string(ontology::to_string(knowledge_.catalog.kind(canonical)))}}});
    }
    return records;
}

Result<SyncedSkills> ChromaSkills::fill(const chroma::Collection& collection, std::span<const SkillId> rows,
                                        const net::GoOn& go_on) const {
    SyncedSkills out;
    for (std::size_t at = 0; at < rows.size(); at += records_at_once) {
        if (go_on && !go_on()) return net::stopped();
        const auto some = rows.subspan(at, std::min(records_at_once, rows.size() - at));
        const auto missing = missing_of(collection, some, go_on);
        if (!missing) return std::unexpected(missing.error());
        out.there_already += static_cast<std::int64_t>(some.size() - missing->size());
        if (missing->empty()) continue;
        const auto records = records_of(*missing, go_on);
        if (!records) return std::unexpected(records.error());
        if (auto done = client_.upsert(collection, *records, go_on); !done) return pass_on(done);
        out.written += static_cast<std::int64_t>(missing->size());
    }
    return out;
}

Result<void> ChromaSkills::take_place(const chroma::Collection& whole, const std::string& name,
                                      const net::GoOn& go_on) const {
    const auto old = client_.find(name, go_on);
    if (!old) return std::unexpected(old.error());
    if (*old && (*old)->id == whole.id) return {};
    std::string aside;
    if (*old) {
        aside = name + ".old." + (*old)->id;
        // Somebody else may have been faster.
        auto moved = client_.rename(**old, aside);
        if (!moved && moved.error().code == ErrorCode::unavailable) return moved;
    }
    if (auto taken = client_.rename(whole, name); !taken) {
        const auto there = in_step(name, go_on);
        if (!there) return taken;
    }
    return aside.empty() ? Result<void>() : client_.remove(aside);
}

Result<SyncedSkills> ChromaSkills::sync_one(const std::string& name, Extent extent,
                                            const net::GoOn& go_on) const {
    const std::vector<SkillId> rows = rows_of(name);
    const auto size = static_cast<std::int64_t>(rows.size());
    const auto there = client_.find(name, go_on);
    if (!there) return std::unexpected(there.error());
    const bool ours = *there && (*there)->value("source") == embedder_.name;
    if (ours && extent == Extent::missing) {
        const auto count = client_.count(**there, go_on);
        if (!count) return std::unexpected(count.error());
        const bool complete = (*there)->value("complete") == "yes";
        if (*count == size && complete) return SyncedSkills{0, size};
        if (*count <= size) return finish(**there, rows, go_on);
    }
    return replace(name, rows, extent, go_on);
}

Result<SyncedSkills> ChromaSkills::finish(const chroma::Collection& collection, std::span<const SkillId> rows,
                                          const net::GoOn& go_on) const {
    auto filled = fill(collection, rows, go_on);
    if (!filled) return filled;
    if (auto done = client_.describe(collection, metadata_of(embedder_, "yes")); !done) return pass_on(done);
    return filled;
}

Result<SyncedSkills> ChromaSkills::replace(const std::string& name, std::span<const SkillId> rows,
                                           Extent extent, const net::GoOn& go_on) const {
    // Whoever wants all of them anew fills a collection that nobody else has begun.
    const std::string building = extent == Extent::all
                                     ? name + "." + make_uuid()
                                     : fmt::format("{}.{:016x}", name, hash64(embedder_.name));
    auto begun = client_.find(building, go_on);
    if (!begun) return pass_on(begun);
    if (!*begun) {
        auto made = client_.find_or_make(building, metadata_of(embedder_, "no"));
        if (!made) return pass_on(made);
        *begun = std::move(*made);
    }
    auto filled = finish(**begun, rows, go_on);
    if (!filled) {
        if (extent == Extent::all) (void)client_.remove(building);
        return filled;
    }
    if (auto done = take_place(**begun, name, go_on); !done) return pass_on(done);
    return filled;
}

Result<SyncedSkills> ChromaSkills::sync(Extent extent, const net::GoOn& go_on) {
    SyncedSkills out;
    for (const char* name : collections) {
        const auto one = sync_one(name, extent, go_on);
        if (!one) return one;
        out.written += one->written;
        out.there_already += one->there_already;
    }
    return out;
}

Result<void> ChromaSkills::fits(const chroma::Collection& collection, std::size_t width) const {
    if (!collection.dimension || *collection.dimension == static_cast<std::int64_t>(width)) return {};
    return fail(
        ErrorCode::conflict,
        fmt::format("vectors in Chroma have {} components, the model makes {}", *collection.dimension, width),
        client_.host(), "Run headway vectors sync --all");
}

Result<std::int64_t> ChromaSkills::check(const net::GoOn& go_on) const {
    if (auto answers = client_.check(go_on); !answers) return pass_on(answers);
    const auto vectors = embedder_.embed({"skill"}, go_on);
    if (!vectors) return std::unexpected(vectors.error());
    std::int64_t all = 0;
    for (const char* name : collections) {
        const auto collection = in_step(name, go_on);
        if (!collection) return std::unexpected(collection.error());
        if (auto fit = fits(*collection, vectors->front().size()); !fit) return pass_on(fit);
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
        if (auto fit = fits(*collection, query.size()); !fit) return pass_on(fit);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "flows/skill_vectors.hpp"

#include <algorithm>
#include <cmath>

namespace headway::flows {
namespace {

using ontology::SkillId;

/// Makes the length exactly one, which rounding to eight bits does not: then the embedded index and a server
/// that divides by lengths find the same cosines.
float unit_scale(const vectors::Row& values) {
    const auto square = vectors::dot(values.data(), values.data());
    return square == 0 ? 0 : 1 / std::sqrt(static_cast<float>(square));
}

}  // namespace

Embedder embedded_model(const Knowledge& knowledge) {
    const career::Linker* linker = knowledge.linker;
    return {"embedded " + knowledge.reader,
            [linker](const std::vector<std::string>& texts, const net::GoOn&) {
                std::vector<std::vector<float>> out;
                for (const std::string& text : texts) {
                    const vectors::Vector v = linker->prepare(text).whole;
                    auto& floats = out.emplace_back(vectors::width);
                    for (std::size_t i = 0; i < vectors::width; ++i)
                        floats[i] = static_cast<float>(v.values[i]) * v.scale;
                }
                return Result<std::vector<std::vector<float>>>(std::move(out));
            }};
}

std::vector<SkillId> skills_with_meaning(const Knowledge& k) {
    std::vector<SkillId> out;
    for (SkillId row = 0; row < k.catalog.skill_count(); ++row) {
        if (k.catalog.row(row).kind != ontology::Kind::group) out.push_back(row);
    }
    return out;
}

bool passes(const Knowledge& k, const SkillFilter& filter, SkillId row) {
    if (!filter.framework.empty() && k.catalog.framework(row) != filter.framework) return false;
    return !filter.kind || k.catalog.kind(k.catalog.lexicon().canonical(row)) == *filter.kind;
}

void SkillVectors::load() {
    rows_ = skills_with_meaning(knowledge_);
    for (const SkillId row : rows_) {
        const vectors::Vector v = knowledge_.linker->prepare(knowledge_.catalog.name(row)).whole;
        vectors_.push_back(v.values);
        scales_.push_back(unit_scale(v.values));
    }
}

std::vector<NearSkill> SkillVectors::nearest(std::string_view text, const SkillFilter& filter,
                                             std::size_t most) {
    std::call_once(loaded_, [this] { load(); });
    vectors::Vector query = knowledge_.linker->prepare(text).whole;
    query.scale = unit_scale(query.values);
    if (query.scale == 0) return {};
    std::vector<float> cosines(rows_.size());
    vectors::cosines(query, vectors_, scales_, cosines);
    std::vector<NearSkill> out;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (cosines[i] > 0 && passes(knowledge_, filter, rows_[i])) out.push_back({rows_[i], cosines[i]});
    }
    const auto better = [](const NearSkill& a, const NearSkill& b) {
        return a.cosine != b.cosine ? a.cosine > b.cosine : a.row < b.row;
    };
    const std::size_t kept = std::min(most, out.size());
    std::ranges::partial_sort(out, out.begin() + static_cast<std::ptrdiff_t>(kept), better);
    out.resize(kept);
    return out;
}

}  // namespace headway::flows

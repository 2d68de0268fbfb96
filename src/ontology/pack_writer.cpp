// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

#include "base/bytes.hpp"
#include "ontology/checksum.hpp"
#include "ontology/pack.hpp"
#include "ontology/pack_layout.hpp"
#include "ontology/string_table.hpp"

namespace headway::ontology {
namespace {

void add_texts(const Framework& f, StringTable& s) {
    for (const auto* text : {&f.name, &f.release, &f.licence}) s.add(*text);
    for (const auto& x : f.skills) {
        for (const auto* text : {&x.external_id, &x.id, &x.name}) s.add(*text);
        for (const auto& alias : x.aliases) s.add(alias.text);
        for (const auto* list : {&x.context, &x.avoid, &x.signals, &x.same_as}) {
            for (const auto& word : *list) s.add(word);
        }
    }
    for (const auto& x : f.occupations) {
        for (const auto* text : {&x.id, &x.name, &x.code}) s.add(*text);
    }
    for (const auto& x : f.titles) {
        for (const auto* text : {&x.text, &x.short_text, &x.sources}) s.add(*text);
    }
    for (const auto& x : f.ratings) {
        for (const auto* text : {&x.source, &x.release}) s.add(*text);
    }
    for (const auto& x : f.related) s.add(x.tier);
    for (const auto& x : f.commodities) {
        for (const auto* text : {&x.title, &x.class_title, &x.family_title}) s.add(*text);
    }
    for (const auto& x : f.files) {
        for (const auto* text : {&x.name, &x.release}) s.add(*text);
    }
}

/// Positions of rows in the order of the occupation they belong to, source order kept within one.
template <class Row, class Key>
std::vector<std::uint32_t> sorted_by(const std::vector<Row>& rows, Key key) {
    std::vector<std::uint32_t> order(rows.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return std::pair(key(rows[i]), i); });
    return order;
}

/// Turns a framework into rows. Indices are not checked here: the finished pack is read back once by
/// make_pack.
class Builder {
  public:
    explicit Builder(const Framework& f) : f_(f) {
        add_texts(f, strings_);
        strings_.lay_out();
    }

    Result<std::string> build() {
        if (strings_.has_nul()) return fail(ErrorCode::invalid, "a text holds a NUL byte", f_.name);
        skills();
        links();
        titles();
        occupation_skills();
        if (auto done = ratings(); !done) return pass_on(done);
        related();
        occupations();
        commodities();
        for (const auto& x : f_.files) files_.push_back({text(x.name), text(x.release), x.rows});
        return assemble();
    }

  private:
    [[nodiscard]] Text text(std::string_view s) const { return {strings_.at(s)}; }

    Range put_words(const std::vector<std::string>& list) {
        const auto begin = static_cast<std::uint32_t>(words_.size());
        for (const auto& word : list) words_.push_back(text(word));
        return {begin, static_cast<std::uint32_t>(words_.size())};
    }

    void skills() {
        for (const auto& x : f_.skills) {
            SkillRow row;
            row.id = text(x.id);
            row.name = text(x.name);
            row.external_id = text(x.external_id);
            row.aliases.begin = static_cast<std::uint32_t>(aliases_.size());
            for (const auto& alias : x.aliases) aliases_.push_back({text(alias.text), alias.kind, {}});
            row.aliases.end = static_cast<std::uint32_t>(aliases_.size());
            row.context = put_words(x.context);
            row.avoid = put_words(x.avoid);
            row.signals = put_words(x.signals);
            row.same_as = put_words(x.same_as);
            row.commodity = x.commodity;
            row.kind = x.kind;
            row.reuse = x.reuse;
            row.hot = x.hot ? 1 : 0;
            row.ambiguous = x.ambiguous ? 1 : 0;
            skills_.push_back(row);
        }
    }

    void links() {
        const auto key = [](const LinkRow& l) { return std::tuple(l.from, l.kind, l.to); };
        for (const auto& x : f_.links) links_.push_back({x.from, x.to, x.kind, {}});
        std::ranges::sort(links_, {}, key);
        const auto again = std::ranges::unique(links_, {}, key);
        links_.erase(again.begin(), again.end());
    }

    void titles() {
        for (std::uint32_t i : sorted_by(f_.titles, [](const Title& x) { return x.occupation; })) {
            const auto& x = f_.titles[i];
            titles_.push_back({x.occupation, text(x.text), text(x.short_text), text(x.sources)});
        }
    }

    void occupation_skills() {
        for (std::uint32_t i :
             sorted_by(f_.occupation_skills, [](const OccupationSkill& x) { return x.occupation; })) {
            const auto& x = f_.occupation_skills[i];
            OccupationSkillRow row{x.occupation, x.skill, x.commodity, x.use, 0, 0, 0};
            row.hot = x.hot ? 1 : 0;
            row.in_demand = x.in_demand ? 1 : 0;
            occupation_skills_.push_back(row);
        }
    }

    Result<std::uint16_t> origin(const Rating& x) {
        const OriginRow row{text(x.source), text(x.release), x.date};
        const auto key = std::tuple(row.source.offset, row.release.offset, row.date);
        const auto [at, is_new] =
            origin_places_.try_emplace(key, static_cast<std::uint16_t>(origins_.size()));
        if (is_new) origins_.push_back(row);
        if (origins_.size() > 0xffff)
            return fail(ErrorCode::too_large, "ratings of more than 65,535 origins");
        return at->second;
    }

    Result<void> ratings() {
        for (std::uint32_t i : sorted_by(f_.ratings, [](const Rating& x) { return x.occupation; })) {
            const auto& x = f_.ratings[i];
            auto from = origin(x);
            if (!from) return pass_on(from);
            if (!(x.value >= 0.0F && x.value < 655.0F))
                return fail(ErrorCode::invalid, "a rating without a figure");
            RatingRow row{x.occupation,      x.skill, x.standard_error, x.low, x.high, 0,
                          RatingRow::absent, *from,   x.scale,          0};
            row.value_hundredths = static_cast<std::uint16_t>(std::lround(x.value * 100.0F));
            if (x.n >= 0.0F && x.n < 65535.0F) row.sample_size = static_cast<std::uint16_t>(std::lround(x.n));
            row.flags = static_cast<std::uint8_t>((x.suppress ? 1U : 0U) | (x.not_relevant ? 2U : 0U));
            ratings_.push_back(row);
        }
        return {};
    }

    void related() {
        for (std::uint32_t i : sorted_by(f_.related, [](const RelatedOccupation& x) { return x.from; })) {
            const auto& x = f_.related[i];
            related_.push_back({x.from, x.to, text(x.tier), x.index, {}});
        }
    }

    /// The rows of occupation `o` in a table sorted by occupation, given where those of o - 1 ended.
    template <class Row, class Key>
    static Range rows_of(const std::vector<Row>& rows, std::uint32_t begin, std::uint32_t o, Key key) {
        std::uint32_t end = begin;
        while (end < rows.size() && key(rows[end]) == o) ++end;
        return {begin, end};
    }

    void occupations() {
        const auto owner = [](const auto& row) { return row.occupation; };
        OccupationRow before;
        for (std::uint32_t o = 0; o < f_.occupations.size(); ++o) {
            const auto& x = f_.occupations[o];
            OccupationRow row{text(x.id), text(x.name), text(x.code), {}, {}, {}, {}, x.job_zone, {}};
            row.titles = rows_of(titles_, before.titles.end, o, owner);
            row.skills = rows_of(occupation_skills_, before.skills.end, o, owner);
            row.ratings = rows_of(ratings_, before.ratings.end, o, owner);
            row.related =
                rows_of(related_, before.related.end, o, [](const RelatedRow& r) { return r.from; });
            occupations_.push_back(row);
            before = row;
        }
    }

    void commodities() {
        for (std::uint32_t i : sorted_by(f_.commodities, [](const Commodity& x) { return x.code; })) {
            const auto& x = f_.commodities[i];
            commodities_.push_back({x.code, text(x.title), text(x.class_title), text(x.family_title)});
        }
    }

    template <class Row>
    void put(std::string& out, layout::Table table, const Row* rows, std::size_t count) {
        layout::Entry entry{};
        const auto& shape = layout::tables[table];
        std::memcpy(entry.name.data(), shape.name.data(), shape.name.size());
        entry.offset = out.size();
        entry.row_size = shape.row_size;
        entry.row_count = static_cast<std::uint32_t>(count);
        std::memcpy(out.data() + sizeof(layout::Header) + table * sizeof entry, &entry, sizeof entry);
        out.append(reinterpret_cast<const char*>(rows), count * sizeof(Row));
        out.resize(layout::aligned(out.size()), '\0');
    }

    std::string assemble() {
        std::string out(layout::tables_from, '\0');
        put(out, layout::strings, strings_.bytes().data(), strings_.bytes().size());
        put(out, layout::skills, skills_.data(), skills_.size());
        put(out, layout::aliases, aliases_.data(), aliases_.size());
        put(out, layout::words, words_.data(), words_.size());
        put(out, layout::links, links_.data(), links_.size());
        put(out, layout::occupations, occupations_.data(), occupations_.size());
        put(out, layout::titles, titles_.data(), titles_.size());
        put(out, layout::occupation_skills, occupation_skills_.data(), occupation_skills_.size());
        put(out, layout::origins, origins_.data(), origins_.size());
        put(out, layout::ratings, ratings_.data(), ratings_.size());
        put(out, layout::related, related_.data(), related_.size());
        put(out, layout::commodities, commodities_.data(), commodities_.size());
        put(out, layout::files, files_.data(), files_.size());
        layout::Header header{};
        std::memcpy(header.magic.data(), layout::magic.data(), header.magic.size());
        header.version = layout::version;
        header.table_count = layout::tables.size();
        header.file_size = out.size();
        header.name = text(f_.name);
        header.release = text(f_.release);
        header.licence = text(f_.licence);
        std::memcpy(out.data(), &header, sizeof header);
        header.checksum = content_checksum(std::string_view(out).substr(layout::checksummed_from));
        std::memcpy(out.data(), &header, sizeof header);
        return out;
    }

    const Framework& f_;
    StringTable strings_;
    std::vector<SkillRow> skills_;
    std::vector<AliasRow> aliases_;
    std::vector<Text> words_;
    std::vector<LinkRow> links_;
    std::vector<OccupationRow> occupations_;
    std::vector<TitleRow> titles_;
    std::vector<OccupationSkillRow> occupation_skills_;
    std::vector<OriginRow> origins_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint16_t> origin_places_;
    std::vector<RatingRow> ratings_;
    std::vector<RelatedRow> related_;
    std::vector<CommodityRow> commodities_;
    std::vector<FileRow> files_;
};

}  // namespace

Result<std::string> make_pack(const Framework& framework) {
    auto bytes = Builder(framework).build();
    if (!bytes) return bytes;
    // Whatever is wrong with the framework (an index out of range, an empty name) shows up here.
    if (auto sound = Pack::read(*bytes, framework.name + " framework"); !sound) return pass_on(sound);
    return bytes;
}

Result<void> write_pack(const Framework& framework, const std::string& path) {
    auto bytes = make_pack(framework);
    if (!bytes) return pass_on(bytes);
    return write_file_atomically(path, *bytes);
}

}  // namespace headway::ontology

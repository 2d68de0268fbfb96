// SPDX-License-Identifier: GPL-3.0-or-later
#include "ontology/pack.hpp"

#include <cmath>
#include <cstring>
#include <gtest/gtest.h>
#include <limits>

#include "ontology/checksum.hpp"
#include "ontology/pack_layout.hpp"
#include "support/temp_folder.hpp"

namespace headway::ontology {
namespace {

constexpr float absent = std::numeric_limits<float>::quiet_NaN();

Framework small_framework() {
    Framework f;
    f.name = "onet";
    f.release = "30.1";
    f.licence = "A licence.";
    f.files = {{"Skills.txt", "29.3", 2}};
    Skill react;
    react.id = "onet:tech/react";
    react.name = "React";
    react.external_id = "43232408:React";
    react.kind = Kind::tool;
    react.hot = true;
    react.ambiguous = true;
    react.commodity = 43232408;
    react.aliases = {{"React.js", AliasKind::alternative}, {"Reakt", AliasKind::hidden}};
    react.context = {"component"};
    react.signals = {"JSX", "hooks"};
    react.same_as = {"esco=React"};
    Skill reading;
    reading.id = "onet:2.A.1.a";
    reading.name = "Lire l’écrit";
    reading.reuse = Reuse::transversal;
    f.skills = {react, reading};
    f.links = {{1, 0, LinkKind::near}, {0, 1, LinkKind::broader}, {0, 1, LinkKind::broader}};
    f.occupations = {{"15-1252.00", "Software Developers", "15-1252.00", 4},
                     {"11-1011.00", "Chief Executives", "", 0}};
    f.titles = {{1, "CEO", "", "08"}, {0, "Programmer", "Prog", "10"}, {0, "Coder", "", "10,reported"}};
    f.occupation_skills = {{1, 0, Use::technology, false, false, 43232408},
                           {0, 0, Use::technology, true, true, 43232408}};
    f.ratings = {
        {0, 1, Scale::level, true, true, 3.62F, 8, 0.125F, absent, absent, 202308, "Analyst", "29.3"},
        {0, 1, Scale::importance, false, false, 4.0F, absent, absent, 3.5F, 4.5F, 202308, "Analyst", "29.3"}};
    f.related = {{0, 1, "Primary-Short", 1}};
    f.commodities = {{43232408, "Web platform development software", "Development software", "Software"}};
    return f;
}

std::string small_pack() {
    return make_pack(small_framework()).value();
}

std::string refusal(const std::string& bytes) {
    auto pack = Pack::read(bytes, "x.pack");
    return pack ? "accepted" : pack.error().message();
}

/// Puts the right checksum into changed bytes, as somebody who means harm would.
std::string resealed(std::string bytes) {
    layout::Header header{};
    std::memcpy(&header, bytes.data(), sizeof header);
    header.file_size = bytes.size();
    header.checksum = content_checksum(std::string_view(bytes).substr(layout::checksummed_from));
    std::memcpy(bytes.data(), &header, sizeof header);
    return bytes;
}

layout::Entry entry(const std::string& bytes, layout::Table table) {
    layout::Entry e{};
    std::memcpy(&e, bytes.data() + sizeof(layout::Header) + table * sizeof e, sizeof e);
    return e;
}

/// The small pack with one row changed.
template <class Row, class Change>
std::string with_row(layout::Table table, std::size_t index, Change change) {
    std::string bytes = small_pack();
    char* at = bytes.data() + entry(bytes, table).offset + index * sizeof(Row);
    Row row;
    std::memcpy(&row, at, sizeof row);
    change(row);
    std::memcpy(at, &row, sizeof row);
    return resealed(bytes);
}

TEST(Pack, GivesBackWhatWasWritten) {
    const auto pack = Pack::read(small_pack(), "x").value();
    EXPECT_EQ(pack.name(), "onet");
    EXPECT_EQ(pack.release(), "30.1");
    EXPECT_EQ(pack.licence(), "A licence.");
    ASSERT_EQ(pack.skills().size(), 2U);
    const auto& react = pack.skills()[0];
    EXPECT_EQ(pack.text(react.id), "onet:tech/react");
    EXPECT_EQ(pack.text(react.external_id), "43232408:React");
    EXPECT_EQ(react.kind, Kind::tool);
    EXPECT_EQ(react.commodity, 43232408U);
    EXPECT_EQ(react.hot, 1);
    EXPECT_EQ(react.ambiguous, 1);
    ASSERT_EQ(react.aliases.end - react.aliases.begin, 2U);
    EXPECT_EQ(pack.text(pack.aliases()[react.aliases.begin + 1].text), "Reakt");
    EXPECT_EQ(pack.aliases()[react.aliases.begin + 1].kind, AliasKind::hidden);
    EXPECT_EQ(pack.text(pack.words()[react.context.begin]), "component");
    EXPECT_EQ(react.avoid.begin, react.avoid.end);
    ASSERT_EQ(react.signals.end - react.signals.begin, 2U);
    EXPECT_EQ(pack.text(pack.words()[react.signals.begin + 1]), "hooks");
    EXPECT_EQ(pack.text(pack.words()[react.same_as.begin]), "esco=React");
    EXPECT_EQ(pack.text(pack.skills()[1].name), "Lire l’écrit");
    EXPECT_EQ(pack.text(pack.skills()[1].external_id), "");
    EXPECT_EQ(pack.skills()[1].reuse, Reuse::transversal);
}

TEST(Pack, SortsRowsByOccupationAndLinksByEnds) {
    const auto pack = Pack::read(small_pack(), "x").value();
    ASSERT_EQ(pack.links().size(), 2U) << "the link that was there twice is there once";
    EXPECT_EQ(pack.links()[0].from, 0U);
    EXPECT_EQ(pack.links()[1].kind, LinkKind::near);
    const auto& developer = pack.occupations()[0];
    ASSERT_EQ(developer.titles.end - developer.titles.begin, 2U);
    EXPECT_EQ(pack.text(pack.titles()[0].text), "Programmer");
    EXPECT_EQ(pack.text(pack.titles()[0].short_text), "Prog");
    EXPECT_EQ(pack.text(pack.titles()[2].text), "CEO");
    EXPECT_EQ(developer.skills.begin, 0U);
    EXPECT_EQ(pack.occupation_skills()[0].in_demand, 1);
    EXPECT_EQ(pack.occupation_skills()[1].occupation, 1U);
    EXPECT_EQ(developer.job_zone, 4);
    EXPECT_EQ(pack.text(pack.related()[0].tier), "Primary-Short");
    EXPECT_EQ(pack.text(pack.commodities()[0].class_title), "Development software");
    EXPECT_EQ(pack.files()[0].rows, 2U);
}

TEST(Pack, KeepsRatingsWithTheirAbsentFigures) {
    const auto pack = Pack::read(small_pack(), "x").value();
    ASSERT_EQ(pack.ratings().size(), 2U);
    const auto& level = pack.ratings()[0];
    EXPECT_FLOAT_EQ(level.value(), 3.62F);
    EXPECT_TRUE(level.suppress());
    EXPECT_TRUE(level.not_relevant());
    EXPECT_EQ(level.sample_size, 8);
    EXPECT_TRUE(std::isnan(level.low));
    const auto& importance = pack.ratings()[1];
    EXPECT_EQ(importance.sample_size, RatingRow::absent);
    EXPECT_TRUE(std::isnan(importance.standard_error));
    EXPECT_FLOAT_EQ(importance.high, 4.5F);
    ASSERT_EQ(pack.origins().size(), 1U);
    EXPECT_EQ(pack.text(pack.origins()[level.origin].release), "29.3");
    EXPECT_EQ(pack.origins()[level.origin].date, 202308U);
}

TEST(Pack, EqualFrameworksGiveEqualBytes) {
    EXPECT_EQ(small_pack(), small_pack());
}

TEST(Pack, ChecksumChangesWithTheContent) {
    Framework other = small_framework();
    other.ratings[0].value = 3.63F;
    const auto a = Pack::read(small_pack(), "a").value();
    const auto b = Pack::read(make_pack(other).value(), "b").value();
    EXPECT_NE(a.checksum(), b.checksum());
}

TEST(Pack, SharesTails) {
    const std::string bytes = small_pack();
    const std::string strings =
        bytes.substr(entry(bytes, layout::strings).offset, entry(bytes, layout::strings).row_count);
    EXPECT_NE(strings.find(":React\0"), std::string::npos);
    EXPECT_EQ(strings.find(std::string("\0React\0", 7)), std::string::npos)
        << "React lies inside 43232408:React";
}

TEST(Pack, OpensAFile) {
    const test::TempFolder folder;
    ASSERT_TRUE(write_pack(small_framework(), folder.file("x.pack")));
    EXPECT_EQ(Pack::open(folder.file("x.pack")).value().skills().size(), 2U);
    EXPECT_EQ(Pack::open(folder.file("y.pack")).error().code, ErrorCode::not_found);
}

TEST(Pack, RefusesWhatIsNoPack) {
    EXPECT_NE(refusal("").find("not a Headway pack"), std::string::npos);
    EXPECT_NE(refusal("PK\3\4 something else entirely").find("not a Headway pack"), std::string::npos);
    EXPECT_NE(refusal("HWPACK1\n").find("cut short"), std::string::npos);
}

TEST(Pack, RefusesAnotherVersion) {
    std::string bytes = small_pack();
    bytes[8] = 2;
    EXPECT_NE(refusal(bytes).find("version 2"), std::string::npos);
}

TEST(Pack, RefusesEveryTruncationAndExtension) {
    const std::string bytes = small_pack();
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        EXPECT_NE(refusal(bytes.substr(0, size)), "accepted") << size;
    }
    EXPECT_NE(refusal(bytes + '\0').find("bytes long but says"), std::string::npos);
    EXPECT_NE(refusal(resealed(bytes + std::string(8, '\0'))).find("goes on after"), std::string::npos);
}

TEST(Pack, RefusesEveryChangedByte) {
    std::string bytes = small_pack();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        bytes[i] = static_cast<char>(bytes[i] ^ 0x10);
        EXPECT_NE(refusal(bytes), "accepted") << i;
        bytes[i] = static_cast<char>(bytes[i] ^ 0x10);
    }
}

TEST(Pack, RefusesIndicesOutOfRange) {
    using namespace layout;
    const auto bad = [](const std::string& bytes, const std::string& where) {
        EXPECT_NE(refusal(bytes).find("inconsistent: " + where), std::string::npos) << refusal(bytes);
    };
    bad(with_row<SkillRow>(skills, 0, [](auto& r) { r.name.offset = 1U << 20U; }), "skills row 0");
    bad(with_row<SkillRow>(skills, 0, [](auto& r) { r.name.offset = 0; }), "skills row 0");
    bad(with_row<SkillRow>(skills, 1, [](auto& r) { r.aliases.end = 99; }), "skills row 1");
    bad(with_row<SkillRow>(skills, 0, [](auto& r) { r.context.end = 0xffffffffU; }), "skills row 0");
    bad(with_row<SkillRow>(skills, 0, [](auto& r) { r.kind = static_cast<Kind>(9); }), "skills row 0");
    bad(with_row<AliasRow>(aliases, 1, [](auto& r) { r.kind = static_cast<AliasKind>(7); }), "aliases row 1");
    bad(with_row<Text>(words, 2, [](auto& r) { r.offset = 0; }), "words row 2");
    bad(with_row<LinkRow>(links, 0, [](auto& r) { r.to = 2; }), "links row 0");
    bad(with_row<LinkRow>(links, 0, [](auto& r) { r.from = 1, r.kind = LinkKind::optional; }), "links row 1");
    bad(with_row<OccupationRow>(occupations, 1, [](auto& r) { r.titles.begin = 0; }), "occupations row 1");
    bad(with_row<OccupationRow>(occupations, 0, [](auto& r) { r.job_zone = 6; }), "occupations row 0");
    bad(with_row<TitleRow>(titles, 0, [](auto& r) { r.occupation = 1; }), "titles row 0");
    bad(with_row<OccupationSkillRow>(occupation_skills, 1, [](auto& r) { r.skill = 2; }), "occ_skills row 1");
    bad(with_row<OccupationSkillRow>(occupation_skills, 1, [](auto& r) { r.hot = 2; }), "occ_skills row 1");
    bad(with_row<OriginRow>(origins, 0, [](auto& r) { r.source.offset = 0xffffU; }), "origins row 0");
    bad(with_row<RatingRow>(ratings, 1, [](auto& r) { r.origin = 1; }), "ratings row 1");
    bad(with_row<RatingRow>(ratings, 1, [](auto& r) { r.value_hundredths = 501; }), "ratings row 1");
    bad(with_row<RatingRow>(ratings, 1, [](auto& r) { r.value_hundredths = 99; }), "ratings row 1");
    bad(with_row<RatingRow>(ratings, 0, [](auto& r) { r.value_hundredths = 701; }), "ratings row 0");
    bad(with_row<RatingRow>(ratings, 0, [](auto& r) { r.standard_error = INFINITY; }), "ratings row 0");
    bad(with_row<RelatedRow>(related, 0, [](auto& r) { r.to = 2; }), "related row 0");
    bad(with_row<CommodityRow>(commodities, 0, [](auto& r) { r.title.offset = 1U << 30U; }),
        "commodities row 0");
    bad(with_row<FileRow>(files, 0, [](auto& r) { r.name.offset = 0; }), "files row 0");
}

TEST(Pack, RefusesTextsThatAreNotUtf8OrNotClosed) {
    const std::string bytes = small_pack();
    const auto strings = entry(bytes, layout::strings);
    std::string broken = bytes;
    broken[broken.find("React.js")] = '\xff';
    EXPECT_NE(refusal(resealed(broken)).find("not UTF-8"), std::string::npos);
    std::string open = bytes;
    open[strings.offset + strings.row_count - 1] = 'x';
    EXPECT_NE(refusal(resealed(open)).find("NUL"), std::string::npos);
    const auto accent = static_cast<std::uint32_t>(bytes.find("é", strings.offset) + 1 - strings.offset);
    const auto inside = with_row<SkillRow>(layout::skills, 1, [&](auto& r) { r.name.offset = accent; });
    EXPECT_NE(refusal(inside).find("skills row 1"), std::string::npos) << "in the middle of a character";
}

TEST(Pack, RefusesADirectoryThatDoesNotFit) {
    for (std::size_t table = 0; table < layout::tables.size(); ++table) {
        std::string bytes = small_pack();
        const std::size_t at = sizeof(layout::Header) + table * sizeof(layout::Entry);
        for (std::size_t byte = 0; byte < sizeof(layout::Entry); ++byte) {
            std::string changed = bytes;
            changed[at + byte] = static_cast<char>(changed[at + byte] ^ 0x40);
            EXPECT_NE(refusal(resealed(changed)), "accepted") << table << ' ' << byte;
        }
    }
}

TEST(Pack, RefusesAFrameworkItCannotCarry) {
    Framework f = small_framework();
    f.titles.push_back({7, "Nobody", "", ""});
    EXPECT_FALSE(make_pack(f));
    f = small_framework();
    f.ratings[0].value = absent;
    EXPECT_FALSE(make_pack(f));
    f = small_framework();
    f.skills[0].name = std::string("a\0b", 3);
    EXPECT_FALSE(make_pack(f));
    f = small_framework();
    f.commodities.push_back(f.commodities[0]);
    EXPECT_FALSE(make_pack(f));
}

}  // namespace
}  // namespace headway::ontology

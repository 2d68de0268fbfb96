// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <limits>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "ontology/catalog.hpp"
#include "ontology/lexicon.hpp"
#include "support/temp_folder.hpp"

namespace headway::test {

inline ontology::Skill skill(std::string id, std::string name, ontology::Kind kind,
                             std::vector<std::string> aliases = {}) {
    ontology::Skill s;
    s.id = std::move(id);
    s.name = std::move(name);
    s.kind = kind;
    for (std::string& a : aliases) s.aliases.push_back({std::move(a), ontology::AliasKind::alternative});
    return s;
}

/// The curated side of the small world.
inline ontology::Framework small_curated() {
    using ontology::Kind;
    ontology::Framework f;
    f.name = "headway";
    f.release = "1";
    f.licence = "GPL";
    f.skills = {
        skill("hw:c", "C", Kind::programming_language),
        skill("hw:c-plus-plus", "C++", Kind::programming_language, {"cpp"}),
        skill("hw:c-sharp", "C#", Kind::programming_language, {"C Sharp"}),
        skill("hw:dotnet", ".NET", Kind::tool),
        skill("hw:kubernetes", "Kubernetes", Kind::tool, {"k8s"}),
        skill("hw:containers", "Containers", Kind::knowledge),
        skill("hw:excel", "Microsoft Excel", Kind::tool, {"Excel"}),
        skill("hw:welding", "Welding", Kind::skill),
        skill("hw:rn", "Registered nurse licence", Kind::certificate, {"RN"}),
        skill("hw:iso-9001", "ISO 9001", Kind::knowledge),
    };
    f.skills[0].ambiguous = true;
    f.skills[4].signals = {"kubectl", "pods + nodes"};
    f.skills[4].context = {"cluster"};
    f.skills[6].same_as = {"esco=use spreadsheets software"};
    f.links = {{4, 5, ontology::LinkKind::broader}, {1, 2, ontology::LinkKind::near}};
    return f;
}

inline ontology::Rating rating(std::uint32_t occupation, std::uint32_t skill, ontology::Scale scale,
                               float value) {
    ontology::Rating r;
    r.occupation = occupation;
    r.skill = skill;
    r.scale = scale;
    r.value = value;
    r.n = 8;
    r.standard_error = 0.25F;
    r.low = r.high = std::numeric_limits<float>::quiet_NaN();
    r.date = 202308;
    r.source = "Analyst";
    r.release = "29.3";
    return r;
}

inline ontology::Framework small_onet() {
    using namespace ontology;
    Framework f;
    f.name = "onet";
    f.release = "30.1";
    f.licence = "CC BY";
    f.skills = {skill("onet:2.A.1.a", "Reading Comprehension", Kind::skill),
                skill("onet:tech/kubernetes", "Kubernetes", Kind::tool),
                skill("onet:tool/welders", "Welders", Kind::tool),
                skill("onet:2.B.1", "Negotiation", Kind::skill)};
    f.skills[0].external_id = "2.A.1.a";
    f.skills[1].hot = true;
    f.skills[1].commodity = 43232701;
    f.occupations = {{"15-1252.00", "Software Developers", "15-1252.00", 4},
                     {"29-1141.00", "Registered Nurses", "29-1141.00", 3},
                     {"51-4121.00", "Welders, Cutters", "51-4121.00", 3}};
    f.titles = {{0, "Application Developer", "App Dev", "08"},
                {1, "Registered Nurse (RN)", "RN", "02"},
                {2, "Pipe Welder", "", "08"}};
    f.occupation_skills = {{0, 1, Use::technology, true, true, 43232701},
                           {2, 2, Use::tool, false, false, 0},
                           {1, 1, Use::technology, true, false, 43232701}};
    f.ratings = {rating(1, 0, Scale::importance, 4.0F), rating(1, 0, Scale::level, 4.12F),
                 rating(2, 0, Scale::importance, 2.5F), rating(2, 0, Scale::level, 2.0F),
                 rating(1, 3, Scale::importance, 3.0F), rating(1, 3, Scale::level, 3.0F)};
    f.ratings[3].suppress = true;
    f.ratings[5].not_relevant = true;
    f.related = {{0, 1, "Primary-Short", 2}, {0, 2, "Primary-Short", 1}};
    f.commodities = {{43232701, "Application server software", "Network applications", "Software"}};
    return f;
}

inline ontology::Framework small_esco() {
    using namespace ontology;
    Framework f;
    f.name = "esco";
    f.release = "1.1.1";
    f.licence = "EC";
    f.skills = {skill("esco:1", "use spreadsheets software", Kind::skill, {"spreadsheet use"}),
                skill("esco:2", "Java (computer programming)", Kind::knowledge),
                skill("esco:3", "weld metals", Kind::skill, {"welding"}),
                skill("esco:4", "wound care", Kind::skill, {"wolding"}),
                skill("esco:g", "handling metal", Kind::group)};
    f.skills[0].external_id = "http://data.europa.eu/esco/skill/1";
    f.links = {{2, 4, LinkKind::broader}};
    f.occupations = {{"esco:o1", "welder", "7212", 0}};
    f.titles = {{0, "torch operator", "", ""}};
    f.occupation_skills = {{0, 2, Use::essential, false, false, 0}, {0, 0, Use::optional, false, false, 0}};
    return f;
}

/// Packs and a lexicon made of the frameworks above, in a folder of their own. The folder can serve as
/// $HEADWAY_DATA_DIR.
class SmallCatalog {
  public:
    explicit SmallCatalog(const ontology::Framework& curated = small_curated()) {
        const std::vector<std::pair<std::string, ontology::Framework>> all = {
            {"headway.pack", curated}, {"onet.pack", small_onet()}, {"esco.pack", small_esco()}};
        for (const auto& [name, framework] : all) {
            must(ontology::write_pack(framework, folder_.file(name)));
            paths_.packs.push_back(folder_.file(name));
        }
        paths_.lexicon = folder_.file("lexicon.bin");
        must(ontology::compile_lexicon(packs(), "# everyday\nexcel\nwelding\n", paths_.lexicon));
    }

    [[nodiscard]] std::vector<ontology::Pack> packs() const {
        std::vector<ontology::Pack> out;
        for (const auto& path : paths_.packs) out.push_back(ontology::Pack::open(path).value());
        return out;
    }
    [[nodiscard]] ontology::Catalog open() const {
        auto catalog = ontology::Catalog::open(paths_);
        if (!catalog) throw std::runtime_error(catalog.error().message());
        return std::move(*catalog);
    }
    [[nodiscard]] const ontology::CatalogPaths& paths() const { return paths_; }
    [[nodiscard]] const TempFolder& folder() const { return folder_; }

  private:
    static void must(const Result<void>& result) {
        if (!result) throw std::runtime_error(result.error().message());
    }
    TempFolder folder_;
    ontology::CatalogPaths paths_;
};

}  // namespace headway::test

// SPDX-License-Identifier: GPL-3.0-or-later
// Names that are words of everyday English too, or short names of several things: read only where something
// of their own trade speaks for them.
#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "career/mention.hpp"
#include "career/trade.hpp"
#include "engine/shipped_engine.hpp"
#include "text/utf8.hpp"

namespace headway::test {
namespace {

using ontology::Kind;
using ontology::SkillId;

const ontology::Catalog& catalog() {
    return shipped_engine().catalog();
}

career::Found find_in(const std::string& text) {
    const career::Reading reading = career::read_text(text, career::DocumentKind::resume);
    return career::find_mentions(reading, catalog());
}

bool names_something(Kind kind) {
    return kind == Kind::tool || kind == Kind::programming_language || kind == Kind::certificate ||
           kind == Kind::degree;
}

bool finds(const std::string& text, SkillId skill) {
    const career::Found found = find_in(text);
    return std::ranges::any_of(found.mentions, [&](const career::Mention& m) { return m.skill == skill; });
}

TEST(AmbiguousNames, OrdinarySentencesNameNoProduct) {
    for (const char* sentence : {
             "It was a leap of faith for our SaaS business.",
             "LEAP of faith: the move to SaaS was hard.",
             "We SPICED up the sales meeting with a quiz.",
             "The AAS meets every Tuesday in the town hall.",
             "My BA flight to Madrid was late again.",
             "She made toast for forty children each morning.",
             "Toast for everybody, then the register.",
             "He excels with guests and never loses his temper.",
             "We had no access to the cellar after ten.",
             "My word is my bond, and the outlook was good.",
             "The team built a nest box and hung it on the oak.",
             "Swift, tidy and careful with glass.",
             "They call him the oracle of the upper road.",
             "A rusty gate and a bad spark plug kept us there.",
             "Put a stamp on it and go.",
             "We helped people settle in and feel at home.",
             "Rest well, eat well, be kind.",
             "A gusto for cooking and a head for figures.",
             "Rang the gong at noon and opened the doors.",
             "Pulled the lever and stopped the belt.",
             "The intercom by the gate was broken for a month.",
             "Carried a sabre in the village play.",
             "Found a four-leaf clover behind the shed.",
             "The bridge had a plexiglass shield and a scratch.",
             "Picked apricots and packed them before dawn.",
             "Drove past the aspen wood to the northern farm.",
             "A nomad at heart, I worked on four islands.",
             "The panorama from the tower pays for the climb.",
             "A paradox: less stock, fewer gaps.",
             "Prince of the stage for one summer.",
             "Played samba in the street band.",
             "Took part in a poetry slam at the library.",
             "The sonar of a bat is a wonder, I tell the visitors.",
             "Grew bamboo behind the greenhouse for the zoo.",
             "The eclipse brought two thousand visitors.",
             "Kept a beehive and a ferret.",
             "A keynote on soil, then lunch.",
             "The presenter lost her voice, so I took over.",
             "A vigilant eye on the pool at all times.",
             "Cents and euros were counted twice.",
             "It was magic to see them read.",
             "Rats in the cellar: traps set, holes shut.",
             "SAM and I opened the shop at six.",
             "Broke the fourth wall and got a laugh.",
             "An unreal amount of rain that spring.",
             "The framer cut the glass for both pictures.",
             "Made beds for two hundred guests on a full house.",
             "Beds, soup, forms.",
             "Reports for the harbour master every Friday.",
             "Kept logs ready for FDA audits and for the owner.",
             "Scan the parcel with the PDA and ring the bell.",
             "Drove up UPT and ADT in a small shoe shop.",
             "Works on the county road until August.",
             "Drive sales on the shop floor.",
             "Zoom in on the seam and look for cracks.",
             "The puppet theatre came twice a year.",
             "Cooked as a chef in a village inn.",
             "Teams of four cleaned the coaches.",
             "A maze of corridors, and I knew each of them.",
             "Chess club on Wednesdays.",
             "The zephyr was our smallest boat.",
             "Illustrator of three books for children.",
             "A confluent of two rivers runs by the mill.",
             "Captivate an audience of toddlers for an hour.",
             "Encompass every age in one choir.",
             "The bash was for the ninetieth birthday of a guest.",
             "Domino tables in the day room, tea at four.",
             "The iris of the eye, drawn in chalk.",
             "Raised pigs and a grasshopper of a pony.",
             "Paws off the counter, said the sign.",
         }) {
        for (const career::Mention& m : find_in(sentence).mentions) {
            EXPECT_FALSE(names_something(catalog().kind(m.skill)) && catalog().id(m.skill) != "hw:saas")
                << sentence << " → " << catalog().name(m.skill);
        }
    }
}

/// A name of one word that needs something to speak for it.
struct Ambiguous {
    std::string name;
    SkillId skill = ontology::none;
};

std::vector<Ambiguous> ambiguous_products() {
    std::vector<Ambiguous> out;
    std::set<std::string> seen;
    const auto& lexicon = catalog().lexicon();
    const auto look = [&](std::string_view name) {
        const auto tokens = text::tokenize(name);
        if (tokens.size() != 1 || !seen.insert(std::string(name)).second) return;
        const auto found = text::match_longest(lexicon.phrases(), tokens);
        if (found.size() != 1) return;
        const auto entries = lexicon.entries(found.front().phrase);
        if (entries.empty() || entries.front().role > ontology::PhraseRole::derived) return;
        const bool certain = std::ranges::any_of(entries, [](const ontology::PhraseEntry& e) {
            return e.role <= ontology::PhraseRole::derived && e.ambiguous == 0;
        });
        if (certain) return;
        const SkillId skill = entries.front().skill;
        const Kind kind = catalog().kind(skill);
        if (kind == Kind::tool || kind == Kind::programming_language)
            out.push_back({std::string(name), skill});
    };
    for (SkillId s = 0; s < catalog().skill_count(); ++s) {
        const auto& row = catalog().row(s);
        const auto& pack = catalog().pack_of(s);
        look(pack.text(row.name));
        for (const auto& a : pack.aliases().subspan(row.aliases.begin, row.aliases.end - row.aliases.begin))
            look(pack.text(a.text));
    }
    return out;
}

/// Products that leave no doubt, of trades far apart.
constexpr auto plain = std::to_array<std::string_view>(
    {"Kubernetes", "QuickBooks", "AutoCAD", "Photoshop", "Moodle", "BambooHR", "Dentrix", "Mastercam"});

SkillId plain_skill(std::string_view name) {
    const auto found = find_in(std::string(name) + " was in use.").mentions;
    return found.empty() ? ontology::none : found.front().skill;
}

/// Whether a product may speak for a skill: as one of its trade, or as one of its own context words.
bool speaks_for(std::string_view product, SkillId skill) {
    const auto tokens = text::tokenize(product);
    const auto found = text::match_longest(catalog().lexicon().phrases(), tokens);
    const auto entries = found.empty() ? std::span<const ontology::PhraseEntry>()
                                       : catalog().lexicon().entries(found.front().phrase);
    return career::same_trade(catalog(), plain_skill(product), skill) ||
           std::ranges::any_of(entries, [&](const ontology::PhraseEntry& e) {
               return e.role == ontology::PhraseRole::context && e.skill == skill;
           });
}

TEST(AmbiguousNames, ProductsOfOtherTradesVouchForNoName) {
    const auto all = ambiguous_products();
    ASSERT_GT(all.size(), 600U);
    std::size_t asked = 0;
    for (const Ambiguous& a : all) {
        std::string sentence = "The " + a.name + " crowd left the harbour while";
        int strangers = 0;
        for (std::string_view other : plain) {
            if (strangers == 2 || speaks_for(other, a.skill)) continue;
            sentence += std::string(strangers++ == 0 ? " " : " ran beside ") + std::string(other);
        }
        sentence += " that year.";
        ASSERT_EQ(strangers, 2) << a.name;
        ++asked;
        EXPECT_FALSE(finds(sentence, a.skill)) << sentence << " → " << catalog().name(a.skill);
    }
    std::cout << asked << " ambiguous names beside products of other trades\n";
}

TEST(AmbiguousNames, AListOfProductsVouchesForEachName) {
    std::size_t found = 0;
    const auto all = ambiguous_products();
    for (const Ambiguous& a : all)
        found += finds("We worked with Kubernetes, " + a.name + " and QuickBooks.", a.skill) ? 1 : 0;
    // Some words stand for something else even there ("Go" and "and" are cues of other things).
    EXPECT_GT(found * 100, all.size() * 90) << found << " of " << all.size();
}

SkillId skill(std::string_view id) {
    const auto found = catalog().find_skill(id);
    EXPECT_TRUE(found) << id;
    return found ? catalog().lexicon().canonical(*found) : ontology::none;
}

TEST(AmbiguousNames, ANeighbourOfTheTradeVouches) {
    EXPECT_TRUE(finds("Moved the studio to Sketch after years of Figma.", skill("hw:sketch-app")));
    EXPECT_TRUE(finds("Wrote services in Go that ran on Kubernetes.", skill("hw:go")));
    EXPECT_TRUE(finds("Reports with Excel and Access for the harbour master.", skill("hw:excel")));
    EXPECT_TRUE(finds("Planned production in SAP.", skill("hw:sap"))) << "capitals after what one works in";
    EXPECT_TRUE(finds("Supported new staff using Workday.", skill("hw:workday")));
    EXPECT_FALSE(finds("Skied in Aspen and lived with Clover.", skill("hw:clover-pos")));
    EXPECT_TRUE(finds("I use Leap every day in a firm of solicitors.", skill("hw:legal-case-systems")));
    EXPECT_TRUE(finds("Positive train control. Tested PTC on nine locomotives.",
                      skill("onet:tech/positive-train-control-ptc-systems")))
        << "its name in full stands there too";
    EXPECT_FALSE(
        finds("Tested PTC on nine locomotives.", skill("onet:tech/positive-train-control-ptc-systems")));
}

TEST(AmbiguousNames, OfOneTradeAreProductsOfAClassAMakerOrAKind) {
    EXPECT_TRUE(career::same_trade(catalog(), skill("hw:docker"), skill("hw:kubernetes")));
    EXPECT_TRUE(career::same_trade(catalog(), skill("hw:quickbooks"), skill("hw:xero")));
    EXPECT_TRUE(career::same_trade(catalog(), skill("hw:excel"), skill("hw:word")));
    EXPECT_FALSE(career::same_trade(catalog(), skill("hw:saas"), skill("hw:legal-case-systems")));
    EXPECT_FALSE(career::same_trade(catalog(), skill("hw:docker"), skill("hw:quickbooks")));
    EXPECT_FALSE(career::same_trade(catalog(), skill("hw:autocad"), skill("hw:moodle")));
}

bool holds(const std::string& resume, std::string_view id) {
    const auto read = shipped_engine().read_resume(resume, {0}, today);
    return career::find_held(read, skill(id)) != nullptr;
}

TEST(AmbiguousNames, AnEmployersNameIsNoSkill) {
    const std::string brewery =
        "Anna Example\n\nExperience\nBookkeeper, Treacle Mine Breweries, 2016 – present\n"
        "• Ledgers and payroll.\n";
    EXPECT_FALSE(holds(brewery, "hw:brewing"));
    EXPECT_TRUE(holds(brewery, "hw:bookkeeping")) << "the title of the work stays";
    EXPECT_FALSE(
        holds("Anna Example\n\nExperience\nDeveloper, Drumlin Lane Logistics, 2019 to now\n• Java.\n",
              "hw:logistics"));
    EXPECT_TRUE(
        holds("Anna Example\n\nExperience\nCoordinator, Logistics, Tannery Lane Ltd, 2019 to now\n• Lists.\n",
              "hw:logistics"))
        << "a part of its own is what the work was about";
    EXPECT_TRUE(holds("Anna Example\n\nEducation\nBA Economics, Lone Prairie University, 2012 – 2016\n",
                      "hw:economics"))
        << "what a degree is in stays";
}

}  // namespace
}  // namespace headway::test

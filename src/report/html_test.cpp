// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <map>
#include <memory>
#include <set>

#include "report/content_hash.hpp"
#include "report/example_report.hpp"
#include "report/phrasing.hpp"
#include "report/render.hpp"

namespace headway::report {
namespace {

struct Element {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::string text;  ///< of it and everything in it
};

std::string taken(xmlChar* s) {
    std::string out = s == nullptr ? "" : reinterpret_cast<const char*>(s);
    xmlFree(s);
    return out;
}

/// All elements of a page in order. The page is read as XML: stricter than HTML, so that every element must
/// be closed and every character escaped. Fails the test when it is not well-formed.
std::vector<Element> elements_of(const std::string& page) {
    std::vector<Element> out;
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> doc(
        xmlReadMemory(page.data(), static_cast<int>(page.size()), "page", "UTF-8", XML_PARSE_NONET),
        &xmlFreeDoc);
    EXPECT_NE(doc, nullptr) << "not well-formed";
    if (!doc) return out;
    const std::function<void(xmlNode*)> visit = [&](xmlNode* node) {
        for (; node != nullptr; node = node->next) {
            if (node->type != XML_ELEMENT_NODE) continue;
            Element e;
            e.name = reinterpret_cast<const char*>(node->name);
            e.text = taken(xmlNodeGetContent(node));
            for (xmlAttr* a = node->properties; a != nullptr; a = a->next) {
                e.attributes[reinterpret_cast<const char*>(a->name)] =
                    taken(xmlNodeListGetString(doc.get(), a->children, 1));
            }
            out.push_back(std::move(e));
            visit(node->children);
        }
    };
    visit(xmlDocGetRootElement(doc.get()));
    return out;
}

std::vector<Element> named(const std::vector<Element>& all, const std::string& name) {
    std::vector<Element> out;
    for (const Element& e : all) {
        if (e.name == name) out.push_back(e);
    }
    return out;
}

std::string attribute(const Element& e, const std::string& name) {
    const auto found = e.attributes.find(name);
    return found == e.attributes.end() ? "" : found->second;
}

/// Says what is missing without printing the page.
testing::AssertionResult has(const std::string& page, const std::string& part) {
    if (page.find(part) != std::string::npos) return testing::AssertionSuccess();
    return testing::AssertionFailure() << "not in the page: " << part;
}

struct Case {
    const char* name;
    WireReport report;
    Texts texts;
};
std::vector<Case> cases() {
    return {{"example", example::report(), example::texts},
            {"hostile", example::hostile_report(), example::hostile_texts},
            {"empty", WireReport{}, Texts{}},
            {"texts of something else", example::report(), example::hostile_texts}};
}

TEST(Html, IsWellFormedAndHasNothingActive) {
    const std::set<std::string> never = {"script", "link", "img",           "iframe", "object", "embed",
                                         "form",   "base", "foreignObject", "use",    "image"};
    for (const Case& c : cases()) {
        SCOPED_TRACE(c.name);
        for (const Element& e : elements_of(to_html(c.report, c.texts, "en"))) {
            EXPECT_FALSE(never.contains(e.name)) << e.name;
            for (const auto& [name, value] : e.attributes) {
                EXPECT_FALSE(name.starts_with("on") || name == "style" || name == "src" || name == "srcset")
                    << name;
                if (name == "href") {
                    EXPECT_TRUE(value.starts_with("#") || value.starts_with("https://")) << value;
                }
            }
        }
    }
}

TEST(Html, AsksForNothingFromOutside) {
    for (const Case& c : cases()) {
        SCOPED_TRACE(c.name);
        const std::string page = to_html(c.report, {}, "en");
        for (std::size_t at = page.find("http://"); at != std::string::npos;
             at = page.find("http://", at + 1)) {
            const bool name_space = page.substr(at).starts_with("http://www.w3.org/2000/svg\"");
            const bool shown_text = page.substr(at).starts_with("http://evil.example www.");
            EXPECT_TRUE(name_space || shown_text) << page.substr(at, 60);
        }
        EXPECT_EQ(page.find("url("), std::string::npos);
        EXPECT_EQ(page.find("@import"), std::string::npos);
    }
    EXPECT_EQ(to_html(example::report(), example::texts, "en").find("http://insecure.example"),
              std::string::npos);
}

TEST(Html, AllowsItsOwnStyleByHashAndNothingElse) {
    const std::vector<Element> all = elements_of(to_html(example::report(), example::texts, "en"));
    const std::vector<Element> styles = named(all, "style");
    ASSERT_EQ(styles.size(), 1U);
    std::string policy;
    for (const Element& meta : named(all, "meta")) {
        if (attribute(meta, "http-equiv") == "Content-Security-Policy") policy = attribute(meta, "content");
    }
    EXPECT_EQ(policy, "default-src 'none'; style-src 'sha256-" + sha256_base64(styles[0].text) +
                          "'; base-uri 'none'; form-action 'none'");
}

TEST(Html, LeadsEveryInnerLinkToOnePlace) {
    for (const Case& c : cases()) {
        SCOPED_TRACE(c.name);
        const std::vector<Element> all = elements_of(to_html(c.report, c.texts, "en"));
        std::multiset<std::string> ids;
        for (const Element& e : all) {
            if (!attribute(e, "id").empty()) ids.insert(attribute(e, "id"));
        }
        for (const std::string& id : ids) EXPECT_EQ(ids.count(id), 1U) << id;
        for (const Element& a : named(all, "a")) {
            const std::string href = attribute(a, "href");
            if (href.starts_with("#")) {
                EXPECT_TRUE(ids.contains(href.substr(1))) << href;
            }
        }
        for (const Element& e : all) {
            const std::string label = attribute(e, "aria-labelledby");
            for (std::size_t at = 0; at < label.size();) {
                const std::size_t end = std::min(label.find(' ', at), label.size());
                EXPECT_TRUE(ids.contains(label.substr(at, end - at))) << label;
                at = end + 1;
            }
        }
    }
}

TEST(Html, CanBeReadWithoutSeeingIt) {
    const std::vector<Element> all = elements_of(to_html(example::report(), example::texts, "en"));
    EXPECT_EQ(attribute(all.front(), "lang"), "en");
    for (const char* once : {"h1", "main", "title", "footer"}) EXPECT_GE(named(all, once).size(), 1U) << once;
    EXPECT_EQ(named(all, "h1").size(), 1U);
    EXPECT_EQ(named(all, "main").size(), 1U);
    char last = '1';
    for (const Element& e : all) {
        if (e.name.size() != 2 || e.name[0] != 'h' || std::isdigit(e.name[1]) == 0) continue;
        EXPECT_LE(e.name[1], last + 1) << "a level of headings is left out before " << e.text;
        last = e.name[1];
    }
    for (const Element& th : named(all, "th")) EXPECT_FALSE(attribute(th, "scope").empty());
    EXPECT_EQ(named(all, "caption").size(), named(all, "table").size());
    for (const Element& svg : named(all, "svg")) {
        EXPECT_TRUE(attribute(svg, "role") == "img" || attribute(svg, "aria-hidden") == "true");
    }
}

TEST(Html, ShowsEveryRequirementWithTheFiguresOfTheReport) {
    const WireReport report = example::report();
    const std::string page = to_html(report, example::texts, "en");
    for (const Numbered& n : by_gain(report)) {
        const WireRequirement& r = *n.requirement;
        const std::string number = std::to_string(n.number);
        EXPECT_TRUE(has(page, "id=\"requirement-" + number + "\""));
        EXPECT_TRUE(has(page, "<tr><td>" + number + "</td><th scope=\"row\"><a href=\"#requirement-" +
                                  number + "\">" + r.name + "</a></th><td>" + two_decimals(r.weight) +
                                  "</td><td>" + two_decimals(r.coverage) + "</td><td>" +
                                  two_decimals(r.weight * r.coverage) + "</td><td>" + two_decimals(r.points) +
                                  "</td><td>" + two_decimals(r.gain)));
    }
    EXPECT_TRUE(has(page, "<strong>49</strong><span>of 100</span>"));
    EXPECT_TRUE(has(page, "<td>4.55</td><td></td><td>2.23</td><td>49.01</td><td>50.99</td>"));
    EXPECT_TRUE(has(page, "<blockquote>Wrote the <mark>GitLab pipelines</mark> that build, scan"));
    EXPECT_TRUE(has(page, "href=\"https://example.org/java\" rel=\"noopener noreferrer\">About Java</a>"));
    EXPECT_TRUE(has(page, "This service uses the ESCO classification"));
}

TEST(Html, ShowsTheEvidenceOfBothSides) {
    const WireReport report = example::report();
    const std::vector<Element> all = elements_of(to_html(report, example::texts, "en"));
    std::set<std::string> quoted;
    for (const Element& mark : named(all, "mark")) quoted.insert(mark.text);
    for (const WireRequirement& r : report.requirements) {
        for (const WireEvidence& e : r.job_evidence) EXPECT_TRUE(quoted.contains(e.text)) << e.text;
        for (const WireEvidence& e : r.resume_evidence) EXPECT_TRUE(quoted.contains(e.text)) << e.text;
    }
}

TEST(Html, EscapesHostileText) {
    const std::string page = to_html(example::hostile_report(), example::hostile_texts, "en");
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_EQ(page.find("javascript:alert(1)\""), std::string::npos);
    EXPECT_EQ(page.find("\x1b"), std::string::npos);
    EXPECT_EQ(page.find("\xE2\x80\xAE"), std::string::npos);
    EXPECT_TRUE(has(page, "&lt;script&gt;alert(1)&lt;/script&gt;"));
}

}  // namespace
}  // namespace headway::report

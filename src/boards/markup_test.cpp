// SPDX-License-Identifier: GPL-3.0-or-later
#include "boards/markup.hpp"

#include <gtest/gtest.h>

#include "boards/tags.hpp"

namespace headway::boards {
namespace {

TEST(Markup, BecomesTheTextAReaderSees) {
    EXPECT_EQ(text_of_markup(
                  "<h3>About</h3><p>We <b>build</b>\n boats.</p><ul><li>C++</li><li><p>Go</p></li></ul>End"),
              "About\n\nWe build boats.\n\n• C++\n• Go\n\nEnd");
    EXPECT_EQ(text_of_markup("<div>a</div><div>b<br>c<br/>d</div>"), "a\nb\nc\nd");
    EXPECT_EQ(text_of_markup("<table><tr><td>Pay</td><td>40</td></tr></table>"), "Pay\t40");
    EXPECT_EQ(text_of_markup("caf&eacute; &#8364;5 &#x2019; &nbsp;&bogus; &amp;lt; AT&T"),
              "café €5 ’ &bogus; &lt; AT&T");
}

TEST(Markup, KeepsTheLinesOfPlainText) {
    EXPECT_EQ(text_of_markup("Duties:\n- weld\n- grind\n\n5 < 6 & 7 > 3"),
              "Duties:\n• weld\n• grind\n\n5 < 6 & 7 > 3");
    EXPECT_EQ(text_of_markup("Own <b>dbt</b>.\nAnd SQL."), "Own dbt.\nAnd SQL.");
    EXPECT_EQ(text_of_markup("latency &lt; 5 ms"), "latency < 5 ms");
}

TEST(Markup, IsReadWhenWrittenInReferences) {
    EXPECT_EQ(text_of_markup("&lt;p&gt;Don&#39;t&lt;/p&gt;&lt;p&gt;R&amp;amp;D&lt;/p&gt;"), "Don't\n\nR&D");
}

TEST(Markup, ShowsNothingThatIsHidden) {
    EXPECT_EQ(
        text_of_markup(
            "a<script>if (x < 1) {'</p>'}</script><style>p{}</style><p style='DISPLAY:none; display: none'>"
            "rate 100</p><span hidden>x<span>y</span>z</span><!-- c --><template>t</template>b"),
        "ab");
    EXPECT_EQ(text_of_markup("a<!-- never closed <p>b"), "a");
    EXPECT_EQ(text_of_markup("a<script>never closed"), "a");
}

TEST(Markup, OfStrangersIsNoTrouble) {
    EXPECT_EQ(text_of_markup("a <b c \xFF\x01"), "a <b c") << "a tag that never ends hides no text";
    for (const char* piece : {"<", "<a ", "<a \"", "<!--", "</", "<script>", "&", "&#", "<div>", "<ul><li>",
                              "<p hidden>", "<a b='", "<svg>", "&lt;"}) {
        std::string many;
        while (many.size() < 300'000) many += piece;
        (void)text_of_markup(many);
        (void)linked_data_of(many);
        (void)decode_entities(many);
    }
    EXPECT_EQ(text_of_markup(std::string("a\0b", 3)).find('\0'), std::string::npos);
}

TEST(Markup, AttributesAreRead) {
    EXPECT_EQ(attribute_of(" a = \"b c\" TYPE='d' e=f g", "type"), "d");
    EXPECT_EQ(attribute_of("a=b/c d", "a"), "b/c");
    EXPECT_EQ(attribute_of("g", "g"), "");
    EXPECT_FALSE(attribute_of("a='type=x", "type"));
}

}  // namespace
}  // namespace headway::boards

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text_command.hpp"

#include <cstdint>
#include <vector>

#include "app/configuration.hpp"
#include "app/failure.hpp"
#include "app/input.hpp"
#include "document/sniff.hpp"
#include "json/json.hpp"

namespace headway::app {
namespace {

struct WirePage {
    std::uint64_t number = 1;
    std::uint64_t begin = 0;
    std::uint64_t end = 0;
};
BOOST_DESCRIBE_STRUCT(WirePage, (), (number, begin, end))

struct WireText {
    std::string format;
    std::string text;
    std::vector<WirePage> pages;
    std::vector<std::string> warnings;
};
BOOST_DESCRIBE_STRUCT(WireText, (), (format, text, pages, warnings))

WireText to_wire(document::Document document) {
    WireText wire{
        std::string(to_string(document.format)), std::move(document.text), {}, std::move(document.warnings)};
    for (const document::Page& page : document.pages) {
        wire.pages.push_back({wire.pages.size() + 1, page.begin, page.end});
    }
    return wire;
}

}  // namespace

int run_text(const TextOptions& options, Streams& streams) {
    const auto limits = load_reading_limits(options.settings);
    if (!limits) return report_wrong_setting(streams, limits.error());
    auto document = read_input(options.file, *limits);
    if (!document) return report_failure(streams, document.error());
    if (options.json) {
        streams.out << json::to_json(to_wire(std::move(*document)), json::Style::pretty) << '\n';
        return done;
    }
    streams.out << document->text;
    for (const std::string& warning : document->warnings)
        streams.err << "headway: warning: " << warning << '\n';
    return done;
}

}  // namespace headway::app

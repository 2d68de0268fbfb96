// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/web_site.hpp"

// The archive that scripts/build-web.sh makes, as read-only data of the program. HEADWAY_SITE_ARCHIVE is its
// path; an empty file when there is no web app.
asm(R"(
    .section .rodata.headway_site, "a"
    .balign 16
    .globl headway_site_begin, headway_site_end
    .hidden headway_site_begin, headway_site_end
headway_site_begin:
    .incbin ")" HEADWAY_SITE_ARCHIVE R"("
headway_site_end:
    .byte 0
    .text
)");

extern "C" {
extern const char headway_site_begin[];
extern const char headway_site_end[];
}

namespace headway::app {

Result<std::optional<http::StaticSite>> open_web_site(const std::string& folder) {
    if (!folder.empty()) {
        auto site = http::StaticSite::load(folder);
        if (!site) return pass_on(site);
        return std::optional(std::move(*site));
    }
    const std::string_view archive(headway_site_begin,
                                   static_cast<std::size_t>(headway_site_end - headway_site_begin));
    if (archive.empty()) return std::optional<http::StaticSite>();
    auto site = http::StaticSite::from_archive(archive);
    if (!site) return pass_on(site);
    return std::optional(std::move(*site));
}

}  // namespace headway::app

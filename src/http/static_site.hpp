// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "http/router.hpp"

namespace headway::http {

/// A folder of files as it was when it was read: pages, scripts, styles, pictures, in memory. Nothing else
/// can ever be served. Symbolic links are not followed.
class StaticSite {
  public:
    struct Limits {
        std::size_t file_bytes = 16 << 20;
        std::size_t total_bytes = 256 << 20;
    };
    /// Fails with not_found, unavailable or too_large.
    [[nodiscard]] static Result<StaticSite> load(const std::string& folder, const Limits& limits);
    [[nodiscard]] static Result<StaticSite> load(const std::string& folder) { return load(folder, Limits{}); }
    /// The same from one piece of bytes: the line "headway site 1", a line "BYTES NAME" for each file in the
    /// order of names, an empty line, then the files' bytes one behind the other. `invalid` when it is not
    /// that.
    [[nodiscard]] static Result<StaticSite> from_archive(std::string_view archive);

    /// `path` decoded, without its first '/'. "page" is page, page.html or page/index.html; a page/ is
    /// page/index.html or page.html; what is not there is not_found, for clients that ask for HTML as the
    /// page 404.html. The br or gz neighbour of a file is sent to clients that accept it.
    [[nodiscard]] Answer<Response> serve(std::string_view path, const Request& request) const;

    /// GET of everything that no other route has, on the I/O thread. The site must outlive the router.
    [[nodiscard]] Route route() const;
    [[nodiscard]] std::size_t size() const { return assets_.size(); }

  private:
    struct Encoded {
        SharedBytes bytes;
        std::string etag;
    };
    struct Asset {
        std::string content_type;
        std::string cache_control;
        std::string policy;  ///< Content-Security-Policy; of pages only.
        Encoded plain, gzip, brotli;
    };
    [[nodiscard]] const Asset* find(std::string_view path) const;
    [[nodiscard]] static Response reply(int status, const Asset& asset, const Request& request);
    void add(const std::string& name, std::string bytes);

    std::map<std::string, Asset, std::less<>> assets_;
};

}  // namespace headway::http

// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/source_tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace headway::layers {
namespace {

namespace fs = std::filesystem;

bool is_source(const fs::path& path) {
    return path.extension() == ".cpp" || path.extension() == ".hpp";
}

/// Walks C++ text once. Preprocessor conditions are not evaluated: every branch is read.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    Scanned run() {
        while (at_ < text_.size()) {
            if (starts("//")) {
                blank_until("\n");
            } else if (starts("/*")) {
                blank_until("*/");
            } else if (starts("R\"") && !follows_word()) {
                raw_literal();
            } else if (text_[at_] == '"') {
                literal('"');
            } else if (text_[at_] == '\'' && !follows_word()) {  // a ' after a digit separates thousands
                literal('\'');
            } else {
                out_.code += text_[at_++];
            }
        }
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool starts(std::string_view mark) const { return text_.substr(at_).starts_with(mark); }
    [[nodiscard]] bool follows_word() const {
        if (at_ == 0) return false;
        const auto c = static_cast<unsigned char>(text_[at_ - 1]);
        return std::isalnum(c) != 0 || c == '_';
    }
    void blank_until(std::string_view end) {
        const std::size_t found = text_.find(end, at_ + 2);
        const std::size_t stop = found == std::string_view::npos ? text_.size() : found + end.size();
        for (; at_ < stop; ++at_) out_.code += text_[at_] == '\n' ? '\n' : ' ';
    }
    void literal(char quote) {
        const std::size_t begin = ++at_;
        while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
            at_ += text_[at_] == '\\' ? 2 : 1;
        }
        at_ = std::min(at_, text_.size());
        if (quote == '"') out_.literals.emplace_back(text_.substr(begin, at_ - begin));
        out_.code += {quote, quote};
        if (at_ < text_.size() && text_[at_] == quote) ++at_;
    }
    void raw_literal() {
        const std::size_t open = text_.find('(', at_);
        if (open == std::string_view::npos) {
            out_.code += text_[at_++];
            return;
        }
        const std::string end = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        const std::size_t close = std::min(text_.find(end, open), text_.size());
        out_.literals.emplace_back(text_.substr(open + 1, close - open - 1));
        out_.code += "\"\"";
        out_.code.append(static_cast<std::size_t>(std::ranges::count(out_.literals.back(), '\n')), '\n');
        at_ = std::min(close + end.size(), text_.size());
    }

    std::string_view text_;
    std::size_t at_ = 0;
    Scanned out_;
};

std::vector<std::string> includes(std::string_view text, char open, char close) {
    std::vector<std::string> out;
    for (std::string_view line : lines_of(text)) {
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (!line.starts_with("#")) continue;
        line.remove_prefix(1);
        line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
        if (!line.starts_with("include")) continue;
        const std::size_t begin = line.find(open);
        if (begin == std::string_view::npos) continue;
        const std::size_t end = line.find(close, begin + 1);
        if (end != std::string_view::npos) out.emplace_back(line.substr(begin + 1, end - begin - 1));
    }
    return out;
}

}  // namespace

Source make_source(std::string path, std::string text) {
    const std::size_t slash = path.find('/');
    std::string folder = slash == std::string::npos ? std::string() : path.substr(0, slash);
    return {std::move(path), std::move(folder), std::move(text)};
}

std::string read_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<Source> read_sources(const std::string& root) {
    std::vector<Source> out;
    for (const auto& entry : fs::recursive_directory_iterator(root)) {
        if (!entry.is_regular_file() || !is_source(entry.path())) continue;
        out.push_back(
            make_source(fs::relative(entry.path(), root).generic_string(), read_text(entry.path().string())));
    }
    std::ranges::sort(out, {}, &Source::path);
    return out;
}

Scanned scan(std::string_view text) {
    return Scanner(text).run();
}

std::vector<std::string> quoted_includes(std::string_view text) {
    return includes(text, '"', '"');
}
std::vector<std::string> system_includes(std::string_view text) {
    return includes(text, '<', '>');
}

std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        out.push_back(text.substr(0, end));
        if (end == std::string_view::npos) break;
        text.remove_prefix(end + 1);
    }
    return out;
}

}  // namespace headway::layers

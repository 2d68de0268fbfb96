// SPDX-License-Identifier: GPL-3.0-or-later
#include "titles_split.hpp"

#include <algorithm>
#include <map>
#include <numeric>
#include <unordered_map>

#include "base/hash.hpp"
#include "ontology/title_words.hpp"

namespace headway::bench {
namespace {

using Words = std::vector<std::string>;

Words word_set(std::string_view title) {
    Words out;
    for (const auto& w : ontology::read_title(title)) {
        if (w.part != ontology::TitlePart::noise && w.part != ontology::TitlePart::link)
            out.push_back(w.text);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

std::string joined(const Words& words, std::size_t without = static_cast<std::size_t>(-1)) {
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i != without) out += words[i] + " ";
    }
    return out;
}

class Groups {
  public:
    explicit Groups(std::size_t n) : parent_(n) { std::iota(parent_.begin(), parent_.end(), 0U); }
    std::size_t find(std::size_t a) {
        while (parent_[a] != a) a = parent_[a] = parent_[parent_[a]];
        return a;
    }
    void join(std::size_t a, std::size_t b) {
        parent_[std::max(find(a), find(b))] = std::min(find(a), find(b));
    }

  private:
    std::vector<std::size_t> parent_;
};

}  // namespace

std::string word_key(std::string_view title) {
    return joined(word_set(title));
}

TitleSplit split_titles(std::span<const ontology::TitleExample> all, InnerSide inner) {
    std::map<std::string, std::vector<std::size_t>> by_key;
    std::map<std::string, Words> sets;
    for (std::size_t i = 0; i < all.size(); ++i) {
        Words words = word_set(all[i].title);
        const std::string key = joined(words);
        by_key[key].push_back(i);
        sets.emplace(key, std::move(words));
    }
    std::unordered_map<std::string, std::size_t> number;
    std::vector<std::string> keys;
    for (const auto& [key, unused] : by_key) {
        number.emplace(key, keys.size());
        keys.push_back(key);
    }
    Groups groups(keys.size());
    std::unordered_map<std::uint64_t, std::size_t> shortened;
    for (std::size_t k = 0; k < keys.size(); ++k) {
        const Words& words = sets[keys[k]];
        for (std::size_t i = 0; words.size() >= 4 && i < words.size(); ++i) {
            if (const auto at = number.find(joined(words, i)); at != number.end()) groups.join(k, at->second);
        }
        if (keys[k].size() < 6) continue;
        for (std::size_t i = 0; i <= keys[k].size(); ++i) {
            std::string s = keys[k];
            if (i < s.size()) s.erase(i, 1);
            const auto [at, fresh] = shortened.emplace(hash64(s), k);
            if (!fresh) groups.join(k, at->second);
        }
    }
    TitleSplit out;
    std::map<std::size_t, std::size_t> sizes;
    for (std::size_t k = 0; k < keys.size(); ++k) {
        const std::size_t root = groups.find(k);
        out.largest_group = std::max(out.largest_group, ++sizes[root]);
        const std::uint64_t place = hash64(keys[root]) % 100;
        const auto& members = by_key[keys[k]];
        const bool name =
            std::any_of(members.begin(), members.end(), [&](std::size_t i) { return all[i].name; });
        const bool held = place < 20 && !name && !keys[k].empty();
        const bool in_inner = place >= 20 && place < 32 && !name;
        if (held || in_inner) {
            TitleQuestion q{all[members.front()].title, {}};
            for (std::size_t i : members) q.right.insert(all[i].occupation);
            (held ? out.held_out : out.inner).push_back(std::move(q));
        }
        if (held || (in_inner && inner == InnerSide::apart)) continue;
        for (std::size_t i : members) out.train.push_back(all[i]);
    }
    out.groups = sizes.size();
    return out;
}

}  // namespace headway::bench

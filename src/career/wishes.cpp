// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/wishes.hpp"

#include <algorithm>
#include <string_view>

namespace headway::career {
namespace {

std::vector<std::string_view> split(std::string_view list) {
    std::vector<std::string_view> out;
    for (;;) {
        const std::size_t bar = std::min(list.find('|'), list.size());
        out.push_back(list.substr(0, bar));
        if (bar == list.size()) return out;
        list.remove_prefix(bar + 1);
    }
}

class Wishes {
  public:
    /// Every way to take one of each list, in their order. An empty part is left out.
    void add(Cue cue, std::string_view first, std::string_view second = "", std::string_view third = "") {
        for (const std::string_view a : split(first)) {
            for (const std::string_view b : split(second)) {
                for (const std::string_view c : split(third)) add_one(cue, {a, b, c});
            }
        }
    }

    std::vector<Wish> take() {
        std::sort(all_.begin(), all_.end(), [](const Wish& a, const Wish& b) { return a.phrase < b.phrase; });
        const auto same = std::unique(all_.begin(), all_.end(),
                                      [](const Wish& a, const Wish& b) { return a.phrase == b.phrase; });
        all_.erase(same, all_.end());
        return std::move(all_);
    }

  private:
    void add_one(Cue cue, std::initializer_list<std::string_view> parts) {
        Wish& wish = all_.emplace_back(Wish{cue, ""});
        for (const std::string_view part : parts) {
            if (!part.empty() && !wish.phrase.empty()) wish.phrase += ' ';
            wish.phrase += part;
        }
    }

    std::vector<Wish> all_;
};

}  // namespace

std::vector<Wish> wishes() {
    Wishes out;
    constexpr auto back = Cue::optional_back;
    constexpr auto ahead = Cue::optional;

    // Of what stands before: "… would be handy", "… is a welcome extra", "… won't hurt".
    constexpr std::string_view would = "would be|will be|would also be|could be|might be|may be";
    constexpr std::string_view is =
        "is|are|is also|are also|would be|will be|would also be|could be|may be|might be";
    out.add(back, would, "|a real|a great|really|very|particularly|especially",
            "good|great|nice|lovely|ideal|perfect|brilliant|fantastic|amazing|wonderful|terrific|excellent|"
            "superb|cool");
    out.add(back, is, "|really|very|particularly|especially|always",
            "handy|useful|helpful|valuable|welcome|welcomed|beneficial|desirable|advantageous|favourable|"
            "favorable|valued");
    out.add(back, "useful|handy");
    out.add(back, is,
            "a|an|an added|an additional|another|a real|a big|a huge|a strong|a definite|a distinct|a "
            "welcome|a nice|"
            "a useful|a valuable|a great|a good|a further|a clear",
            "plus|bonus|asset|advantage|benefit|extra|addition|strength|edge|merit");
    out.add(back,
            "is considered|are considered|will be considered|would be considered|is seen as|are seen as|is "
            "regarded as",
            "a|an|a strong|a big|a definite", "plus|bonus|asset|advantage|benefit|strength|merit");
    out.add(back, "is|are|would be",
            "icing on the cake|the icing on the cake|the cherry on top|a cherry on top");
    out.add(back, "won't|wouldn't|doesn't|don't|can't|will not|would not|does not|do not|cannot",
            "hurt|harm|go amiss|go to waste");
    out.add(back, "comes in|come in|would come in|will come in", "handy|useful");
    out.add(back, "even|all the|so much the", "better");
    out.add(back, "|will|would|could|can|may", "set|sets|put|puts", "you apart|you ahead|you at the front");
    out.add(back, "|will|would|could|can|may", "make|makes|help|helps", "you stand out");
    out.add(back, "|will|would|could|can|may", "give|gives",
            "you an edge|you a head start|you an advantage|you the edge");
    out.add(back, "|will|would|could|can|may", "strengthen|strengthens|support|supports",
            "your application|your case");
    out.add(back, "|will|would", "count|counts|speak|speaks", "in your favour|in your favor|for you");
    out.add(back, "|will be|would be|is|are", "looked on|looked upon|viewed|seen|regarded|considered",
            "kindly|favourably|favorably|positively|as a plus|as an advantage|as a bonus");
    // Not needed, and told all the same: a wish.
    constexpr std::string_view is_not = "isn't|aren't|is not|are not|not|not a|is not a|isn't a|by no means";
    out.add(back, is_not, "|strictly|absolutely|always",
            "essential|mandatory|compulsory|obligatory|critical|vital|crucial|must");
    out.add(back, is_not, "strictly|absolutely", "required|necessary|needed");
    out.add(back, "by no means|is by no means|are by no means", "a|an absolute",
            "must|requirement|condition|necessity|dealbreaker|deal breaker");
    out.add(back, "not a|is not a|isn't a|not", "|strict|hard|strictly a|formal",
            "dealbreaker|deal breaker|must have|precondition");
    out.add(back, "not a|is not a|isn't a", "strict|hard|formal", "requirement");
    out.add(back, "no|is no|are no", "dealbreaker|deal breaker|must|must have|precondition");
    out.add(back, "though|although", "we can|we could|we will|we'll",
            "teach you|teach it|teach that|teach this|train you|train");
    out.add(back,
            "though can be|although can be|but can be|though it can be|but it can be|but this can be|though "
            "this can be",
            "taught|trained|learned|learnt|picked up");
    out.add(back, "though|although|but", "training is|training can be|training will be|full training is",
            "given|provided|available");

    // Of what follows: "it would be great if you …", "preference is given to …", "though not essential, …".
    out.add(
        ahead, "it would be|it'd be|it will be|it is|it's|would be|we would be|we'd be|we are|we're|i'd be",
        "good|great|nice|lovely|ideal|perfect|brilliant|fantastic|amazing|wonderful|terrific|excellent|handy|"
        "useful|helpful|delighted|happy|pleased|thrilled|over the moon|a plus|a bonus|an advantage|an "
        "asset|a benefit",
        "if|when|to see|to hear|to have|to find|to know");
    out.add(ahead,
            "great|nice|bonus|plus|advantage|advantageous|desirable|handy|useful|helpful|even better|all the "
            "better|happy|delighted|a plus|a bonus|an advantage|an asset",
            "if|when");
    out.add(ahead,
            "extra credit|brownie points|bonus points|extra points|plus points|kudos|extra marks|top marks",
            "for|if|when|to those with|to anyone with");
    out.add(ahead, "happy|love|loves|like|likes|great|nice|good|lovely", "to see|to hear of|to find");
    out.add(ahead, "preference|priority", "|is|will be|may be|would be|can be", "given to|granted to");
    out.add(ahead, "preference for|a preference for");
    out.add(ahead, "we|we'd|we would|will|will also", "look|also look",
            "favourably on|favorably on|kindly on|favourably upon|favorably upon");
    out.add(ahead,
            "don't worry|do not worry|no problem|no worries|it is fine|it's fine|that's fine|that is "
            "fine|it's ok|it is ok|it is no problem",
            "if",
            "|you don't|you do not|you have never|you've never|you have not|you haven't|you cannot|you "
            "can't|you lack");
    out.add(ahead, "ideal|the ideal|an ideal|our ideal|perfect|the perfect|the dream",
            "candidate|candidates|applicant|applicants|person|colleague",
            "also|might|may|might also|may also|would also|will also|could also");
    out.add(ahead, "you", "might|may", "also|have|know|already|even");
    out.add(ahead, "if", "you also|you even|you happen to|you additionally|on top of that you");
    out.add(ahead, "stand out", "with|if|by|through");
    out.add(ahead, "while|though|although|whilst|even though|even if",
            "not|not strictly|not absolutely|it's not|it is not",
            "essential|required|necessary|mandatory|needed|a must|a requirement");
    return out.take();
}

}  // namespace headway::career

// SPDX-License-Identifier: GPL-3.0-or-later
#include "career/types.hpp"

namespace headway::career {

std::string_view to_string(Need need) {
    return need == Need::must ? "must" : "nice";
}

std::string_view to_string(Status status) {
    switch (status) {
        case Status::matched:
            return "matched";
        case Status::weak:
            return "weak";
        case Status::missing:
            return "missing";
    }
    return "missing";
}

std::string_view to_string(Support support) {
    switch (support) {
        case Support::none:
            return "none";
        case Support::named:
            return "named";
        case Support::implied:
            return "implied";
        case Support::transfer:
            return "transfer";
    }
    return "none";
}

}  // namespace headway::career

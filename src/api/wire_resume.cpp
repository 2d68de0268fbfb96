// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/wire_resume.hpp"

#include "flows/reading.hpp"

namespace headway::api {

ResumeWire to_wire(const store::Resume& r) {
    ResumeWire out{r.id,
                   r.name,
                   r.media_type,
                   r.size_bytes,
                   r.is_default,
                   r.state,
                   r.reason,
                   r.can_retry,
                   r.run_id,
                   r.text_source,
                   {},
                   {},
                   {},
                   flows::lines_of(r.warnings),
                   to_string(r.created_at),
                   to_string(r.updated_at),
                   r.version};
    if (r.state == "ready") {
        out.pages = r.page_count;
        out.words = r.words;
        out.skills = r.skills;
    }
    return out;
}

}  // namespace headway::api

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "flows/corrections.hpp"
#include "flows/knowledge.hpp"
#include "store/jobs.hpp"
#include "store/resumes.hpp"

namespace headway::flows {

/// A résumé as the engine reads it for this person: spellings and corrections applied. Holds the text that
/// the reading looks into.
struct ReadResume {
    std::unique_ptr<const std::string> text;
    career::Resume resume;
    Corrected corrected;
};
[[nodiscard]] ReadResume read_resume(const Knowledge& knowledge, std::string_view text,
                                     std::string_view pages, std::span<const store::Correction> corrections,
                                     Date today);

/// The same of a job. Its text is the title, a blank line, and the description.
struct ReadJob {
    std::unique_ptr<const std::string> text;
    career::Job job;
    Corrected corrected;
};
[[nodiscard]] ReadJob read_job(const Knowledge& knowledge, const store::Job& job,
                               std::span<const store::Correction> corrections);

/// The text of a job that offsets count in.
[[nodiscard]] std::string job_text(const store::Job& job);

/// Page offsets as stored, "0 1804 3321", and back. What cannot be read stands for one page.
[[nodiscard]] std::string pages_to_text(const career::PageStarts& pages);
[[nodiscard]] career::PageStarts pages_from_text(std::string_view text);

/// Lines of a text that holds one warning a line.
[[nodiscard]] std::vector<std::string> lines_of(std::string_view text);

/// Words of a job for searching: folded, at most 2,000, the place that counts most kept.
[[nodiscard]] std::vector<store::JobWord> words_of(const store::Job& job);

}  // namespace headway::flows

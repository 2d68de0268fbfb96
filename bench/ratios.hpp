// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace headway::bench {

/// Runs the benchmarks of this program and prints one Markdown table: the median of the repetitions (times of
/// the processor, or of the clock where a benchmark uses real time), and how many times the baseline that is.
/// A benchmark whose name begins with "baseline_" is the baseline of those registered after it, until the
/// next one; where it has arguments, of those with the same arguments. A failed benchmark makes the exit code
/// 1.
[[nodiscard]] int run_with_ratios(int argc, char** argv);

}  // namespace headway::bench

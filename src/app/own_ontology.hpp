// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

#include "app/streams.hpp"
#include "files/file_store.hpp"
#include "flows/ontology_input.hpp"
#include "flows/run_result.hpp"

/// Packs that an administrator imported. They lie in FOLDER/ontology with a lexicon and a link table made of
/// them, and are used instead of the shipped ones from the next start on.
namespace headway::app {

/// Says how far it is, 0–1; false: stop.
using Reporting = std::function<bool(double, const std::string&)>;

/// Makes FOLDER/ontology anew: reads the uploaded release, compiles lexicon and link table, opens the whole
/// and only then puts it in the place of the one before. Fails with the file, line and column of what is
/// wrong and changes nothing. Can be done again after a crash.
[[nodiscard]] Result<flows::RunResult> make_own_ontology(const std::string& folder, files::FileStore& files,
                                                         const flows::OntologyInput& input,
                                                         const Reporting& report);

/// Has the packs in FOLDER/ontology used when they were made with this program and these shipped skills; says
/// what to do when they were not. To be called before anything is opened.
void prefer_own_ontology(const std::string& folder, Streams& streams);

}  // namespace headway::app

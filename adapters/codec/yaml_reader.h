// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "adapters/codec/source_document.h"

namespace tessera::adapters {

// YAML 1.2, core schema, one document. Anchors and aliases are resolved; keys are taken as text. Precondition: valid
// UTF-8 without NUL. Errors: Invalid and Limit with line and column, see loadWorkbook.
model::Result<std::shared_ptr<const SourceDocument>> readYaml(std::string text, const ParseLimits &limits = {});

// RFC 8259. Same precondition and errors.
model::Result<std::shared_ptr<const SourceDocument>> readJsonSource(std::string text, const ParseLimits &limits = {});

} // namespace tessera::adapters

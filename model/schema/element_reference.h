// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/catalogue.h"

namespace tessera::model {

// The element reference of the help, as Markdown: every kind with its fields, then the shared types they are made of.
// The same catalogue always gives the same text.
std::string elementReferenceMarkdown(const Catalogue &catalogue);

// One kind, for context help: heading, what it is, its fields.
std::string kindReferenceMarkdown(const Catalogue &catalogue, const KindSpec &kind);

} // namespace tessera::model

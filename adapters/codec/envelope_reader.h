// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "adapters/codec/source_document.h"
#include "adapters/codec/workbook_file.h"

namespace tessera::adapters {

// Takes a file's value apart into a workbook: finds the envelope, hoists nested elements, moves dialogs out of the
// pages and a flat theme into the settings. Bodies stay as they are. Errors: Invalid when it is no workbook.
model::Result<LoadedWorkbook> openEnvelope(std::shared_ptr<const SourceDocument> document, const QString &path);

// Whether an outer key of a flat file belongs beside the content (name, folder, what the server adds).
bool isMetaKey(std::string_view key);
// Whether a key is part of the content in every generation.
bool isContentKey(std::string_view key);
// Dialogs that stand among the pages carry one of these as `type`.
bool isOverlayType(std::string_view type);

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/workspace/connection.h"
#include "adapters/workspace/stored_document.h"

namespace tessera::adapters {

// Reads stored documents. All calls of one load see one state of the file.

model::Result<QList<DocumentInfo>> listDocuments(Connection &connection);
model::Result<StoredDocument> loadDocument(Connection &connection, const DocumentId &id);

} // namespace tessera::adapters

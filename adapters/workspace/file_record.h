// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/workspace/connection.h"
#include "adapters/workspace/stored_document.h"

namespace tessera::adapters {

// What the workspace knows of a document's workbook file. Each call belongs into a transaction.

// `file` holds `step`'s state, reached with journal record `sequence`.
model::Result<void> storeFileRecord(Connection &connection, const DocumentId &id, const StoredFile &file,
                                    model::History::Step step, qint64 sequence);
// Announces that `file` is about to be written. Between this and storeFileRecord a crash may leave the old or the new
// bytes in the file.
model::Result<void> announceSave(Connection &connection, const DocumentId &id, const StoredFile &file,
                                 model::History::Step step, qint64 sequence);
// Looks which bytes interrupted saves have left and remembers the outcome.
model::Result<void> settleInterruptedSaves(Connection &connection);

} // namespace tessera::adapters

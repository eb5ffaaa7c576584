// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adapters/workspace/connection.h"
#include "adapters/workspace/sigds_tables.h"
#include "adapters/workspace/stored_document.h"

namespace tessera::adapters {

// Brings the SIGDS tables of a document to `rows` by writing only what differs, inside the open transaction.
// `sequence`: the journal record they show.
model::Result<void> storeSigds(Connection &connection, const DocumentId &id, const SigdsRows &rows, qint64 sequence);
model::Result<SigdsRows> readSigds(Connection &connection, const DocumentId &id);

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>

#include "model/change/transaction.h"

namespace tessera::model {

// What a transaction touched, so that views refresh only that.
struct ChangeSet
{
    Transaction transaction;         // as applied (for an undo: the inverse)
    QSet<Key> elements;              // inserted, removed or edited bodies, by key
    QSet<Key> blocks;                // pages, overlays, panels likewise
    QSet<NodeId> nodes;              // layout nodes inserted, removed, moved or edited
    QSet<NodeId> layoutBlocks;       // pages and panels (nodes) whose arrangement changed
    QSet<Key> tables;                // input tables whose rows changed
    bool structure = false;          // some object or node was inserted, removed or reordered
    bool names = false;              // a display name may have changed
    bool workbookProperties = false; // meta, contents or extras
};

// `workbook` is the state after the transaction.
ChangeSet summarize(const Transaction &transaction, const Workbook &workbook);

} // namespace tessera::model

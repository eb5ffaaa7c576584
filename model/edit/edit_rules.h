// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/base/result.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// What people call the thing at a node: its name, else its kind in words.
QString nodeName(const Workbook &workbook, NodeId node);
QString elementName(const Object &element);

// May a node of this kind, which holds `levels` containers one in another (itself included), go into this parent?
// Errors: Invalid with the reason in words: not a grid, not in a tab, deeper than the designer nests.
Result<void> mayHold(const Workbook &workbook, NodeId parent, NodeKind kind, int levels);

// Containers one in another, from `node` down: 0 for a leaf.
int containerLevels(const LayoutTree &tree, NodeId node);

// The nodes of a list that are not inside another one of it, in document order, without repeats.
QList<NodeId> outermost(const LayoutTree &tree, const QList<NodeId> &nodes);

// First placements of these elements; those without one are left out.
QList<NodeId> nodesOf(const Workbook &workbook, const QList<Key> &elements);

bool isPageBreak(const Workbook &workbook, NodeId node);

} // namespace tessera::model

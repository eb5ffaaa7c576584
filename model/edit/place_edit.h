// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/base/result.h"
#include "model/change/transaction.h"
#include "model/layout/arrange.h"

namespace tessera::model {

// Edits of the arrangement. All are pure: they look at a workbook and answer the transaction that does it, labelled for
// people. Siblings in the way are pushed down, containers grow; everything else keeps its place.
// Errors of all: NotFound for nodes that are not there; Invalid or Limit where the target cannot hold them (`mayHold`).

// Puts nodes at rectangles (grid cells of `parent`), from wherever they are: another container, tab, page or panel.
Result<Transaction> makeMove(const Workbook &workbook, const std::vector<Placed> &nodes, NodeId parent);
// The same within their own parent, labelled as resizing. Nodes may have different parents.
Result<Transaction> makeResize(const Workbook &workbook, const std::vector<Placed> &nodes);

// Shifts by cells, each within its own grid; a group stops together at an edge. No change at the edge: no changes.
Result<Transaction> makeNudge(const Workbook &workbook, const QList<NodeId> &nodes, int columns, int rows);
// Makes wider and higher by cells, at least one cell.
Result<Transaction> makeNudgeSize(const Workbook &workbook, const QList<NodeId> &nodes, int columns, int rows);

// Errors also: Invalid when the nodes do not share a parent, or are too few (two to align, three to distribute).
Result<Transaction> makeAlign(const Workbook &workbook, const QList<NodeId> &nodes, Align how);
Result<Transaction> makeDistribute(const Workbook &workbook, const QList<NodeId> &nodes, Distribute how);

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/base/result.h"
#include "model/change/transaction.h"

namespace tessera::model {

class Catalogue;

struct InsertOptions
{
    // Where in the parent's grid; none: the next free place that takes the kind's usual size.
    std::optional<GridRect> rect = {};
    // Element to read from; none: what usualSource says. "" asks for no source at all.
    std::optional<std::string> source = {};
};

// The element a new one on a block most likely wants to read: the selected table, or what the selected element reads;
// else the only table of the block; else the table most others read from, an input table where there is no other. "":
// none.
std::string usualSource(const Workbook &workbook, const QList<Key> &selected = {}, const std::string &blockId = {});

// A new element of a kind ("bar-chart", "control/list"), with the smallest body Sigma takes, in `parent` (a block,
// container or tab). Containers get their inner grid, tabbed containers their tabs.
// Errors: Invalid or Limit with the reason where the parent cannot hold it; NotFound for an unknown parent.
Result<Transaction> makeInsert(const Workbook &workbook, const Catalogue &catalogue, const std::string &kind,
                               NodeId parent, const InsertOptions &options = {});

// The same with a body somebody made, whose id nobody uses yet.
Result<Transaction> makeInsertBody(const Workbook &workbook, const Catalogue &catalogue, Json body, NodeId parent,
                                   std::optional<GridRect> rect = {});

// The size a new element of a kind gets in a grid of so many columns.
GridRect defaultRect(const Catalogue &catalogue, const std::string &kind, int columns);

// Whether `parent` may hold a new element of this kind; the same answer makeInsert would give.
Result<void> mayInsert(const Workbook &workbook, const Catalogue &catalogue, const std::string &kind, NodeId parent);

// Elements a transaction adds, those directly in a block or an older container first.
QList<Key> insertedElements(const Transaction &transaction);

} // namespace tessera::model

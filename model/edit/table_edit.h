// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/base/result.h"
#include "model/change/transaction.h"
#include "model/schema/imported_table.h"

namespace tessera::model {

class Catalogue;

// What one does with a table and what reads it.

// The element of an imported file, in `parent` (a block, container or tab). Errors: as makeInsert.
Result<Transaction> makeInsertImported(const Workbook &workbook, const Catalogue &catalogue, const ImportedTable &table,
                                       NodeId parent);

struct AddedColumn
{
    Transaction transaction;
    std::string path; // of its formula, which is still to be written
};
// A column at the end of an element's columns. Errors: NotFound; Invalid for an element without columns of its own.
Result<AddedColumn> makeAddColumn(const Workbook &workbook, const Catalogue &catalogue, const Key &element);

// A control in `parent` that filters a column of a table, of the type that suits the column. Errors: NotFound; as
// makeInsert.
Result<Transaction> makeFilterControl(const Workbook &workbook, const Catalogue &catalogue, const Key &table,
                                      const std::string &columnId, NodeId parent);

// The element reads another table from now on. Without columns it gets the first that fit its kind; else its formulas
// name the new table where they named the old one. Errors: NotFound; Invalid for a kind that reads nothing and for a
// circle.
Result<Transaction> makeReadFrom(const Workbook &workbook, const Catalogue &catalogue, const Key &element,
                                 const Key &table);

// What `element` could read: tables, input tables and pivot tables that do not read it themselves, in document order.
// An empty key: for something new.
QList<Key> readableTables(const Workbook &workbook, const Key &element = {});

} // namespace tessera::model

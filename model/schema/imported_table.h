// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/schema/source_columns.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// A file of rows that becomes a table of the workbook. Sigma's code has no source that holds rows, so the table reads a
// warehouse table of the same columns, which somebody loads the file into; until then the rows are a local copy that
// stands for it.
struct ImportedTable
{
    struct Column
    {
        std::string name; // as the warehouse table calls it
        SourceColumn::Sort sort = SourceColumn::Sort::Text;
    };
    std::string title; // of the element, for people: "Orders 2024"
    std::string table; // of the warehouse: "ORDERS_2024"
    std::vector<Column> columns;
};

// A `table` element with every column, readable names ("order_date" is Order Date) and formats that tell numbers and
// dates. Connection, database and schema are those of another warehouse table of the workbook, where there is one.
Json importedTableBody(const Workbook &workbook, const ImportedTable &table);

// A table name no element of the workbook reads yet: "ORDERS", else "ORDERS_2" …
std::string freeTableName(const Workbook &workbook, const std::string &wanted);

// The first table element that reads the warehouse table of this name; null: none.
const Object *readerOfTable(const Workbook &workbook, const std::string &table);

// What a column of a file may be called so that formulas can name it: no brackets, no slash, no blanks around.
std::string referableName(const std::string &header);

} // namespace tessera::model

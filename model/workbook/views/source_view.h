// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/workbook/workbook.h"

namespace tessera::model {

enum class SourceKind
{
    Table, // another element
    WarehouseTable,
    DataModel,
    Sql,
    Join,
    Union,
    Transpose,
    Empty,  // input tables
    Linked, // input tables
    CodeOutput,
    Other, // csv-table, metric-view, semantic-view and kinds this program does not know: see `kindName`
};

struct SourceView
{
    SourceKind kind = SourceKind::Other;
    std::string kindName;   // as written
    std::string pointer;    // "/source", "/source/joins/0/right" …
    std::string elementId;  // Table, CodeOutput; Linked: the parent; DataModel: element of the model
    std::string groupingId; // Table
    std::string connectionId;
    std::vector<std::string> path; // WarehouseTable: database, schema, table
    std::string statement;         // Sql
    std::string dataModelId;
    std::string name;              // Join and Union: prefix in formulas
    std::vector<SourceView> parts; // Join: primary first, then the right sides; Union: all; Transpose: one

    // The element of this workbook it reads directly, "" when it reads from outside or is combined.
    std::string workbookElement() const;
};

// The source of an element; none when it has none (or a source that is not an object).
std::optional<SourceView> sourceOf(const Object &element);
SourceView sourceView(const Json &source, const std::string &pointer);

// Ids of all elements of the workbook a source reads, also through joins and unions; each once, in order.
std::vector<std::string> sourceElements(const SourceView &source);
// All connection ids an element or the whole workbook names, each once.
std::vector<std::string> connectionsOf(const Workbook &workbook);

// The prefix formulas write before a column of this source: the last part of a path, the element's name, "Custom SQL",
// the join's name …; "" when it cannot be said.
std::string sourcePrefix(const Workbook &workbook, const SourceView &source);

} // namespace tessera::model

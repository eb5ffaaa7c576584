// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include <QHash>
#include <QString>

#include "model/formula/scalar/scalar.h"
#include "model/names/name_lookup.h"
#include "model/query/relation.h"
#include "model/workbook/workbook.h"

namespace tessera::model::query {

// What a control holds at the moment.
struct ControlValue
{
    std::vector<Value> values;      // selected values; a single-value control has at most one
    std::optional<Value> low, high; // of range controls
    bool operator==(const ControlValue &) const = default;
};

// By handle (controlId). Controls that are absent hold what the workbook says.
using ControlValues = std::map<std::string, ControlValue>;

// Types of the columns of outside tables, as far as somebody knows them. Without it columns are Any.
class SourceColumns
{
public:
    virtual ~SourceColumns() = default;
    // Columns in the source's own spelling; none: the table is not known here.
    virtual std::optional<std::vector<Column>> columnsOf(const TableSource &source) const = 0;
    // The formula of a metric of a data model's element, over that element's columns; none: nobody knows it.
    virtual std::optional<std::string> metricOf(const TableSource & /*source*/, const std::string & /*name*/) const
    {
        return std::nullopt;
    }
};

struct QueryOptions
{
    ControlValues controls;
    const SourceColumns *sources = nullptr;
    Moment now;                        // what Now() and Today() are, on the account's clock
    bool filters = true;               // element filters and controls apply
    formula::Environment account = {}; // who asks: zone, mail, teams; its `now` is not used
};

// What somebody should know about a query: an error keeps (part of) it from running.
struct QueryProblem
{
    bool isError = true;
    std::string elementId; // where it lies, which may be a source of the element asked for
    std::string columnId;  // "" for the element itself
    std::string pointer;   // into that element's body
    QString message;
    QString hint;
};

// A column of the answer, in display order.
struct OutputColumn
{
    std::string id;   // column id in the element
    std::string name; // display name; also the name in the relation
    ValueType type = ValueType::Any;
    int level = -1;      // tables: grouping level from the outside, 0-based; -1: rows
    bool isKey = false;  // groups (a dimension); else a value
    std::string channel; // charts, KPIs and pivots: xAxis, yAxis, color, rowsBy …
};

struct Query
{
    RelationPtr relation; // null: cannot be computed, see problems
    std::vector<OutputColumn> columns;
};

// All an element needs to be drawn. `main` is what `query` prints: its relation may hold helper columns after
// `columns`. A column that cannot be computed is there and Null; `problems` say why. `parts` holds the rest by name:
//   "summary"     one row: the summary columns of a table
//   "rowTotals", "columnTotals", "grandTotal" of pivots, in the order of rows and columns
//   "subtotals:<n>"      of pivots: by the first n row keys and all column keys
//   "rowSubtotals:<n>"   by the first n row keys alone: their column of totals
//   "columnSubtotals:<n>" by all row keys and the first n column keys
//   "comparison"  one row: the KPI's value to compare with, in "value"
//   "trend"       a KPI's sparkline
//   "values"      what a control offers: columns "value", "label", "count"
//   "range"       min and max of what a range control filters
// `main` of tables and pivots also has a column "condition:<pointer>" for each conditional format with a formula.
//   "refMark:<n>" one row: "value", and "end" of a band
//   "text:<pointer>" of every text with {{…}} in the body, by its place ("text:/body", "text:/name/text"): one row, a
//   column
//                 per template in order. In a repeated container, where a template names the card's row: a row per
//                 card.
struct ElementQuery
{
    Query main;
    std::map<std::string, Query> parts;
    std::vector<QueryProblem> problems;
    std::vector<TableSource> tables;   // every outside table that takes part, each once
    std::vector<std::string> controls; // handles that change the answer
    bool hasErrors() const;
};

// Plans the rows an element shows. Total: whatever is wrong becomes a problem, and the other columns still compute.
ElementQuery planElement(const Workbook &workbook, const NameLookup &names, const Key &element,
                         const QueryOptions &options = {});

} // namespace tessera::model::query

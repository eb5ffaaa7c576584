// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/base/json.h"
#include "model/base/result.h"
#include "model/table/row_store.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

// The SIGDS schema as data, and a workbook as its rows.
//
// `sigma_layout_elements` is the whole workbook but its own properties: one row for every element, page, overlay and
// panel (`config`: wire body, place in its list, grid place) and for every layout node that is not one of them (tabs,
// second placements, references nobody declares). `sigma_workbooks` has the rest. The other tables show the same
// workbook from another side, for people who query: one row per effect, per action, per variable, per input table.
// Reading a workbook back uses the first two only and is exact.

enum class SigdsType
{
    Text,
    LongText,
    Json,
    Integer,
    Logical,
    Time,
};

struct SigdsColumn
{
    std::string name;
    SigdsType type = SigdsType::Text;
    bool required = false;
    std::string standard; // default value as SQL: "1" and "0" for logicals, "now" for the present time, "" for none
};

struct SigdsTable
{
    std::string name;
    std::vector<SigdsColumn> columns;
    std::vector<std::string> primaryKey;
};

enum class SigdsTableId
{
    Workbooks,
    InputTables,
    LayoutElements,
    Actions,
    ActionSequences,
    Variables,
    InputRows, // only in exported SQL; the workspace keeps rows in its own form
};
inline constexpr int sigdsTableCount = 7;

const SigdsTable &sigdsTable(SigdsTableId table);

// Values in column order, without the times, which the database fills: null, text, number or logical; any value in a
// JSON column, where a null stands for an SQL null.
using SigdsRow = std::vector<model::Json>;

struct SigdsRows
{
    std::vector<SigdsRow> tables[sigdsTableCount];

    std::vector<SigdsRow> &of(SigdsTableId table) { return tables[static_cast<int>(table)]; }
    const std::vector<SigdsRow> &of(SigdsTableId table) const { return tables[static_cast<int>(table)]; }
};

// Number of columns a row has: all but the times.
int sigdsValueCount(const SigdsTable &table);

SigdsRows sigdsRows(const model::Workbook &workbook, const std::string &workbookId);
void addInputRows(SigdsRows &rows, const model::Workbook &workbook, const model::RowStore &store,
                  const std::string &workbookId);

// Errors: Invalid for anything sigdsRows did not make.
model::Result<model::Workbook> workbookFromSigds(const SigdsRows &rows);

} // namespace tessera::adapters

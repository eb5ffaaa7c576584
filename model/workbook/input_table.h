// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QString>

#include "model/workbook/object.h"

namespace tessera::model {

// What the cells of an input-table column hold.
enum class CellType
{
    Text,
    Number,
    DateTime,
    Checkbox,
    MultiSelect,
    File,
    Formula,   // worked out from other columns
    ParentKey, // of a linked table: comes from the parent element
    System,    // ID, CREATED_AT …: Sigma fills it
    Unknown,   // a type this program does not know: shown, kept, not edited
};

// One column of an input table, read from its wire body.
// Source: the column shapes and the single validation slot of Sigma's input tables.
struct InputColumn
{
    std::string id;
    QString name; // display name; the id where there is none
    CellType type = CellType::Unknown;
    std::vector<Json> values;     // allowed values, in order; empty: no such slot
    std::vector<QString> options; // their texts
    bool valuesFromData = false;  // allowed values are those of another element's column
    std::optional<Json> min, max; // inclusive
    std::string formula;          // of a formula column
    std::string key;              // of a key column: the parent's column id
    std::string formatString;     // d3 for numbers, strftime for dates; "" for none
    std::string currency;

    bool isEditable() const { return type <= CellType::MultiSelect; }
    bool isNumeric() const { return type == CellType::Number; }
    bool isSelect() const { return !values.empty() && type != CellType::MultiSelect; }

    bool operator==(const InputColumn &) const = default;
};

bool isInputTable(const Object &element);
// The element a linked table takes its rows from; none for a table people fill themselves.
std::optional<std::string> linkedParent(const Object &table);
std::vector<InputColumn> inputColumns(const Object &table);

} // namespace tessera::model

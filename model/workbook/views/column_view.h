// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/workbook/workbook.h"

namespace tessera::model {

// Reading views of a body, in domain words. They hold copies, point back by RFC 6901 pointers, and never fail: what is
// missing or of the wrong type reads as empty. Edits go through setProperty with the pointers given here.

struct ColumnView
{
    std::string id;
    std::string name;    // its own; "" when it has none (see columnName)
    std::string formula; // "" for typed and system columns of input tables
    bool hasFormula = false;
    std::string type;       // of input-table columns: text, number …
    std::string key;        // of linked input tables: column of the parent
    std::string formatKind; // number, datetime, ""
    std::string formatString;
    bool hidden = false;
    int index = 0;
    std::string pointer; // "/columns/3"

    bool isSystem() const; // ID, CREATED_AT …: Sigma fills it
};

std::vector<ColumnView> columnsOf(const Object &element);
std::optional<ColumnView> columnOf(const Object &element, const std::string &columnId);

// What formulas call a column: its name, else the last part of a formula that is one plain reference, else its id.
std::string columnName(const ColumnView &column);
// The name of the column with this id, "" when the element has none such.
std::string columnName(const Object &element, const std::string &columnId);

bool isSystemColumnId(std::string_view id);

} // namespace tessera::model

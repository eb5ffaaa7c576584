// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "model/schema/catalogue.h"
#include "model/schema/kind_spec.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// Parts of element bodies that edits put together, so that only this layer knows how they are written.

// Where the columns of an element are listed, and where the formula of the one at `index` stands.
std::string columnListPath();
std::string columnFormulaPath(int index);
// A column with a free id and a name like `name` no other column of `body` has; its formula is still to be written.
Json newColumn(const Json &body, const std::string &name);

// Where an element says what it reads, and what it says to read another element.
std::string sourcePath();
Json elementSource(const std::string &elementId);

// Whether an element of this kind ("bar-chart", "control/list") reads rows of another one.
bool readsRows(const KindSpec &kind);

// The control somebody filters a column by: a list for text, a range for dates and numbers.
std::string filterControlFor(const Object &table, const std::string &columnId);
// Such a control: it filters the column, and offers its values where the type has a list. Named like the column.
Json filterControlBody(const Catalogue &catalogue, const Workbook &workbook, const Object &table,
                       const std::string &columnId);

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/element_parts.h"

#include <algorithm>
#include <array>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/schema/new_body.h"
#include "model/schema/source_columns.h"

namespace tessera::model {

namespace {

// A handle that reads well in formulas: pOrderDate of "Order Date".
std::string handleFor(const std::string &column)
{
    QString handle = QStringLiteral("p");
    bool upper = true;
    for (const QChar c : toQString(column)) {
        const bool fits = c.unicode() < 128 && c.isLetterOrNumber();
        if (fits)
            handle += upper ? c.toUpper() : c;
        upper = !fits;
    }
    return toUtf8(handle.size() > 1 ? handle : QStringLiteral("pFilter"));
}

} // namespace

std::string columnListPath()
{
    return "/columns";
}

std::string columnFormulaPath(int index)
{
    return columnListPath() + '/' + std::to_string(index) + "/formula";
}

Json newColumn(const Json &body, const std::string &name)
{
    const Json *columns = member(body, "columns");
    const auto taken = [&](const std::string &wanted) {
        return columns && columns->is_array() && std::any_of(columns->begin(), columns->end(), [&](const Json &column) {
                   return foldName(stringMember(column, "name")) == foldName(wanted);
               });
    };
    std::string free = name;
    for (int number = 2; taken(free); ++number)
        free = name + ' ' + std::to_string(number);
    return {{"id", freeItemId(body, "column")}, {"name", free}, {"formula", ""}};
}

std::string sourcePath()
{
    return "/source";
}

Json elementSource(const std::string &elementId)
{
    return {{"kind", "table"}, {"elementId", elementId}};
}

bool readsRows(const KindSpec &kind)
{
    // Controls that begin with a value of their own would hide rows at once; they are wired by hand.
    static constexpr std::array<std::string_view, 7> open = {"text",       "text-area",    "number",   "number-range",
                                                             "date-range", "range-slider", "hierarchy"};
    return kind.hasSource() || (kind.family == Family::Control && std::ranges::find(open, kind.name) != open.end());
}

std::string filterControlFor(const Object &table, const std::string &columnId)
{
    for (const SourceColumn &column : sourceColumns(table)) {
        if (column.id != columnId)
            continue;
        if (column.sort == SourceColumn::Sort::Date)
            return "date-range";
        return column.sort == SourceColumn::Sort::Number && !column.key ? "number-range" : "list";
    }
    return "list";
}

Json filterControlBody(const Catalogue &catalogue, const Workbook &workbook, const Object &table,
                       const std::string &columnId)
{
    NewBodyOptions options;
    options.sourceElementId = table.id();
    options.sourceColumnId = columnId;
    for (const SourceColumn &column : sourceColumns(table)) {
        if (column.id == columnId)
            options.name = freeElementName(workbook, column.name);
    }
    Json body = newControlBody(catalogue, workbook, filterControlFor(table, columnId), options);
    body["controlId"] = freeControlId(workbook, handleFor(options.name));
    return body;
}

} // namespace tessera::model

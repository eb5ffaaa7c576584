// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/formula_table.h"

#include <algorithm>

#include "model/base/json_text.h"
#include "model/workbook/views/column_view.h"

namespace tessera::model {

namespace {

// Columns of a table that reads the element itself: for elements whose columns have no formulas.
Json readingColumns(const Object &element, const std::vector<ColumnView> &columns)
{
    Json list = Json::array();
    for (const ColumnView &column : columns) {
        const std::string name = columnName(column);
        list.push_back({{"id", column.id}, {"name", name}, {"formula", '[' + element.name() + '/' + name + ']'}});
    }
    return list;
}

} // namespace

FormulaTable tableWithFormulas(const Workbook &workbook, const Object &element, const std::vector<TabledFormula> &formulas)
{
    const std::vector<ColumnView> columns = columnsOf(element);
    const bool typed = std::any_of(columns.begin(), columns.end(), [](const ColumnView &column) { return !column.hasFormula; });
    FormulaTable probe{workbook, Key("formula table"), {}};
    Json body = {{"id", "formula table"}, {"kind", "table"}};
    if (typed) {
        body["source"] = {{"kind", "table"}, {"elementId", element.id()}};
        body["columns"] = readingColumns(element, columns);
    } else {
        for (const char *key : {"source", "columns", "filters"}) {
            if (const Json *part = member(element.body(), key))
                body[key] = *part;
        }
        if (!body.contains("columns"))
            body["columns"] = Json::array();
    }
    Json summary = Json::array();
    for (std::size_t i = 0; i < formulas.size(); ++i) {
        const std::string id = "formula table " + std::to_string(i + 1);
        body["columns"].push_back({{"id", id}, {"name", id}, {"formula", formulas[i].text}});
        if (formulas[i].summary)
            summary.push_back(id);
        probe.columnIds.push_back(id);
    }
    if (!summary.empty())
        body["summary"] = summary;
    probe.workbook.elements.append(Object(probe.element, std::move(body)));
    return probe;
}

} // namespace tessera::model

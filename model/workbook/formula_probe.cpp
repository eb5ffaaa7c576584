// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/formula_probe.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/workbook/views/column_view.h"
#include "model/workbook/views/element_view.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::FormulaProbe)
};

Json &listIn(Json &body, const char *key)
{
    Json &list = body[key];
    if (!list.is_array())
        list = Json::array();
    return list;
}

void addIds(Json &list, const std::vector<ProbeColumn> &columns)
{
    for (const ProbeColumn &column : columns)
        list.push_back(column.id);
}

void addColumns(Json &body, const std::vector<ProbeColumn> &columns)
{
    Json &list = listIn(body, "columns");
    for (const ProbeColumn &column : columns)
        list.push_back(Json{{"id", column.id}, {"name", column.id}, {"formula", column.formula}});
}

bool holds(const std::vector<std::string> &ids, const std::string &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// The formulas stand where the column stands; those of a key, which groups rows, stand among the rows. Returns whether
// that is the summary.
bool addToTable(const Object &element, Json &body, const std::string &columnId, const std::vector<ProbeColumn> &columns)
{
    const auto groupings = groupingsOf(element);
    for (std::size_t i = 0; i < groupings.size(); ++i) {
        if (holds(groupings[i].calculations, columnId)) {
            addIds(listIn(body["groupings"][i], "calculations"), columns);
            return false;
        }
    }
    if (columnId.empty() || !holds(summaryColumns(element), columnId))
        return false;
    addIds(listIn(body, "summary"), columns);
    return true;
}

// A table with the rows of a chart, KPI or pivot; for a formula that is one value a row, with the rows they are made
// of.
bool asTable(const Object &element, Json &body, const std::vector<ProbeColumn> &columns,
             const std::function<bool(const std::string &)> &isAggregate)
{
    Json table = Json::object();
    for (const char *key : {"id", "kind", "name", "source", "columns", "filters"}) {
        if (const Json *value = member(body, key))
            table[key] = *value;
    }
    table["kind"] = "table";
    if (!columns.empty() && !isAggregate(columns.back().formula)) {
        body = std::move(table);
        return false;
    }
    Json keys = Json::array();
    Json calculations = Json::array();
    for (const ColumnView &column : columnsOf(element))
        (isAggregate(column.formula) ? calculations : keys).push_back(column.id);
    const bool summary = keys.empty();
    addIds(calculations, columns);
    if (summary)
        table["summary"] = std::move(calculations);
    else
        table["groupings"] = Json::array(
            {Json{{"id", "probe"}, {"groupBy", std::move(keys)}, {"calculations", std::move(calculations)}}});
    body = std::move(table);
    return summary;
}

constexpr char textPart[] = "text:/body";

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

// Whatever has no rows of its own takes its values from those of others, as a text does.
Json textOf(const std::string &id, const std::vector<std::string> &formulas)
{
    std::string text;
    for (const std::string &formula : formulas)
        text += "{{" + formula + "}} ";
    return {{"id", id}, {"kind", "text"}, {"body", text}};
}

Json asText(const Object &element, const std::vector<ProbeColumn> &columns)
{
    std::vector<std::string> formulas;
    for (const ProbeColumn &column : columns)
        formulas.push_back(column.formula);
    return textOf(element.id(), formulas);
}

} // namespace

Result<FormulaProbe> makeFormulaProbe(const Workbook &workbook, const Key &key, const std::string &path,
                                      const std::vector<ProbeColumn> &columns,
                                      const std::function<bool(const std::string &formula)> &isAggregate)
{
    const Object *element = workbook.element(key);
    if (!element)
        return fail(ErrorCode::NotFound, Texts::tr("The element is not in the workbook any more."));
    const auto views = columnsOf(*element);
    const auto column = std::find_if(views.begin(), views.end(),
                                     [&](const ColumnView &c) { return path.starts_with(c.pointer + '/'); });
    if (path.starts_with("/actions/"))
        return fail(ErrorCode::Unsupported, Texts::tr("The formulas of actions have values only when the action runs."),
                    Texts::tr("Put the formula into a column of a table to try it."));
    FormulaProbe probe{workbook, key, false, {}};
    Json body = element->body();
    if (isTableKind(element->kind()) || isChartKind(element->kind())) {
        const bool plain = isTableKind(element->kind()) && element->kind() != "pivot-table";
        probe.summary = plain ? addToTable(*element, body, column == views.end() ? std::string() : column->id, columns)
                              : asTable(*element, body, columns, isAggregate);
        addColumns(body, columns);
    } else {
        body = asText(*element, columns);
        probe.text = textPart;
    }
    probe.workbook.elements.replace(workbook.elements.indexOf(key), element->withBody(std::move(body)));
    return probe;
}

TextProbe makeTextProbe(const Workbook &workbook, const std::vector<std::string> &formulas)
{
    TextProbe probe{workbook, workbook.elements.freeKey("probe"), textPart};
    probe.workbook.elements.append(Object(probe.key, textOf(probe.key, formulas)));
    return probe;
}

FormulaProbe makeTableProbe(const Workbook &workbook, const Object &element, const std::vector<ProbeColumn> &columns,
                            bool summary)
{
    const std::vector<ColumnView> views = columnsOf(element);
    const bool typed =
        std::any_of(views.begin(), views.end(), [](const ColumnView &column) { return !column.hasFormula; });
    FormulaProbe probe{workbook, Key("formula probe"), summary, {}};
    Json body = {{"id", probe.element}, {"kind", "table"}};
    if (typed) {
        body["source"] = {{"kind", "table"}, {"elementId", element.id()}};
        body["columns"] = readingColumns(element, views);
    } else {
        for (const char *key : {"source", "columns", "filters"}) {
            if (const Json *part = member(element.body(), key))
                body[key] = *part;
        }
    }
    addColumns(body, columns);
    if (summary)
        addIds(listIn(body, "summary"), columns);
    probe.workbook.elements.append(Object(probe.element, std::move(body)));
    return probe;
}

} // namespace tessera::model

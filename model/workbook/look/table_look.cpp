// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/table_look.h"

#include <algorithm>

#include "model/base/text.h"

namespace tessera::model {

namespace {

const Json &child(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = member(object, key);
    return value ? *value : none;
}

std::vector<ColumnLook> picked(const Object &element, const Json &ids)
{
    std::vector<ColumnLook> columns;
    for (const std::string &id : columnIdsIn(&ids))
        columns.push_back(columnLook(element, id));
    return columns;
}

bool has(const std::vector<ColumnLook> &columns, const std::string &id)
{
    return std::any_of(columns.begin(), columns.end(), [&](const ColumnLook &column) { return column.id == id; });
}

// Columns named in `order` first, the others after them as they are declared.
std::vector<ColumnLook> inOrder(const Object &element)
{
    std::vector<ColumnLook> declared = columnLooks(element);
    std::vector<ColumnLook> out;
    for (const std::string &id : columnIdsIn(&child(element.body(), "order"))) {
        const auto it = std::find_if(declared.begin(), declared.end(), [&](const ColumnLook &c) { return c.id == id; });
        if (it != declared.end() && !has(out, id))
            out.push_back(*it);
    }
    for (ColumnLook &column : declared) {
        if (!has(out, column.id))
            out.push_back(std::move(column));
    }
    std::erase_if(out, [](const ColumnLook &column) { return column.hidden; });
    return out;
}

CellText cellText(const Json &styles, std::string_view key)
{
    const Json &style = child(styles, key);
    CellText text;
    text.color = colorText(member(style, "color"));
    text.background = colorText(member(style, "backgroundColor"));
    text.align = stringMember(style, "align");
    text.fontSize = intMember(style, "fontSize");
    const std::string weight = stringMember(style, "fontWeight");
    if (!weight.empty())
        text.bold = weight == "bold";
    return text;
}

void readStyle(const Json &style, TableLook &look)
{
    look.presentation = stringMember(style, "preset") == "presentation";
    const std::string spacing = stringMember(style, "cellSpacing");
    look.rowHeight = spacing == "extra-small" ? 20 : spacing == "small" ? 23 : spacing == "large" ? 34 : 27;
    const std::string lines = stringMember(style, "gridLines");
    look.lines = lines == "none"       ? GridLines::None
                 : lines == "vertical" ? GridLines::Vertical
                 : lines == "all"      ? GridLines::All
                                       : GridLines::Horizontal;
    look.banded = stringMember(style, "banding") == "shown";
    look.bandColor = colorText(member(style, "bandingColor"));
    look.headerLine = colorText(member(style, "headerDividerColor"));
    const Json &texts = child(style, "textStyles");
    look.header = cellText(texts, member(texts, "header") ? "header" : "columnHeader");
    look.cell = cellText(texts, "cell");
}

void readFormats(const Json &formats, TableLook &look)
{
    if (!formats.is_array())
        return;
    for (const Json &format : formats) {
        const std::string type = stringMember(format, "type");
        auto &into = type == "dataBars" ? look.bars : look.scales;
        if (type != "dataBars" && type != "backgroundScale")
            continue;
        for (const std::string &id : columnIdsIn(&child(format, "columnIds")))
            into.push_back(id);
    }
}

} // namespace

TableLook tableLookOf(const Object &element)
{
    const Json &body = element.body();
    TableLook look;
    look.columns = inOrder(element);
    if (const Json &groupings = child(body, "groupings"); groupings.is_array()) {
        for (const Json &grouping : groupings) {
            TableLook::Level level{picked(element, child(grouping, "groupBy")),
                                   picked(element, child(grouping, "calculations"))};
            std::erase_if(look.columns, [&](const ColumnLook &column) {
                return has(level.keys, column.id) || has(level.values, column.id);
            });
            if (!level.keys.empty() || !level.values.empty())
                look.levels.push_back(std::move(level));
        }
    }
    look.summary = picked(element, child(body, "summary"));
    std::erase_if(look.columns, [&](const ColumnLook &column) { return has(look.summary, column.id); });
    readStyle(child(body, "tableStyle"), look);
    readFormats(child(body, "conditionalFormats"), look);
    return look;
}

PivotLook pivotLookOf(const Object &element)
{
    PivotLook look;
    look.rows = picked(element, child(element.body(), "rowsBy"));
    look.columns = picked(element, child(element.body(), "columnsBy"));
    look.values = picked(element, child(element.body(), "values"));
    look.grandTotals = stringMember(child(element.body(), "totals"), "showGrandTotals") == "shown";
    readStyle(child(element.body(), "tableStyle"), look.style);
    readFormats(child(element.body(), "conditionalFormats"), look.style);
    return look;
}

} // namespace tessera::model

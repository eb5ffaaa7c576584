// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/input_table.h"

#include <array>
#include <string_view>

#include "model/base/text.h"

namespace tessera::model {

namespace {

constexpr std::array<std::string_view, 5> systemIds = {"ID", "CREATED_AT", "CREATED_BY", "UPDATED_AT", "UPDATED_BY"};

bool isSystemId(std::string_view id)
{
    for (const std::string_view known : systemIds) {
        if (id == known)
            return true;
    }
    return false;
}

CellType typeOf(const Json &column)
{
    if (isSystemId(stringMember(column, "id")))
        return CellType::System;
    if (member(column, "key"))
        return CellType::ParentKey;
    if (member(column, "formula"))
        return CellType::Formula;
    const std::string type = stringMember(column, "type");
    if (type == "text")
        return CellType::Text;
    if (type == "number")
        return CellType::Number;
    if (type == "datetime")
        return CellType::DateTime;
    if (type == "checkbox")
        return CellType::Checkbox;
    if (type == "multi-select")
        return CellType::MultiSelect;
    return type == "file" ? CellType::File : CellType::Unknown;
}

QString systemName(const std::string &id)
{
    if (id == "ID")
        return QStringLiteral("ID");
    if (id == "CREATED_AT")
        return QStringLiteral("Created At");
    if (id == "CREATED_BY")
        return QStringLiteral("Created By");
    return id == "UPDATED_AT" ? QStringLiteral("Updated At") : QStringLiteral("Updated By");
}

QString nameOf(const Json &column, const std::string &id, CellType type)
{
    if (const std::string name = stringMember(column, "name"); !name.empty())
        return toQString(name);
    return type == CellType::System ? systemName(id) : toQString(id);
}

QString optionText(const Json &value)
{
    if (value.is_string())
        return toQString(stringOf(value));
    return isRawNumber(value) ? toQString(rawNumberText(value)) : QString::fromStdString(value.dump());
}

void readValidation(const Json &column, InputColumn &out)
{
    if (const Json *values = member(column, "values"); values && values->is_array()) {
        for (const Json &value : *values) {
            if (value.is_null() || value.is_structured())
                continue;
            out.values.push_back(value);
            out.options.push_back(optionText(value));
        }
    }
    out.valuesFromData = member(column, "valuesFrom") != nullptr;
    if (const Json *range = member(column, "range")) {
        if (const Json *min = member(*range, "min"); min && !min->is_null())
            out.min = *min;
        if (const Json *max = member(*range, "max"); max && !max->is_null())
            out.max = *max;
    }
    if (const Json *format = member(column, "format")) {
        out.formatString = stringMember(*format, "formatString");
        out.currency = stringMember(*format, "currencySymbol");
    }
}

} // namespace

bool isInputTable(const Object &element)
{
    return element.kind() == "input-table";
}

std::optional<std::string> linkedParent(const Object &table)
{
    const Json *source = member(table.body(), "source");
    if (!source || stringMember(*source, "kind") != "linked")
        return std::nullopt;
    return stringMember(*source, "from");
}

std::vector<InputColumn> inputColumns(const Object &table)
{
    std::vector<InputColumn> columns;
    const Json *list = member(table.body(), "columns");
    if (!list || !list->is_array())
        return columns;
    for (const Json &body : *list) {
        InputColumn column;
        column.id = stringMember(body, "id");
        if (column.id.empty())
            continue;
        column.type = typeOf(body);
        column.name = nameOf(body, column.id, column.type);
        column.formula = stringMember(body, "formula");
        column.key = stringMember(body, "key");
        readValidation(body, column);
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace tessera::model

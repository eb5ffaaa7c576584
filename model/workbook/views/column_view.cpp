// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/column_view.h"

#include <algorithm>
#include <array>

#include "model/base/pointer.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

constexpr std::array<std::string_view, 5> systemIds = {"ID", "CREATED_AT", "CREATED_BY", "UPDATED_AT", "UPDATED_BY"};

ColumnView viewOf(const Json &json, int index)
{
    ColumnView column;
    column.id = stringMember(json, "id");
    column.name = stringMember(json, "name");
    column.formula = stringMember(json, "formula");
    column.hasFormula = member(json, "formula") != nullptr;
    column.type = stringMember(json, "type");
    column.key = stringMember(json, "key");
    if (const Json *format = member(json, "format")) {
        column.formatKind = stringMember(*format, "kind");
        column.formatString = stringMember(*format, "formatString");
    }
    column.hidden = isTrue(json, "hidden");
    column.index = index;
    column.pointer = joinPointer("/columns", static_cast<std::size_t>(index));
    return column;
}

// "[Orders/Net Amount]" → "Net Amount"; "" for anything but one plain reference.
std::string referencedName(const std::string &formula)
{
    const auto first = formula.find_first_not_of(" \t\n");
    const auto last = formula.find_last_not_of(" \t\n");
    if (first == std::string::npos || formula[first] != '[' || formula[last] != ']' || last <= first + 1)
        return {};
    const std::string inner = formula.substr(first + 1, last - first - 1);
    if (inner.find_first_of("[]") != std::string::npos)
        return {};
    const auto slash = inner.find('/');
    return slash == std::string::npos ? inner : inner.substr(slash + 1);
}

} // namespace

bool isSystemColumnId(std::string_view id)
{
    return std::find(systemIds.begin(), systemIds.end(), id) != systemIds.end();
}

bool ColumnView::isSystem() const
{
    return isSystemColumnId(id);
}

std::vector<ColumnView> columnsOf(const Object &element)
{
    std::vector<ColumnView> columns;
    forEachItem(element.body(), "columns",
                [&](const Json &json, int index) { columns.push_back(viewOf(json, index)); });
    return columns;
}

std::optional<ColumnView> columnOf(const Object &element, const std::string &columnId)
{
    std::optional<ColumnView> found;
    forEachItem(element.body(), "columns", [&](const Json &json, int index) {
        if (!found && stringMember(json, "id") == columnId)
            found = viewOf(json, index);
    });
    return found;
}

std::string columnName(const ColumnView &column)
{
    if (!column.name.empty())
        return column.name;
    const std::string referenced = referencedName(column.formula);
    return referenced.empty() ? column.id : referenced;
}

std::string columnName(const Object &element, const std::string &columnId)
{
    const auto column = columnOf(element, columnId);
    return column ? columnName(*column) : std::string();
}

} // namespace tessera::model

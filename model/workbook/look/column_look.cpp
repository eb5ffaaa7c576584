// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/column_look.h"

#include <QRegularExpression>

#include "model/base/text.h"

namespace tessera::model {

namespace {

const Json &child(const Json &object, std::string_view key)
{
    static const Json none;
    const Json *value = member(object, key);
    return value ? *value : none;
}

// "[Sales/Store Region]" -> "Store Region"; anything that is not one plain reference -> "".
QString referencedName(const QString &formula)
{
    const QString text = formula.trimmed();
    if (!text.startsWith(u'[') || !text.endsWith(u']') || text.indexOf(u']') != text.size() - 1)
        return {};
    const QString inner = text.mid(1, text.size() - 2);
    return inner.mid(inner.lastIndexOf(u'/') + 1);
}

ColumnSort sortFrom(const Json &column, const QString &formula)
{
    const std::string formatKind = stringMember(child(column, "format"), "kind");
    const std::string type = stringMember(column, "type");
    if (formatKind == "number" || type == "number")
        return ColumnSort::Number;
    if (formatKind == "datetime" || type == "datetime" || type == "date")
        return ColumnSort::Date;
    if (type == "boolean" || type == "checkbox" || type == "logical")
        return ColumnSort::Logical;
    static const QRegularExpression number(
        QStringLiteral("^\\s*(Sum|Avg|Count|CountDistinct|CountIf|SumIf|AvgIf|Min|Max|Median|Round|PercentOfTotal|Rank|"
                       "RowNumber|Number|DateDiff|StdDev|Variance|Percentile\\w*)\\s*\\("),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression date(QStringLiteral("^\\s*(Date\\w*|Today|Now|MakeDate|InPriorDateRange)\\s*\\("),
                                         QRegularExpression::CaseInsensitiveOption);
    if (number.match(formula).hasMatch())
        return ColumnSort::Number;
    return date.match(formula).hasMatch() ? ColumnSort::Date : ColumnSort::Text;
}

void readFormat(const Json &format, ColumnLook &look)
{
    look.format = stringMember(format, "formatString");
    look.formatKind = stringMember(format, "kind");
    look.currency = stringMember(format, "currencySymbol");
    look.decimal = stringMember(format, "decimalSymbol");
    if (const Json *group = member(format, "digitGroupingSymbol"); group && group->is_string())
        look.group = stringOf(*group);
    if (const Json *sizes = member(format, "digitGroupingSize")) {
        for (const Json &size : sizes->is_array() ? *sizes : Json::array({*sizes})) {
            if (const auto number = numberOf(&size); number && *number >= 1 && *number <= 20)
                look.groupSizes.push_back(static_cast<int>(*number));
        }
    }
    look.nullText = textMember(format, "displayNullAs");
}

ColumnLook lookOf(const Json &column)
{
    ColumnLook look;
    look.id = stringMember(column, "id");
    const QString formula = textMember(column, "formula");
    look.name = textMember(column, "name");
    if (look.name.isEmpty())
        look.name = referencedName(formula);
    if (look.name.isEmpty())
        look.name = formula.isEmpty() ? toQString(look.id) : formula;
    readFormat(child(column, "format"), look);
    look.sort = sortFrom(column, formula);
    const Json &style = child(column, "style");
    look.align = stringMember(style, "align");
    look.width = intMember(style, "width");
    const Json *hidden = member(column, "hidden");
    look.hidden = hidden && hidden->is_boolean() && hidden->get<bool>();
    return look;
}

} // namespace

std::vector<ColumnLook> columnLooks(const Object &element)
{
    std::vector<ColumnLook> looks;
    if (const Json &columns = child(element.body(), "columns"); columns.is_array()) {
        looks.reserve(columns.size());
        for (const Json &column : columns)
            looks.push_back(lookOf(column));
    }
    return looks;
}

ColumnLook columnLook(const Object &element, const std::string &id)
{
    if (const Json &columns = child(element.body(), "columns"); columns.is_array()) {
        for (const Json &column : columns) {
            if (stringMember(column, "id") == id)
                return lookOf(column);
        }
    }
    ColumnLook look;
    look.id = id;
    look.name = toQString(id);
    return look;
}

std::vector<std::string> columnIdsIn(const Json *value)
{
    std::vector<std::string> ids;
    if (!value)
        return ids;
    if (value->is_string())
        return {stringOf(*value)};
    if (value->is_array()) {
        for (const Json &item : *value) {
            for (std::string &id : columnIdsIn(&item))
                ids.push_back(std::move(id));
        }
        return ids;
    }
    for (const std::string_view key : {"columnIds", "columnId", "column", "id"}) {
        if (const Json *inner = member(*value, key))
            return columnIdsIn(inner);
    }
    return ids;
}

std::vector<std::string> channelColumns(const Object &element, std::string_view channel)
{
    return columnIdsIn(member(element.body(), channel));
}

QString dashPattern(const ColumnLook &column)
{
    const QString dash = QStringLiteral("–");
    if (column.format.find('$') != std::string::npos)
        return (column.currency.empty() ? QStringLiteral("$") : toQString(column.currency)) + dash;
    return !column.format.empty() && column.format.back() == '%' ? dash + u'%' : dash;
}

} // namespace tessera::model

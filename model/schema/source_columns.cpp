// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/source_columns.h"

#include <algorithm>

#include <QStringList>

#include "model/base/text.h"

namespace tessera::model {

namespace {

bool containsWord(const QString &name, const QStringList &words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const QString &word) { return name.contains(word, Qt::CaseInsensitive); });
}

SourceColumn::Sort sortOf(const Json &column, const QString &name)
{
    const std::string type = stringMember(column, "type");
    if (type == "number")
        return SourceColumn::Sort::Number;
    if (type == "datetime")
        return SourceColumn::Sort::Date;
    if (type == "checkbox")
        return SourceColumn::Sort::Logical;
    if (const Json *format = member(column, "format"))
        return stringMember(*format, "kind") == "datetime" ? SourceColumn::Sort::Date : SourceColumn::Sort::Number;
    if (!type.empty())
        return SourceColumn::Sort::Text;
    const QString formula = toQString(stringMember(column, "formula"));
    static const QStringList numeric = {QStringLiteral("Sum("), QStringLiteral("Count"), QStringLiteral("Avg("),
                                        QStringLiteral("Number("), QStringLiteral("Round(")};
    if (formula.startsWith(QLatin1String("Date"), Qt::CaseInsensitive) &&
        !formula.startsWith(QLatin1String("DateDiff"), Qt::CaseInsensitive))
        return SourceColumn::Sort::Date;
    if (std::any_of(numeric.begin(), numeric.end(), [&](const QString &f) { return formula.startsWith(f); }))
        return SourceColumn::Sort::Number;
    static const QStringList dates = {QStringLiteral("date"), QStringLiteral("month"), QStringLiteral("week"),
                                      QStringLiteral("day"),  QStringLiteral("time"),  QStringLiteral(" at")};
    static const QStringList numbers = {
        QStringLiteral("amount"),    QStringLiteral("revenue"), QStringLiteral("sales"),
        QStringLiteral("cost"),      QStringLiteral("price"),   QStringLiteral("profit"),
        QStringLiteral("quantity"),  QStringLiteral("qty"),     QStringLiteral("count"),
        QStringLiteral("total"),     QStringLiteral("units"),   QStringLiteral("rate"),
        QStringLiteral("margin"),    QStringLiteral("budget"),  QStringLiteral("spend"),
        QStringLiteral("value"),     QStringLiteral("clicks"),  QStringLiteral("impressions"),
        QStringLiteral("score"),     QStringLiteral("percent"), QStringLiteral("latitude"),
        QStringLiteral("longitude"), QStringLiteral("cogs")};
    if (containsWord(name, dates))
        return SourceColumn::Sort::Date;
    return containsWord(name, numbers) ? SourceColumn::Sort::Number : SourceColumn::Sort::Text;
}

int fitness(const SourceColumn &column, ChannelFill::Role role)
{
    using Role = ChannelFill::Role;
    using Sort = SourceColumn::Sort;
    const QString name = toQString(column.name);
    const auto named = [&](const QStringList &words) { return containsWord(name, words); };
    switch (role) {
    case Role::Dimension:
        return (column.sort == Sort::Text      ? 8
                : column.sort == Sort::Logical ? 6
                : column.sort == Sort::Date    ? 4
                                               : 1) -
               (column.key ? 5 : 0);
    case Role::Date:
        return column.sort == Sort::Date ? 9 : column.sort == Sort::Text && !column.key ? 3 : 1;
    case Role::Measure:
    case Role::Number:
        // Keys are counted where there is nothing to add up.
        return column.sort == Sort::Number ? (column.key ? 4 : 9) : column.key ? 3 : 1;
    case Role::Place:
        return named({QStringLiteral("state"), QStringLiteral("country"), QStringLiteral("region"),
                      QStringLiteral("zip"), QStringLiteral("province"), QStringLiteral("geo")})
                   ? 9
               : column.sort == Sort::Text ? 3
                                           : 1;
    case Role::Latitude:
        return named({QStringLiteral("lat")}) ? 9 : column.sort == Sort::Number ? 3 : 1;
    case Role::Longitude:
        return named({QStringLiteral("lon"), QStringLiteral("lng")}) ? 9 : column.sort == Sort::Number ? 3 : 1;
    case Role::Any:
        return 1;
    }
    Q_UNREACHABLE();
}

} // namespace

std::vector<SourceColumn> sourceColumns(const Object &element)
{
    std::vector<SourceColumn> found;
    const Json *columns = member(element.body(), "columns");
    if (!columns || !columns->is_array())
        return found;
    for (const Json &json : *columns) {
        SourceColumn column;
        column.id = stringMember(json, "id");
        column.name = stringMember(json, "name");
        if (column.name.empty())
            column.name = column.id;
        const Json *hidden = member(json, "hidden");
        if (column.id.empty() || (hidden && *hidden == Json(true)))
            continue;
        const QString name = toQString(column.name);
        column.sort = sortOf(json, name);
        column.key = name.compare(QLatin1String("id"), Qt::CaseInsensitive) == 0 ||
                     name.endsWith(QLatin1String(" id"), Qt::CaseInsensitive) ||
                     name.endsWith(QLatin1String(" number"), Qt::CaseInsensitive) ||
                     name.endsWith(QLatin1String(" key"), Qt::CaseInsensitive);
        found.push_back(std::move(column));
    }
    return found;
}

const SourceColumn *pickColumn(const std::vector<SourceColumn> &columns, ChannelFill::Role role,
                               const std::vector<const SourceColumn *> &used)
{
    const SourceColumn *best = nullptr;
    int bestFit = 0;
    for (const SourceColumn &column : columns) {
        const bool taken = std::find(used.begin(), used.end(), &column) != used.end();
        const int fit = fitness(column, role) * 2 - (taken ? 5 : 0);
        if (!best || fit > bestFit) {
            best = &column;
            bestFit = fit;
        }
    }
    return best;
}

std::string columnReference(const std::string &element, const std::string &column)
{
    return '[' + element + '/' + column + ']';
}

std::string channelFormula(ChannelFill::Role role, const std::string &element, const SourceColumn &column)
{
    const std::string reference = columnReference(element, column.name);
    if (role == ChannelFill::Role::Measure)
        return (column.sort == SourceColumn::Sort::Number && !column.key ? "Sum(" : "CountDistinct(") + reference + ')';
    if (role == ChannelFill::Role::Date && column.sort == SourceColumn::Sort::Date)
        return "DateTrunc(\"month\", " + reference + ')';
    return reference;
}

} // namespace tessera::model

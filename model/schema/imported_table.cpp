// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/schema/imported_table.h"

#include <algorithm>
#include <set>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/schema/new_body.h"
#include "model/workbook/views/source_view.h"

namespace tessera::model {

namespace {

const std::string unknownConnection = "00000000-0000-0000-0000-000000000000"; // as in the templates

// Calls `visit` with every warehouse table the elements read.
template <class Visit>
void eachWarehouseTable(const SourceView &source, const Visit &visit)
{
    if (source.kind == SourceKind::WarehouseTable && !source.path.empty())
        visit(source);
    for (const SourceView &part : source.parts)
        eachWarehouseTable(part, visit);
}

SourceView homeOf(const Workbook &workbook)
{
    SourceView home;
    home.connectionId = unknownConnection;
    home.path = {"DATABASE", "SCHEMA", {}};
    bool found = false;
    for (const Object &element : workbook.elements) {
        const auto source = sourceOf(element);
        if (!source || found)
            continue;
        eachWarehouseTable(*source, [&](const SourceView &table) {
            if (!found && !table.connectionId.empty() && table.path.size() > 1) {
                found = true;
                home = table;
            }
        });
    }
    return home;
}

// "order_date" and "ORDER_DATE" are Order Date; what somebody wrote with care stays.
QString readable(const std::string &header)
{
    QString name = toQString(header).simplified();
    const bool shouted = name == name.toUpper() || name == name.toLower();
    if (!shouted && !name.contains(u'_'))
        return name;
    name = name.replace(u'_', u' ').simplified();
    if (!shouted)
        return name;
    bool first = true;
    for (QChar &c : name) {
        c = first ? c.toUpper() : c.toLower();
        first = c == u' ';
    }
    return name;
}

std::string freeName(std::set<std::string> &taken, const QString &wanted)
{
    QString name = wanted;
    for (int number = 2; !taken.insert(foldName(toUtf8(name))).second; ++number)
        name = QStringLiteral("%1 %2").arg(wanted).arg(number);
    return toUtf8(name);
}

Json formatOf(const ImportedTable::Column &column, const QString &name)
{
    if (column.sort == SourceColumn::Sort::Date) {
        const bool hours = name.contains(QStringLiteral("time"), Qt::CaseInsensitive) ||
                           name.endsWith(QStringLiteral(" at"), Qt::CaseInsensitive);
        return {{"kind", "datetime"}, {"formatString", hours ? "%Y-%m-%d %H:%M" : "%Y-%m-%d"}};
    }
    if (column.sort != SourceColumn::Sort::Number)
        return nullptr;
    // Years and codes are told apart by their figures, not by their size.
    bool code = false;
    for (const char *word : {"year", "id", "code", "zip", "number"})
        code |= name.split(u' ').contains(QLatin1String(word), Qt::CaseInsensitive);
    return {{"kind", "number"}, {"formatString", code ? ".2~f" : ",.2~f"}};
}

} // namespace

std::string referableName(const std::string &header)
{
    QString name = toQString(header);
    for (QChar &c : name) {
        if (c == u'/' || c == u'[' || c == u']')
            c = u' ';
    }
    return toUtf8(name.simplified());
}

Json importedTableBody(const Workbook &workbook, const ImportedTable &table)
{
    const SourceView home = homeOf(workbook);
    Json path = Json::array();
    for (std::size_t i = 0; i + 1 < home.path.size(); ++i)
        path.push_back(home.path[i]);
    path.push_back(table.table);
    Json body = {
        {"id", freeId(workbook, "table")},
        {"kind", "table"},
        {"name", freeElementName(workbook, table.title)},
        {"source", {{"kind", "warehouse-table"}, {"connectionId", home.connectionId}, {"path", std::move(path)}}},
        {"columns", Json::array()}};
    std::set<std::string> names;
    for (const ImportedTable::Column &column : table.columns) {
        const std::string name = freeName(names, readable(column.name));
        std::string stem;
        for (const QChar c : toQString(name).toLower())
            stem += c.isLetterOrNumber() && c.unicode() < 128 ? static_cast<char>(c.unicode()) : '-';
        Json entry = {
            {"id", freeItemId(body, stem)}, {"name", name}, {"formula", columnReference(table.table, column.name)}};
        if (Json format = formatOf(column, toQString(name)); !format.is_null())
            entry["format"] = std::move(format);
        body["columns"].push_back(std::move(entry));
    }
    return body;
}

const Object *readerOfTable(const Workbook &workbook, const std::string &table)
{
    const std::string fold = foldName(table);
    for (const Object &element : workbook.elements) {
        const auto source = sourceOf(element);
        if (element.kind() == "table" && source && source->kind == SourceKind::WarehouseTable &&
            !source->path.empty() && foldName(source->path.back()) == fold)
            return &element;
    }
    return nullptr;
}

std::string freeTableName(const Workbook &workbook, const std::string &wanted)
{
    std::set<std::string> taken;
    for (const Object &element : workbook.elements) {
        if (const auto source = sourceOf(element))
            eachWarehouseTable(*source, [&](const SourceView &table) { taken.insert(foldName(table.path.back())); });
    }
    std::string name = wanted;
    for (int number = 2; taken.contains(foldName(name)); ++number)
        name = wanted + '_' + std::to_string(number);
    return name;
}

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/workspace_tables.h"

#include <QFile>

#include "adapters/query/input_cells.h"
#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::CellType;
using model::InputColumn;
using model::Result;
using model::formula::ValueType;

namespace {

std::string fileName(const QString &path)
{
    return QFile::encodeName(path).toStdString();
}

std::string literal(std::string_view text)
{
    std::string quoted = "'";
    for (const char c : text) {
        quoted += c;
        if (c == '\'')
            quoted += c;
    }
    return quoted + "'";
}

// Copies the rows of a SELECT over tables of the workspace, which is attached as "ws" meanwhile.
Result<std::int64_t> copyRows(SqliteConnection &connection, const QString &workspace, const std::string &table,
                              const std::string &select, std::stop_token stop)
{
    if (auto done = connection.execute("ATTACH DATABASE " + literal(fileName(workspace)) + " AS ws"); !done)
        return model::fail(done.error());
    auto done = connection.execute("CREATE TABLE " + quotedName(table) + " AS " + select, std::move(stop));
    (void)connection.execute("DETACH DATABASE ws");
    if (!done)
        return model::fail(done.error());
    model::sql::Statement count;
    count.text = "SELECT count(*) FROM " + quotedName(table);
    const auto rows = connection.run(count);
    if (!rows)
        return model::fail(rows.error());
    return static_cast<std::int64_t>(rows->table.columns[0].data.number(0));
}

std::string jsonPath(const std::string &column)
{
    return literal("$." + model::writeJson(model::Json(column)));
}

// One moment or name out of a row's edit history.
std::string fromHistory(std::string_view what, bool first)
{
    return "(SELECT " + std::string(what) +
           " FROM ws.input_row_edits AS e WHERE e.table_no = r.table_no AND e.row_id = r.row_id "
           "ORDER BY e.edit " +
           (first ? "ASC" : "DESC") + " LIMIT 1)";
}

std::string cellText(const InputColumn &column)
{
    const std::string value = "json_extract(r.row_values, " + jsonPath(column.id) + ")";
    if (column.type == CellType::System) {
        const bool first = column.id.starts_with("CREATED");
        if (column.id == "ID")
            return "CAST(r.row_id AS TEXT)";
        return column.id.ends_with("_AT") ? "wh_moment(" + fromHistory("e.at_ms / 1000.0", first) + ")"
                                          : fromHistory("e.author", first);
    }
    return typeOf(column) == ValueType::Date ? "wh_moment(" + value + ")" : value;
}

} // namespace

TableRecipe copyRecipe(const QString &workspace, const SourceCopy &copy)
{
    TableRecipe recipe;
    recipe.key = "copy " + copy.id;
    recipe.stamp = copy.dataTable;
    recipe.wanted = copy.path.back();
    recipe.load = [workspace, copy](SqliteConnection &connection, const std::string &name,
                                    std::stop_token stop) -> Result<LocalTable> {
        const auto rows =
            copyRows(connection, workspace, name, "SELECT * FROM ws." + quotedName(copy.dataTable), std::move(stop));
        if (!rows)
            return model::fail(rows.error());
        LocalTable table;
        table.origin = LocalTable::Origin::Copy;
        table.columns = copy.columns;
        table.rows = *rows;
        return table;
    };
    return recipe;
}

std::optional<TableRecipe> inputRecipe(const QString &workspace, const QString &document, const model::Object &table,
                                       const std::string &title)
{
    const auto connection = SqliteConnection::open(fileName(workspace), SqliteConnection::Access::Read);
    if (!connection)
        return std::nullopt;
    model::sql::Statement state;
    state.text =
        "SELECT table_no, next_row_id, row_count, (SELECT edit FROM input_row_edits AS e WHERE e.table_no = t.table_no "
        "ORDER BY edit DESC LIMIT 1) FROM input_row_tables AS t WHERE workbook_id = ? AND table_key = ? AND row_count "
        "> 0";
    state.parameters = {model::toUtf8(document), table.key()};
    const auto found = (*connection)->run(state);
    if (!found || found->table.rowCount() == 0)
        return std::nullopt;
    const auto text = [&](std::size_t column) { return model::plainText(found->table.columns[column].data.at(0)); };
    const std::vector<InputColumn> columns = model::inputColumns(table);
    TableRecipe recipe;
    recipe.key = "rows " + model::toUtf8(document) + " " + table.key();
    recipe.stamp = text(1) + " " + text(2) + " " + text(3) + " " + signatureOf(columns);
    recipe.wanted = title;
    recipe.load = [workspace, columns, number = text(0)](SqliteConnection &connection_, const std::string &name,
                                                         std::stop_token stop) -> Result<LocalTable> {
        LocalTable made;
        made.origin = LocalTable::Origin::Rows;
        std::string cells;
        for (const InputColumn &column : columns) {
            if (column.type == CellType::Formula)
                continue;
            cells += (cells.empty() ? "" : ", ") + cellText(column) + " AS " + quotedName(column.id);
            made.columns.push_back({column.id, typeOf(column)});
        }
        const auto rows = copyRows(connection_, workspace, name,
                                   "SELECT " + (cells.empty() ? "NULL AS \"tessera row\"" : cells) +
                                       " FROM ws.input_rows AS r WHERE r.table_no = " + number + " ORDER BY r.place",
                                   std::move(stop));
        if (!rows)
            return model::fail(rows.error());
        made.rows = *rows;
        return made;
    };
    return recipe;
}

} // namespace tessera::adapters

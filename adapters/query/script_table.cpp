// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/script_table.h"

#include <charconv>
#include <set>

#include "adapters/query/sqlite_statement.h"
#include "adapters/query/table_writer.h"
#include "adapters/query/warehouse_functions.h"
#include "model/formula/lexer.h"
#include "model/value/iso_text.h"

namespace tessera::adapters {

using model::Result;
using model::formula::ValueType;

namespace {

// A column of the result while rows pass.
struct ScriptColumn
{
    int index = 0;
    std::string name;
    bool numbers = false;
    bool texts = false;
    bool onlyMoments = true; // of the texts
    bool storedForm = true;  // of the moments

    ValueType type() const
    {
        if (texts)
            return onlyMoments && !numbers ? ValueType::Date : ValueType::Text;
        return numbers ? ValueType::Number : ValueType::Any; // nothing but nulls
    }
};

std::vector<ScriptColumn> columnsOf(sqlite3_stmt *query)
{
    std::vector<ScriptColumn> columns;
    std::set<std::string> used;
    for (int i = 0; i < sqlite3_column_count(query); ++i) {
        const std::string base = sqlite3_column_name(query, i);
        if (base.starts_with(scriptHelper))
            continue;
        std::string name = base;
        for (int n = 2; !used.insert(model::foldName(name)).second; ++n)
            name = base + " (" + std::to_string(n) + ")";
        columns.push_back({i, name});
    }
    return columns;
}

void bindParameters(sqlite3_stmt *query, const std::vector<model::Value> &parameters)
{
    for (int i = 1; i <= sqlite3_bind_parameter_count(query); ++i) {
        const char *name = sqlite3_bind_parameter_name(query, i); // ":p3"
        std::size_t number = 0;
        if (name)
            std::from_chars(name + 2, name + std::char_traits<char>::length(name), number);
        if (number >= 1 && number <= parameters.size())
            (void)bindValue(query, i, parameters[number - 1]);
    }
}

std::string_view textOf(sqlite3_stmt *query, int column)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(query, column));
    return {text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(query, column))};
}

void takeCell(TableWriter &writer, int target, sqlite3_stmt *query, ScriptColumn &column)
{
    switch (sqlite3_column_type(query, column.index)) {
    case SQLITE_NULL:
        return writer.setNull(target);
    case SQLITE_INTEGER:
        column.numbers = true;
        return writer.setWhole(target, sqlite3_column_int64(query, column.index));
    case SQLITE_FLOAT:
        column.numbers = true;
        return writer.setFraction(target, sqlite3_column_double(query, column.index));
    default:
        break;
    }
    const std::string_view text = textOf(query, column.index);
    column.texts = true;
    if (column.onlyMoments) {
        column.onlyMoments = text.size() >= 10 && model::momentFromIso(text);
        column.storedForm = column.storedForm && text.size() >= 19 && model::storedMoment(text);
    }
    writer.setText(target, text);
}

// Brings cells into the form local tables have for the column's type.
Result<void> normalise(SqliteConnection &connection, const std::string &table, const ScriptColumn &column)
{
    const std::string name = quotedName(column.name);
    if (column.type() == ValueType::Date && !column.storedForm)
        return connection.execute("UPDATE " + quotedName(table) + " SET " + name + " = wh_moment(" + name + ")");
    if (column.texts && column.numbers)
        return connection.execute("UPDATE " + quotedName(table) + " SET " + name + " = CAST(" + name + " AS TEXT)");
    return {};
}

} // namespace

Result<LocalTable> storeScriptRows(SqliteConnection &connection, const std::string &table, const Script &script,
                                   const std::vector<model::Value> &parameters, model::Moment now, std::stop_token stop)
{
    if (auto done = registerWarehouseFunctions(connection.handle(), now); !done)
        return model::fail(done.error());
    auto prepared = prepareSql(connection.handle(), script.text);
    if (!prepared) {
        model::Error error = prepared.error();
        error.where = {}; // of the rewritten text, which nobody wrote
        return model::fail(std::move(error));
    }
    sqlite3_stmt *query = prepared->get();
    bindParameters(query, parameters);
    std::vector<ScriptColumn> columns = columnsOf(query);
    std::vector<std::string> names;
    for (const ScriptColumn &column : columns)
        names.push_back(column.name);
    auto writer = TableWriter::create(connection, table, names);
    if (!writer)
        return model::fail(writer.error());
    const StopWatch watch(connection, stop);
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(query)) == SQLITE_ROW) {
        for (std::size_t i = 0; i < columns.size(); ++i)
            takeCell(**writer, static_cast<int>(i), query, columns[i]);
        if (auto done = (*writer)->endRow(); !done)
            return model::fail(done.error());
    }
    if (code != SQLITE_DONE) {
        const model::Error error = sqliteError(connection.handle(), code);
        prepared->reset();
        return model::fail(error);
    }
    prepared->reset();
    LocalTable result;
    result.origin = LocalTable::Origin::Script;
    result.rows = (*writer)->rows();
    for (const ScriptColumn &column : columns) {
        if (auto done = normalise(connection, table, column); !done)
            return model::fail(done.error());
        result.columns.push_back({column.name, column.type()});
    }
    if (auto done = (*writer)->finish(); !done)
        return model::fail(done.error());
    return result;
}

} // namespace tessera::adapters

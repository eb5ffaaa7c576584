// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/input_cells.h"

#include <algorithm>

#include "adapters/query/sqlite_statement.h"
#include "model/base/json_text.h"
#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/table/cell_value.h"

namespace tessera::adapters {

using model::CellType;
using model::InputColumn;
using model::Result;
using model::formula::ValueType;

namespace {

// Formulas are computed, not stored.
bool isStored(const InputColumn &column)
{
    return column.type != CellType::Formula;
}

// Rewrites each distinct text of a multi-select column as the JSON array it stands for.
Result<void> makeArrays(SqliteConnection &connection, const std::string &name, const InputColumn &column)
{
    const std::string quoted = quotedName(column.id);
    model::sql::Statement distinct;
    distinct.text = "SELECT DISTINCT " + quoted + " FROM " + quotedName(name) + " WHERE " + quoted + " IS NOT NULL";
    const auto texts = connection.run(distinct);
    if (!texts)
        return model::fail(texts.error());
    auto update = prepareSql(connection.handle(),
                             "UPDATE " + quotedName(name) + " SET " + quoted + " = ? WHERE " + quoted + " = ?");
    if (!update)
        return model::fail(update.error());
    const auto &cells = texts->table.columns.front().data;
    for (std::size_t row = 0; row < cells.size(); ++row) {
        const std::string text = model::plainText(cells.at(row));
        const auto array = model::parseCell(column, text);
        (void)bindValue(update->get(), 1, array ? model::Value(model::writeJson(*array)) : model::Value());
        (void)bindValue(update->get(), 2, text);
        if (sqlite3_step(update->get()) != SQLITE_DONE)
            return model::fail(sqliteError(connection.handle(), sqlite3_errcode(connection.handle())));
        sqlite3_reset(update->get());
    }
    return {};
}

} // namespace

std::string signatureOf(const std::vector<InputColumn> &columns)
{
    std::string text;
    for (const InputColumn &column : columns)
        text += column.id + '\x1f' + model::toUtf8(column.name) + '\x1f' +
                std::to_string(static_cast<int>(column.type)) + '\x1e';
    return text;
}

ValueType typeOf(const InputColumn &column)
{
    switch (column.type) {
    case CellType::Number:
        return ValueType::Number;
    case CellType::DateTime:
        return ValueType::Date;
    case CellType::Checkbox:
        return ValueType::Logical;
    case CellType::MultiSelect:
    case CellType::File:
        return ValueType::Variant;
    case CellType::System:
        return column.id.ends_with("_AT") ? ValueType::Date : ValueType::Text;
    case CellType::Text:
        return ValueType::Text;
    case CellType::ParentKey:
    case CellType::Formula:
    case CellType::Unknown:
        break;
    }
    return ValueType::Any;
}

void askForInputColumns(CsvLoadOptions &options, const std::vector<InputColumn> &columns)
{
    for (const InputColumn &column : columns) {
        const ValueType type = typeOf(column);
        if (type != ValueType::Any)
            options.types.emplace(column.id, type == ValueType::Variant ? ValueType::Text : type);
    }
    options.columnName = [columns](const std::string &header) {
        const std::string fold = model::foldName(header);
        for (const InputColumn &column : columns) {
            if (column.id == header)
                return column.id;
        }
        for (const InputColumn &column : columns) {
            if (model::foldName(model::toUtf8(column.name)) == fold)
                return column.id;
        }
        return header;
    };
}

Result<void> finishInputColumns(SqliteConnection &connection, const std::string &name,
                                const std::vector<InputColumn> &columns, LocalTable &table)
{
    for (const InputColumn &column : columns) {
        const auto known = std::ranges::find(table.columns, column.id, &model::query::Column::name);
        if (known == table.columns.end()) {
            if (!isStored(column))
                continue;
            const ValueType type = typeOf(column);
            if (auto done =
                    connection.execute("ALTER TABLE " + quotedName(name) + " ADD COLUMN " + quotedName(column.id));
                !done)
                return done;
            table.columns.push_back({column.id, type == ValueType::Any ? ValueType::Text : type});
        } else if (column.type == CellType::MultiSelect) {
            known->type = ValueType::Variant;
            if (auto done = makeArrays(connection, name, column); !done)
                return done;
        }
    }
    return {};
}

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/result_builder.h"

#include <cmath>

#include "model/value/iso_text.h"

namespace tessera::adapters {

using model::Value;
using model::formula::ValueType;
using model::query::ColumnData;

namespace {

using Whole = std::vector<std::int64_t>;
using Fractions = std::vector<double>;
using Texts = std::vector<std::string>;

ColumnData::Cells cellsFor(ValueType type)
{
    switch (type) {
    case ValueType::Number:
    case ValueType::Logical:
    case ValueType::Date:
    case ValueType::Any:
    case ValueType::Null:
        return Whole();
    case ValueType::Text:
    case ValueType::Variant:
    case ValueType::Geography:
    case ValueType::Error:
        break;
    }
    return Texts();
}

std::string_view textOf(sqlite3_stmt *statement, int column)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return {text ? text : "", static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

} // namespace

ColumnBuilder::ColumnBuilder(ValueType type)
    : m_type(type)
    , m_undecided(type == ValueType::Any || type == ValueType::Null)
    , m_cells(cellsFor(type))
{
}

void ColumnBuilder::takeNull()
{
    std::visit([](auto &cells) { cells.emplace_back(); }, m_cells);
    m_nulls.push_back(true);
}

void ColumnBuilder::decide(int cell)
{
    m_undecided = false;
    m_type = cell == SQLITE_INTEGER || cell == SQLITE_FLOAT ? ValueType::Number : ValueType::Text;
    if (m_type == ValueType::Text)
        m_cells = Texts(m_nulls.size());
}

bool ColumnBuilder::takeWhole(sqlite3_stmt *statement, int column, int cell)
{
    auto *whole = std::get_if<Whole>(&m_cells);
    if (!whole)
        return false;
    if (m_type == ValueType::Date) {
        const auto moment = cell == SQLITE_TEXT ? model::storedMoment(textOf(statement, column)) : std::nullopt;
        if (moment)
            whole->push_back(moment->micros);
        return moment.has_value();
    }
    if (cell == SQLITE_INTEGER) {
        const std::int64_t value = sqlite3_column_int64(statement, column);
        whole->push_back(m_type == ValueType::Logical ? value != 0 : value);
        return true;
    }
    if (cell == SQLITE_FLOAT && m_type == ValueType::Number) // the first fraction
        m_cells = Fractions(whole->begin(), whole->end());
    return false;
}

bool ColumnBuilder::takeFraction(sqlite3_stmt *statement, int column, int cell)
{
    auto *fractions = std::get_if<Fractions>(&m_cells);
    if (!fractions || (cell != SQLITE_FLOAT && cell != SQLITE_INTEGER))
        return false;
    fractions->push_back(sqlite3_column_double(statement, column));
    return std::isfinite(fractions->back()) || (fractions->pop_back(), false);
}

bool ColumnBuilder::takeText(sqlite3_stmt *statement, int column, int cell)
{
    auto *texts = std::get_if<Texts>(&m_cells);
    // A number where text was promised is written as Text() writes it; a variant's number is its JSON.
    if (!texts || (cell != SQLITE_TEXT && cell != SQLITE_BLOB && m_type != ValueType::Variant))
        return false;
    texts->emplace_back(textOf(statement, column));
    return true;
}

void ColumnBuilder::takeSlowly(sqlite3_stmt *statement, int column)
{
    if (!m_slow)
        m_slow.emplace(m_type, std::move(m_cells), std::move(m_nulls));
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return m_slow->append(Value());
    case SQLITE_INTEGER: {
        const std::int64_t value = sqlite3_column_int64(statement, column);
        return m_slow->append(m_slow->type() == ValueType::Logical ? Value(value != 0) : Value(value));
    }
    case SQLITE_FLOAT:
        return m_slow->append(Value(sqlite3_column_double(statement, column)));
    default:
        break;
    }
    const std::string text(textOf(statement, column));
    if (m_slow->type() == ValueType::Date) {
        if (const auto moment = model::momentFromIso(text))
            return m_slow->append(Value(*moment));
    }
    m_slow->append(Value(text));
}

void ColumnBuilder::take(sqlite3_stmt *statement, int column)
{
    if (m_slow)
        return takeSlowly(statement, column);
    const int cell = sqlite3_column_type(statement, column);
    if (cell == SQLITE_NULL)
        return takeNull();
    if (m_undecided)
        decide(cell);
    if (takeWhole(statement, column, cell) || takeFraction(statement, column, cell) ||
        takeText(statement, column, cell))
        m_nulls.push_back(false);
    else
        takeSlowly(statement, column);
}

ColumnData ColumnBuilder::finish()
{
    if (m_slow)
        return std::move(*m_slow);
    if (m_undecided)
        decide(SQLITE_TEXT);
    return ColumnData(m_type, std::move(m_cells), std::move(m_nulls));
}

} // namespace tessera::adapters

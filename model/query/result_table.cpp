// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/result_table.h"

#include <algorithm>
#include <limits>

#include "model/base/json_text.h"

namespace tessera::model::query {

using formula::ValueType;

namespace {

std::string textAt(const ColumnData &column, std::size_t row)
{
    return column.isNull(row) ? std::string() : plainText(column.at(row));
}

} // namespace

ColumnData::ColumnData(ValueType type, Cells cells, std::vector<bool> nulls)
    : m_type(type)
    , m_cells(std::move(cells))
    , m_nulls(std::move(nulls))
{
}

Value ColumnData::at(std::size_t row) const
{
    if (m_nulls[row])
        return {};
    if (const auto *whole = std::get_if<std::vector<std::int64_t>>(&m_cells)) {
        if (m_type == ValueType::Logical)
            return Value((*whole)[row] != 0);
        if (m_type == ValueType::Date)
            return Value(Moment{(*whole)[row]});
        return Value((*whole)[row]);
    }
    if (const auto *fractions = std::get_if<std::vector<double>>(&m_cells))
        return Value((*fractions)[row]);
    const std::string &text = std::get<std::vector<std::string>>(m_cells)[row];
    if (m_type == ValueType::Variant) {
        if (Result<Json> json = readJson(text))
            return Value(std::move(*json));
    }
    return Value(text);
}

double ColumnData::number(std::size_t row) const
{
    if (m_nulls[row])
        return std::numeric_limits<double>::quiet_NaN();
    if (const auto *whole = std::get_if<std::vector<std::int64_t>>(&m_cells))
        return static_cast<double>((*whole)[row]);
    if (const auto *fractions = std::get_if<std::vector<double>>(&m_cells))
        return (*fractions)[row];
    return std::numeric_limits<double>::quiet_NaN();
}

void ColumnData::append(const Value &value)
{
    const bool null = value.isNull();
    if (auto *whole = std::get_if<std::vector<std::int64_t>>(&m_cells)) {
        if (m_type == ValueType::Number && value.isNumber() && !value.integer()) {
            m_cells = std::vector<double>(whole->begin(), whole->end()); // the first fraction
        } else if (null || value.isMoment() || value.isLogical() || value.integer()) {
            whole->push_back(null                ? 0
                             : value.isMoment()  ? value.moment().micros
                             : value.isLogical() ? std::int64_t(value.logical())
                                                 : *value.integer());
            m_nulls.push_back(null);
            return;
        }
    }
    if (auto *fractions = std::get_if<std::vector<double>>(&m_cells); fractions && (null || value.isNumber())) {
        fractions->push_back(null ? 0 : value.number());
        m_nulls.push_back(null);
        return;
    }
    if (!std::holds_alternative<std::vector<std::string>>(m_cells)) {
        std::vector<std::string> texts;
        for (std::size_t row = 0; row < size(); ++row)
            texts.push_back(textAt(*this, row));
        m_cells = std::move(texts);
        m_type = ValueType::Text;
    }
    std::get<std::vector<std::string>>(m_cells).push_back(null ? std::string() : plainText(value));
    m_nulls.push_back(null);
}

const ResultColumn *ResultTable::byId(std::string_view id) const
{
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const ResultColumn &c) { return c.id == id; });
    return found == columns.end() ? nullptr : &*found;
}

const ResultColumn *ResultTable::byName(std::string_view name) const
{
    const auto found =
        std::find_if(columns.begin(), columns.end(), [&](const ResultColumn &c) { return c.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

} // namespace tessera::model::query

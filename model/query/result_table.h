// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "model/formula/function_catalogue.h"
#include "model/value/value.h"

namespace tessera::model::query {

// The cells of one column, all of one storage type, with a mark for each null. Logicals are stored as integers 0 and 1,
// dates as microseconds (see Moment), variants as JSON text.
class ColumnData
{
public:
    using Cells = std::variant<std::vector<std::int64_t>, std::vector<double>, std::vector<std::string>>;

    ColumnData() = default;
    // Precondition: as many marks as cells.
    ColumnData(formula::ValueType type, Cells cells, std::vector<bool> nulls);

    formula::ValueType type() const { return m_type; }
    std::size_t size() const { return m_nulls.size(); }
    bool isNull(std::size_t row) const { return m_nulls[row]; }
    Value at(std::size_t row) const;
    double number(std::size_t row) const; // of numbers, logicals and dates; NaN where null or text
    const Cells &cells() const { return m_cells; }

    void append(const Value &value); // converted to the column's type; what does not fit widens the column to text

private:
    formula::ValueType m_type = formula::ValueType::Text;
    Cells m_cells;
    std::vector<bool> m_nulls;
};

struct ResultColumn
{
    std::string id;   // of the element's column; "" for helpers of a query
    std::string name; // as people see it
    ColumnData data;
};

// What a query gave: typed columns of equal length. Immutable once shared.
struct ResultTable
{
    std::vector<ResultColumn> columns;

    std::size_t rowCount() const { return columns.empty() ? 0 : columns.front().data.size(); }
    const ResultColumn *byId(std::string_view id) const;
    const ResultColumn *byName(std::string_view name) const; // exact
};

using ResultPtr = std::shared_ptr<const ResultTable>;

} // namespace tessera::model::query

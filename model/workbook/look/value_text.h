// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/value/number_format.h"
#include "model/value/value.h"
#include "model/workbook/look/column_look.h"

namespace tessera::model {

// The words for a column's values, in the column's format. A format that does not fit a value, or that nobody can read,
// counts as none. Made once a column, asked once a cell.
class ValueText
{
public:
    ValueText() = default;
    explicit ValueText(const ColumnLook &column);

    QString operator()(const Value &value) const; // Null: `displayNullAs`, else ""
    QString number(double value) const;
    QString moment(Moment value) const;
    // Short, for axes: percents and currencies as the format says, thousands as K, M, B. `step`: the least difference
    // that has to show, 0 for none.
    QString tick(double value, double step, double beside = 0) const; // `beside`: the largest one

    bool isPercent() const { return m_number && m_number->isPercent(); }
    bool hasDateFormat() const { return !m_datePattern.empty(); }
    const QString &nullText() const { return m_null; }

private:
    std::optional<NumberFormat> m_number;
    NumberSigns m_signs;
    std::string m_datePattern;
    QString m_null;
};

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/look/value_text.h"

#include <algorithm>
#include <cmath>

#include "model/base/text.h"
#include "model/value/date_format.h"

namespace tessera::model {

ValueText::ValueText(const ColumnLook &column) : m_null(column.nullText)
{
    if (!column.currency.empty())
        m_signs.currency = toQString(column.currency);
    if (!column.decimal.empty())
        m_signs.decimal = toQString(column.decimal);
    if (column.group)
        m_signs.group = toQString(*column.group);
    if (!column.groupSizes.empty())
        m_signs.groupSizes = column.groupSizes;
    const bool isDate = column.formatKind == "datetime" || (column.formatKind.empty() && column.format.find('%') == 0);
    if (isDate)
        m_datePattern = column.format;
    else if (!column.format.empty())
        m_number = parseNumberFormat(column.format);
}

QString ValueText::operator()(const Value &value) const
{
    if (value.isNull())
        return m_null;
    if (value.isNumber())
        return number(value.number());
    if (value.isMoment())
        return moment(value.moment());
    return toQString(plainText(value));
}

QString ValueText::number(double value) const
{
    if (std::isnan(value))
        return m_null;
    return m_number ? formatNumber(value, *m_number, m_signs) : plainNumber(value, m_signs);
}

QString ValueText::moment(Moment value) const
{
    return m_datePattern.empty() ? plainMoment(value) : formatMoment(value, m_datePattern);
}

QString ValueText::tick(double value, double step, double beside) const
{
    if (value == 0)
        value = 0; // no "-0"
    if (isPercent()) {
        NumberFormat format = *m_number;
        format.type = '%';
        const double least = step > 0 ? step * 100 : 1;
        format.precision = std::clamp(static_cast<int>(std::ceil(-std::log10(least) - 1e-9)), 0, 6);
        return formatNumber(value, format, m_signs);
    }
    // Digits enough to tell neighbours apart.
    int digits = 3;
    if (step > 0 && value != 0)
        digits = std::clamp(
            static_cast<int>(std::floor(std::log10(std::abs(value)) + 1e-9) - std::floor(std::log10(step) + 1e-9)) + 2,
            1, 12);
    const QString text = shortNumber(std::abs(value), digits, m_signs, beside);
    const QString sign = value < 0 ? QStringLiteral("-") : QString();
    return sign + (m_number && m_number->currency ? m_signs.currency : QString()) + text;
}

} // namespace tessera::model

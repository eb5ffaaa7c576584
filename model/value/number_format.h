// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QString>

namespace tessera::model {

// A number format as d3 writes it: [[fill]align][sign][symbol][0][width][,][.precision][~][type].
// Source: https://d3js.org/d3-format
struct NumberFormat
{
    QChar fill = u' ';
    char align = '>'; // < > ^ =
    char sign = '-';  // - + ( and blank
    bool currency = false;
    bool base = false; // "#": 0x, 0o, 0b
    int width = 0;
    bool grouped = false;
    int precision = -1; // -1: the type's own
    bool trim = false;
    char type = 0; // e f g r s % p b o d x X c, 0: none

    bool isPercent() const { return type == '%' || type == 'p'; }
    bool operator==(const NumberFormat &) const = default;
};

// None for a text that is no d3 format.
std::optional<NumberFormat> parseNumberFormat(std::string_view text);

// What numbers look like around the digits.
struct NumberSigns
{
    QString currency = QStringLiteral("$");
    QString decimal = QStringLiteral(".");
    QString group = QStringLiteral(",");
    std::vector<int> groupSizes = {3}; // from the point; the last one repeats
};

// Not a finite number: "NaN", "∞", "-∞".
QString formatNumber(double value, const NumberFormat &format, const NumberSigns &signs = {});

// A number without a format: whole parts in groups, as many places as tell it apart, at most two from 1 on.
QString plainNumber(double value, const NumberSigns &signs = {});
// Short, for axes and narrow places: 950, 12.5K, 3M, 4.1B. At most `digits` significant digits, zeros dropped.
// `beside`: the largest number it stands beside; both get the same unit ("5K" beside 20K).
QString shortNumber(double value, int digits = 3, const NumberSigns &signs = {}, double beside = 0);

} // namespace tessera::model

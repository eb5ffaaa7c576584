// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the topic of charts that have files of their own. Rows of the rules: chart_rules.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/checks/rules/rule_support.h"

namespace tessera::model {

// Column ids of an axis: of plain entries and of entries with a mark of their own.
std::vector<std::string> columnIdsOf(const Json &axis);

bool isCartesian(std::string_view kind); // charts with an x and a y axis that are fully known

// --- Formats ---

// Whether d3, and so Sigma, reads it as a format of numbers.
bool isNumberFormat(const QString &text);
// Masks of spreadsheets that d3 reads too, as something else: "0.00".
bool looksLikeMask(const QString &text);

struct NumberFormat
{
    std::string formatString;
    std::string currencySymbol; // "" for none or $
};
// The d3 format that a spreadsheet mask or a format with another currency means: "#,##0.00 €" as "$,.2f" with €.
std::optional<NumberFormat> numberFormatOf(const QString &text);

// Formats of columns, and of the styles of conditional formats.
void checkFormats(CheckContext &context, const Json &body, const QString &label);

// --- Settings ---

// Settings that another kind of chart has, that are forgotten, or that do nothing as they stand.
void checkChartSettings(CheckContext &context, const Json &body, const ElementFacts &facts);

// Filters of elements hold fixed values; the name of a control is compared as a text.
void checkFilterValues(CheckContext &context, const Json &body, const QString &label);

} // namespace tessera::model

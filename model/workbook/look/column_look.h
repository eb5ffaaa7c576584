// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workbook/look/style_look.h"

namespace tessera::model {

enum class ColumnSort // what kind of values a column seems to hold
{
    Text,
    Number,
    Date,
    Logical,
};

struct ColumnLook
{
    std::string id;
    QString name;                     // own name, else the last part of a plain reference, else the formula
    std::string format;               // format string, "" when there is none
    std::string formatKind;           // number, datetime or ""
    std::string currency;             // symbol that stands for "$"
    std::string decimal;              // "": a point
    std::optional<std::string> group; // between groups of digits; none: a comma
    std::vector<int> groupSizes;      // empty: threes
    QString nullText;                 // stands for Null
    ColumnSort sort = ColumnSort::Text;
    std::string align; // left, center, right or ""
    int width = 0;     // px, 0: automatic
    bool hidden = false;
};

std::vector<ColumnLook> columnLooks(const Object &element);
// The column with this id; one with only the id when the element has none such.
ColumnLook columnLook(const Object &element, const std::string &id);

// Names of the columns a channel names: {columnId}, {columnIds: [...]}, legacy {id}, a bare id or a list of any of
// them.
std::vector<std::string> channelColumns(const Object &element, std::string_view channel);
std::vector<std::string> columnIdsIn(const Json *value);

// A value that nobody knows yet, dressed in a format: "$–", "–%", "–". Never a number.
QString dashPattern(const ColumnLook &column);

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "model/value/value.h"
#include "model/workbook/look/style_look.h"

namespace tessera::model {

// A conditional format of a table.
struct CellFormatLook
{
    enum class Type
    {
        Single, // where a condition holds
        BackgroundScale,
        FontScale,
        DataBars,
    };
    Type type = Type::Single;
    std::vector<std::string> columns; // ids
    std::string condition;            // = != > >= < <= IsNull IsNotNull Contains … Between NotBetween formula
    Json value, low, high;            // as written: a number, a text that may be one, an ISO date
    ColorText background, color;
    bool bold = false, italic = false, underline = false;
    std::string format;
    std::vector<ColorText> scheme;
    std::optional<double> from, middle, to; // of scales and bars
    bool showsValues = true;
    std::string pointer; // "/conditionalFormats/0": queries answer a formula under it

    bool concerns(const std::string &column) const;
};
std::vector<CellFormatLook> cellFormatsOf(const Object &element);

// Whether a single format holds for a value. Conditions by formula never do: they need the database.
bool holds(const CellFormatLook &format, const Value &value);

} // namespace tessera::model

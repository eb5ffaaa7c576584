// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "model/formula/function_catalogue.h"

namespace tessera::adapters {

// What the text of a cell can be taken for, where nobody says. Blanks around a value do not count, empty cells are null
// and fit every type.
//   number   12  -12.5  .5  1e-3, written with `decimal`. Not with a leading zero (007 is a code), a leading plus (a
//   phone
//            number), separators between thousands or a currency. Whole numbers are exact; one beyond 64 bits is text,
//            because it would change. Fractions are the nearest double (17 figures).
//   logical  true and false in any case
//   date     ISO 8601 with a four-figure year: 2026-04-21, 2026-04-21T14:30[:15[.250]][Z or +02:00]; offsets are
//   applied text     everything else
class CellTypes
{
public:
    bool number = true;
    bool logical = true;
    bool date = true;

    bool any() const { return number || logical || date; }
    // Takes away what `text` (not empty) is not.
    void narrow(std::string_view text, char decimal);
    // Number before logical before date; text when none is left.
    model::formula::ValueType type() const;
};

using NumberCell = std::variant<std::int64_t, double>;

bool isNumberCell(std::string_view text, char decimal = '.');
// Whether a fraction has more figures than a double keeps: it is rounded then.
bool isLongFraction(std::string_view text, char decimal = '.');
std::optional<NumberCell> readNumberCell(std::string_view text, char decimal = '.');
std::optional<bool> readLogicalCell(std::string_view text);
// The moment as local tables store it, appended to `out`; false when it is none.
bool appendMomentCell(std::string &out, std::string_view text);
// Whether a cell that is not empty can be taken into a column of this type. Every text suits Text, JSON suits Variant.
bool suitsType(std::string_view text, model::formula::ValueType type, char decimal = '.');

} // namespace tessera::adapters

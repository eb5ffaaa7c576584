// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "model/formula/token.h"

namespace tessera::designer {

// A formula inside a text with {{…}}. Its place is the path of the text with the formula's number, "/body{{0}}", so
// that it is shown and edited like any other formula.
std::string templatePlace(const std::string &textPath, int number);
// The path without the number; the path itself when it has none.
std::string textPathOf(const std::string &place);
// The number; -1: the place is no formula inside a text.
int templateNumber(const std::string &place);

// How many formulas a text holds, and where one of them stands in it, blanks around it left out; none when it is not
// there.
int templateCount(const std::string &text);
std::optional<model::ByteRange> templateFormula(const std::string &text, int number);

} // namespace tessera::designer

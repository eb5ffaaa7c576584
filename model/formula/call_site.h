// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/formula/function_catalogue.h"
#include "model/formula/token.h"

namespace tessera::model::formula {

// The call a place in a formula stands in, told from the tokens alone, so that it works while the text is unfinished.
struct CallSite
{
    std::string name; // as written
    Span nameSpan;
    int argument = 0;  // the place's, 0-based
    int arguments = 1; // as far as written: commas plus one
    bool operator==(const CallSite &) const = default;
};

// The innermost call around `caret` (UTF-16): between its parentheses. Plain parentheses inside a call belong to it.
std::optional<CallSite> callAt(std::string_view text, int caret);

// The name of the function under `caret`, or of the call around it; "" outside of all.
std::string functionAt(std::string_view text, int caret);

// Which of the function's parameters takes argument `index` of a call with `count` arguments; repeating ones recur, and
// the last argument of If and Switch is "else" when the count says so. -1: one too many.
int parameterIndex(const Function &function, int index, int count);

// A signature in pieces, to mark the parameter at hand. Joined they are Function::signature().
struct SignaturePart
{
    std::string text;
    int parameter = -1; // -1: name, parentheses, commas
};
std::vector<SignaturePart> signatureParts(const Function &function);

} // namespace tessera::model::formula

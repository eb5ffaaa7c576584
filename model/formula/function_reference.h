// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/formula/function_catalogue.h"

namespace tessera::model::formula {

// The function reference of the help, as Markdown: every function of the catalogue by group, with signature, arguments,
// meaning and example. The same catalogue always gives the same text.
std::string functionReferenceMarkdown(const FunctionCatalogue &catalogue = FunctionCatalogue::shipped());

// The groups in the order of the catalogue: "Aggregate", "Array" … and the chapter of one.
std::vector<std::string> functionGroups(const FunctionCatalogue &catalogue = FunctionCatalogue::shipped());
std::string functionGroupMarkdown(const std::string &group,
                                  const FunctionCatalogue &catalogue = FunctionCatalogue::shipped());

// One function, for context help: heading, signature, arguments, meaning, example.
std::string functionMarkdown(const Function &function);

// "number", "text or date"; of a result: "same type as the arguments".
std::string parameterTypes(const Parameter &parameter);
std::string resultType(const Function &function);
// "aggregate", "window function" …
std::string kindWords(const Function &function);

} // namespace tessera::model::formula

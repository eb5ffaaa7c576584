// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "model/formula/syntax.h"

namespace tessera::model::formula {

struct ParsedFormula
{
    NodePtr root; // never null; Missing for an empty text
    std::vector<SyntaxProblem> problems;
    bool isValid() const; // no problem that keeps it from being understood
};

// Reads one formula. Total: any text gives a tree, with Missing where nothing could be understood, so that completion
// and checks work while somebody is typing. Nesting beyond 200 levels is a problem, never a crash.
ParsedFormula parse(std::string_view utf8);

// Every node of a tree, parents first.
void visit(const NodePtr &root, const std::function<void(const NodePtr &)> &visitor);

} // namespace tessera::model::formula

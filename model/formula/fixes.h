// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include <QString>

#include "model/formula/bound.h"
#include "model/formula/text_position.h"

namespace tessera::model::formula {

// One correction a person may choose.
struct FormulaFix
{
    QString label;
    std::vector<SpanEdit> edits; // in order and apart
    int problem = 0;             // index of the problem it answers
};

// The corrections of every problem that touches `at`, errors first. The text is the one the problems were found in.
std::vector<FormulaFix> fixesAt(std::string_view text, const std::vector<FormulaProblem> &problems, Span at);

} // namespace tessera::model::formula

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/control_state.h"

namespace tessera::model::query {

// The condition a filter or control puts on a column; null where every row passes. Nulls: a rule that says nothing
// about them drops them, but an excluding list keeps what it does not name. `chosen` replaces what the rule is
// configured with.
ExpressionPtr filterCondition(const FilterRule &rule, const ControlValue *chosen, const ExpressionPtr &column,
                              Moment now);

// A filter that keeps the best rows by a ranking.
struct Ranking
{
    const char *function = "Rank"; // of the formula language
    bool descending = true;        // the largest first
    double limit = 0;              // rows, or a share 0 … 1
    bool includeNulls = false;
};
std::optional<Ranking> rankingOf(const FilterRule &rule, const ControlValue *chosen);

} // namespace tessera::model::query

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/source_plan.h"

namespace tessera::model::query {

// Sources made of other sources. Null where nothing can be read; the reasons are reported.
std::unique_ptr<SourcePlan> planJoin(Planner &planner, ElementPlan &owner, const SourceView &join);
std::unique_ptr<SourcePlan> planUnion(Planner &planner, ElementPlan &owner, const SourceView &all);
std::unique_ptr<SourcePlan> planTranspose(Planner &planner, ElementPlan &owner, const SourceView &transpose);
// A linked input table: the parent's rows with what people filled in beside them, matched by the key columns.
std::unique_ptr<SourcePlan> linkedRows(ElementPlan &owner, std::unique_ptr<SourcePlan> parent,
                                       std::unique_ptr<SourcePlan> stored);

} // namespace tessera::model::query

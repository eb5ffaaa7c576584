// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/element_query.h"

namespace tessera::model::query {

class ElementPlan;
class Planner;

// Gives charts, maps, KPIs and pivot tables their grain: columns on channels that do not aggregate are the keys of the
// marks.
void setUpMarks(ElementPlan &plan);

// What an element of a kind shows. The plan is prepared.
void planTable(ElementPlan &plan, ElementQuery &out);
void planChart(ElementPlan &plan, ElementQuery &out);
void planKpi(ElementPlan &plan, ElementQuery &out);
void planPivot(ElementPlan &plan, ElementQuery &out);
// A helper column for each conditional format with a formula: where it holds.
void addConditions(ElementPlan &plan, class QueryOutput &output);
void planRepeated(ElementPlan &plan, ElementQuery &out);
void planProgress(ElementPlan &plan, ElementQuery &out);
void planControl(Planner &planner, const Object &control, ElementQuery &out);
void planTexts(Planner &planner, const Object &element, ElementQuery &out);

} // namespace tessera::model::query

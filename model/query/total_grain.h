// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace tessera::model::query {

class ElementPlan;

// Charts, maps, KPIs and pivot tables: their rows are marks.
bool isMarks(const ElementPlan &plan);

// The keys a total keeps: "grand_total", "parent_grouping" of tables, "x_axis" … of charts, "row", "row_parent" … of
// pivots. The modes with "parent" drop the last `drop` dimensions of theirs. None: the mode means nothing for this
// kind.
std::optional<std::vector<std::string>> totalKeys(const ElementPlan &plan, int own, const std::string &mode, int drop);

} // namespace tessera::model::query

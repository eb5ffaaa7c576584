// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/total_grain.h"

#include <algorithm>

#include "model/query/element_plan.h"
#include "model/workbook/views/channel_view.h"

namespace tessera::model::query {

namespace {

std::vector<std::string> without(std::vector<std::string> keys, int last)
{
    keys.resize(keys.size() - std::min(keys.size(), static_cast<std::size_t>(std::max(0, last))));
    return keys;
}

std::vector<std::string> parentGrouping(const ElementPlan &plan, int own, int drop)
{
    std::vector<std::vector<std::string>> levels = {{}};
    for (const GroupingView &grouping : groupingsOf(plan.element())) {
        const int level = plan.groupingGrain(grouping.id);
        if (level > 0)
            levels.push_back(plan.grain(level).keys);
    }
    std::size_t at = levels.size();
    for (std::size_t i = 0; own != ElementPlan::rows && i < levels.size(); ++i) {
        if (levels[i] == plan.grain(own).keys)
            at = i;
    }
    const std::size_t up = static_cast<std::size_t>(std::max(0, drop));
    return levels[at > up ? at - up : 0];
}

} // namespace

bool isMarks(const ElementPlan &plan)
{
    return isChartKind(plan.element().kind()) || plan.element().kind() == "pivot-table";
}

std::optional<std::vector<std::string>> totalKeys(const ElementPlan &plan, int own, const std::string &mode, int drop)
{
    if (mode == "grand_total")
        return std::vector<std::string>();
    if (mode == "parent_grouping")
        return isMarks(plan) ? std::nullopt : std::optional(parentGrouping(plan, own, drop));
    const Object &element = plan.element();
    const bool pivot = element.kind() == "pivot-table";
    const std::vector<std::string> &has = plan.grain(own).keys;
    const auto channel = [&](const char *name) {
        std::vector<std::string> keys;
        for (const std::string &id : channelColumnIds(element, name)) {
            if (std::find(has.begin(), has.end(), id) != has.end())
                keys.push_back(id);
        }
        return keys;
    };
    const auto joined = [](std::vector<std::string> a, const std::vector<std::string> &b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    };
    if (pivot && mode == "row")
        return channel("rowsBy");
    if (pivot && mode == "column")
        return channel("columnsBy");
    if (pivot && mode == "row_parent")
        return joined(without(channel("rowsBy"), drop), channel("columnsBy"));
    if (pivot && mode == "column_parent")
        return joined(channel("rowsBy"), without(channel("columnsBy"), drop));
    if (pivot || !isChartKind(element.kind()))
        return std::nullopt;
    if (mode == "color")
        return channel("color");
    if (mode == "x_axis")
        return channel("xAxis");
    if (mode == "trellis_column")
        return channel("trellis/columnsBy");
    if (mode == "trellis_row")
        return channel("trellis/rowsBy");
    return std::nullopt;
}

} // namespace tessera::model::query

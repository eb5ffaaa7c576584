// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/mark_order.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/query/agreed.h"
#include "model/query/planner.h"
#include "model/workbook/views/channel_view.h"

namespace tessera::model::query {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::ElementPlan)
};

const char *functionNamed(const std::string &wire)
{
    static constexpr std::pair<const char *, const char *> all[] = {{"sum", "Sum"},
                                                                    {"avg", "Avg"},
                                                                    {"average", "Avg"},
                                                                    {"min", "Min"},
                                                                    {"max", "Max"},
                                                                    {"count", "Count"},
                                                                    {"median", "Median"},
                                                                    {"count-distinct", "CountDistinct"},
                                                                    {"countDistinct", "CountDistinct"},
                                                                    {"stddev", "StdDev"},
                                                                    {"variance", "Variance"}};
    for (const auto &[name, function] : all) {
        if (wire == name)
            return function;
    }
    return nullptr;
}

bool contains(const std::vector<std::string> &list, const std::string &what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

// One channel after the other; the keys of those before come first, so inner values sort within outer ones.
void sortChannel(QueryOutput &output, const std::string &channel)
{
    ElementPlan &plan = output.plan();
    const std::vector<std::string> ids = knownColumns(plan, channel);
    const std::vector<std::string> keys = plan.grain(output.grain()).keys;
    std::vector<std::string> outer;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const bool here = contains(keys, ids[i]) || output.grain() == ElementPlan::rows;
        if (!here)
            continue;
        outer.push_back(ids[i]);
        const auto sort = channelSort(plan.element(), channel, static_cast<int>(i));
        const bool byOther = sort && !sort->by.empty() && sort->by != ids[i];
        if (byOther && output.grain() == ElementPlan::rows)
            output.sortBy(sort->by, sort->descending);
        else if (byOther) {
            if (const auto value = sortValue(plan, output.grain(), outer, *sort))
                output.sortBy(*value, sort->descending);
        }
        output.sortBy(ids[i], sort && !byOther && sort->descending);
    }
}

} // namespace

std::optional<ItemUse> sortValue(ElementPlan &plan, int grain, const std::vector<std::string> &keys,
                                 const ChannelSort &sort)
{
    const int own = plan.grainOf(keys);
    const auto spread = [&](const ItemUse &use) { return plan.broadcast(use, own, grain); };
    if (sort.by == "row-count" && !plan.column(sort.by))
        return spread(plan.aggregated(own, ElementPlan::rows, call("Count", {}), {}, "rows"));
    if (!plan.column(sort.by))
        return std::nullopt;
    if (contains(keys, sort.by))
        return spread(plan.keyUse(own, sort.by));
    if (plan.isMeasure(sort.by)) {
        const auto use = plan.use(sort.by, own);
        return use ? std::optional(spread(*use)) : std::nullopt;
    }
    const auto row = plan.use(sort.by, ElementPlan::rows);
    const char *function = functionNamed(sort.aggregation);
    if (!row)
        return std::nullopt;
    return spread(plan.aggregated(own, ElementPlan::rows, call(function ? function : "Min", {row->expression()}),
                                  {row->item}, "sort value"));
}

void sortMarks(QueryOutput &output)
{
    ElementPlan &plan = output.plan();
    for (const char *channel : {"trellis/rowsBy", "trellis/columnsBy", "rowsBy", "columnsBy", "xAxis", "stages",
                                "stage", "category", "timeline", "splitBy", "color", "region"})
        sortChannel(output, channel);
    if (output.grain() == ElementPlan::rows)
        return;
    for (const std::string &key : std::vector<std::string>(plan.grain(output.grain()).keys))
        output.sortBy(key, false);
}

void addAgreed(ElementPlan &plan, QueryOutput &output, const std::string &columnId, const std::string &channel)
{
    const ColumnView view = *plan.column(columnId);
    const ItemUse row = plan.useOrNull(columnId, ElementPlan::rows);
    const ItemUse one =
        plan.aggregated(output.grain(), ElementPlan::rows, agreedValue(row.expression()), {row.item}, columnName(view));
    plan.problem(columnId, view.pointer + "/formula",
                 Texts::tr("“%1” does not aggregate: it shows a value only where all rows agree.")
                     .arg(toQString(columnName(view))),
                 Texts::tr("Wrap it, for example in Sum(…)."), false);
    OutputColumn column;
    column.id = columnId;
    column.name = columnName(view);
    column.channel = channel;
    output.add(one, column);
}

} // namespace tessera::model::query

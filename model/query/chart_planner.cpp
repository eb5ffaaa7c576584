// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/chart_planner.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/query/mark_order.h"
#include "model/query/planner.h"
#include "model/query/query_output.h"
#include "model/workbook/views/channel_view.h"

namespace tessera::model::query {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::ElementPlan)
};

bool isValueChannel(const std::string &channel)
{
    return channel == "yAxis" || channel == "yAxis2" || channel == "value" || channel == "series";
}

// Their marks are the different combinations of all plain columns; elsewhere a plain value means a mark per row.
bool groupsByValues(const std::string &kind)
{
    return kind == "scatter-chart" || kind.ends_with("-map");
}

std::vector<std::string> without(std::vector<std::string> all, const std::vector<std::string> &some)
{
    std::erase_if(all, [&](const std::string &one) { return std::find(some.begin(), some.end(), one) != some.end(); });
    return all;
}

std::vector<std::string> joined(std::vector<std::string> a, const std::vector<std::string> &b)
{
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

std::vector<SortView> sortedBy(const ElementPlan &plan, const std::string &channel, const std::vector<std::string> &ids)
{
    std::vector<SortView> out;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const auto sort = channelSort(plan.element(), channel, static_cast<int>(i));
        const bool byOther = sort && !sort->by.empty() && plan.column(sort->by);
        out.push_back({byOther ? sort->by : ids[i], sort && sort->descending, {}, {}});
    }
    return out;
}

void setPivotWindow(ElementPlan &plan)
{
    std::vector<std::string> rows = knownColumns(plan, "rowsBy"), columns = knownColumns(plan, "columnsBy");
    std::vector<std::string> &along = rows.empty() ? columns : rows;
    if (along.empty())
        return;
    const std::string last = along.back();
    const std::string channel = rows.empty() ? "columnsBy" : "rowsBy";
    const auto sort = channelSort(plan.element(), channel, static_cast<int>(along.size()) - 1);
    along.pop_back();
    plan.setWindow(plan.mainGrain(), joined(columns, rows),
                   {{last, sort && sort->by.empty() && sort->descending, {}, {}}});
}

void setChartWindow(ElementPlan &plan, const std::vector<std::string> &keys)
{
    std::vector<std::string> along = knownColumns(plan, "xAxis");
    std::string channel = "xAxis";
    for (const char *other : {"stage", "category", "stages", "timeline", "region", "color"}) {
        if (along.empty()) {
            along = knownColumns(plan, other);
            channel = other;
        }
    }
    std::erase_if(along, [&](const std::string &id) { return std::find(keys.begin(), keys.end(), id) == keys.end(); });
    plan.setWindow(plan.mainGrain(), without(keys, along), sortedBy(plan, channel, along));
}

void fiveNumbers(ElementPlan &plan, QueryOutput &output, const std::string &id)
{
    struct Number
    {
        const char *suffix, *function;
        double share;
    };
    static constexpr Number numbers[] = {{"min", "Min", 0},
                                         {"q1", "PercentileCont", 0.25},
                                         {"median", "Median", 0},
                                         {"q3", "PercentileCont", 0.75},
                                         {"max", "Max", 0}};
    const ItemUse value = plan.useOrNull(id, ElementPlan::rows);
    const std::string name = columnName(*plan.column(id));
    for (const Number &number : numbers) {
        std::vector<ExpressionPtr> arguments = {value.expression()};
        if (number.share > 0)
            arguments.push_back(constant(Value(number.share)));
        OutputColumn column;
        column.id = id;
        column.name = name + " (" + number.suffix + ')';
        column.channel = std::string("yAxis:") + number.suffix;
        output.add(plan.aggregated(output.grain(), ElementPlan::rows, call(number.function, arguments), {value.item},
                                   column.name),
                   std::move(column));
    }
}

void addTotal(ElementPlan &plan, QueryOutput &output, const std::string &id, const std::string &channel)
{
    const int whole =
        plan.grainOf(joined(knownColumns(plan, "trellis/rowsBy"), knownColumns(plan, "trellis/columnsBy")));
    const auto use = plan.isMeasure(id) && plan.mainGrain() != ElementPlan::rows ? plan.use(id, whole) : std::nullopt;
    if (!use) {
        output.add(id, channel);
        return;
    }
    OutputColumn column;
    column.id = id;
    column.name = columnName(*plan.column(id));
    column.channel = channel;
    output.add(plan.broadcast(*use, whole, output.grain()), std::move(column));
}

// Declared now, built when everything else is declared.
std::vector<std::pair<std::string, QueryOutput>> referenceMarks(ElementPlan &plan)
{
    const std::vector<RefMarkView> marks = refMarksOf(plan.element());
    const int whole = plan.grainOf({});
    std::vector<std::pair<std::string, QueryOutput>> outputs;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const RefMarkView &mark = marks[i];
        QueryOutput output(plan, whole);
        std::optional<ItemUse> value;
        if (!mark.formula.empty())
            value = plan.useFormula(mark.formula, whole, mark.pointer + "/value", "value");
        else if (plan.column(mark.columnId))
            value = sortValue(plan, whole, {}, {mark.columnId, false, mark.function});
        if (!value)
            continue;
        OutputColumn column;
        column.name = "value";
        output.add(*value, column);
        if (!mark.endFormula.empty()) {
            column.name = "end";
            if (const auto end = plan.useFormula(mark.endFormula, whole, mark.pointer + "/endValue", "end"))
                output.add(*end, column);
        }
        outputs.emplace_back("refMark:" + std::to_string(i), std::move(output));
    }
    return outputs;
}

} // namespace

std::vector<std::string> knownColumns(const ElementPlan &plan, const std::string &channel)
{
    std::vector<std::string> ids = channelColumnIds(plan.element(), channel);
    std::erase_if(ids, [&](const std::string &id) { return !plan.column(id); });
    return ids;
}

void setUpMarks(ElementPlan &plan)
{
    const std::string &kind = plan.element().kind();
    std::vector<std::string> keys;
    bool perRow = false;
    for (const ChannelRef &ref : channelsOf(plan.element())) {
        if (!plan.column(ref.columnId)) {
            plan.problem(ref.columnId, ref.pointer,
                         Texts::tr("The channel names a column that is not there: %1.").arg(toQString(ref.columnId)));
            continue;
        }
        if (plan.isMeasure(ref.columnId) || ref.channel == "values" || ref.channel == "comparisonColumn" ||
            ref.channel == "holeValue")
            continue;
        const bool value = isValueChannel(ref.channel) && !groupsByValues(kind);
        if (kind == "kpi-chart" || kind == "gauge-chart" || kind == "box-chart") {
            if (value)
                continue;
        } else if (value) {
            perRow = true;
        }
        if (std::find(keys.begin(), keys.end(), ref.columnId) == keys.end())
            keys.push_back(ref.columnId);
    }
    if (perRow)
        return; // plain values: a mark for every row
    plan.setMain(keys);
    if (kind == "pivot-table")
        setPivotWindow(plan);
    else
        setChartWindow(plan, keys);
}

void planChart(ElementPlan &plan, ElementQuery &out)
{
    const Object &element = plan.element();
    QueryOutput output(plan, plan.mainGrain());
    for (const ChannelRef &ref : channelsOf(element)) {
        if (!plan.column(ref.columnId) || output.has(ref.columnId))
            continue;
        const bool rowLevel =
            !plan.isMeasure(ref.columnId) && !plan.isKey(ref.columnId) && plan.mainGrain() != ElementPlan::rows;
        if (ref.channel == "holeValue")
            addTotal(plan, output, ref.columnId, ref.channel);
        else if (element.kind() == "box-chart" && rowLevel)
            fiveNumbers(plan, output, ref.columnId);
        else if (rowLevel)
            addAgreed(plan, output, ref.columnId, ref.channel);
        else
            output.add(ref.columnId, ref.channel);
    }
    if (element.kind() == "treemap-chart") {
        for (const ColumnView &column : plan.columns()) {
            if (!column.hidden && plan.isMeasure(column.id) && !output.has(column.id))
                output.add(column.id, "value");
        }
    }
    sortMarks(output);
    auto marks = referenceMarks(plan);
    out.main = output.build();
    for (auto &[name, mark] : marks)
        out.parts[name] = mark.build();
}

} // namespace tessera::model::query

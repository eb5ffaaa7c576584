// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/query/agreed.h"
#include "model/query/formula_compiler.h"
#include "model/query/planner.h"
#include "model/value/calendar.h"

// The parts of the formula compiler that deal with order and time: windows, DateLookback, date ranges.

namespace tessera::model::query {

using formula::BoundCall;
using formula::BoundPtr;
using formula::Operator;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::FormulaCompiler)
};

// Where a ranking function has the column it ranks by; -1: no ranking function.
int rankedArgument(const std::string &name)
{
    static constexpr std::array<const char *, 5> ranking = {"Rank", "RankDense", "RowNumber", "RankPercentile",
                                                            "CumeDist"};
    if (std::find(ranking.begin(), ranking.end(), name) != ranking.end())
        return 0;
    return name == "Ntile" ? 1 : -1;
}

bool isDescending(const ExpressionPtr &direction)
{
    const auto *said = as<Constant>(direction);
    return said && said->value.isText() && foldName(said->value.text()).starts_with("desc");
}

std::optional<std::int64_t> wholeOf(const ExpressionPtr &expression)
{
    const auto *fixed = as<Constant>(expression);
    return fixed && fixed->value.isNumber() ? std::optional<std::int64_t>(std::llround(fixed->value.number()))
                                            : std::nullopt;
}

std::string textOf(const ExpressionPtr &expression)
{
    const auto *fixed = as<Constant>(expression);
    return fixed && fixed->value.isText() ? foldName(fixed->value.text()) : std::string();
}

} // namespace

std::vector<ExpressionPtr> FormulaCompiler::partitionOf(const Place &place)
{
    std::vector<ExpressionPtr> out;
    for (const std::string &key : std::vector<std::string>(m_plan.grain(place.here).partition)) {
        const ItemUse use =
            place.here == ElementPlan::rows ? m_plan.useOrNull(key, ElementPlan::rows) : m_plan.keyUse(place.here, key);
        merge({use.item}, place);
        out.push_back(use.expression());
    }
    return out;
}

// The sort of the level, then its own keys, so that groups have one order whatever the database does.
std::vector<OrderKey> FormulaCompiler::orderOf(const Place &place)
{
    const Grain grain = m_plan.grain(place.here);
    std::vector<OrderKey> out;
    const auto add = [&](const ItemUse &use, bool descending, bool nullsFirst) {
        merge({use.item}, place);
        out.push_back({use.expression(), descending, nullsFirst});
    };
    std::vector<std::string> sorted = grain.partition;
    for (const SortView &sort : grain.order) {
        if (!m_plan.column(sort.columnId) || sort.columnId == m_column)
            continue;
        const bool key = m_plan.isKey(sort.columnId);
        const int native =
            key && (place.here == ElementPlan::rows || std::count(grain.keys.begin(), grain.keys.end(), sort.columnId))
                ? place.here
                : nativeOf(sort.columnId);
        const bool reachable = native == place.here || m_plan.isFiner(place.here, native);
        if (!reachable || m_plan.isBusy(sort.columnId, native))
            continue; // nothing to sort this level by
        if (const auto use = m_plan.use(sort.columnId, native))
            add(m_plan.broadcast(*use, native, place.here), sort.descending, sort.nulls == "first");
        sorted.push_back(sort.columnId);
    }
    for (const std::string &key : grain.keys) {
        if (std::find(sorted.begin(), sorted.end(), key) == sorted.end())
            add(m_plan.keyUse(place.here, key), false, false);
    }
    return out;
}

ExpressionPtr FormulaCompiler::ofWindow(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    if (call.function->alsoAggregate && place.here == m_own && m_own != ElementPlan::rows && !call.arguments.empty()) {
        bool sawGroup = false;
        if (const auto from = finestUsed(node, sawGroup))
            return lastOfGroup(node, call, *from, place);
    }
    std::vector<int> needs;
    const Place inner{place.here, &needs};
    auto arguments = parts(call.arguments, inner);
    if (!arguments)
        return nullptr;
    std::vector<OrderKey> order;
    const int ranked = rankedArgument(call.function->name);
    const auto at = static_cast<std::size_t>(std::max(0, ranked));
    const bool byColumn = ranked >= 0 && arguments->size() > at;
    if (byColumn)
        order.push_back({(*arguments)[at], arguments->size() > at + 1 && isDescending((*arguments)[at + 1]), false});
    const bool breaksTies = call.function->name == "RowNumber" || call.function->name == "Ntile";
    if (!byColumn || breaksTies) {
        for (OrderKey &key : orderOf(inner))
            order.push_back(std::move(key));
    }
    if (ranked >= 0)
        arguments->resize(std::min(at, arguments->size()));
    const std::vector<ExpressionPtr> partition = partitionOf(inner);
    const ItemUse use = m_plan.addScalar(place.here, itemName(call.function->name.c_str()),
                                         window({call.function, *arguments}, node->type, partition, order), needs);
    merge({use.item}, place);
    return use.expression();
}

// First, Last and their kin over the rows of a group: the same value on each of them, of which the greatest is taken.
ExpressionPtr FormulaCompiler::lastOfGroup(const BoundPtr &node, const BoundCall &call, int from, const Place &place)
{
    std::vector<int> needs;
    const Place inner{from, &needs};
    const auto arguments = parts(call.arguments, inner);
    if (!arguments)
        return nullptr;
    std::vector<ExpressionPtr> partition;
    for (const std::string &key : std::vector<std::string>(m_plan.grain(m_own).keys)) {
        const ItemUse use = from == ElementPlan::rows ? m_plan.useOrNull(key, from) : m_plan.keyUse(from, key);
        needs.push_back(use.item);
        partition.push_back(use.expression());
    }
    const std::vector<OrderKey> order = orderOf(inner);
    const ItemUse each = m_plan.addScalar(from, itemName(call.function->name.c_str()),
                                          window({call.function, *arguments}, node->type, partition, order), needs);
    const ItemUse use = m_plan.aggregated(m_own, from, agreedValue(each.expression()), {each.item},
                                          itemName(call.function->name.c_str()));
    merge({use.item}, place);
    return use.expression();
}

ExpressionPtr FormulaCompiler::ofLookback(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    if (call.arguments.size() < 4)
        return problem(Texts::tr("DateLookback needs a value, a date, an amount and a period."));
    std::vector<int> needs;
    const Place inner{place.here, &needs};
    const auto arguments = parts(call.arguments, inner);
    if (!arguments)
        return nullptr;
    const ItemUse value = m_plan.addScalar(place.here, itemName("value"), (*arguments)[0], needs);
    const ItemUse date = m_plan.addScalar(place.here, itemName("date"), (*arguments)[1], needs);
    const auto amount = wholeOf((*arguments)[2]);
    const auto *fixed = as<Constant>((*arguments)[2]);
    const ExpressionPtr back =
        amount ? constant(Value(-*amount), fixed->parameter) : operation(Operator::Negate, {(*arguments)[2]});
    const ItemUse shifted =
        m_plan.addScalar(place.here, itemName("before"),
                         query::call("DateAdd", {(*arguments)[3], back, date.expression()}), {date.item});
    Item item;
    item.kind = Item::Kind::Lookback;
    item.grain = place.here;
    item.type = node->type;
    item.expression = value.expression();
    item.date = date.expression();
    item.shifted = shifted.expression();
    item.needs = {value.item, date.item, shifted.item};
    const Grain grain = m_plan.grain(place.here);
    for (const std::string &key : place.here == ElementPlan::rows ? grain.partition : grain.keys) {
        const ItemUse use =
            place.here == ElementPlan::rows ? m_plan.useOrNull(key, ElementPlan::rows) : m_plan.keyUse(place.here, key);
        if (use.name == date.name)
            continue;
        item.needs.push_back(use.item);
        item.partition.push_back(use.name);
    }
    const ItemUse use = m_plan.addItem(std::move(item), itemName("lookback"));
    merge({use.item}, place);
    return use.expression();
}

// Ranges around today become two comparisons with fixed ends, which every database can use an index for.
ExpressionPtr FormulaCompiler::ofDateRange(const BoundCall &call, const Place &place)
{
    auto arguments = parts(call.arguments, place);
    if (!arguments || arguments->size() < 3)
        return arguments ? problem(Texts::tr("%1 has too few arguments.").arg(toQString(call.function->name)))
                         : nullptr;
    std::vector<ExpressionPtr> &a = *arguments;
    const bool prior = call.function->name == "InPriorDateRange";
    const Moment now = m_plan.planner().options().now;
    const auto period = dateUnit(textOf(prior ? a[1] : a[2]));
    const auto shift = prior ? dateUnit(textOf(a[2])) : period;
    if (a.size() < 4)
        a.push_back(constant(Value(1)));
    if (!prior && a.size() < 5)
        a.push_back(constant(Value(0)));
    const std::size_t todayAt = prior ? 4 : 5;
    if (a.size() <= todayAt)
        a.push_back(constant(Value(period && *period >= DateUnit::Hour ? now : truncate(now, DateUnit::Day)), true));
    const auto *today = as<Constant>(a[todayAt]);
    const auto count = wholeOf(a[3]), offset = prior ? count : wholeOf(a[4]);
    if (!period || !shift || !count || !offset || !today || !today->value.isMoment())
        return query::call(call.function, a, ValueType::Logical);
    const Moment at = today->value.moment();
    Moment from, before;
    if (prior) {
        from = truncate(add(at, *shift, -*offset), *period);
        before = add(from, *period, 1);
    } else {
        const std::string direction = textOf(a[1]);
        const Moment running = truncate(at, *period);
        const auto bucket = [&](std::int64_t steps) { return add(running, *period, steps); };
        if (direction == "last") {
            from = bucket(-*count - *offset), before = bucket(-*offset);
        } else if (direction == "next") {
            from = bucket(1 + *offset), before = bucket(1 + *offset + *count);
        } else if (direction == "to_date") {
            from = bucket(*offset), before = Moment{add(at, *period, *offset).micros + 1};
        } else if (direction == "current") {
            from = bucket(*offset), before = bucket(*offset + *count);
        } else {
            return query::call(call.function, a, ValueType::Logical);
        }
    }
    return allOf({operation(Operator::GreaterEqual, {a[0], constant(Value(from), true)}),
                  operation(Operator::Less, {a[0], constant(Value(before), true)})});
}

} // namespace tessera::model::query

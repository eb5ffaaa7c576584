// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/query_output.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/formula/lexer.h"
#include "model/query/planner.h"

namespace tessera::model::query {

std::optional<ItemUse> QueryOutput::at(const std::string &columnId)
{
    const std::vector<std::string> &keys = m_plan.grain(m_grain).keys;
    const bool key = m_plan.isKey(columnId) &&
                     (m_grain == ElementPlan::rows || std::find(keys.begin(), keys.end(), columnId) != keys.end());
    const int native = key ? m_grain : m_plan.nativeGrain(columnId);
    if (native == m_grain || m_plan.isFiner(m_grain, native)) {
        const auto use = m_plan.use(columnId, native);
        return use ? std::optional(m_plan.broadcast(*use, native, m_grain)) : std::nullopt;
    }
    if (native != ElementPlan::rows && !m_plan.isKey(columnId))
        return m_plan.use(columnId, m_grain); // a total: the formula runs again
    return std::nullopt;
}

void QueryOutput::add(const std::string &columnId, const std::string &channel)
{
    const ColumnView *view = m_plan.column(columnId);
    if (!view || has(columnId))
        return;
    OutputColumn column;
    column.id = columnId;
    column.name = columnName(*view);
    column.channel = channel;
    const std::vector<std::string> &keys = m_plan.grain(m_grain).keys;
    column.isKey = std::find(keys.begin(), keys.end(), columnId) != keys.end();
    const auto found = at(columnId);
    add(found ? *found : m_plan.useOrNull(columnId, m_grain), std::move(column));
}

void QueryOutput::add(const ItemUse &use, OutputColumn column)
{
    column.type = use.type;
    m_columns.emplace_back(use, std::move(column));
}

void QueryOutput::addHelper(const ItemUse &use, const std::string &name)
{
    m_helpers.emplace_back(use, name);
}

bool QueryOutput::has(const std::string &columnId) const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [&](const auto &c) { return c.second.id == columnId; });
}

void QueryOutput::sortBy(const ItemUse &use, bool descending, bool nullsFirst)
{
    const bool known =
        std::any_of(m_order.begin(), m_order.end(), [&](const Order &o) { return o.use.name == use.name; });
    if (!known)
        m_order.push_back({use, descending, nullsFirst});
}

void QueryOutput::sortBy(const std::string &columnId, bool descending, bool nullsFirst)
{
    if (!m_plan.column(columnId))
        return;
    if (const auto use = at(columnId))
        sortBy(*use, descending, nullsFirst);
}

Query QueryOutput::build()
{
    std::vector<int> items;
    for (const auto &[use, column] : m_columns)
        items.push_back(use.item);
    for (const auto &[use, name] : m_helpers)
        items.push_back(use.item);
    for (const Order &order : m_order)
        items.push_back(order.use.item);
    for (const ItemUse &key : m_grain == ElementPlan::rows ? std::vector<ItemUse>() : m_plan.keyUses(m_grain))
        items.push_back(key.item);
    const RelationPtr rows = m_plan.build(m_grain, items);

    std::vector<NamedExpression> selected;
    std::set<std::string> taken;
    std::map<std::string, std::string> shownAs; // item -> its name in the answer
    const auto fresh = [&](const std::string &name) {
        std::string candidate = name.empty() ? "Column" : name;
        for (int i = 2; !taken.insert(foldName(candidate)).second; ++i)
            candidate = name + ' ' + std::to_string(i);
        return candidate;
    };
    Query query;
    for (auto &[use, column] : m_columns) {
        column.name = fresh(column.name);
        selected.push_back({column.name, use.expression()});
        shownAs.try_emplace(use.name, column.name);
        query.columns.push_back(column);
    }
    for (const auto &[use, name] : m_helpers)
        selected.push_back({fresh(name), use.expression()});
    std::vector<OrderKey> keys;
    for (const Order &order : m_order) {
        const auto [shown, isNew] = shownAs.try_emplace(order.use.name);
        if (isNew) {
            shown->second = fresh("sort " + order.use.name);
            selected.push_back({shown->second, order.use.expression()});
        }
        keys.push_back({query::use(shown->second, order.use.type), order.descending, order.nullsFirst});
    }
    if (selected.empty())
        selected.push_back({"one", constant(Value(1))});
    query.relation = makeProject(rows, std::move(selected));
    if (!keys.empty())
        query.relation = makeSort(query.relation, std::move(keys));
    return query;
}

} // namespace tessera::model::query

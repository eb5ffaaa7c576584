// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/element_plan.h"

namespace tessera::model::query {

// Collects the columns of an answer and makes its relation: the columns under their display names, then helpers for
// sorting.
class QueryOutput
{
public:
    QueryOutput(ElementPlan &plan, int grain) : m_plan(plan), m_grain(grain) {}

    // A column of the element; Null where it cannot be computed. Columns of other grains repeat on this one.
    void add(const std::string &columnId, const std::string &channel = {});
    void add(const ItemUse &use, OutputColumn column);
    void addHelper(const ItemUse &use, const std::string &name); // in the relation only
    void sortBy(const ItemUse &use, bool descending, bool nullsFirst = false);
    // By a column, where it can be had at this grain; else nothing happens.
    void sortBy(const std::string &columnId, bool descending, bool nullsFirst = false);
    bool has(const std::string &columnId) const;

    Query build();
    // Only the relation below, before names and order.
    ElementPlan &plan() { return m_plan; }
    int grain() const { return m_grain; }
    // The column at this grain: of a coarser one repeated, of a finer one none.
    std::optional<ItemUse> at(const std::string &columnId);

private:
    struct Order
    {
        ItemUse use;
        bool descending, nullsFirst;
    };
    ElementPlan &m_plan;
    int m_grain;
    std::vector<std::pair<ItemUse, OutputColumn>> m_columns;
    std::vector<std::pair<ItemUse, std::string>> m_helpers;
    std::vector<Order> m_order;
};

} // namespace tessera::model::query

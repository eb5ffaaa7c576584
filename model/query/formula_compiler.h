// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/query/element_plan.h"

namespace tessera::model::query {

// Turns a bound formula into an expression over the items of one grain, and adds the items that takes: groups, totals,
// windows and lookups become items of their own.
class FormulaCompiler
{
public:
    // The formula of `columnId` of the plan, computed at `grain`. `native` is where the column lives: where that
    // differs, the formula runs again at the coarser grain, and so do the columns it refers to.
    FormulaCompiler(ElementPlan &plan, std::string columnId, std::string pointer, int grain, int native);

    void setReadsAnywhere(bool anywhere) { m_anywhere = anywhere; }
    // The formula stands in another element, which looks this one up: only columns of this one may be meant.
    void setHome(const ElementPlan *home) { m_home = home; }
    ExpressionPtr run(const formula::BoundPtr &root); // null: not possible, reported
    const std::vector<int> &needs() const { return m_needs; }

    // A value per group, not per row: aggregates, totals and windows, in the formula or in siblings it refers to.
    static bool computesGroups(ElementPlan &plan, const formula::BoundPtr &root);

private:
    // Where a part is computed: `here` is finer than `own` inside an aggregate.
    struct Place
    {
        int here;
        std::vector<int> *needs;
    };

    ExpressionPtr part(const formula::BoundPtr &node, const Place &place);
    ExpressionPtr ofConstant(const formula::BoundPtr &node);
    ExpressionPtr ofSymbol(const formula::Symbol &symbol, const Place &place);
    ExpressionPtr ofColumn(const std::string &columnId, const formula::Symbol &symbol, const Place &place);
    ExpressionPtr ofCall(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ExpressionPtr ofScalar(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    formula::BoundPtr chosenBranch(const formula::BoundCall &call);
    ExpressionPtr ofAggregate(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ExpressionPtr grouped(const formula::BoundPtr &node, const formula::BoundCall &call, int from, const Place &place);
    ExpressionPtr ofOneRow(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ExpressionPtr ofWindow(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ExpressionPtr lastOfGroup(const formula::BoundPtr &node, const formula::BoundCall &call, int from,
                              const Place &place);
    ExpressionPtr ofTotal(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ExpressionPtr ofNamedTotal(const formula::Symbol &symbol, const Place &place);
    ExpressionPtr ofLookup(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ElementPlan *lookupTarget(const std::vector<formula::BoundPtr> &nodes);
    int lookupGrain(const ElementPlan &target, const std::vector<formula::BoundPtr> &nodes) const;
    ExpressionPtr lookedUp(const formula::BoundPtr &node, LookupSpec &spec, const Place &place,
                           std::vector<std::pair<ItemUse, ExpressionPtr>> &found);
    ExpressionPtr lookup(const formula::BoundPtr &node, LookupSpec spec, std::vector<int> localNeeds,
                         const Place &place);
    ExpressionPtr ofLookback(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ExpressionPtr ofDateRange(const formula::BoundCall &call, const Place &place);
    ExpressionPtr ofDisplay(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ExpressionPtr ofSparkline(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    ExpressionPtr ofVisibilityLimit(const formula::BoundPtr &node, const formula::BoundCall &call, const Place &place);
    std::vector<OrderKey> orderOfLimited(const std::string &output, int groups, const Place &place);
    std::string hiddenColumn(const formula::BoundPtr &argument);
    ExpressionPtr ofMetric(const formula::Symbol &symbol, const Place &place);
    ExpressionPtr anywhere(const formula::BoundPtr &node, const Place &place);
    ExpressionPtr rerun(const formula::BoundPtr &node, int grain, const Place &place);

    std::optional<std::vector<ExpressionPtr>> parts(const std::vector<formula::BoundPtr> &nodes, const Place &place);
    std::vector<OrderKey> orderOf(const Place &place);
    std::vector<ExpressionPtr> partitionOf(const Place &place);
    std::optional<int> finestUsed(const formula::BoundPtr &node, bool &sawGroup) const;
    std::optional<int> totalGrain(const std::string &mode, int drop);
    int nativeOf(const std::string &columnId) const;
    std::string itemName(const char *what) const;
    void merge(const std::vector<int> &needs, const Place &place);
    ExpressionPtr problem(QString message, QString hint = {});

    ElementPlan &m_plan;
    std::string m_column;
    std::string m_pointer;
    int m_own;
    int m_native;
    bool m_anywhere = false;
    const ElementPlan *m_home = nullptr;
    std::vector<int> m_needs;
};

} // namespace tessera::model::query

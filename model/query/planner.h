// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>

#include "model/query/control_state.h"
#include "model/query/element_plan.h"

namespace tessera::model::query {

// One request: every element that takes part has one plan, so that rows used twice are computed once.
class Planner
{
public:
    Planner(const Workbook &workbook, const NameLookup &names, const QueryOptions &options);
    ~Planner();

    const Workbook &workbook() const { return m_workbook; }
    const NameLookup &names() const { return m_names; }
    const QueryOptions &options() const { return m_options; }
    WorkbookColumns &columns() { return m_columns; }
    ControlState &controls() { return m_controls; }
    const formula::Environment &environment() const { return m_environment; }

    // The plan of an element, made at the first call; null when there is no such element, or it is read through more
    // than 150 others (reported). `filtered` false: its own filters and the controls on it do not apply.
    ElementPlan *plan(const Key &element, bool filtered = true);
    // Notes that `reader` takes rows from `source`. False, and nothing noted: that would be a circle.
    bool connect(const ElementPlan *reader, const ElementPlan *source);

    void report(QueryProblem problem); // each only once
    const std::vector<QueryProblem> &problems() const { return m_problems; }

    // Texts of SQL statements with controls replaced by parameters.
    void bindControls(TableSource &table);

private:
    bool reaches(const ElementPlan *from, const ElementPlan *to) const;

    const Workbook &m_workbook;
    const NameLookup &m_names;
    const QueryOptions &m_options;
    WorkbookColumns m_columns;
    ControlState m_controls;
    formula::Environment m_environment;
    std::map<std::pair<Key, bool>, std::unique_ptr<ElementPlan>> m_plans;
    std::map<const ElementPlan *, std::set<const ElementPlan *>> m_edges;
    std::vector<QueryProblem> m_problems;
    int m_depth = 0; // of plans being prepared
};

} // namespace tessera::model::query

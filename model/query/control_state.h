// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>

#include "model/query/element_query.h"
#include "model/query/workbook_scope.h"

namespace tessera::model::query {

// A value of the wire or of a person as a column of `type` holds it: ISO text becomes a date, "12" a number. What does
// not fit stays as it is and equals nothing there.
Value wireValue(const Json &json, ValueType type);
Value fitted(const Value &value, ValueType type);

// A stretch of time: from ≤ x < before. Open where an end is missing.
struct TimeSpan
{
    std::optional<Moment> from, before;
    bool isOpen() const { return !from && !before; }
};
// What a date-range rule means at `now`. "last 6 months" are the six whole months before the running one; with
// includeToday the running one counts as well. A fixed end without a time of day includes its day.
TimeSpan timeSpan(const FilterRule &rule, Moment now);
std::optional<Moment> momentOf(const DateValueView &date, Moment now);

// What a control holds before anybody touches it.
ControlValue configuredValue(const FilterRule &rule, ValueType type, Moment now);

// A control that filters a column.
struct ControlFilter
{
    std::string handle;
    std::string columnId;
    FilterRule rule;
    std::optional<ControlValue> value; // chosen by somebody; none: as configured
    std::string controlElement;        // id of the control, for messages
    std::string pointer;
};

// The controls of a workbook at the moment of a query.
class ControlState
{
public:
    ControlState(WorkbookColumns &columns, const QueryOptions &options);

    const ControlValue &valueOf(const std::string &handle);
    // As formulas see it: one value, or an array of all.
    Value formulaValue(const formula::Symbol &control);
    Value part(const formula::Symbol &control, const std::string &key); // start, end, min, max
    std::vector<ControlFilter> filtersOn(const Object &element);
    // Columns of the element, and the one a drill control shows instead of each.
    std::map<std::string, std::string> drilledColumns(const Object &element);

    const std::set<std::string> &used() const { return m_used; }
    void ignore(const std::string &handle) { m_ignored = handle; } // its filters do not apply

private:
    struct Known
    {
        const Object *object = nullptr;
        FilterRule rule;
        std::optional<ControlValue> configured;
    };
    Known *find(const std::string &handle);

    WorkbookColumns &m_columns;
    const QueryOptions &m_options;
    std::map<std::string, Known> m_controls; // by folded handle
    std::set<std::string> m_used;
    std::string m_ignored;
};

} // namespace tessera::model::query

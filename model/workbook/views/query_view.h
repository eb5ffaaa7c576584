// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/workbook/views/element_view.h"
#include "model/workbook/views/source_view.h"

namespace tessera::model {

// What queries have to know of bodies beyond the other views. Wire values stay as they are written; the meaning is the
// query planner's business. What is missing or of the wrong type reads as empty.

// A fixed or moving point in time.
struct DateValueView
{
    std::string fixed; // ISO 8601
    std::string op;    // now-minus, now-plus; "" for a fixed one
    std::string unit;
    double value = 0;
    bool isSet() const { return !fixed.empty() || !op.empty(); }
};

// The rule of an element filter (`kind`) or of a control (`controlType`); both write the same members.
struct FilterRule
{
    std::string kind;
    std::string mode;
    std::vector<Json> values;          // of lists and hierarchies
    Json value;                        // of everything with one value; null: none
    bool single = false;               // a list control that holds one value
    bool manual = false;               // a control's own list
    std::string valueType;             // of a manual list: text or number
    std::optional<double> low, high;   // number-range; ends of a slider's scale
    std::optional<double> least, most; // `min`, `max`: number-range filters, handles of range sliders
    bool caseSensitive = false;
    std::string includeNulls; // always, never, when-no-value-is-selected or ""
    std::string ranking;      // rank, rank-dense …
    std::optional<double> rowCount, percentile;
    std::string unit; // of date ranges
    bool includeToday = false;
    DateValueView date, start, end;
};
FilterRule filterRule(const Json &body, bool isControl);

// Sorting of a channel: xAxis.sort, color.sort, rowsBy[i].sort.
struct ChannelSort
{
    std::string by; // a column, "row-count", or "" for the values themselves
    bool descending = false;
    std::string aggregation;
};
// `channel` as in channel_view; `index` of the entry in a list.
std::optional<ChannelSort> channelSort(const Object &element, const std::string &channel, int index = 0);

struct JoinKeyView
{
    std::string left, right; // formulas
    std::string op;
};
struct JoinLegView
{
    std::string name;
    std::string type; // inner, left-outer …
    SourceView left, right;
    std::vector<JoinKeyView> keys;
    std::string pointer;
};
std::vector<JoinLegView> joinLegs(const Object &element, const SourceView &join);

struct UnionMatchView
{
    std::string output;
    std::vector<std::string> columns; // a formula per source, "" for none
    std::string pointer;
};
std::vector<UnionMatchView> unionMatches(const Object &element, const SourceView &all);

struct TransposeView
{
    bool toRows = true;              // column-to-row
    std::vector<std::string> merged; // formulas, names or ids of columns
    std::string labelName, valueName;
    std::string spread, value; // row-to-column
    std::vector<Json> outputs; // values that become columns: bare, or objects with name and value
    std::string aggregate;
};
TransposeView transposeOf(const Object &element, const SourceView &transpose);

struct RefMarkView
{
    std::string formula, endFormula; // numbers as formulas too; "" when there is none
    std::string columnId, function;  // the form that aggregates a column
    std::string pointer;             // "/refMarks/0"
};
std::vector<RefMarkView> refMarksOf(const Object &element);

std::string periodComparisonOf(const Object &kpi); // "month" …; "" for none

struct ProgressView
{
    std::string value, least, most; // formulas
};
ProgressView progressOf(const Object &element);

struct TotalsView
{
    bool grand = true, sub = true; // wanted; both unless said otherwise
};
TotalsView totalsOf(const Object &pivot);

// Formulas of conditional formats, by pointer.
struct ConditionView
{
    std::string formula;
    std::string pointer; // "/conditionalFormats/0"
};
std::vector<ConditionView> conditionFormulas(const Object &element);

// Columns of a single-row container that choose its row: the key column and the value it has; null for the first row.
struct SingleRowView
{
    std::string keyColumn;
    Json keyValue;
};
SingleRowView singleRowOf(const Object &element);

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/query_view.h"

#include "model/base/json_text.h"
#include "model/base/pointer.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

std::optional<double> numberIn(const Json &object, std::string_view key)
{
    const Json *value = member(object, key);
    if (!value)
        return std::nullopt;
    if (value->is_number())
        return value->get<double>();
    const std::string text = isRawNumber(*value) ? rawNumberText(*value) : stringOf(*value);
    bool fine = false;
    const double number = QByteArray::fromStdString(text).toDouble(&fine);
    return fine ? std::optional(number) : std::nullopt;
}

Json valueIn(const Json &object, std::string_view key)
{
    const Json *value = member(object, key);
    return value ? *value : Json();
}

DateValueView dateIn(const Json &object, std::string_view key)
{
    DateValueView view;
    const Json *value = member(object, key);
    if (!value)
        return view;
    view.fixed = stringOf(*value);
    view.op = stringMember(*value, "op");
    view.unit = stringMember(*value, "unit");
    view.value = numberIn(*value, "value").value_or(0);
    return view;
}

std::vector<Json> listIn(const Json &object, std::string_view key)
{
    std::vector<Json> out;
    forEachItem(object, key, [&](const Json &item, int) { out.push_back(item); });
    return out;
}

// A column named in a source: by id, by name, or as an object with either.
std::string columnText(const Json &value)
{
    if (value.is_string())
        return stringOf(value);
    for (const char *key : {"columnId", "column", "name", "id"}) {
        if (std::string text = stringMember(value, key); !text.empty())
            return text;
    }
    return {};
}

const Json &sourceJson(const Object &element, const SourceView &view)
{
    static const Json nothing;
    const Json *source = at(element.body(), view.pointer);
    return source ? *source : nothing;
}

std::string formulaIn(const Json &object, std::string_view key)
{
    const Json *value = member(object, key);
    if (!value)
        return {};
    const Json *inner = member(*value, "formula");
    if (!inner)
        inner = member(*value, "value");
    const Json &said = inner ? *inner : *value;
    return said.is_string() ? stringOf(said) : said.is_number() || isRawNumber(said) ? writeJson(said) : std::string();
}

} // namespace

FilterRule filterRule(const Json &body, bool isControl)
{
    FilterRule rule;
    rule.kind = stringMember(body, isControl ? "controlType" : "kind");
    rule.mode = stringMember(body, "mode");
    rule.values = listIn(body, "values");
    rule.value = valueIn(body, "value");
    rule.single = isControl && (stringMember(body, "selectionMode") == "single" || rule.kind == "segmented");
    if (const Json *source = member(body, "source"); isControl && source) {
        rule.manual = stringMember(*source, "kind") == "manual";
        rule.valueType = stringMember(*source, "valueType");
    }
    rule.low = numberIn(body, "low");
    rule.high = numberIn(body, "high");
    rule.least = numberIn(body, "min");
    rule.most = numberIn(body, "max");
    rule.caseSensitive = stringMember(body, "case") == "sensitive";
    rule.includeNulls = stringMember(body, "includeNulls");
    rule.ranking = stringMember(body, "rankingFunction");
    rule.rowCount = numberIn(body, "rowCount");
    rule.percentile = numberIn(body, "percentile");
    rule.unit = stringMember(body, "unit");
    rule.includeToday = isTrue(body, "includeToday");
    rule.date = dateIn(body, rule.kind == "date" ? "value" : "date");
    rule.start = dateIn(body, "startDate");
    rule.end = dateIn(body, "endDate");
    return rule;
}

std::optional<ChannelSort> channelSort(const Object &element, const std::string &channel, int index)
{
    const Json *entry = at(element.body(), '/' + channel);
    if (entry && entry->is_array())
        entry = index < static_cast<int>(entry->size()) ? &(*entry)[static_cast<std::size_t>(index)] : nullptr;
    const Json *sort = entry ? member(*entry, "sort") : nullptr;
    if (sort && sort->is_array())
        sort = sort->empty() ? nullptr : &sort->front();
    if (!sort || !sort->is_object())
        return std::nullopt;
    std::string by = stringMember(*sort, "by");
    if (by.empty())
        by = stringMember(*sort, "columnId");
    const std::string direction = stringMember(*sort, "direction");
    return ChannelSort{std::move(by), direction == "descending" || direction == "desc",
                       stringMember(*sort, "aggregation")};
}

std::vector<JoinLegView> joinLegs(const Object &element, const SourceView &join)
{
    std::vector<JoinLegView> legs;
    forEachItem(sourceJson(element, join), "joins", [&](const Json &json, int index) {
        JoinLegView leg;
        leg.pointer = joinPointer(joinPointer(join.pointer, "joins"), static_cast<std::size_t>(index));
        leg.name = stringMember(json, "name");
        leg.type = stringMember(json, "joinType");
        if (const Json *left = member(json, "left"))
            leg.left = sourceView(*left, joinPointer(leg.pointer, "left"));
        if (const Json *right = member(json, "right"))
            leg.right = sourceView(*right, joinPointer(leg.pointer, "right"));
        forEachItem(json, "columns", [&](const Json &key, int) {
            std::string op = stringMember(key, "op");
            leg.keys.push_back(
                {stringMember(key, "left"), stringMember(key, "right"), op.empty() ? "=" : std::move(op)});
        });
        legs.push_back(std::move(leg));
    });
    return legs;
}

std::vector<UnionMatchView> unionMatches(const Object &element, const SourceView &all)
{
    std::vector<UnionMatchView> matches;
    forEachItem(sourceJson(element, all), "matches", [&](const Json &json, int index) {
        UnionMatchView match{stringMember(json, "outputColumnName"),
                             {},
                             joinPointer(joinPointer(all.pointer, "matches"), static_cast<std::size_t>(index))};
        forEachItem(json, "sourceColumns",
                    [&](const Json &column, int) { match.columns.push_back(columnText(column)); });
        matches.push_back(std::move(match));
    });
    return matches;
}

TransposeView transposeOf(const Object &element, const SourceView &transpose)
{
    const Json &json = sourceJson(element, transpose);
    TransposeView view;
    view.toRows = stringMember(json, "direction") != "row-to-column";
    forEachItem(json, "columnsToMerge", [&](const Json &column, int) { view.merged.push_back(columnText(column)); });
    view.labelName = stringMember(json, "columnLabelForMergedColumns");
    view.valueName = stringMember(json, "columnLabelForValues");
    view.spread = columnText(valueIn(json, "columnToTranspose"));
    view.value = columnText(valueIn(json, "valueColumn"));
    view.outputs = listIn(json, "outputColumns");
    view.aggregate = stringMember(json, "aggregate");
    return view;
}

std::vector<RefMarkView> refMarksOf(const Object &element)
{
    std::vector<RefMarkView> marks;
    forEachItem(element.body(), "refMarks", [&](const Json &json, int index) {
        const Json value = valueIn(json, "value");
        marks.push_back({formulaIn(json, "value"), formulaIn(json, "endValue"), stringMember(value, "columnId"),
                         stringMember(value, "func"), joinPointer("/refMarks", static_cast<std::size_t>(index))});
    });
    return marks;
}

std::string periodComparisonOf(const Object &kpi)
{
    const Json value = valueIn(kpi.body(), "periodComparison");
    if (value.is_string())
        return stringOf(value);
    for (const char *key : {"period", "unit"}) {
        if (std::string unit = stringMember(value, key); !unit.empty())
            return unit;
    }
    return {};
}

ProgressView progressOf(const Object &element)
{
    const Json &body = element.body();
    return {formulaIn(body, "value"), formulaIn(body, "min"), formulaIn(body, "max")};
}

TotalsView totalsOf(const Object &pivot)
{
    const Json totals = valueIn(pivot.body(), "totals");
    return {stringMember(totals, "showGrandTotals") != "hidden", stringMember(totals, "showSubtotals") != "hidden"};
}

std::vector<ConditionView> conditionFormulas(const Object &element)
{
    std::vector<ConditionView> out;
    forEachItem(element.body(), "conditionalFormats", [&](const Json &json, int index) {
        if (std::string formula = stringMember(json, "formula"); !formula.empty())
            out.push_back({std::move(formula), joinPointer("/conditionalFormats", static_cast<std::size_t>(index))});
    });
    return out;
}

SingleRowView singleRowOf(const Object &element)
{
    return {stringMember(element.body(), "keyColumnId"), valueIn(element.body(), "keyColumnValue")};
}

} // namespace tessera::model

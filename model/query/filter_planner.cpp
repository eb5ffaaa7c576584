// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/filter_planner.h"

#include <array>

#include "model/formula/scalar/rows.h"
#include "model/value/calendar.h"

namespace tessera::model::query {

using formula::Operator;

namespace {

constexpr std::int64_t day = 86'400'000'000;

ExpressionPtr negated(const ExpressionPtr &condition)
{
    return operation(Operator::Not, {condition});
}

ExpressionPtr compared(Operator op, const ExpressionPtr &column, Value value)
{
    return operation(op, {column, constant(fitted(value, column->type), true)});
}

ExpressionPtr between(const ExpressionPtr &column, const TimeSpan &span)
{
    std::vector<ExpressionPtr> parts;
    if (span.from)
        parts.push_back(compared(Operator::GreaterEqual, column, *span.from));
    if (span.before)
        parts.push_back(compared(Operator::Less, column, *span.before));
    return allOf(parts);
}

std::optional<Operator> operatorNamed(const std::string &name)
{
    static const std::array<std::pair<const char *, Operator>, 6> all = {{{"=", Operator::Equal},
                                                                          {"!=", Operator::NotEqual},
                                                                          {"<", Operator::Less},
                                                                          {"<=", Operator::LessEqual},
                                                                          {">", Operator::Greater},
                                                                          {">=", Operator::GreaterEqual}}};
    for (const auto &[text, op] : all) {
        if (name == text)
            return op;
    }
    return std::nullopt;
}

ExpressionPtr listCondition(const FilterRule &rule, const std::vector<Value> &values, const ExpressionPtr &column)
{
    std::vector<Value> present;
    bool null = false;
    for (const Value &value : values) {
        null = null || value.isNull();
        if (!value.isNull())
            present.push_back(fitted(value, column->type));
    }
    if (values.empty())
        return nullptr;
    const ExpressionPtr named = present.empty() ? nullptr : oneOf(column, present);
    const ExpressionPtr empty = null ? call("IsNull", {column}) : nullptr;
    const ExpressionPtr included = anyOf({named, empty});
    return rule.mode == "exclude" ? negated(included) : included;
}

// Null is a level like any other: rows without a region, say.
ExpressionPtr levelCondition(const ExpressionPtr &level, const Value &step)
{
    return step.isNull() ? call("IsNull", {level}) : compared(Operator::Equal, level, step);
}

// A path of a hierarchy: the column starts with it, or is its last step where it holds plain text.
ExpressionPtr pathCondition(const ExpressionPtr &column, const Value &path)
{
    const auto steps = formula::arrayOf(path);
    if (!steps || steps->empty())
        return levelCondition(column, path);
    if (column->type != ValueType::Variant)
        return levelCondition(column, steps->back());
    std::vector<ExpressionPtr> parts;
    for (std::size_t i = 0; i < steps->size(); ++i) {
        const auto step = std::make_shared<const Expression>(
            Expression{VariantAccess{column, {}, static_cast<int>(i)}, ValueType::Variant});
        parts.push_back(levelCondition(call("Text", {step}), fitted((*steps)[i], ValueType::Text)));
    }
    return allOf(parts);
}

ExpressionPtr hierarchyCondition(const FilterRule &rule, const std::vector<Value> &paths, const ExpressionPtr &column)
{
    std::vector<ExpressionPtr> any;
    for (const Value &path : paths)
        any.push_back(pathCondition(column, path));
    const ExpressionPtr included = anyOf(any);
    if (!included)
        return nullptr;
    // What has no value at a level is not on the path, so excluding it takes nothing of that away.
    return rule.mode == "exclude" ? negated(call("Coalesce", {included, constant(Value(false))})) : included;
}

ExpressionPtr textCondition(const FilterRule &rule, const Value &value, const ExpressionPtr &given)
{
    const std::string text = value.isNull() ? std::string() : plainText(value);
    if (text.empty())
        return nullptr;
    const ExpressionPtr column =
        given->type == ValueType::Text || given->type == ValueType::Any ? given : call("Text", {given});
    std::string mode = rule.mode.empty() ? "equals" : rule.mode;
    struct Negative
    {
        const char *wire, *positive;
    };
    static constexpr Negative negatives[] = {{"does-not-equal", "equals"},
                                             {"does-not-contain", "contains"},
                                             {"does-not-start-with", "starts-with"},
                                             {"does-not-end-with", "ends-with"},
                                             {"not-like", "like"},
                                             {"does-not-match-regexp", "matches-regexp"}};
    bool negative = false;
    for (const Negative &pair : negatives) {
        if (mode == pair.wire) {
            mode = pair.positive;
            negative = true;
        }
    }
    const auto folded = [&](const ExpressionPtr &side) { return rule.caseSensitive ? side : call("Lower", {side}); };
    Value wanted(text);
    if (!rule.caseSensitive && mode != "like" && mode != "matches-regexp")
        wanted = formula::callScalar(*formula::findScalar("Lower"), {&wanted, 1}, {});
    const auto calling = [&](const char *function) { return call(function, {folded(column), constant(wanted, true)}); };
    ExpressionPtr condition;
    if (mode == "contains")
        condition = calling("Contains");
    else if (mode == "starts-with")
        condition = calling("StartsWith");
    else if (mode == "ends-with")
        condition = calling("EndsWith");
    else if (mode == "like")
        condition = call(rule.caseSensitive ? "Like" : "ILike", {column, constant(wanted, true)});
    else if (mode == "matches-regexp")
        condition = call("RegexpMatch", {column, constant(Value((rule.caseSensitive ? "" : "(?i)") + text), true)});
    else
        condition = operation(Operator::Equal, {folded(column), constant(wanted, true)});
    return negative ? negated(condition) : condition;
}

ExpressionPtr dayCondition(const FilterRule &rule, const Value &value, const ExpressionPtr &column)
{
    const Value at = fitted(value, ValueType::Date);
    if (!at.isMoment())
        return nullptr;
    const bool midnight = truncate(at.moment(), DateUnit::Day) == at.moment();
    const Moment next{at.moment().micros + (midnight ? day : 1)};
    if (rule.mode == "<")
        return between(column, {std::nullopt, at.moment()});
    if (rule.mode == "<=")
        return between(column, {std::nullopt, next});
    if (rule.mode == ">")
        return between(column, {next, std::nullopt});
    if (rule.mode == ">=")
        return between(column, {at.moment(), std::nullopt});
    return between(column, {at.moment(), next});
}

TimeSpan chosenSpan(const ControlValue &chosen)
{
    TimeSpan span;
    const Value low = chosen.low ? fitted(*chosen.low, ValueType::Date) : Value();
    const Value high = chosen.high ? fitted(*chosen.high, ValueType::Date) : Value();
    if (low.isMoment())
        span.from = low.moment();
    if (high.isMoment()) {
        const bool midnight = truncate(high.moment(), DateUnit::Day) == high.moment();
        span.before = Moment{high.moment().micros + (midnight ? day : 1)};
    }
    return span;
}

ExpressionPtr rangeCondition(const ControlValue &held, const ExpressionPtr &column)
{
    std::vector<ExpressionPtr> parts;
    if (held.low && !held.low->isNull())
        parts.push_back(compared(Operator::GreaterEqual, column, *held.low));
    if (held.high && !held.high->isNull())
        parts.push_back(compared(Operator::LessEqual, column, *held.high));
    return allOf(parts);
}

ExpressionPtr ruleCondition(const FilterRule &rule, const ControlValue *chosen, const ExpressionPtr &column, Moment now)
{
    if (rule.kind == "date-range")
        return between(column, chosen ? chosenSpan(*chosen) : timeSpan(rule, now));
    const ControlValue held = chosen ? *chosen : configuredValue(rule, column->type, now);
    const Value first = held.values.empty() ? Value() : held.values.front();
    if (rule.kind == "hierarchy")
        return hierarchyCondition(rule, held.values, column);
    if (rule.kind == "list") {
        std::vector<Value> values = held.values;
        for (const Json &json : rule.values) { // a null of the list is a value here
            if (!chosen && json.is_null())
                values.emplace_back();
        }
        return listCondition(rule, values, column);
    }
    if (rule.kind == "segmented" || rule.kind == "legend")
        return listCondition({}, held.values, column);
    if (rule.kind == "text" || rule.kind == "text-area" || rule.kind == "text-match")
        return textCondition(rule, first, column);
    if (rule.kind == "number-range" || rule.kind == "range-slider")
        return rangeCondition(held, column);
    if (rule.kind == "date")
        return first.isNull() ? nullptr : dayCondition(rule, first, column);
    if (first.isNull())
        return nullptr;
    if (rule.kind == "number" || rule.kind == "slider")
        return compared(operatorNamed(rule.mode).value_or(Operator::Equal), column, first);
    if (rule.kind == "checkbox" || rule.kind == "switch") {
        const bool everything = rule.mode != "True/False" && fitted(first, ValueType::Logical) == Value(false);
        return everything ? nullptr : compared(Operator::Equal, column, first);
    }
    return nullptr;
}

} // namespace

ExpressionPtr filterCondition(const FilterRule &rule, const ControlValue *chosen, const ExpressionPtr &column,
                              Moment now)
{
    const ExpressionPtr condition = ruleCondition(rule, chosen, column, now);
    const bool namesNull =
        rule.kind == "list" && !chosen &&
        std::any_of(rule.values.begin(), rule.values.end(), [](const Json &json) { return json.is_null(); });
    if (namesNull)
        return condition;
    if (rule.includeNulls == "always")
        return condition ? anyOf({condition, call("IsNull", {column})}) : nullptr;
    if (rule.includeNulls == "never" || (rule.includeNulls == "when-no-value-is-selected" && condition))
        return allOf({condition, call("IsNotNull", {column})});
    return condition;
}

std::optional<Ranking> rankingOf(const FilterRule &rule, const ControlValue *chosen)
{
    if (rule.kind != "top-n")
        return std::nullopt;
    Ranking ranking;
    const bool share = rule.ranking == "rank-percentile" || rule.ranking == "cume-dist";
    ranking.function = rule.ranking == "rank-dense"        ? "RankDense"
                       : rule.ranking == "row-number"      ? "RowNumber"
                       : rule.ranking == "rank-percentile" ? "RankPercentile"
                       : rule.ranking == "cume-dist"       ? "CumeDist"
                                                           : "Rank";
    ranking.descending = !rule.mode.starts_with("bottom");
    ranking.includeNulls = rule.includeNulls == "always";
    std::optional<double> limit = share ? rule.percentile : rule.rowCount;
    if (chosen && !chosen->values.empty() && chosen->values.front().isNumber())
        limit = chosen->values.front().number();
    else if (chosen)
        return std::nullopt; // nothing chosen
    if (!limit)
        limit = 10;
    ranking.limit = share ? *limit / 100 : *limit;
    return ranking;
}

} // namespace tessera::model::query

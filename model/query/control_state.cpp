// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/control_state.h"

#include <algorithm>
#include <cmath>

#include "model/base/json_text.h"
#include "model/formula/lexer.h"
#include "model/formula/scalar/rows.h"
#include "model/value/calendar.h"
#include "model/workbook/views/control_view.h"

namespace tessera::model::query {

namespace {

constexpr std::int64_t day = 86'400'000'000;

DateUnit unitOf(const std::string &wire)
{
    if (wire == "week-starting-monday")
        return DateUnit::WeekFromMonday;
    if (wire == "week-starting-sunday")
        return DateUnit::Week;
    return dateUnit(wire).value_or(DateUnit::Day);
}

bool isWholeDay(const std::string &iso)
{
    return iso.size() <= 10;
}

bool isShort(DateUnit unit)
{
    return unit >= DateUnit::Hour;
}

std::int64_t wholeOf(const Json &value, std::int64_t otherwise)
{
    return value.is_number() ? static_cast<std::int64_t>(std::llround(value.get<double>())) : otherwise;
}

// A relative end is that day; of hours and minutes it is that instant.
TimeSpan spanOf(const DateValueView &date, Moment now)
{
    const auto at = momentOf(date, now);
    if (!at)
        return {};
    const bool instant = date.op.empty() ? !isWholeDay(date.fixed) : isShort(unitOf(date.unit));
    if (instant)
        return {at, Moment{at->micros + 1}};
    const Moment start = truncate(*at, DateUnit::Day);
    return {start, Moment{start.micros + day}};
}

} // namespace

Value fitted(const Value &value, ValueType type)
{
    if (type == ValueType::Date && value.isText()) {
        const auto moment = momentFromIso(value.text());
        return moment ? Value(*moment) : value;
    }
    if (type == ValueType::Number && value.isText()) {
        bool fine = false;
        const double number = QByteArray::fromStdString(value.text()).toDouble(&fine);
        return fine ? formula::numberValue(number) : value;
    }
    if (type == ValueType::Logical && value.isText())
        return foldName(value.text()) == "true"    ? Value(true)
               : foldName(value.text()) == "false" ? Value(false)
                                                   : value;
    if (type == ValueType::Text && !value.isText() && !value.isNull())
        return value.isLogical() ? Value(value.logical() ? "true" : "false") : Value(plainText(value));
    return value;
}

Value wireValue(const Json &json, ValueType type)
{
    if (json.is_object() && member(json, "value"))
        return wireValue(*member(json, "value"), type);
    if (isRawNumber(json))
        return fitted(Value(rawNumberText(json)), ValueType::Number);
    return fitted(fromJson(json), type);
}

std::optional<Moment> momentOf(const DateValueView &date, Moment now)
{
    if (!date.fixed.empty())
        return momentFromIso(date.fixed);
    if (date.op.empty())
        return std::nullopt;
    const auto amount = static_cast<std::int64_t>(std::llround(date.value));
    return add(now, unitOf(date.unit), date.op == "now-minus" ? -amount : amount);
}

TimeSpan timeSpan(const FilterRule &rule, Moment now)
{
    const DateUnit unit = unitOf(rule.unit);
    const Moment running = truncate(now, unit);
    const std::int64_t count = std::max<std::int64_t>(0, wholeOf(rule.value, 1));
    if (rule.mode == "last")
        return {add(running, unit, -count), rule.includeToday ? add(running, unit, 1) : running};
    if (rule.mode == "next")
        return {rule.includeToday ? running : add(running, unit, 1), add(running, unit, count + 1)};
    if (rule.mode == "current")
        return {running, add(running, unit, 1)};
    const TimeSpan on = spanOf(rule.date, now);
    if (rule.mode == "on")
        return on;
    if (rule.mode == "before")
        return {std::nullopt, on.from};
    if (rule.mode == "after")
        return {on.before, std::nullopt};
    return {spanOf(rule.start, now).from, spanOf(rule.end, now).before};
}

ControlValue configuredValue(const FilterRule &rule, ValueType type, Moment now)
{
    ControlValue out;
    const auto add = [&](const Json &json) {
        if (Value value = wireValue(json, type); !value.isNull())
            out.values.push_back(std::move(value));
    };
    if (rule.kind == "date-range") {
        const TimeSpan span = timeSpan(rule, now);
        if (span.from)
            out.low = Value(*span.from);
        if (span.before) // the last second, but the end as it was written where it is fixed
            out.high = rule.end.fixed.empty() ? Value(Moment{span.before->micros - 1'000'000})
                                              : Value(*momentOf(rule.end, now));
    } else if (rule.kind == "number-range" || rule.kind == "range-slider") {
        const bool slider = rule.kind == "range-slider"; // low and high are the ends of its scale
        const auto low = slider || !rule.low ? rule.least : rule.low;
        const auto high = slider || !rule.high ? rule.most : rule.high;
        if (low)
            out.low = formula::numberValue(*low);
        if (high)
            out.high = formula::numberValue(*high);
        if (rule.values.size() == 2 && !low && !high) {
            out.low = wireValue(rule.values[0], ValueType::Number);
            out.high = wireValue(rule.values[1], ValueType::Number);
        }
    } else if (rule.kind == "date") {
        if (const auto at = momentOf(rule.date, now))
            out.values.push_back(Value(rule.date.op.empty() ? *at : truncate(*at, DateUnit::Day)));
    } else if (rule.kind == "top-n") {
        if (const auto limit = rule.rowCount ? rule.rowCount : rule.percentile)
            out.values.push_back(formula::numberValue(*limit));
    } else if (rule.kind == "hierarchy") {
        for (const Json &path : rule.values)
            out.values.push_back(Value(path));
    } else {
        for (const Json &json : rule.values)
            add(json);
        add(rule.value);
        if (rule.single && out.values.size() > 1)
            out.values.resize(1);
    }
    return out;
}

ControlState::ControlState(WorkbookColumns &columns, const QueryOptions &options)
    : m_columns(columns)
    , m_options(options)
{
    for (const Object &element : columns.workbook().elements) {
        if (isControl(element) && controlType(element) != "synced")
            m_controls.try_emplace(foldName(controlId(element)), Known{&element, filterRule(element.body(), true), {}});
    }
}

ControlState::Known *ControlState::find(const std::string &handle)
{
    const auto found = m_controls.find(foldName(handle));
    return found == m_controls.end() ? nullptr : &found->second;
}

const ControlValue &ControlState::valueOf(const std::string &handle)
{
    static const ControlValue empty;
    m_used.insert(handle);
    if (const auto chosen = m_options.controls.find(handle); chosen != m_options.controls.end())
        return chosen->second;
    Known *known = find(handle);
    if (!known)
        return empty;
    if (!known->configured)
        known->configured = configuredValue(known->rule, m_columns.typeOfControl(*known->object), m_options.now);
    return *known->configured;
}

Value ControlState::formulaValue(const formula::Symbol &control)
{
    const ControlValue &held = valueOf(control.id);
    if (!control.isList)
        return held.values.empty() ? Value() : fitted(held.values.front(), control.type);
    std::vector<Value> all;
    for (const Value &value : held.values)
        all.push_back(fitted(value, control.type));
    return formula::arrayValue(all);
}

Value ControlState::part(const formula::Symbol &control, const std::string &key)
{
    const ControlValue &held = valueOf(control.id);
    const std::string name = foldName(key);
    const bool low = name == "start" || name == "min" || name == "low";
    const bool high = name == "end" || name == "max" || name == "high";
    const std::optional<Value> &end = low ? held.low : held.high;
    return (low || high) && end ? fitted(*end, control.type) : Value();
}

std::vector<ControlFilter> ControlState::filtersOn(const Object &element)
{
    std::vector<ControlFilter> out;
    const auto source = sourceOf(element);
    for (auto &[fold, known] : m_controls) {
        const std::string handle = controlId(*known.object);
        if (handle == m_ignored || known.rule.kind == "drill")
            continue; // drilling changes what charts show, not which rows
        for (const ControlTarget &target : controlTargets(*known.object)) {
            const bool direct = target.source.kind == SourceKind::Table && target.source.elementId == element.id();
            const bool table = target.source.kind == SourceKind::WarehouseTable && source &&
                               source->kind == SourceKind::WarehouseTable && source->path == target.source.path;
            if (!direct && !table)
                continue;
            ControlFilter filter{handle, target.columnId, known.rule, {}, known.object->id(), target.pointer};
            if (const auto chosen = m_options.controls.find(handle); chosen != m_options.controls.end())
                filter.value = chosen->second;
            m_used.insert(handle);
            out.push_back(std::move(filter));
        }
    }
    return out;
}

std::map<std::string, std::string> ControlState::drilledColumns(const Object &element)
{
    std::map<std::string, std::string> shown;
    for (auto &[fold, known] : m_controls) {
        const auto drill = drillOf(*known.object);
        for (const DrillView::Target &target : drill ? drill->targets : std::vector<DrillView::Target>()) {
            if (target.elementId != element.id())
                continue;
            const ControlValue &held = valueOf(controlId(*known.object));
            const std::string category = held.values.empty() ? std::string() : plainText(held.values.front());
            const auto at =
                static_cast<std::size_t>(std::ranges::find(drill->categories, category) - drill->categories.begin());
            if (at >= drill->categories.size() || at >= target.columnIds.size() || target.columnIds[at].empty())
                continue;
            for (const std::string &other : target.columnIds) {
                if (!other.empty() && other != target.columnIds[at])
                    shown.emplace(other, target.columnIds[at]);
            }
        }
    }
    return shown;
}

} // namespace tessera::model::query

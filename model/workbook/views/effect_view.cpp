// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/effect_view.h"

#include "model/base/pointer.h"
#include "model/value/json_value.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

std::optional<Value> end(const Json &range, std::initializer_list<const char *> keys, bool date)
{
    for (const char *key : keys) {
        if (const Json *json = member(range, key); json && !json->is_null())
            return literalFromJson(*json, date);
    }
    return {};
}

void readConstant(const Json &constant, ValueSourceView &view)
{
    const std::string type = stringMember(constant, "type");
    const bool date = type.starts_with("date");
    const Json *value = member(constant, "value");
    if (!value || value->is_null())
        return;
    if (type.ends_with("-range")) {
        view.low = end(*value, {"min", "start", "low"}, date);
        view.high = end(*value, {"max", "end", "high"}, date);
    } else if (value->is_array()) {
        for (const Json &item : *value)
            view.values.push_back(literalFromJson(item, date));
    } else {
        view.values.push_back(literalFromJson(*value, date));
    }
}

ValueSourceView valueFrom(const Json *json)
{
    ValueSourceView view;
    if (!json || !json->is_object())
        return view;
    const std::string type = stringMember(*json, "type");
    view.control = stringMember(*json, "control");
    view.formula = stringMember(*json, "formula");
    view.columnId = stringMember(*json, "columnId");
    view.lowColumn = stringMember(*json, "minColumnId");
    view.highColumn = stringMember(*json, "maxColumnId");
    view.lowFormula = stringMember(*json, "min");
    view.highFormula = stringMember(*json, "max");
    view.fieldId = stringMember(*json, "fieldId");
    view.kind = type == "constant"        ? ValueSourceView::Kind::Constant
                : type == "control"       ? ValueSourceView::Kind::Control
                : type == "formula"       ? ValueSourceView::Kind::Formula
                : type == "column"        ? ValueSourceView::Kind::Column
                : type == "column-range"  ? ValueSourceView::Kind::ColumnRange
                : type == "formula-range" ? ValueSourceView::Kind::FormulaRange
                : type == "form-field"    ? ValueSourceView::Kind::FormField
                                          : ValueSourceView::Kind::Other;
    const Json *value = member(*json, "value");
    if (view.kind == ValueSourceView::Kind::Constant && value)
        readConstant(value->is_object() ? *value : *json, view);
    return view;
}

// An operand is a value source, or the plain value in older files.
ValueSourceView operand(const Json &condition, const char *key)
{
    const Json *json = member(condition, key);
    if (!json || json->is_null() || json->is_object())
        return valueFrom(json);
    ValueSourceView view;
    view.kind = ValueSourceView::Kind::Constant;
    if (json->is_array()) {
        for (const Json &item : *json)
            view.values.push_back(literalFromJson(item, false));
    } else {
        view.values.push_back(literalFromJson(*json, false));
    }
    return view;
}

bool isTrue(const Json &object, const char *key)
{
    const Json *value = member(object, key);
    return value && value->is_boolean() && value->get<bool>();
}

// The form of the level kind lists its columns; what counts here is the first.
void readSort(const Json &sort, EffectDetail &detail)
{
    const Json *columns = member(sort, "columns");
    const Json &first = columns && columns->is_array() && !columns->empty() ? columns->front() : sort;
    detail.sortColumn = stringMember(first, "columnId");
    detail.descending = stringMember(first, "direction") == "descending";
}

// A container is named by its id, or by a target around it; the inner form is not confirmed.
std::string containerIn(const Json &target)
{
    if (target.is_string())
        return target.get<std::string>();
    for (const char *key : {"element", "elementId", "containerElementId"}) {
        if (std::string id = stringMember(target, key); !id.empty())
            return id;
    }
    return {};
}

} // namespace

ActionCondition actionCondition(const Object &host, const std::string &pointer)
{
    ActionCondition condition;
    const Json *json = pointer.empty() ? nullptr : at(host.body(), pointer);
    if (!json || !json->is_object() || json->empty())
        return condition;
    const std::string type = stringMember(*json, "type");
    condition.kind = type == "formula"    ? ActionCondition::Kind::Formula
                     : type == "column"   ? ActionCondition::Kind::Column
                     : type == "constant" ? ActionCondition::Kind::Constant
                                          : ActionCondition::Kind::Other;
    condition.formula = stringMember(*json, "formula");
    condition.columnId = stringMember(*json, "columnId");
    if (condition.columnId.empty())
        condition.columnId = stringMember(*json, "column");
    condition.op = stringMember(*json, condition.kind == ActionCondition::Kind::Constant ? "cond" : "condition");
    condition.value = operand(*json, "value");
    condition.low = operand(*json, "low");
    condition.high = operand(*json, "high");
    return condition;
}

ToastView successToast(const Object &host, const ActionView &action)
{
    const Json *toast = at(host.body(), action.pointer + "/successToast");
    if (!toast || stringMember(*toast, "showMessage") == "hidden")
        return {};
    return {stringMember(*toast, "title"), stringMember(*toast, "message")};
}

EffectDetail effectDetail(const Object &object, const EffectView &effect)
{
    EffectDetail detail;
    const Json *json = at(object.body(), effect.pointer);
    if (!json)
        return detail;
    detail.value = valueFrom(member(*json, "value"));
    detail.adds = stringMember(*json, "selectionMode") == "add";
    detail.url = stringMember(*json, "url");
    detail.published = isTrue(*json, "usePublishedValue");
    if (const Json *sort = member(*json, "sort"))
        readSort(*sort, detail);
    if (const Json *target = member(*json, "target"))
        detail.container = containerIn(*target);
    if (const Json *values = member(*json, "values"); values && values->is_object()) {
        for (const auto &[key, value] : values->items())
            detail.fields.emplace_back(key, valueFrom(&value));
    }
    if (const Json *scope = member(*json, "scope"))
        detail.scope = stringMember(*scope, "type");
    if (const Json *tab = member(*json, "selectedTab")) {
        if (const Json *index = member(*tab, "index"); index && index->is_number_integer())
            detail.tab = index->get<int>();
        const std::string direction = stringMember(*tab, "direction");
        detail.direction = direction == "next" ? 1 : direction == "previous" ? -1 : 0;
    }
    return detail;
}

} // namespace tessera::model

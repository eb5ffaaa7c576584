// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/views/effect_view.h"

#include "model/base/pointer.h"
#include "model/workbook/views/list_view.h"

namespace tessera::model {

namespace {

Value literal(const Json &json, bool date)
{
    if (json.is_number_integer())
        return Value(json.get<std::int64_t>());
    if (json.is_number())
        return Value(json.get<double>());
    if (json.is_boolean())
        return Value(json.get<bool>());
    if (!json.is_string())
        return {};
    const std::string text = json.get<std::string>();
    if (date) {
        if (const auto moment = momentFromIso(text))
            return Value(*moment);
    }
    return Value(text);
}

std::optional<Value> end(const Json &range, std::initializer_list<const char *> keys, bool date)
{
    for (const char *key : keys) {
        if (const Json *json = member(range, key); json && !json->is_null())
            return literal(*json, date);
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
            view.values.push_back(literal(item, date));
    } else {
        view.values.push_back(literal(*value, date));
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
    view.kind = type == "constant"       ? ValueSourceView::Kind::Constant
                : type == "control"      ? ValueSourceView::Kind::Control
                : type == "formula"      ? ValueSourceView::Kind::Formula
                : type == "column"       ? ValueSourceView::Kind::Column
                : type == "column-range" ? ValueSourceView::Kind::ColumnRange
                                         : ValueSourceView::Kind::Other;
    const Json *value = member(*json, "value");
    if (view.kind == ValueSourceView::Kind::Constant && value)
        readConstant(value->is_object() ? *value : *json, view);
    return view;
}

} // namespace

EffectDetail effectDetail(const Object &object, const EffectView &effect)
{
    EffectDetail detail;
    const Json *json = at(object.body(), effect.pointer);
    if (!json)
        return detail;
    detail.value = valueFrom(member(*json, "value"));
    detail.adds = stringMember(*json, "selectionMode") == "add";
    detail.url = stringMember(*json, "url");
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

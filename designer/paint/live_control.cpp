// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/live_control.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/value/date_format.h"
#include "model/value/json_value.h"
#include "model/workbook/views/control_view.h"

namespace tessera::designer {

using model::Value;
using model::query::ControlValue;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::LiveControl)
};

const model::Object &originOf(const model::Workbook &workbook, const model::Object &control)
{
    if (model::controlType(control) != "synced")
        return control;
    const model::Object *origin = model::findControl(workbook, model::controlId(control));
    return origin ? *origin : control;
}

double share(const std::optional<Value> &value, const model::ControlLook &look, double otherwise)
{
    const double low = look.low.toDouble(), high = look.high.toDouble();
    if (!value || !value->isNumber() || high <= low)
        return otherwise;
    return std::clamp((value->number() - low) / (high - low), 0.0, 1.0);
}

QString rangeWords(const ControlValue &held)
{
    const QString low = held.low ? controlWords(*held.low) : QString(),
                  high = held.high ? controlWords(*held.high) : QString();
    if (low.isEmpty() && high.isEmpty())
        return Texts::tr("All dates");
    return low.isEmpty()    ? Texts::tr("Up to %1").arg(high)
           : high.isEmpty() ? Texts::tr("From %1").arg(low)
                            : low + u" – "_qs + high;
}

void takeValue(const ControlValue &held, const std::vector<ControlOption> &options, model::ControlLook &look)
{
    look.selected.clear();
    for (const Value &value : held.values) {
        const auto known = std::find_if(options.begin(), options.end(),
                                        [&](const ControlOption &option) { return option.value == value; });
        look.selected << (known != options.end() ? known->label : controlWords(value));
    }
    const Value first = held.values.empty() ? Value() : held.values.front();
    look.value = controlWords(first);
    look.on = first.isLogical() && first.logical();
    if (look.type == "slider")
        look.position = share(first, look, 0);
    if (look.type == "range-slider") {
        look.position = share(held.low, look, 0);
        look.positionEnd = share(held.high, look, 1);
    }
    if (look.type == "date-range")
        look.value = rangeWords(held);
    if (look.type == "number-range")
        look.value = (held.low ? controlWords(*held.low) : QString()) + u'\n' +
                     (held.high ? controlWords(*held.high) : QString());
    if (look.type == "top-n")
        look.value =
            look.value.isEmpty()
                ? Texts::tr("All")
                : (look.mode.startsWith(u"bottom") ? Texts::tr("Bottom %1") : Texts::tr("Top %1")).arg(look.value);
}

} // namespace

ControlPlaces controlPlaces(const model::Object &control, const model::ControlLook &look, const QRect &card)
{
    const model::TitleLook title = model::titleOf(control);
    const bool filled = !model::boxOf(control).background.empty();
    const QRect inside = filled && card.height() > 44 ? card.adjusted(10, 6, -10, -6)
                         : filled                     ? card.adjusted(8, 0, -8, 0)
                                                      : card;
    const bool tall = look.type == "text-area" || look.type == "file-upload";
    const bool named = look.type == "checkbox" || look.type == "switch";
    const bool slider = look.type == "slider" || look.type == "range-slider";
    const int label = !named && !title.hidden && inside.height() >= 38 ? 18 : 0;
    const int height = tall ? inside.height() - label : qMin(slider ? 36 : 32, inside.height() - label);
    // Label and field stay together in the middle of a taller cell.
    const int top = inside.top() + (inside.height() - label - height) / 2;
    ControlPlaces places;
    if (label > 0)
        places.label = QRect(inside.left(), top, inside.width(), 16);
    places.field = QRect(inside.left(), top + label, inside.width(), height);
    return places;
}

QString controlWords(const Value &value)
{
    if (value.isMoment())
        return model::plainMoment(value.moment());
    if (value.isNull())
        return {};
    return model::toQString(model::plainText(value));
}

std::vector<ControlOption> controlOptions(const model::Workbook &workbook, const model::Object &control,
                                          const model::query::ElementRows *rows)
{
    std::vector<ControlOption> options;
    if (const auto drill = model::drillOf(originOf(workbook, control))) { // its levels stand in the workbook
        const model::ControlLook look = model::controlLookOf(workbook, originOf(workbook, control));
        for (std::size_t i = 0; i < drill->categories.size(); ++i)
            options.push_back({Value(drill->categories[i]), look.options.value(static_cast<int>(i)), -1});
        return options;
    }
    const auto source = model::controlValueSource(originOf(workbook, control));
    if (source && source->manual && !source->values.empty()) {
        for (std::size_t i = 0; i < source->values.size(); ++i) {
            const Value value = model::literalFromJson(source->values[i], false);
            const std::string label = i < source->labels.size() ? source->labels[i] : std::string();
            options.push_back({value, label.empty() ? controlWords(value) : model::toQString(label), -1});
        }
        return options;
    }
    if (!rows)
        return options;
    const auto part = rows->parts.find("values");
    const model::query::ResultTable *table = part != rows->parts.end() ? part->second.get() : rows->main.get();
    const auto *values = table ? table->byName("value") : nullptr;
    if (!values)
        return options;
    const auto *labels = table->byName("label"), *counts = table->byName("count");
    for (std::size_t row = 0; row < values->data.size(); ++row) {
        const Value value = values->data.at(row);
        const Value label = labels ? labels->data.at(row) : Value();
        ControlOption option{value, label.isNull() ? controlWords(value) : controlWords(label), -1};
        if (option.label.isEmpty())
            option.label = value.isNull() ? Texts::tr("(blank)") : Texts::tr("(empty)");
        if (counts && !counts->data.isNull(row))
            option.count = static_cast<std::int64_t>(counts->data.number(row));
        options.push_back(std::move(option));
    }
    return options;
}

const ControlValue *heldValue(const model::Object &control, const model::query::RowsSource *rows)
{
    if (!rows)
        return nullptr;
    const auto it = rows->controls().find(model::controlId(control));
    return it == rows->controls().end() ? nullptr : &it->second;
}

model::ControlLook liveControlLook(const model::Workbook &workbook, const model::Object &control,
                                   const model::query::RowsSource *source, const model::query::ElementRows *rows)
{
    model::ControlLook look = model::controlLookOf(workbook, control);
    const std::vector<ControlOption> options = controlOptions(workbook, control, rows);
    if (!look.manual && !options.empty() && look.type != "drill") {
        look.options.clear();
        for (const ControlOption &option : options)
            look.options << option.label;
    }
    if (const ControlValue *held = heldValue(control, source))
        takeValue(*held, options, look);
    return look;
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_actions.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/workbook/action_words.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/effect_view.h"

namespace tessera::designer {

using model::Value;
using model::ValueSourceView;
using model::query::ControlValue;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::PreviewActions)
};

struct Run
{
    const model::Workbook &workbook;
    const model::Object &host;
    const PickedRow &selected;
    LiveData *data;
    PreviewStage &stage;
};

Value cellOf(const Run &run, const std::string &columnId)
{
    if (!run.selected.rows || run.selected.row < 0)
        return {};
    const auto *column = run.selected.rows->byId(columnId);
    return column && run.selected.row < static_cast<int>(column->data.size()) ? column->data.at(static_cast<std::size_t>(run.selected.row)) : Value();
}

// Formulas that can be read without the engine: a number, a quoted text, a logical, [Selection/Column] or [Handle].
std::optional<Value> simpleFormula(const Run &run, const std::string &formula)
{
    const QString text = model::toQString(formula).trimmed();
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text, &isNumber);
    if (isNumber)
        return Value(number);
    if (text.size() >= 2 && text.startsWith(u'"') && text.endsWith(u'"'))
        return Value(model::toUtf8(text.mid(1, text.size() - 2)));
    if (text.compare(u"true", Qt::CaseInsensitive) == 0 || text.compare(u"false", Qt::CaseInsensitive) == 0)
        return Value(text.compare(u"true", Qt::CaseInsensitive) == 0);
    if (!text.startsWith(u'[') || text.indexOf(u']') != text.size() - 1)
        return {};
    const QString name = text.mid(1, text.size() - 2);
    if (name.startsWith(u"Selection/")) {
        for (const model::ColumnView &column : model::columnsOf(run.host)) {
            if (model::toQString(model::columnName(column)) == name.mid(10))
                return cellOf(run, column.id);
        }
        return {};
    }
    const auto held = run.data ? run.data->controls().find(model::toUtf8(name)) : model::query::ControlValues::const_iterator();
    if (run.data && held != run.data->controls().end())
        return held->second.values.empty() ? Value() : held->second.values.front();
    return {};
}

std::optional<ControlValue> valueFor(const Run &run, const ValueSourceView &source)
{
    ControlValue value;
    const auto one = [&](Value cell) {
        if (!cell.isNull())
            value.values.push_back(std::move(cell));
        return value;
    };
    switch (source.kind) {
    case ValueSourceView::Kind::Constant:
        value.values = source.values;
        value.low = source.low;
        value.high = source.high;
        return value;
    case ValueSourceView::Kind::Column: return one(cellOf(run, source.columnId));
    case ValueSourceView::Kind::ColumnRange: {
        const Value low = cellOf(run, source.lowColumn), high = cellOf(run, source.highColumn);
        if (!low.isNull())
            value.low = low;
        if (!high.isNull())
            value.high = high;
        return value;
    }
    case ValueSourceView::Kind::Control: {
        if (!run.data)
            return {};
        const auto held = run.data->controls().find(source.control);
        return held == run.data->controls().end() ? std::nullopt : std::optional(held->second);
    }
    case ValueSourceView::Kind::Formula:
        if (auto result = simpleFormula(run, source.formula))
            return one(std::move(*result));
        return {};
    case ValueSourceView::Kind::None:
    case ValueSourceView::Kind::Other: break;
    }
    return {};
}

void setControl(const Run &run, const std::string &handle, const model::EffectDetail &detail)
{
    auto value = valueFor(run, detail.value);
    if (!run.data || !value) {
        run.stage.say(Texts::tr("What “%1” is set to is worked out in Sigma.").arg(model::toQString(handle)));
        return;
    }
    const auto held = run.data->controls().find(handle);
    if (detail.adds && held != run.data->controls().end()) {
        std::vector<Value> all = held->second.values;
        for (const Value &added : value->values) {
            if (std::find(all.begin(), all.end(), added) == all.end())
                all.push_back(added);
        }
        value->values = std::move(all);
    }
    run.data->setControl(handle, std::move(value));
}

void clearControls(const Run &run, const model::EffectTargets &targets)
{
    if (!run.data)
        return;
    if (!targets.control.empty())
        run.data->setControl(targets.control, std::nullopt);
    else
        run.data->resetControls(); // page, container and workbook: all that is in sight
}

void runEffect(const Run &run, const model::EffectView &effect)
{
    const model::EffectTargets targets = model::effectTargets(run.host, effect);
    const model::EffectDetail detail = model::effectDetail(run.host, effect);
    if (effect.effect == "set-control-value")
        setControl(run, targets.control, detail);
    else if (effect.effect == "clear-control")
        clearControls(run, targets);
    else if (effect.effect == "open-overlay")
        run.stage.openOverlay(targets.overlay);
    else if (effect.effect == "close-overlay")
        run.stage.closeOverlay();
    else if (effect.effect == "navigate" && !targets.page.empty())
        run.stage.openPage(targets.page);
    else if (effect.effect == "navigate")
        run.stage.revealElement(targets.element);
    else if (effect.effect == "select-tab")
        run.stage.selectTab(targets.element, detail.tab, detail.direction);
    else if (effect.effect == "refresh-element")
        return; // rows here are always those of now
    else {
        const model::Json *json = model::at(run.host.body(), effect.pointer);
        const QString words = json ? model::effectPhrase(run.workbook, run.host, *json).text() : model::toQString(effect.effect);
        run.stage.say(Texts::tr("In Sigma: %1").arg(words));
    }
}

void runEffects(const Run &run, const std::vector<model::EffectView> &effects)
{
    for (const model::EffectView &effect : effects)
        runEffect(run, effect);
}

} // namespace

bool hasActions(const model::Object &host, const std::string &trigger)
{
    const auto actions = model::actionsOf(host);
    return std::any_of(actions.begin(), actions.end(), [&](const model::ActionView &action) { return action.enabled && action.trigger == trigger; });
}

bool runActions(const model::Workbook &workbook, const model::Object &host, const std::string &trigger, const PickedRow &selected,
                LiveData *data, PreviewStage &stage)
{
    const Run run{workbook, host, selected, data, stage};
    bool any = false;
    for (const model::ActionView &action : model::actionsOf(host)) {
        if (!action.enabled || action.trigger != trigger)
            continue;
        any = true;
        runEffects(run, action.effects);
    }
    return any;
}

} // namespace tessera::designer

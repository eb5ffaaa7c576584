// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_actions.h"

#include <algorithm>

#include <QCoreApplication>
#include <QSet>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/value/date_format.h"
#include "model/workbook/action_words.h"
#include "model/workbook/look/cell_format_look.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/effect_view.h"

namespace tessera::designer {

using model::ActionCondition;
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
    const ActionPlace &place;
    PreviewStage &stage;

    const model::Workbook &workbook() const { return place.workbook; }
    LiveData *data() const { return place.data; }
};

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
    case ValueSourceView::Kind::Column: return one(run.place.selected.cell(source.columnId));
    case ValueSourceView::Kind::ColumnRange: {
        const Value low = run.place.selected.cell(source.lowColumn), high = run.place.selected.cell(source.highColumn);
        if (!low.isNull())
            value.low = low;
        if (!high.isNull())
            value.high = high;
        return value;
    }
    case ValueSourceView::Kind::Control: return controlNow(run.workbook(), source.control, run.data());
    case ValueSourceView::Kind::Formula:
        if (auto result = computeHere(run.workbook(), run.place.host, source.formula, run.place.selected, run.data()))
            return one(std::move(*result));
        return {};
    case ValueSourceView::Kind::FormField: return run.place.form ? std::optional(one(run.place.form->fieldValue(source.fieldId))) : std::nullopt;
    case ValueSourceView::Kind::None:
    case ValueSourceView::Kind::Other: break;
    }
    return {};
}

// One value as files write it, for comparing.
model::Json written(const std::optional<ControlValue> &value)
{
    if (!value || value->values.empty())
        return {};
    const Value &first = value->values.front();
    if (first.isNumber())
        return first.number();
    if (first.isLogical())
        return first.logical();
    return model::plainText(first);
}

bool columnHolds(const Run &run, const ActionCondition &condition)
{
    model::CellFormatLook test;
    test.condition = condition.op;
    test.value = written(valueFor(run, condition.value));
    test.low = written(valueFor(run, condition.low));
    test.high = written(valueFor(run, condition.high));
    return model::holds(test, run.place.selected.cell(condition.columnId));
}

// A constant is compared with what was selected: one of the row's values has to be among those named.
bool constantHolds(const Run &run, const ActionCondition &condition)
{
    const auto named = valueFor(run, condition.value);
    if (!named)
        return false;
    if (!run.place.selected.rows)
        return named->values.size() == 1 && named->values.front().isLogical() && named->values.front().logical();
    for (const auto &column : run.place.selected.rows->columns) {
        const Value cell = run.place.selected.cell(column.id);
        if (std::find(named->values.begin(), named->values.end(), cell) != named->values.end())
            return true;
    }
    return false;
}

// None: only Sigma can tell, which is said.
std::optional<bool> holds(const Run &run, const std::string &pointer)
{
    const ActionCondition condition = model::actionCondition(run.place.host, pointer);
    switch (condition.kind) {
    case ActionCondition::Kind::Always: return true;
    case ActionCondition::Kind::Column: return columnHolds(run, condition);
    case ActionCondition::Kind::Constant: return constantHolds(run, condition);
    case ActionCondition::Kind::Formula:
        if (const auto value = computeHere(run.workbook(), run.place.host, condition.formula, run.place.selected, run.data()))
            return value->isLogical() && value->logical(); // Null is not true
        run.stage.say(Texts::tr("Whether “%1” holds is worked out in Sigma.").arg(model::toQString(condition.formula)));
        return {};
    case ActionCondition::Kind::Other: break;
    }
    run.stage.say(Texts::tr("A condition of this kind is worked out in Sigma."));
    return {};
}

void setControl(const Run &run, const std::string &handle, const model::EffectDetail &detail)
{
    auto value = valueFor(run, detail.value);
    if (!run.data() || !value) {
        run.stage.say(Texts::tr("What “%1” is set to is worked out in Sigma.").arg(model::toQString(handle)));
        return;
    }
    if (const auto held = detail.adds ? controlNow(run.workbook(), handle, run.data()) : std::nullopt) {
        std::vector<Value> all = held->values;
        for (const Value &added : value->values) {
            if (std::find(all.begin(), all.end(), added) == all.end())
                all.push_back(added);
        }
        value->values = std::move(all);
    }
    run.data()->setControl(handle, std::move(value));
}

void collectHandles(const model::Workbook &workbook, model::NodeId node, std::vector<std::string> &handles)
{
    const model::LayoutNode *here = workbook.layout.node(node);
    const model::Object *element = here ? workbook.elementOf(*here) : nullptr;
    if (element && model::isControl(*element))
        handles.push_back(model::controlId(*element));
    for (const model::NodeId child : workbook.layout.childrenOf(node))
        collectHandles(workbook, child, handles);
}

// The handles a scope covers. What an overlay holds belongs to the page it was opened from.
std::vector<std::string> handlesIn(const Run &run, const model::EffectDetail &detail, const model::EffectTargets &targets)
{
    const model::Workbook &workbook = run.workbook();
    std::vector<std::string> handles;
    if (!targets.control.empty() || detail.scope == "control") {
        handles = {targets.control};
    } else if (detail.scope == "container") {
        collectHandles(workbook, workbook.layout.findElement(targets.element), handles);
    } else if (detail.scope == "page") {
        std::vector<std::string> blocks = run.stage.blocksInSight();
        if (!targets.page.empty() && std::find(blocks.begin(), blocks.end(), targets.page) == blocks.end())
            blocks = {targets.page};
        for (const std::string &block : blocks)
            collectHandles(workbook, workbook.layout.findBlock(block), handles);
    } else {
        handles = model::controlHandles(workbook);
    }
    return handles;
}

void clearControls(const Run &run, const model::EffectDetail &detail, const model::EffectTargets &targets)
{
    if (!run.data())
        return;
    QSet<QString> done;
    for (const std::string &handle : handlesIn(run, detail, targets)) {
        if (handle.empty() || done.contains(model::toQString(handle)))
            continue;
        done.insert(model::toQString(handle));
        run.data()->setControl(handle, detail.published ? std::nullopt : std::optional(ControlValue()));
    }
}

void fillForm(const Run &run, const model::EffectDetail &detail, const std::string &element)
{
    FormValues *form = run.stage.form(element);
    if (!form) {
        run.stage.say(Texts::tr("The form to fill is not on this page."));
        return;
    }
    for (const auto &[field, source] : detail.fields) {
        if (const auto value = valueFor(run, source))
            form->setFieldValue(field, value->values.empty() ? Value() : value->values.front());
    }
}

void chooseRow(const Run &run, const model::EffectDetail &detail)
{
    auto value = valueFor(run, detail.value);
    if (run.data() && value && !detail.container.empty())
        run.data()->setControl(detail.container, std::move(value)); // planners read it under the container's id
}

void sayInSigma(const Run &run, const model::EffectView &effect)
{
    const model::Json *json = model::at(run.place.host.body(), effect.pointer);
    const QString words = json ? model::effectPhrase(run.workbook(), run.place.host, *json).text() : model::toQString(effect.effect);
    run.stage.say(Texts::tr("In Sigma: %1").arg(words));
}

void runEffects(const Run &run, const std::vector<model::EffectView> &effects);

// The first branch whose condition holds; one nobody can judge here ends the matter.
void takeBranch(const Run &run, const model::EffectView &effect)
{
    for (const model::EffectBranch &branch : effect.branches) {
        const auto held = branch.kind == model::EffectBranch::Kind::Else ? std::optional(true) : holds(run, branch.conditionPointer);
        if (!held)
            return;
        if (*held) {
            runEffects(run, branch.effects);
            return;
        }
    }
}

void runEffect(const Run &run, const model::EffectView &effect)
{
    const std::string &name = effect.effect;
    const model::EffectTargets targets = model::effectTargets(run.place.host, effect);
    const model::EffectDetail detail = model::effectDetail(run.place.host, effect);
    if (name == "if-else")
        takeBranch(run, effect);
    else if (name == "set-control-value")
        setControl(run, targets.control, detail);
    else if (name == "clear-control")
        clearControls(run, detail, targets);
    else if (name == "open-overlay")
        run.stage.openOverlay(targets.overlay);
    else if (name == "close-overlay")
        run.stage.closeOverlay();
    else if (name == "navigate" && !targets.page.empty())
        run.stage.openPage(targets.page);
    else if (name == "navigate")
        run.stage.revealElement(targets.element);
    else if (name == "select-tab")
        run.stage.selectTab(targets.element, detail.tab, detail.direction);
    else if (name == "custom-sort")
        run.stage.sortElement(targets.element, detail.sortColumn, detail.descending);
    else if (name == "set-form-values")
        fillForm(run, detail, targets.element);
    else if (name == "reset-form" && run.place.form)
        run.place.form->reset();
    else if (name == "set-single-row-container")
        chooseRow(run, detail);
    else if (name != "refresh-element") // rows here are always those of now
        sayInSigma(run, effect);
}

void runEffects(const Run &run, const std::vector<model::EffectView> &effects)
{
    for (const model::EffectView &effect : effects)
        runEffect(run, effect);
}

void sayDone(const Run &run, const model::ActionView &action)
{
    const model::ToastView toast = model::successToast(run.place.host, action);
    const QString title = model::toQString(toast.title), message = model::toQString(toast.message);
    if (!title.isEmpty() || !message.isEmpty())
        run.stage.say(title.isEmpty() || message.isEmpty() ? title + message : Texts::tr("%1: %2").arg(title, message));
}

} // namespace

bool hasActions(const model::Object &host, const std::string &trigger)
{
    const auto actions = model::actionsOf(host);
    return std::any_of(actions.begin(), actions.end(), [&](const model::ActionView &action) { return action.enabled && action.trigger == trigger; });
}

bool runActions(const ActionPlace &place, const std::string &trigger, PreviewStage &stage)
{
    // An effect may close or rebuild what shows the host; the host itself has to outlive its action.
    const model::Object host = place.host;
    const ActionPlace kept{place.workbook, host, place.data, place.selected, place.form};
    const Run run{kept, stage};
    bool any = false;
    for (const model::ActionView &action : model::actionsOf(host)) {
        if (!action.enabled || action.trigger != trigger)
            continue;
        any = true;
        const auto held = holds(run, action.conditionPointer);
        if (!held || !*held)
            continue;
        runEffects(run, action.effects);
        sayDone(run, action);
    }
    return any;
}

} // namespace tessera::designer

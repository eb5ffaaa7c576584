// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/preview_actions.h"

#include <algorithm>
#include <deque>
#include <memory>

#include <QCoreApplication>
#include <QSet>

#include "designer/preview/action_values.h"
#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/workbook/action_words.h"
#include "model/workbook/views/control_view.h"
#include "model/workbook/views/effect_view.h"

namespace tessera::designer {

using model::Value;
using model::query::ControlValue;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::PreviewActions)
};

void setControl(const ActionValues &run, const std::string &handle, const model::EffectDetail &detail)
{
    auto value = run.valueOf(detail.value);
    if (!run.data() || !value) {
        run.stage().say(Texts::tr("What “%1” is set to is worked out in Sigma.").arg(model::toQString(handle)));
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
std::vector<std::string> handlesIn(const ActionValues &run, const model::EffectDetail &detail,
                                   const model::EffectTargets &targets)
{
    const model::Workbook &workbook = run.workbook();
    std::vector<std::string> handles;
    if (!targets.control.empty() || detail.scope == "control") {
        handles = {targets.control};
    } else if (detail.scope == "container") {
        collectHandles(workbook, workbook.layout.findElement(targets.element), handles);
    } else if (detail.scope == "page") {
        std::vector<std::string> blocks = run.stage().blocksInSight();
        if (!targets.page.empty() && std::find(blocks.begin(), blocks.end(), targets.page) == blocks.end())
            blocks = {targets.page};
        for (const std::string &block : blocks)
            collectHandles(workbook, workbook.layout.findBlock(block), handles);
    } else {
        handles = model::controlHandles(workbook);
    }
    return handles;
}

void clearControls(const ActionValues &run, const model::EffectDetail &detail, const model::EffectTargets &targets)
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

void fillForm(const ActionValues &run, const model::EffectDetail &detail, const std::string &element)
{
    FormValues *form = run.stage().form(element);
    if (!form) {
        run.stage().say(Texts::tr("The form to fill is not on this page."));
        return;
    }
    for (const auto &[field, source] : detail.fields) {
        if (const auto value = run.valueOf(source))
            form->setFieldValue(field, value->values.empty() ? Value() : value->values.front());
    }
}

void chooseRow(const ActionValues &run, const model::EffectDetail &detail)
{
    auto value = run.valueOf(detail.value);
    if (run.data() && value && !detail.container.empty())
        run.data()->setControl(detail.container, std::move(value)); // planners read it under the container's id
}

void sayInSigma(const ActionValues &run, const model::EffectView &effect)
{
    const model::Json *json = model::at(run.host().body(), effect.pointer);
    const QString words =
        json ? model::effectPhrase(run.workbook(), run.host(), *json).text() : model::toQString(effect.effect);
    run.stage().say(Texts::tr("In Sigma: %1").arg(words));
}

void openAddress(const ActionValues &run, const std::string &url)
{
    if (url.empty())
        return; // Sigma does nothing either
    if (const auto address = run.filled(model::toQString(url)))
        run.stage().openUrl(*address);
    else
        run.stage().say(Texts::tr("The address “%1” is worked out in Sigma.").arg(model::toQString(url)));
}

void runEffect(const ActionValues &run, const model::EffectView &effect)
{
    const std::string &name = effect.effect;
    const model::EffectTargets targets = model::effectTargets(run.host(), effect);
    const model::EffectDetail detail = model::effectDetail(run.host(), effect);
    PreviewStage &stage = run.stage();
    if (name == "set-control-value")
        setControl(run, targets.control, detail);
    else if (name == "clear-control")
        clearControls(run, detail, targets);
    else if (name == "open-overlay")
        stage.openOverlay(targets.overlay);
    else if (name == "close-overlay")
        stage.closeOverlay();
    else if (name == "open-url")
        openAddress(run, detail.url);
    else if (name == "navigate" && !targets.page.empty())
        stage.openPage(targets.page);
    else if (name == "navigate")
        stage.revealElement(targets.element);
    else if (name == "select-tab")
        stage.selectTab(targets.element, detail.tab, detail.direction);
    else if (name == "custom-sort")
        stage.sortElement(targets.element, detail.sortColumn, detail.descending);
    else if (name == "set-form-values")
        fillForm(run, detail, targets.element);
    else if (name == "reset-form" && run.form())
        run.form()->reset();
    else if (name == "set-single-row-container")
        chooseRow(run, detail);
    else if (name != "refresh-element") // rows here are always those of now
        sayInSigma(run, effect);
}

void sayDone(const ActionValues &run, const model::ActionView &action)
{
    const model::ToastView toast = model::successToast(run.host(), action);
    const QString title = model::toQString(toast.title), message = model::toQString(toast.message);
    if (!title.isEmpty() || !message.isEmpty())
        run.stage().say(title.isEmpty() || message.isEmpty() ? title + message
                                                             : Texts::tr("%1: %2").arg(title, message));
}

// One action on its way through its effects. It waits where a formula reads rows, and is gone when nobody holds it any
// more: at its end, or when the stage forgets what it was to be told.
class ActionRun : public std::enable_shared_from_this<ActionRun>
{
public:
    ActionRun(const ActionPlace &place, model::ActionView action, PreviewStage &stage)
        : m_values(place, stage)
        , m_action(std::move(action))
    {
    }

    void start()
    {
        with(m_values.needsOf(m_action.conditionPointer), [this] {
            const auto held = m_values.holds(m_action.conditionPointer);
            if (!held || !*held)
                return;
            m_waiting.assign(m_action.effects.begin(), m_action.effects.end());
            next();
        });
    }

private:
    void next()
    {
        if (m_waiting.empty()) {
            sayDone(m_values, m_action);
            return;
        }
        const model::EffectView effect = m_waiting.front();
        m_waiting.pop_front();
        with(m_values.needsOf(effect), [this, effect] {
            if (effect.effect == "if-else")
                takeBranch(effect);
            else
                runEffect(m_values, effect);
            m_values.forget();
            next();
        });
    }

    // The first branch whose condition holds; one nobody can judge here ends the matter.
    void takeBranch(const model::EffectView &effect)
    {
        for (const model::EffectBranch &branch : effect.branches) {
            const auto held = branch.kind == model::EffectBranch::Kind::Else ? std::optional(true)
                                                                             : m_values.holds(branch.conditionPointer);
            if (!held)
                return;
            if (*held) {
                m_waiting.insert(m_waiting.begin(), branch.effects.begin(), branch.effects.end());
                return;
            }
        }
    }

    void with(const std::vector<std::string> &formulas, std::function<void()> go)
    {
        const bool asked =
            !formulas.empty() && m_values.stage().computeOnRows(formulas, [self = shared_from_this(), formulas,
                                                                           go](const PreviewStage::Answers &answers) {
                self->m_values.learn(formulas, answers);
                go();
            });
        if (!asked)
            go();
    }

    ActionValues m_values;
    model::ActionView m_action;
    std::deque<model::EffectView> m_waiting; // effects still to come
};

} // namespace

bool hasActions(const model::Object &host, const std::string &trigger)
{
    const auto actions = model::actionsOf(host);
    return std::any_of(actions.begin(), actions.end(),
                       [&](const model::ActionView &action) { return action.enabled && action.trigger == trigger; });
}

bool runActions(const ActionPlace &place, const std::string &trigger, PreviewStage &stage)
{
    std::vector<std::shared_ptr<ActionRun>> runs; // made before the first one changes anything
    for (const model::ActionView &action : model::actionsOf(place.host)) {
        if (action.enabled && action.trigger == trigger)
            runs.push_back(std::make_shared<ActionRun>(place, action, stage));
    }
    for (const auto &run : runs)
        run->start();
    return !runs.empty();
}

void openLink(const ActionPlace &place, const QString &url, PreviewStage &stage)
{
    const auto values = std::make_shared<ActionValues>(place, stage);
    const auto formulas = values->needsOf(url);
    const auto go = [values, url] { openAddress(*values, model::toUtf8(url)); };
    const bool asked = !formulas.empty() &&
                       stage.computeOnRows(formulas, [values, formulas, go](const PreviewStage::Answers &answers) {
                           values->learn(formulas, answers);
                           go();
                       });
    if (!asked)
        go();
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/checker.h"

#include <algorithm>
#include <compare>

#include <QHash>
#include <QSet>

#include "model/checks/check_context.h"
#include "model/checks/edit_effects.h"
#include "model/checks/rules.h"
#include "model/checks/waivers.h"
#include "model/checks/wire_size.h"

namespace tessera::model {

namespace {

using Question = CheckContext::Question;

struct Outcome
{
    std::vector<Question> questions;
    QList<Diagnostic> findings;
};

// Where a unit stands in the fixed order of findings.
struct Order
{
    int group = 0;
    std::vector<int> path;
    auto operator<=>(const Order &) const = default;
};

Order orderOf(const Workbook &workbook, const CheckUnit &unit)
{
    if (unit.node != 0) {
        Order order{5, {}};
        for (NodeId node = unit.node; node != rootNode; node = workbook.layout.parentOf(node))
            order.path.push_back(workbook.layout.indexOf(node));
        std::reverse(order.path.begin(), order.path.end());
        return order;
    }
    const auto collection = collectionOf(unit.scope);
    if (!collection)
        return {};
    const int group = *collection == Collection::Pages      ? 1
                      : *collection == Collection::Overlays ? 2
                      : *collection == Collection::Panels   ? 3
                                                            : 4;
    return {group, {workbook.list(*collection).indexOf(unit.key)}};
}

bool canHold(const LayoutNode &node)
{
    return node.kind != NodeKind::Element;
}

void checkUnit(const Workbook &workbook, CheckContext &context, const CheckUnit &unit, QList<Diagnostic> *findings,
               std::vector<Question> *questions)
{
    if (unit.node != 0) {
        const LayoutNode *node = workbook.layout.node(unit.node);
        if (!node || !canHold(*node))
            return;
        context.begin(Scope::Contents, {}, node->ref, findings, questions);
        for (const RuleTopic &topic : ruleTopics()) {
            if (topic.node)
                topic.node(context, unit.node, *node);
        }
        return;
    }
    const auto collection = collectionOf(unit.scope);
    if (!collection) {
        context.begin(Scope::Contents, {}, {}, findings, questions);
        for (const RuleTopic &topic : ruleTopics()) {
            if (topic.workbook)
                topic.workbook(context, workbook.meta, workbook.contents, workbook.extras);
        }
        return;
    }
    const Object *object = workbook.list(*collection).find(unit.key);
    if (!object)
        return;
    context.begin(unit.scope, unit.key, object->id().empty() ? object->key() : object->id(), findings, questions);
    const FactsPtr facts = unit.scope == Scope::Element ? context.byKey(unit.key) : nullptr;
    for (const RuleTopic &topic : ruleTopics()) {
        if (facts && topic.element)
            topic.element(context, *object, *facts);
        else if (!facts && topic.block)
            topic.block(context, *object, unit.scope);
    }
}

// Every unit of a workbook, in the order of findings.
template <class Visitor>
void visitUnits(const Workbook &workbook, Visitor &&visit)
{
    visit(CheckUnit{});
    for (const Collection collection :
         {Collection::Pages, Collection::Overlays, Collection::Panels, Collection::Elements}) {
        for (const Object &object : workbook.list(collection))
            visit(CheckUnit{scopeOf(collection), object.key(), 0});
    }
    workbook.layout.visit(rootNode, [&](NodeId id, const LayoutNode &node) {
        if (canHold(node))
            visit(CheckUnit{Scope::Contents, {}, id});
    });
}

} // namespace

QList<Diagnostic> Checker::check(const Workbook &workbook) const
{
    const NameIndex index(workbook);
    CheckContext context(workbook, index, m_catalogue, m_profile);
    context.setHeavy(wireSize(workbook) > heavyBytes);
    QList<Diagnostic> findings;
    visitUnits(workbook, [&](const CheckUnit &unit) { checkUnit(workbook, context, unit, &findings, nullptr); });
    applyWaivers(workbook, findings);
    return findings;
}

struct IncrementalChecker::Private
{
    const Catalogue *catalogue = nullptr;
    const OrganisationProfile *profile = nullptr;
    Workbook workbook;
    NameIndex index;
    QHash<CheckUnit, Outcome> outcomes;
    QHash<Question, QSet<CheckUnit>> askers;
    QHash<CheckUnit, std::size_t> sizes; // on the wire
    std::size_t size = 0;
    int checked = 0;

    bool isHeavy() const { return size > heavyBytes; }

    void measure(const CheckUnit &unit)
    {
        if (unit.node != 0)
            return;
        const std::size_t now = wireSize(workbook, unit);
        size += now - sizes.value(unit);
        if (now > 0)
            sizes.insert(unit, now);
        else
            sizes.remove(unit);
    }

    void forget(const CheckUnit &unit)
    {
        const auto outcome = outcomes.constFind(unit);
        if (outcome == outcomes.constEnd())
            return;
        for (const Question question : outcome->questions) {
            const auto asked = askers.find(question);
            if (asked == askers.end())
                continue;
            asked->remove(unit);
            if (asked->isEmpty())
                askers.erase(asked);
        }
        outcomes.erase(outcome);
    }

    bool exists(const CheckUnit &unit) const
    {
        if (unit.node != 0) {
            const LayoutNode *node = workbook.layout.node(unit.node);
            return node && canHold(*node);
        }
        const auto collection = collectionOf(unit.scope);
        return !collection || workbook.list(*collection).find(unit.key);
    }

    void run(CheckContext &context, const CheckUnit &unit)
    {
        forget(unit);
        if (!exists(unit))
            return;
        ++checked;
        Outcome outcome;
        checkUnit(workbook, context, unit, &outcome.findings, &outcome.questions);
        std::sort(outcome.questions.begin(), outcome.questions.end());
        outcome.questions.erase(std::unique(outcome.questions.begin(), outcome.questions.end()),
                                outcome.questions.end());
        for (const Question question : outcome.questions)
            askers[question].insert(unit);
        outcomes.insert(unit, std::move(outcome));
    }
};

IncrementalChecker::IncrementalChecker() : d(std::make_unique<Private>()) {}

IncrementalChecker::IncrementalChecker(const Catalogue &catalogue, const OrganisationProfile *profile)
    : IncrementalChecker()
{
    d->catalogue = &catalogue;
    d->profile = profile;
}

IncrementalChecker::~IncrementalChecker() = default;

void IncrementalChecker::reset(const Workbook &workbook)
{
    const Catalogue *catalogue = d->catalogue;
    const OrganisationProfile *profile = d->profile;
    d = std::make_unique<Private>();
    d->catalogue = catalogue;
    d->profile = profile;
    d->workbook = workbook;
    d->index = NameIndex(workbook);
    visitUnits(workbook, [this](const CheckUnit &unit) { d->measure(unit); }); // all before the first is judged by it
    CheckContext context(d->workbook, d->index, d->catalogue, d->profile);
    context.setHeavy(d->isHeavy());
    visitUnits(workbook, [&](const CheckUnit &unit) { d->run(context, unit); });
}

void IncrementalChecker::update(const Workbook &workbook, const ChangeSet &changes)
{
    EditEffects effects(d->workbook, workbook);
    for (const Change &change : changes.transaction.changes)
        std::visit(effects, change);
    QHash<Key, std::vector<TypedColumn>> types;
    for (const Key &key : std::as_const(effects.columns))
        types.insert(key, typesOfEdited(key, d->workbook, workbook, d->workbook, d->index));
    for (const Key &key : std::as_const(effects.elements)) {
        const auto [before, after] = d->index.refresh(workbook, key);
        if (before == after && !effects.moved.contains(key))
            continue;
        effects.facts(before.get(), after.get());
    }
    for (const Key &key : std::as_const(effects.columns)) {
        if (types.value(key) != typesOfEdited(key, d->workbook, workbook, workbook, d->index))
            effects.changed(CheckContext::About::Types, key);
    }
    d->workbook = workbook;
    const bool heavy = d->isHeavy();
    for (const CheckUnit &unit : std::as_const(effects.units))
        d->measure(unit);
    if (d->isHeavy() != heavy)
        effects.changed(CheckContext::About::Heavy);
    for (const Question question : std::as_const(effects.questions)) {
        const auto askers = d->askers.constFind(question);
        if (askers != d->askers.constEnd())
            effects.units.unite(*askers);
    }
    d->checked = 0;
    CheckContext context(d->workbook, d->index, d->catalogue, d->profile);
    context.setHeavy(d->isHeavy());
    for (const CheckUnit &unit : std::as_const(effects.units))
        d->run(context, unit);
}

QList<Diagnostic> IncrementalChecker::diagnostics() const
{
    std::vector<std::pair<Order, const QList<Diagnostic> *>> lists;
    for (auto it = d->outcomes.constBegin(); it != d->outcomes.constEnd(); ++it) {
        if (!it->findings.isEmpty())
            lists.emplace_back(orderOf(d->workbook, it.key()), &it->findings);
    }
    std::sort(lists.begin(), lists.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<Diagnostic> all;
    for (const auto &[order, findings] : lists)
        all.append(*findings);
    applyWaivers(d->workbook, all);
    return all;
}

int IncrementalChecker::checkedUnits() const
{
    return d->checked;
}

} // namespace tessera::model

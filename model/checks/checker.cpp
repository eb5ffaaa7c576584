// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/checker.h"

#include <algorithm>
#include <compare>

#include <QHash>
#include <QSet>

#include "model/checks/check_context.h"
#include "model/checks/rules.h"
#include "model/checks/waivers.h"
#include "model/formula/lexer.h"
#include "model/names/json_read.h"

namespace tessera::model {

namespace {

using About = CheckContext::About;
using Question = CheckContext::Question;

// The smallest thing that is checked by itself: the workbook's own trees, one object, or one layout node with its
// children's places.
struct Unit
{
    Scope scope = Scope::Contents;
    Key key;
    NodeId node = 0; // not 0: a layout node

    bool operator==(const Unit &) const = default;
    friend size_t qHash(const Unit &unit, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(unit.scope), unit.key, unit.node);
    }
};

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

Order orderOf(const Workbook &workbook, const Unit &unit)
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
    const int group = *collection == Collection::Pages ? 1
        : *collection == Collection::Overlays ? 2
        : *collection == Collection::Panels   ? 3
                                              : 4;
    return {group, {workbook.list(*collection).indexOf(unit.key)}};
}

bool canHold(const LayoutNode &node)
{
    return node.kind != NodeKind::Element;
}

void checkUnit(const Workbook &workbook, CheckContext &context, const Unit &unit, QList<Diagnostic> *findings,
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
std::vector<Unit> unitsOf(const Workbook &workbook)
{
    std::vector<Unit> units = {Unit{}};
    for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels, Collection::Elements}) {
        for (const Object &object : workbook.list(collection))
            units.push_back({scopeOf(collection), object.key(), 0});
    }
    workbook.layout.visit(rootNode, [&](NodeId id, const LayoutNode &node) {
        if (canHold(node))
            units.push_back({Scope::Contents, {}, id});
    });
    return units;
}

} // namespace

QList<Diagnostic> Checker::check(const Workbook &workbook) const
{
    const NameIndex index(workbook);
    CheckContext context(workbook, index, m_catalogue, m_profile);
    QList<Diagnostic> findings;
    for (const Unit &unit : unitsOf(workbook))
        checkUnit(workbook, context, unit, &findings, nullptr);
    applyWaivers(workbook, findings);
    return findings;
}

struct IncrementalChecker::Private
{
    const Catalogue *catalogue = nullptr;
    const OrganisationProfile *profile = nullptr;
    Workbook workbook;
    NameIndex index;
    QHash<Unit, Outcome> outcomes;
    QHash<Question, QSet<Unit>> askers;
    int checked = 0;

    void forget(const Unit &unit)
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

    bool exists(const Unit &unit) const
    {
        if (unit.node != 0) {
            const LayoutNode *node = workbook.layout.node(unit.node);
            return node && canHold(*node);
        }
        const auto collection = collectionOf(unit.scope);
        return !collection || workbook.list(*collection).find(unit.key);
    }

    void run(const Unit &unit)
    {
        forget(unit);
        if (!exists(unit))
            return;
        ++checked;
        Outcome outcome;
        CheckContext context(workbook, index, catalogue, profile);
        checkUnit(workbook, context, unit, &outcome.findings, &outcome.questions);
        std::sort(outcome.questions.begin(), outcome.questions.end());
        outcome.questions.erase(std::unique(outcome.questions.begin(), outcome.questions.end()), outcome.questions.end());
        for (const Question question : outcome.questions)
            askers[question].insert(unit);
        outcomes.insert(unit, std::move(outcome));
    }
};

namespace {

// Collects which units an edit concerns and which answers it changes.
class Effects
{
public:
    Effects(const Workbook &before, const Workbook &after) : m_before(before), m_after(after)
    {
        if (before.elements.isEmpty() != after.elements.isEmpty())
            changed(About::AnyElements);
        if (before.layout.childrenOf(rootNode).isEmpty() != after.layout.childrenOf(rootNode).isEmpty())
            changed(About::AnyBlocks);
    }

    QSet<Unit> units;
    QSet<Question> questions;
    QSet<Key> elements; // to read again
    QSet<Key> moved;    // elements whose place in the list changed

    void changed(About about, std::string_view what = {}) { questions.insert(CheckContext::question(about, what)); }

    void facts(const ElementFacts &facts)
    {
        changed(About::ElementId, facts.id);
        changed(About::ElementName, facts.fold);
        if (!facts.handle.empty()) {
            changed(About::Handle, foldName(facts.handle));
            changed(About::Synced, foldName(facts.handle));
        }
        for (const std::string &id : facts.reads)
            changed(About::Readers, id);
        for (const std::string &id : facts.filters)
            changed(About::FilteredBy, id);
        for (const std::string &id : facts.actions)
            changed(About::Action, id);
        for (const std::string &fold : facts.mentions)
            changed(About::Mentioned, fold);
    }

    void object(Collection in, const Key &key)
    {
        units.insert({scopeOf(in), key, 0});
        if (in == Collection::Elements) {
            elements.insert(key);
            return;
        }
        changed(in == Collection::Pages ? About::AllPages
                    : in == Collection::Overlays ? About::AllOverlays
                                                 : About::AllPanels);
        for (const Workbook *workbook : {&m_before, &m_after}) {
            if (const Object *object = workbook->list(in).find(key)) {
                changed(About::BlockId, object->id());
                for (const Json &action : items(object->body(), "actions"))
                    changed(About::Action, stringMember(action, "id"));
            }
        }
    }

    void node(NodeId id)
    {
        if (id != rootNode)
            units.insert({Scope::Contents, {}, id});
    }

    void subtree(const LayoutSubtree &tree)
    {
        node(tree.id);
        changed(tree.node.isBlock() ? About::BlockNode : About::Placement, tree.node.ref);
        for (const LayoutSubtree &child : tree.children)
            subtree(child);
    }

    void operator()(const InsertObject &c) { object(c.in, c.key); }
    void operator()(const RemoveObject &c) { object(c.in, c.key); }
    void operator()(const MoveObject &c)
    {
        object(c.in, c.key);
        if (c.in == Collection::Elements)
            moved.insert(c.key);
    }
    void operator()(const SetProperty &c)
    {
        if (const auto collection = collectionOf(c.scope)) {
            object(*collection, c.key);
            return;
        }
        units.insert(Unit{});
        changed(About::Contents);
    }
    void operator()(const InsertNode &c)
    {
        node(c.parent);
        subtree(c.subtree);
    }
    void operator()(const RemoveNode &c)
    {
        node(c.parent);
        subtree(c.subtree);
    }
    void operator()(const MoveNode &c)
    {
        node(c.before.parent);
        node(c.after.parent);
        node(c.node);
        if (c.before.parent == c.after.parent && c.before.index == c.after.index)
            return;
        // What stands below may now be in another block, and the order of equal references may have changed.
        if (m_after.layout.contains(c.node))
            subtree(m_after.layout.subtree(c.node));
    }
    void operator()(const SetNode &c)
    {
        node(c.node);
        node(m_after.layout.parentOf(c.node));
        const About about = c.before.isBlock() ? About::BlockNode : About::Placement;
        changed(about, c.before.ref);
        changed(about, c.after.ref);
        m_after.layout.visit(c.node, [this](NodeId, const LayoutNode &below) { changed(About::Placement, below.ref); });
    }
    void operator()(const RowsChange &) {}

private:
    const Workbook &m_before;
    const Workbook &m_after;
};

} // namespace

IncrementalChecker::IncrementalChecker() : d(std::make_unique<Private>()) {}

IncrementalChecker::IncrementalChecker(const Catalogue &catalogue, const OrganisationProfile *profile) : IncrementalChecker()
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
    for (const Unit &unit : unitsOf(workbook))
        d->run(unit);
}

void IncrementalChecker::update(const Workbook &workbook, const ChangeSet &changes)
{
    Effects effects(d->workbook, workbook);
    for (const Change &change : changes.transaction.changes)
        std::visit(effects, change);
    for (const Key &key : std::as_const(effects.elements)) {
        const auto [before, after] = d->index.refresh(workbook, key);
        if (before == after && !effects.moved.contains(key))
            continue;
        if (before)
            effects.facts(*before);
        if (after)
            effects.facts(*after);
    }
    d->workbook = workbook;
    for (const Question question : std::as_const(effects.questions)) {
        const auto askers = d->askers.constFind(question);
        if (askers != d->askers.constEnd())
            effects.units.unite(*askers);
    }
    d->checked = 0;
    for (const Unit &unit : std::as_const(effects.units))
        d->run(unit);
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

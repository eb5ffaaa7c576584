// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/edit_effects.h"

#include <algorithm>

#include "model/formula/lexer.h"
#include "model/names/json_read.h"
#include "model/query/workbook_scope.h"

namespace tessera::model {

using About = CheckContext::About;

std::vector<TypedColumn> typesOfEdited(const Key &key, const Workbook &before, const Workbook &after,
                                       const Workbook &state, const NameIndex &names)
{
    std::vector<TypedColumn> types;
    const Object *old = before.elements.find(key), *now = after.elements.find(key);
    if (!old || !now)
        return types;
    query::WorkbookColumns columns(state, names, nullptr);
    const Json &from = items(old->body(), "columns"), &to = items(now->body(), "columns");
    for (std::size_t i = 0; i < std::max(from.size(), to.size()); ++i) {
        if (i < from.size() && i < to.size() && from[i] == to[i])
            continue;
        for (const Json *list : {&from, &to}) {
            if (const std::string id = i < list->size() ? stringMember((*list)[i], "id") : std::string(); !id.empty())
                types.emplace_back(id, columns.typeOf(key, id));
        }
    }
    return types;
}

EditEffects::EditEffects(const Workbook &before, const Workbook &after) : m_before(before), m_after(after)
{
    if (before.elements.isEmpty() != after.elements.isEmpty())
        changed(About::AnyElements);
    if (before.layout.childrenOf(rootNode).isEmpty() != after.layout.childrenOf(rootNode).isEmpty())
        changed(About::AnyBlocks);
}

void EditEffects::facts(const ElementFacts *before, const ElementFacts *after)
{
    for (const ElementFacts *facts : {before, after}) {
        if (!facts)
            continue;
        changed(About::ElementId, facts->id);
        changed(About::ElementName, facts->fold);
        if (!facts->handle.empty())
            changed(About::Handle, foldName(facts->handle));
        for (const std::string &target : facts->start->targets)
            changed(About::Starts, target);
    }
    if (!before || !after || before->handle != after->handle || before->controlType != after->controlType)
        changed(About::AllHandles);
    // Of these lists others learn only whether an entry is there, so what stays in them concerns nobody.
    differences(About::IsRead, before, after, &ElementFacts::reads);
    differences(About::Mentioned, before, after, &ElementFacts::mentions);
    differences(About::Action, before, after, &ElementFacts::actions);
    if (after && moved.contains(after->key)) { // of two owners of one action the first in the list is meant
        for (const std::string &id : after->actions)
            changed(About::Action, id);
    }
}

void EditEffects::object(Collection in, const Key &key)
{
    units.insert({scopeOf(in), key, 0});
    if (in == Collection::Elements) {
        elements.insert(key);
        return;
    }
    changed(in == Collection::Pages      ? About::AllPages
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

// What formulas elsewhere learn of an element beside its facts.
void EditEffects::elementProperty(const SetProperty &c)
{
    const auto touches = [&](std::string_view part) {
        return c.path.empty() || std::string_view(c.path).starts_with(part);
    };
    if (touches("/source"))
        changed(About::Types, c.key);
    if (touches("/columns") || touches("/source"))
        changed(About::References, c.key);
    if (touches("/groupings"))
        changed(About::Groupings, c.key);
    if (touches("/columns"))
        columns.insert(c.key);
    const Object *object = m_after.elements.find(c.key);
    if (object && object->kind() == "control" && !c.path.starts_with("/name") && !c.path.starts_with("/style"))
        changed(About::Handle, foldName(stringMember(object->body(), "controlId")));
}

void EditEffects::node(NodeId id)
{
    if (id != rootNode)
        units.insert({Scope::Contents, {}, id});
}

// What stands in a tab decides the height of the tabbed container, too.
void EditEffects::holder(NodeId id)
{
    node(id);
    for (const Workbook *workbook : {&m_before, &m_after}) {
        const LayoutNode *tab = workbook->layout.node(id);
        if (tab && tab->kind == NodeKind::Tab)
            node(workbook->layout.parentOf(id));
    }
}

void EditEffects::subtree(const LayoutSubtree &tree)
{
    node(tree.id);
    changed(tree.node.isBlock() ? About::BlockNode : About::Placement, tree.node.ref);
    for (const LayoutSubtree &child : tree.children)
        subtree(child);
}

void EditEffects::operator()(const MoveObject &c)
{
    object(c.in, c.key);
    if (c.in == Collection::Elements)
        moved.insert(c.key);
}

void EditEffects::operator()(const SetProperty &c)
{
    if (const auto collection = collectionOf(c.scope)) {
        object(*collection, c.key);
        if (c.scope == Scope::Element)
            elementProperty(c);
        return;
    }
    units.insert(CheckUnit{});
    changed(About::Contents);
}

void EditEffects::operator()(const InsertNode &c)
{
    holder(c.parent);
    subtree(c.subtree);
}

void EditEffects::operator()(const RemoveNode &c)
{
    holder(c.parent);
    subtree(c.subtree);
}

void EditEffects::operator()(const MoveNode &c)
{
    holder(c.before.parent);
    holder(c.after.parent);
    node(c.node);
    if (c.before.parent == c.after.parent && c.before.index == c.after.index)
        return;
    // What stands below may now be in another block, and the order of equal references may have changed.
    if (m_after.layout.contains(c.node))
        subtree(m_after.layout.subtree(c.node));
}

void EditEffects::operator()(const SetNode &c)
{
    node(c.node);
    node(m_after.layout.parentOf(c.node));
    const About about = c.before.isBlock() ? About::BlockNode : About::Placement;
    changed(about, c.before.ref);
    changed(about, c.after.ref);
    m_after.layout.visit(c.node, [this](NodeId id, const LayoutNode &below) {
        changed(About::Placement, below.ref);
        if (below.kind == NodeKind::Tab) // goes by the name of what holds it
            node(id);
    });
}

void EditEffects::differences(About about, const ElementFacts *before, const ElementFacts *after,
                              Texts ElementFacts::*list)
{
    static const Texts none;
    const Texts &old = before ? before->*list : none;
    const Texts &now = after ? after->*list : none;
    if (old == now)
        return;
    const auto missing = [&](const Texts &from, const Texts &in) {
        for (const std::string &text : from) {
            if (std::find(in.begin(), in.end(), text) == in.end())
                changed(about, text);
        }
    };
    missing(old, now);
    missing(now, old);
}

} // namespace tessera::model

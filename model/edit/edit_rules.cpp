// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/edit_rules.h"

#include <algorithm>

#include <QCoreApplication>
#include <QSet>

#include "model/base/text.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::EditRules)
};

bool holdsContainers(NodeKind kind)
{
    return kind == NodeKind::Container || kind == NodeKind::TabbedContainer;
}

} // namespace

QString elementName(const Object &element)
{
    const QString name = toQString(element.name()).trimmed();
    if (!name.isEmpty())
        return name;
    QString words = toQString(element.kind()).replace(u'-', u' ');
    return words.isEmpty() ? toQString(element.id()) : words;
}

QString nodeName(const Workbook &workbook, NodeId node)
{
    const LayoutNode *here = workbook.layout.node(node);
    if (!here)
        return {};
    if (here->isBlock()) {
        const Object *block = workbook.findBlock(here->ref);
        return block ? toQString(block->name()) : toQString(here->ref);
    }
    const Object *element = workbook.elementOf(*here);
    return element ? elementName(*element) : toQString(here->ref);
}

int containerLevels(const LayoutTree &tree, NodeId node)
{
    const LayoutNode *here = tree.node(node);
    if (!here)
        return 0;
    int below = 0;
    for (const NodeId child : tree.childrenOf(node))
        below = std::max(below, containerLevels(tree, child));
    return below + (holdsContainers(here->kind) ? 1 : 0);
}

Result<void> mayHold(const Workbook &workbook, NodeId parent, NodeKind kind, int levels)
{
    const LayoutTree &tree = workbook.layout;
    const LayoutNode *above = tree.node(parent);
    if (!above || !above->hasGrid())
        return fail(ErrorCode::Invalid, Texts::tr("Elements go onto a page or into a container."));
    if (above->kind == NodeKind::Tab && kind != NodeKind::Element)
        return fail(ErrorCode::Invalid,
                    Texts::tr("A tab takes single elements only; containers inside would scramble its tabs in Sigma."),
                    Texts::tr("Put the container beside the tabs, or its elements into the tab."));
    int around = 0;
    for (NodeId up = parent; up != rootNode; up = tree.parentOf(up))
        around += holdsContainers(tree.node(up)->kind) ? 1 : 0;
    if (levels > 0 && around + levels > maxNesting)
        return fail(ErrorCode::Limit,
                    Texts::tr("Containers nest %1 levels deep at most; this would be level %2.")
                        .arg(maxNesting)
                        .arg(around + levels),
                    Texts::tr("Move it one level up."));
    return {};
}

QList<NodeId> outermost(const LayoutTree &tree, const QList<NodeId> &nodes)
{
    const QSet<NodeId> wanted(nodes.begin(), nodes.end());
    QList<NodeId> out;
    for (const NodeId node : nodes) {
        bool inside = false;
        for (NodeId up = tree.parentOf(node); up != rootNode && !inside; up = tree.parentOf(up))
            inside = wanted.contains(up);
        if (!inside && tree.contains(node) && !out.contains(node))
            out.append(node);
    }
    return out;
}

QList<NodeId> nodesOf(const Workbook &workbook, const QList<Key> &elements)
{
    QList<NodeId> nodes;
    for (const Key &key : elements) {
        const Object *element = workbook.element(key);
        const NodeId node = element ? workbook.layout.findElement(element->id()) : rootNode;
        if (node != rootNode)
            nodes.append(node);
    }
    return nodes;
}

bool isPageBreak(const Workbook &workbook, NodeId node)
{
    const LayoutNode *here = workbook.layout.node(node);
    const Object *element = here ? workbook.elementOf(*here) : nullptr;
    return element && element->kind() == "page-break";
}

} // namespace tessera::model

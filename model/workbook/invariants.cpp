// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/invariants.h"

#include <QSet>

#include "model/base/text.h"

namespace tessera::model {

namespace {

void checkLists(const Workbook &workbook, QStringList &problems)
{
    for (const Collection collection : allCollections) {
        const ObjectList &list = workbook.list(collection);
        for (int i = 0; i < list.size(); ++i) {
            if (list.indexOf(list.at(i).key()) != i)
                problems << QStringLiteral("index of %1 is wrong").arg(toQString(list.at(i).key()));
        }
    }
}

void checkNode(const LayoutTree &tree, NodeId id, const LayoutNode &node, QStringList &problems)
{
    const NodeId parent = tree.parentOf(id);
    const LayoutNode *above = tree.node(parent);
    if (node.isBlock() != (parent == rootNode))
        problems << QStringLiteral("node %1 has the wrong parent").arg(id);
    if (above && (node.kind == NodeKind::Tab) != (above->kind == NodeKind::TabbedContainer))
        problems << QStringLiteral("node %1: tabs and tabbed containers belong together").arg(id);
    if (above && above->kind == NodeKind::Element)
        problems << QStringLiteral("node %1 sits in a leaf").arg(id);
    if (id >= tree.nextId())
        problems << QStringLiteral("node %1 is beyond the counter").arg(id);
    if (node.columns < 1)
        problems << QStringLiteral("node %1 has no columns").arg(id);
}

} // namespace

QStringList checkInvariants(const Workbook &workbook)
{
    QStringList problems;
    checkLists(workbook, problems);
    QSet<NodeId> seen;
    workbook.layout.visit(rootNode, [&](NodeId id, const LayoutNode &node) {
        if (seen.contains(id))
            problems << QStringLiteral("node %1 is reached twice").arg(id);
        seen.insert(id);
        checkNode(workbook.layout, id, node, problems);
        if (!node.isBlock() && node.kind != NodeKind::Tab && !workbook.layout.findElements(node.ref).contains(id))
            problems << QStringLiteral("node %1 is missing from the placements").arg(id);
    });
    if (seen.size() != workbook.layout.size())
        problems << QStringLiteral("%1 nodes cannot be reached").arg(workbook.layout.size() - seen.size());
    return problems;
}

} // namespace tessera::model

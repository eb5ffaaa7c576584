// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/rules/layout_grid.h"

#include "model/checks/rules/layout_fixes.h"
#include "model/checks/rules/rule_support.h"

namespace tessera::model {

namespace {

QString gridLabel(const CheckContext &context, NodeId id, const LayoutNode &node)
{
    const LayoutNode *above = node.kind == NodeKind::Tab ? context.layout().node(context.layout().parentOf(id)) : &node;
    if (!above)
        return RuleText::tr("A tab");
    if (above->isBlock()) {
        const CheckContext::Block block = context.blockById(above->ref);
        return block.object ? labelOf(*block.object, block.scope) : inQuotes(above->ref);
    }
    const FactsPtr element = above->ref.empty() ? nullptr : context.byId(above->ref);
    const QString label = element ? labelOf(*element) : inQuotes(above->ref);
    return node.kind == NodeKind::Tab ? RuleText::tr("A tab of %1").arg(label) : label;
}

// How many columns Sigma's own grids have; 0 where any number will do. Popovers have been seen with 12.
int columnsOf(const CheckContext &context, const LayoutNode &node)
{
    if (node.kind == NodeKind::Tab)
        return pageColumns;
    if (node.kind == NodeKind::Container) {
        const FactsPtr element = node.ref.empty() ? nullptr : context.byId(node.ref);
        return element && element->kind == "repeated-container" ? repeatedColumns : 0;
    }
    const CheckContext::Block block = context.blockById(node.ref);
    if (!block.object || (block.scope == Scope::Overlay && block.object->kind() == "popover" && node.columns == 12))
        return 0;
    return block.scope == Scope::Panel && block.object->kind() == "sidebar" ? sidebarColumns : pageColumns;
}

void checkColumns(CheckContext &context, NodeId id, const LayoutNode &node)
{
    if (!node.hasGrid())
        return;
    const int wanted = columnsOf(context, node);
    if (node.columns <= pageColumns && (wanted == 0 || node.columns == wanted))
        return;
    const QString label = gridLabel(context, id, node);
    const int offered = wanted > 0 ? wanted : pageColumns;
    Diagnostic &finding = context.reportNode(
        "layout.columns", id, node.ref,
        wanted == 0
            ? RuleText::tr("%1 has a grid of %2 columns: Sigma's grids have at most 24.").arg(label).arg(node.columns)
            : RuleText::tr("%1 has a grid of %2 columns; here Sigma's grids have %3.")
                  .arg(label)
                  .arg(node.columns)
                  .arg(wanted),
        RuleText::tr("Places count in the grid they stand in, so with another one everything in it moves."));
    if (canResizeGrid(context.layout(), id, offered))
        finding.fix = changesFix(RuleText::tr("Make it %1 columns, with everything in it").arg(offered),
                                 [id, offered](const Workbook &workbook) { return resizeGrid(workbook, id, offered); });
}

// What the tags of grids say beside their places, in words that are not known.
void checkGridForm(CheckContext &context, NodeId id, const LayoutNode &node)
{
    for (const auto &[name, value] : node.extra) {
        const bool columns = name == "gridTemplateColumns" && node.hasGrid();
        const bool type = name == "type" && node.kind != NodeKind::Tab && value != "stack";
        const bool named = node.kind == NodeKind::Tab && isOneOf(name, {"id", "elementId", "name", "title"});
        if (!columns && !type && !named)
            continue;
        const QString label = gridLabel(context, id, node);
        context
            .reportNode(
                "layout.grid-form", id, node.ref,
                named ? RuleText::tr("%1 carries %2, which tabs of a layout do not have.").arg(label, inQuotes(name))
                      : RuleText::tr("%1: %2 cannot be %3.").arg(label, inQuotes(name), inQuotes(value)),
                columns ? RuleText::tr("The columns of a grid are written as “repeat(24, 1fr)”.")
                : type  ? RuleText::tr("A grid has the type “grid”, tabs “tabbed-container”.")
                        : RuleText::tr("The names of tabs stand in the element; they belong together by position."))
            .fix =
            changesFix(named ? RuleText::tr("Remove it") : RuleText::tr("Write what it is read as"),
                       [id, name = name](const Workbook &workbook) { return removeAttributes(workbook, id, {name}); });
        return;
    }
}

} // namespace

void checkGrid(CheckContext &context, NodeId id, const LayoutNode &node)
{
    checkGridForm(context, id, node);
    checkColumns(context, id, node);
}

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
// Where elements stand: every element once, on tags that fit, inside the grid, without overlap.
// Source: Sigma's layout grammar and the messages of its validator.
#include <algorithm>

#include "model/checks/rules/layout_fixes.h"
#include "model/checks/rules/layout_grid.h"
#include "model/checks/rules/rule_support.h"
#include "model/checks/rules/schema_fixes.h"

namespace tessera::model {

namespace {

void checkPlacement(CheckContext &context, const Object &, const ElementFacts &facts)
{
    if (facts.id.empty() || context.hasNoBlocks())
        return;
    const QList<NodeId> places = context.placementsOf(facts.id);
    if (places.isEmpty()) {
        context
            .report(
                "layout.unplaced", "", RuleText::tr("%1 is not placed in the layout.").arg(labelOf(facts)),
                RuleText::tr("Drag it from the outline onto a page, or remove it. Helpers can stand on a hidden page."))
            .fix = changesFix(RuleText::tr("Place it at the end of the first page"),
                              [key = facts.key](const Workbook &workbook) { return placeAtEnd(workbook, key); });
        return;
    }
    if (places.size() == 1)
        return;
    // With two elements of one id, the second place belongs to the second of them.
    const auto twins = static_cast<int>(context.allById(facts.id).size());
    for (int i = std::max(twins, 1); i < places.size(); ++i) {
        if (context.firstById(facts.id) != facts.key)
            break;
        Diagnostic &finding = context.reportNode(
            "layout.duplicate", places[i], facts.id,
            RuleText::tr("%1 stands in the layout %n times.", nullptr, static_cast<int>(places.size()))
                .arg(labelOf(facts)),
            RuleText::tr("An element has one place. Duplicate the element to show it twice."));
        finding.fix = changesFix(RuleText::tr("Keep only the first place"),
                                 [node = places[i]](const Workbook &workbook) { return removeNode(workbook, node); });
    }
}

void checkBlockNode(CheckContext &context, const Object &block, Scope scope)
{
    if (block.id().empty())
        return;
    const QList<NodeId> nodes = context.blockNodes(block.id());
    if (nodes.isEmpty() && !(context.hasElements() && context.hasNoBlocks())) {
        context
            .report("layout.block-missing", "",
                    RuleText::tr("%1 has no block in the layout.").arg(labelOf(block, scope)),
                    RuleText::tr("Every page, overlay and panel has a block in the layout, if only an empty one."))
            .fix = changesFix(RuleText::tr("Add an empty block"),
                              [id = block.id()](const Workbook &workbook) { return addBlock(workbook, id); });
    }
    if (nodes.size() < 2 || context.blockById(block.id()).object != &block)
        return;
    // With two pages of one id, the second block belongs to the second of them.
    for (auto i = static_cast<int>(context.allBlocksById(block.id()).size()); i < nodes.size(); ++i)
        context
            .reportNode("layout.duplicate-block", nodes[i], block.id(),
                        RuleText::tr("%1 has more than one block in the layout.").arg(labelOf(block, scope)),
                        RuleText::tr("Put everything into one block."))
            .fix = changesFix(RuleText::tr("Put its content below that of the first"),
                              [node = nodes[i]](const Workbook &workbook) { return mergeBlock(workbook, node); });
}

// The one page or overlay without a block: what a block with a wrong id was made for. "": none, or several.
std::string pageWithoutBlock(const CheckContext &context)
{
    std::string found;
    if (context.pages().size() + context.overlays().size() > mostGuesses)
        return found;
    for (const ObjectList *list : {&context.pages(), &context.overlays()}) {
        for (const Object &page : *list) {
            if (page.id().empty() || !context.blockNodes(page.id()).isEmpty())
                continue;
            if (!found.empty())
                return {};
            found = page.id();
        }
    }
    return found;
}

void offerPage(CheckContext &context, Diagnostic &finding, NodeId id, const LayoutNode &node)
{
    const std::string page = node.kind == NodeKind::Page ? pageWithoutBlock(context) : std::string();
    if (!page.empty())
        finding.fix = changesFix(RuleText::tr("Make it the block of %1").arg(inQuotes(page)),
                                 [id, page](const Workbook &workbook) { return setBlockId(workbook, id, page); });
}

void checkBlockRef(CheckContext &context, NodeId id, const LayoutNode &node)
{
    if (node.ref.empty()) {
        Diagnostic &finding = context.reportNode(
            "layout.block-without-id", id, {}, RuleText::tr("A page of the layout has no id; Sigma ignores it."),
            RuleText::tr("Give it the id of a page, overlay or panel, or remove it with what it holds."));
        offerPage(context, finding, id, node);
        return;
    }
    const CheckContext::Block block = context.blockById(node.ref);
    if (!block.object) {
        Diagnostic &finding =
            context.reportNode("layout.unknown-block", id, node.ref,
                               RuleText::tr("The layout shows a page %1 that does not exist.").arg(inQuotes(node.ref)),
                               RuleText::tr("Add the page, or correct the id."));
        offerPage(context, finding, id, node);
    } else if ((block.scope == Scope::Panel) != (node.kind == NodeKind::Panel)) {
        context
            .reportNode("layout.wrong-tag", id, node.ref,
                        RuleText::tr("%1 stands in the layout under the tag of another kind.")
                            .arg(labelOf(*block.object, block.scope)),
                        RuleText::tr("Panels use <Panel>; pages and overlays use <Page>."))
            .fix = changesFix(RuleText::tr("Use the other tag"),
                              [id](const Workbook &workbook) { return retagBlock(workbook, id); });
    }
}

QString expectedTag(std::string_view kind)
{
    return kind == "tabbed-container" ? u"TabbedContainer"_qs
           : isAnyContainerKind(kind) ? u"Container"_qs
                                      : u"Element"_qs;
}

void checkTag(CheckContext &context, NodeId id, const LayoutNode &node, const ElementFacts &element)
{
    if (element.kind.empty())
        return;
    const bool tabbed = element.kind == "tabbed-container";
    const bool container = isAnyContainerKind(element.kind) && !tabbed;
    const bool fits = node.kind == NodeKind::TabbedContainer ? tabbed
                      : node.kind == NodeKind::Container
                          ? container || !isOneOf(element.kind, {"tabbed-container"})
                          : !tabbed && (!container || element.kind == "single-row-container");
    const bool leafInContainer =
        node.kind == NodeKind::Container && !container && !tabbed &&
        (isChartKind(element.kind) || isOneOf(element.kind, {"table", "pivot-table", "input-table", "text", "image",
                                                             "divider", "embed", "page-break", "button", "control",
                                                             "progress", "navigation", "form", "chat", "plugin"}));
    if (fits && !leafInContainer)
        return;
    context
        .reportNode("layout.wrong-tag", id, node.ref,
                    RuleText::tr("%1 stands in the layout under a tag for another kind.").arg(labelOf(element)),
                    RuleText::tr("This kind uses <%1>.").arg(expectedTag(element.kind)))
        .fix = changesFix(RuleText::tr("Use <%1>").arg(expectedTag(element.kind)),
                          [id](const Workbook &workbook) { return retag(workbook, id); });
}

void checkRect(CheckContext &context, NodeId id, const LayoutNode &node, const QString &label, int columns)
{
    if (!node.rect) {
        context
            .reportNode("layout.bad-place", id, node.ref,
                        RuleText::tr("%1 has no readable place in the grid.").arg(label),
                        RuleText::tr("gridColumn and gridRow are two line numbers each, such as “1 / 13”."))
            .fix = changesFix(RuleText::tr("Place it below the others"),
                              [id](const Workbook &workbook) { return placeBelow(workbook, id); });
        return;
    }
    const GridRect &rect = *node.rect;
    if (rect.isValid() && rect.right() <= columns)
        return;
    context
        .reportNode("layout.outside", id, node.ref,
                    RuleText::tr("%1 lies outside its grid of %2 columns.").arg(label).arg(columns),
                    RuleText::tr("Lines count from 1, the start comes before the end, and the last line is %1.")
                        .arg(columns + 1))
        .fix = changesFix(RuleText::tr("Move it inside"),
                          [id, columns](const Workbook &workbook) { return clampInto(workbook, id, columns); });
}

// An empty stack is what Sigma returns: turning it into a grid would write its elements away, so nothing is offered.
// One that holds something here can be laid out.
void checkStack(CheckContext &context, NodeId id, const LayoutNode &node)
{
    if (std::find(node.extra.begin(), node.extra.end(), std::pair<std::string, std::string>("type", "stack")) ==
        node.extra.end())
        return;
    const FactsPtr element = context.byId(node.ref);
    const QString label = element ? labelOf(*element) : inQuotes(node.ref);
    const bool empty = context.layout().childrenOf(id).isEmpty();
    Diagnostic &finding = context.reportNode(
        "layout.stack", id, node.ref,
        empty ? RuleText::tr("%1 is a stack made in Sigma; what it held is not in this file.").arg(label)
              : RuleText::tr("%1 is a stack; Sigma does not return what it holds.").arg(label),
        empty ? RuleText::tr(
                    "Writing it back loses those elements. Put them on the page again, or leave this page to Sigma.")
              : RuleText::tr(
                    "A container with a grid keeps them; they then stand beside each other instead of on each other."));
    if (!empty)
        finding.fix = changesFix(RuleText::tr("Make it a grid"), [id](const Workbook &workbook) -> std::vector<Change> {
            const LayoutNode *before = workbook.layout.node(id);
            if (!before)
                return {};
            LayoutNode after = *before;
            std::erase_if(after.extra, [](const auto &attribute) { return attribute.first == "type"; });
            return {SetNode{id, *before, after}};
        });
}

void checkChild(CheckContext &context, const LayoutNode &parent, NodeId id)
{
    const LayoutNode &node = *context.layout().node(id);
    if (node.kind == NodeKind::Tab)
        return;
    if (node.ref.empty()) {
        context
            .reportNode("layout.empty-reference", id, {}, RuleText::tr("A place in the layout names no element."),
                        RuleText::tr("Remove it, or name the element that stands there."))
            .fix = changesFix(RuleText::tr("Remove the empty place"),
                              [id](const Workbook &workbook) { return dissolveNode(workbook, id); });
        return;
    }
    const FactsPtr element = context.byId(node.ref);
    const QString label = element ? labelOf(*element) : inQuotes(node.ref);
    if (!element) {
        context
            .reportNode("layout.unknown-element", id, node.ref,
                        RuleText::tr("The layout shows an element %1 that does not exist.").arg(inQuotes(node.ref)),
                        RuleText::tr("Remove the place, or correct the id."))
            .fix = changesFix(RuleText::tr("Remove the place"),
                              [id](const Workbook &workbook) { return dissolveNode(workbook, id); });
    } else {
        checkTag(context, id, node, *element);
    }
    checkRect(context, id, node, label, parent.columns);
    if (node.kind == NodeKind::Element) // what can hold others is looked at on its own
        checkStack(context, id, node);
    if (element && element->kind == "page-break" && node.rect && node.rect->h != 1) {
        context
            .reportNode(
                "layout.page-break", id, node.ref,
                RuleText::tr("%1 is %2 rows high; a page break takes exactly one.").arg(label).arg(node.rect->h))
            .fix = changesFix(RuleText::tr("Make it one row high"),
                              [id](const Workbook &workbook) { return setHeight(workbook, id, 1); });
    }
    if (parent.kind == NodeKind::Tab && node.kind != NodeKind::Element)
        context.reportNode(
            "layout.container-in-tab", id, node.ref, RuleText::tr("%1 is a container inside a tab.").arg(label),
            RuleText::tr("Only plain elements keep their tab: a container mixes up the order of the tabs."));
}

// Neighbours that overlap, found by a sweep over the rows: quick unless everything lies on one pile.
void checkOverlaps(CheckContext &context, const QList<NodeId> &children)
{
    struct Item
    {
        NodeId id;
        GridRect rect;
        int place;
    };
    std::vector<Item> sorted;
    for (int i = 0; i < children.size(); ++i) {
        const LayoutNode *node = context.layout().node(children[i]);
        if (node->rect && node->rect->isValid())
            sorted.push_back({children[i], *node->rect, i});
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const Item &a, const Item &b) { return a.rect.y < b.rect.y; });
    std::vector<const Item *> open;
    std::vector<std::pair<const Item *, const Item *>> overlaps; // the later one of the document, the earlier one
    for (const Item &item : sorted) {
        std::erase_if(open, [&](const Item *other) { return other->rect.bottom() <= item.rect.y; });
        for (const Item *other : open) {
            if (other->rect.intersects(item.rect)) {
                const bool later = item.place > other->place;
                overlaps.emplace_back(later ? &item : other, later ? other : &item);
                break; // one finding per element is enough to act on
            }
        }
        open.push_back(&item);
    }
    std::sort(overlaps.begin(), overlaps.end(),
              [](const auto &a, const auto &b) { return a.first->place < b.first->place; });
    for (const auto &[later, earlier] : overlaps) {
        const auto label = [&](const Item *item) {
            const std::string &ref = context.layout().node(item->id)->ref;
            const FactsPtr element = context.byId(ref);
            return element ? labelOf(*element) : inQuotes(ref);
        };
        context
            .reportNode(
                "layout.overlap", later->id, context.layout().node(later->id)->ref,
                RuleText::tr("%1 overlaps %2.").arg(label(later), label(earlier)),
                RuleText::tr(
                    "Nothing can lie on top of another element: Sigma moves overlapping rows apart. For text on a "
                    "picture give a container a background image."))
            .fix = changesFix(RuleText::tr("Move it below the others"),
                              [id = later->id](const Workbook &workbook) { return placeBelow(workbook, id); });
    }
}

void checkTabs(CheckContext &context, NodeId id, const LayoutNode &node)
{
    const FactsPtr element = node.ref.empty() ? nullptr : context.byId(node.ref);
    const int tabs = static_cast<int>(context.layout().childrenOf(id).size());
    if (!element || element->tabs < 0 || element->tabs == tabs)
        return;
    context
        .reportNode("layout.tab-count", id, node.ref,
                    RuleText::tr("%1 names %2 tabs, but the layout has %3.")
                        .arg(labelOf(*element))
                        .arg(element->tabs)
                        .arg(tabs),
                    RuleText::tr("Tabs and names belong together by position."))
        .fix = changesFix(tabs < element->tabs ? RuleText::tr("Add empty tabs for the names")
                                               : RuleText::tr("Name the other tabs"),
                          [id](const Workbook &workbook) { return matchTabs(workbook, id); });
}

void checkHeight(CheckContext &context, NodeId id, const LayoutNode &node)
{
    const LayoutTree &tree = context.layout();
    int needed = tree.contentRows(id);
    if (node.kind == NodeKind::TabbedContainer) {
        for (const NodeId tab : tree.childrenOf(id))
            needed = std::max(needed, tree.contentRows(tab));
    }
    if (!node.rect || needed <= node.rect->h)
        return;
    const FactsPtr element = context.byId(node.ref);
    context
        .reportNode("layout.container-too-short", id, node.ref,
                    RuleText::tr("%1 is %2 rows high, but what it holds needs %3.")
                        .arg(element ? labelOf(*element) : inQuotes(node.ref))
                        .arg(node.rect->h)
                        .arg(needed))
        .fix = changesFix(RuleText::tr("Make it high enough"),
                          [id, needed](const Workbook &workbook) { return setHeight(workbook, id, needed); });
}

void checkNode(CheckContext &context, NodeId id, const LayoutNode &node)
{
    if (node.isBlock())
        checkBlockRef(context, id, node);
    checkStack(context, id, node);
    checkGrid(context, id, node);
    if (node.kind == NodeKind::TabbedContainer) {
        checkTabs(context, id, node);
        checkHeight(context, id, node);
        return;
    }
    if (node.kind == NodeKind::Container)
        checkHeight(context, id, node);
    const QList<NodeId> &children = context.layout().childrenOf(id);
    for (const NodeId child : children)
        checkChild(context, node, child);
    checkOverlaps(context, children);
}

void checkWorkbook(CheckContext &context, const Json &, const Json &, const Json &)
{
    if (context.hasElements() && context.hasNoBlocks())
        context
            .report(
                "layout.missing", "/layout", RuleText::tr("The workbook has elements but no layout."),
                RuleText::tr("The layout says on which page each element stands; without it Sigma takes none of them."))
            .fix = changesFix(RuleText::tr("Place every element on the first page"), placeEverything);
}

std::vector<RuleInfo> rows()
{
    return {
        {"layout.missing", Severity::Error, QT_TRANSLATE_NOOP("Rules", "No layout"),
         QT_TRANSLATE_NOOP(
             "Rules", "The layout is the only record of where an element stands. A workbook with elements needs one."),
         "element '<id>' is not placed in layout"},
        {"layout.unplaced", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Element without a place"),
         QT_TRANSLATE_NOOP(
             "Rules", "Every element stands exactly once in the layout. Source tables are parked on a hidden page."),
         "element '<id>' is not placed in layout"},
        {"layout.duplicate", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Element placed twice"),
         QT_TRANSLATE_NOOP("Rules", "The same element cannot stand in two places."),
         "Duplicate layout element id '<id>': the same element cannot appear more than once in the layout"},
        {"layout.unknown-element", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Place of an unknown element"),
         QT_TRANSLATE_NOOP("Rules", "The layout names an element that the list of elements does not have.")},
        {"layout.empty-reference", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Place without an element"),
         QT_TRANSLATE_NOOP("Rules", "Every place names the element that stands there."), "invalid_request"},
        {"layout.unknown-block", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unknown page in the layout"),
         QT_TRANSLATE_NOOP("Rules",
                           "A block of the layout belongs to a page, an overlay or a panel with the same id.")},
        {"layout.block-without-id", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Layout page without an id"),
         QT_TRANSLATE_NOOP("Rules", "A page of the layout without an id is ignored, with everything it holds.")},
        {"layout.block-missing", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Page without a block"),
         QT_TRANSLATE_NOOP("Rules",
                           "Every page, overlay and panel should have one block in the layout; it may be empty.")},
        {"layout.duplicate-block", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Two blocks for one page"),
         QT_TRANSLATE_NOOP("Rules", "A page should have one block in the layout.")},
        {"layout.wrong-tag", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Wrong layout tag"),
         QT_TRANSLATE_NOOP(
             "Rules", "Containers, repeated and single-row containers stand under Container, tabbed containers under "
                      "TabbedContainer, everything else under Element. Otherwise Sigma shows nothing, or fails."),
         "HTTP 500 with an incident id"},
        {"layout.bad-place", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Unreadable place"),
         QT_TRANSLATE_NOOP("Rules", "A place is given by two grid lines for columns and two for rows.")},
        {"layout.outside", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Outside the grid"),
         QT_TRANSLATE_NOOP(
             "Rules", "Start lines come before end lines and the end line is at most the number of columns plus one. "
                      "Lines of a child count in the grid of its container.")},
        {"layout.page-break", Severity::Error, QT_TRANSLATE_NOOP("Rules", "Height of a page break"),
         QT_TRANSLATE_NOOP("Rules", "A page break takes exactly one row."),
         "page-break '<id>' must span exactly one grid row (got height 2)"},
        {"layout.overlap", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Overlapping elements"),
         QT_TRANSLATE_NOOP("Rules", "There is no front and back in Sigma: overlapping rows are moved apart.")},
        {"layout.container-in-tab", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Container inside a tab"),
         QT_TRANSLATE_NOOP("Rules", "A container inside a tab mixes up the order of the tabs.")},
        {"layout.tab-count", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Number of tabs"),
         QT_TRANSLATE_NOOP("Rules", "The names of tabs and the tabs of the layout belong together by position.")},
        {"layout.container-too-short", Severity::Info, QT_TRANSLATE_NOOP("Rules", "Container lower than its content"),
         QT_TRANSLATE_NOOP("Rules", "The rows of a container should cover the rows of what it holds.")},
        {"layout.columns", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Columns of a grid"),
         QT_TRANSLATE_NOOP("Rules",
                           "Pages, headers and tabs have 24 columns, sidebars 6, repeated containers 12, whatever "
                           "a file says; no grid has more than 24.")},
        {"layout.grid-form", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Form of a grid"),
         QT_TRANSLATE_NOOP("Rules",
                           "The tags of grids say “grid” or “tabbed-container” and “repeat(N, 1fr)”; tabs have no "
                           "id and no name. What else stands there is not read here, and Sigma may refuse it.")},
        {"layout.stack", Severity::Warning, QT_TRANSLATE_NOOP("Rules", "Stack made in Sigma"),
         QT_TRANSLATE_NOOP("Rules",
                           "Sigma returns stacked elements as an empty shell; writing it back loses what it held.")},
    };
}

} // namespace

RuleTopic layoutTopic()
{
    return {QT_TRANSLATE_NOOP("Rules", "Layout"), rows(), checkWorkbook, checkPlacement, checkBlockNode, checkNode};
}

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
// Blocks and grids of the layout.
#include "rule_bench.h"

namespace tessera::model {

namespace {

constexpr const char *divider = R"J({"id": "d", "kind": "divider"})J";
constexpr const char *tabs = R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}, {"name": "B"}]})J";
constexpr const char *repeated =
    R"J({"id": "cards", "kind": "repeated-container", "source": {"kind": "table", "elementId": "base"}})J";
constexpr const char *navigation = R"J({"navigation": {"pageHeader": "enabled", "pageSidebar": "enabled"}})J";

NodeId firstTab(RuleBench &b)
{
    return b.raw().layout.childrenOf(b.node("tabs")).first();
}

void editTab(RuleBench &b, const std::function<void(LayoutNode &)> &change)
{
    LayoutNode tab = *b.raw().layout.node(firstTab(b));
    change(tab);
    b.raw().layout.replace(firstTab(b), tab);
}

void inTab(RuleBench &b, int rows)
{
    b.add(tabs);
    b.addUnplaced(divider);
    b.raw().layout.insert(firstTab(b), 0,
                          {b.raw().layout.nextId(), {NodeKind::Element, "d", GridRect{0, 0, 24, rows}, 24, {}}, {}});
}

void secondBlock(RuleBench &b, const std::string &ref)
{
    b.raw().layout.insert(rootNode, 2, {b.raw().layout.nextId(), {NodeKind::Page, ref, {}, 24, {}}, {}});
}

void withPanel(RuleBench &b, const std::string &panel)
{
    b.setContents("/settings", navigation);
    b.addPanel(panel);
}

const std::string header = R"J({"id": "h", "type": "header", "title": "Head", "pages": ["pg"]})J";
const std::string sidebar = R"J({"id": "h", "type": "sidebar", "title": "Side", "pages": ["pg"]})J";

std::vector<RuleCase> blockCases()
{
    return {
        {"layout.unknown-block",
         [](RuleBench &b) { b.edit("data", [](LayoutNode &node) { node.ref = "dta"; }); },
         {},
         {"layout.block-missing"}},
        {"layout.block-without-id",
         [](RuleBench &b) { b.edit("data", [](LayoutNode &node) { node.ref.clear(); }); },
         {},
         {"layout.block-missing"}},
        {"layout.duplicate-block",
         [](RuleBench &b) {
             b.addUnplaced(divider);
             secondBlock(b, "pg");
             const NodeId block = b.raw().layout.childrenOf(rootNode).last();
             b.raw().layout.insert(
                 block, 0, {b.raw().layout.nextId(), {NodeKind::Element, "d", GridRect{0, 0, 24, 1}, 24, {}}, {}});
         }},
        {"layout.block-missing",
         [](RuleBench &b) {
             withPanel(b, header);
             b.raw().layout.remove(b.node("h"));
         },
         [](RuleBench &b) { withPanel(b, header); }},
        {"layout.block-missing",
         [](RuleBench &b) {
             withPanel(b, sidebar);
             b.raw().layout.remove(b.node("h"));
         }},
        {"layout.wrong-tag",
         [](RuleBench &b) {
             withPanel(b, header);
             b.raw().layout.remove(b.node("h"));
             secondBlock(b, "h");
         }},
        {"layout.wrong-tag",
         [](RuleBench &b) {
             b.addUnplaced(R"J({"id": "menu", "kind": "navigation", "mode": "auto"})J");
             b.place(NodeKind::Container, "menu", "pg", {0, 50, 4, 4});
         }},
        {"layout.container-too-short", [](RuleBench &b) { inTab(b, 12); }, [](RuleBench &b) { inTab(b, 7); }},
    };
}

std::vector<RuleCase> columnCases()
{
    return {
        {"layout.columns", [](RuleBench &b) { b.edit("data", [](LayoutNode &node) { node.columns = 12; }); }},
        {"layout.columns",
         [](RuleBench &b) {
             withPanel(b, sidebar);
             b.edit("h", [](LayoutNode &node) { node.columns = 24; });
         },
         [](RuleBench &b) { withPanel(b, sidebar); }},
        {"layout.columns",
         [](RuleBench &b) {
             withPanel(b, header);
             b.edit("h", [](LayoutNode &node) { node.columns = 6; });
         }},
        {"layout.columns",
         [](RuleBench &b) {
             b.add(tabs);
             editTab(b, [](LayoutNode &tab) { tab.columns = 12; });
         }},
        {"layout.columns",
         [](RuleBench &b) {
             b.add(repeated);
             b.edit("cards", [](LayoutNode &node) { node.columns = 24; });
             b.add(divider, "cards");
         },
         [](RuleBench &b) {
             b.add(R"J({"id": "btn", "kind": "button", "text": "Open"})J");
             b.addOverlay(R"J({"id": "po", "type": "popover", "name": "Pop", "triggerElementId": "btn"})J");
             b.edit("po", [](LayoutNode &node) { node.columns = 12; });
         }},
        {"layout.grid-form",
         [](RuleBench &b) {
             b.edit("pg", [](LayoutNode &node) { node.extra = {{"gridTemplateColumns", "1fr 1fr"}}; });
         },
         [](RuleBench &b) {
             b.edit("pg", [](LayoutNode &node) { node.extra = {{"gridTemplateRows", "repeat(8, 1fr)"}}; });
         }},
        {"layout.grid-form",
         [](RuleBench &b) { b.edit("pg", [](LayoutNode &node) {
                                node.extra = {{"type", "flex"}};
                            }); }},
        {"layout.grid-form",
         [](RuleBench &b) {
             b.add(tabs);
             editTab(b, [](LayoutNode &tab) { tab.extra = {{"id", "tab-1"}}; });
         }},
    };
}

} // namespace

std::vector<RuleCase> gridCases()
{
    std::vector<RuleCase> all = blockCases();
    const std::vector<RuleCase> columns = columnCases();
    all.insert(all.end(), columns.begin(), columns.end());
    return all;
}

} // namespace tessera::model

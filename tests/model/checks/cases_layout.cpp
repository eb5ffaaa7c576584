// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_bench.h"

namespace tessera::model {

std::vector<RuleCase> layoutCases()
{
    const std::string divider = R"J({"id": "d", "kind": "divider"})J";
    const std::string container = R"J({"id": "box", "kind": "container"})J";
    const std::string tabs = R"J({"id": "tabs", "kind": "tabbed-container", "tabs": [{"name": "A"}, {"name": "B"}]})J";
    return {
        {"layout.missing", [](RuleBench &b) { b.raw().layout = {}; }},
        {"layout.unplaced", [divider](RuleBench &b) { b.addUnplaced(divider); },
         [divider](RuleBench &b) { b.add(divider); }},
        {"layout.unplaced", [tabs](RuleBench &b) { b.addUnplaced(tabs); }},
        {"layout.duplicate",
         [](RuleBench &b) {
             b.place(NodeKind::Element, "text", "data", {0, 50, 4, 4});
         }},
        {"layout.unknown-element",
         [](RuleBench &b) {
             b.place(NodeKind::Element, "ghost", "pg", {0, 50, 4, 4});
         }},
        {"layout.unknown-element",
         [divider](RuleBench &b) {
             b.addUnplaced(divider);
             b.place(NodeKind::Container, "ghost", "pg", {0, 50, 4, 4});
             b.place(NodeKind::Element, "d", "ghost", {0, 0, 4, 1});
         }},
        {"layout.empty-reference",
         [](RuleBench &b) {
             b.place(NodeKind::Element, "", "pg", {0, 50, 4, 4});
         }},
        {"layout.unknown-block",
         [](RuleBench &b) {
             b.raw().layout.insert(rootNode, 2, {b.raw().layout.nextId(), {NodeKind::Page, "ghost", {}, 24, {}}, {}});
         }},
        {"layout.block-without-id",
         [](RuleBench &b) {
             b.raw().layout.insert(rootNode, 2, {b.raw().layout.nextId(), {NodeKind::Page, "", {}, 24, {}}, {}});
         }},
        {"layout.block-missing",
         [](RuleBench &b) {
             b.raw().pages.append(Object("p2", {{"id", "p2"}, {"name", "Two"}}));
         },
         [](RuleBench &b) { b.addPage(R"J({"id": "p2", "name": "Two"})J"); }},
        {"layout.duplicate-block",
         [](RuleBench &b) {
             b.raw().layout.insert(rootNode, 2, {b.raw().layout.nextId(), {NodeKind::Page, "pg", {}, 24, {}}, {}});
         }},
        {"layout.wrong-tag",
         [container](RuleBench &b) {
             b.addUnplaced(container);
             b.place(NodeKind::Element, "box", "pg", {0, 50, 4, 4});
         },
         [container](RuleBench &b) { b.add(container); }},
        {"layout.wrong-tag",
         [divider](RuleBench &b) {
             b.addUnplaced(divider);
             b.place(NodeKind::Container, "d", "pg", {0, 50, 4, 4});
         }},
        {"layout.wrong-tag",
         [tabs](RuleBench &b) {
             b.addUnplaced(tabs);
             b.place(NodeKind::Container, "tabs", "pg", {0, 50, 4, 4});
         },
         [](RuleBench &b) {
             b.addUnplaced(
                 R"J({"id": "r", "kind": "single-row-container", "source": {"kind": "table", "elementId": "base"},
                               "keyColumnId": "c-dim"})J");
             b.place(NodeKind::Element, "r", "pg", {0, 50, 4, 4});
         }},
        {"layout.bad-place",
         [](RuleBench &b) {
             b.edit("text", [](LayoutNode &node) {
                 node.rect.reset();
                 node.extra = {{"gridColumn", "abc"}};
             });
         }},
        {"layout.outside", [](RuleBench &b) { b.edit("text", [](LayoutNode &node) { node.rect->x = 20; }); },
         [](RuleBench &b) { b.edit("text", [](LayoutNode &node) { node.rect->x = 12; }); }},
        {"layout.outside", [](RuleBench &b) { b.edit("text", [](LayoutNode &node) { node.rect->h = 0; }); }},
        {"layout.page-break",
         [](RuleBench &b) {
             b.add(R"J({"id": "pb", "kind": "page-break"})J");
             b.edit("pb", [](LayoutNode &node) { node.rect->h = 2; });
         },
         [](RuleBench &b) { b.add(R"J({"id": "pb", "kind": "page-break"})J"); }},
        {"layout.overlap", [](RuleBench &b) { b.edit("text", [](LayoutNode &node) { node.rect->y = 10; }); },
         [](RuleBench &b) { b.edit("text", [](LayoutNode &node) {
                                node.rect = GridRect{12, 8, 12, 8};
                            }); }},
        {"layout.container-in-tab",
         [tabs, container](RuleBench &b) {
             b.add(tabs);
             b.addUnplaced(container);
             const NodeId tab = b.raw().layout.childrenOf(b.node("tabs")).first();
             b.raw().layout.insert(
                 tab, 0, {b.raw().layout.nextId(), {NodeKind::Container, "box", GridRect{0, 0, 4, 4}, 24, {}}, {}});
         },
         [tabs, divider](RuleBench &b) {
             b.add(tabs);
             b.addUnplaced(divider);
             const NodeId tab = b.raw().layout.childrenOf(b.node("tabs")).first();
             b.raw().layout.insert(
                 tab, 0, {b.raw().layout.nextId(), {NodeKind::Element, "d", GridRect{0, 0, 4, 4}, 24, {}}, {}});
         }},
        {"layout.tab-count",
         [tabs](RuleBench &b) {
             b.add(tabs);
             b.tab("tabs");
         }},
        {"layout.tab-count",
         [tabs](RuleBench &b) {
             b.add(tabs);
             b.set("tabs", "/tabs", R"J([{"name": "A"}, {"name": "B"}, {"name": "C"}, {"name": "D"}])J");
         }},
        {"layout.container-too-short",
         [container, divider](RuleBench &b) {
             b.add(container);
             b.addUnplaced(divider);
             b.place(NodeKind::Element, "d", "box", {0, 0, 4, 12});
         }},
        {"layout.columns",
         [container](RuleBench &b) {
             b.add(container);
             b.edit("box", [](LayoutNode &node) { node.columns = 36; });
         },
         [container](RuleBench &b) {
             b.add(container);
             b.edit("box", [](LayoutNode &node) { node.columns = 7; });
         }},
        {"layout.stack",
         [container](RuleBench &b) {
             b.add(container);
             b.add(R"J({"id": "inner", "kind": "text", "body": "x"})J", "box");
             b.edit("box", [](LayoutNode &node) { node.extra.push_back({"type", "stack"}); });
         },
         [container](RuleBench &b) {
             b.add(container);
             b.add(R"J({"id": "inner", "kind": "text", "body": "x"})J", "box");
         }},
        {"layout.stack",
         [](RuleBench &b) { b.edit("text", [](LayoutNode &node) {
                                node.extra.push_back({"type", "stack"});
                            }); }},
    };
}

} // namespace tessera::model

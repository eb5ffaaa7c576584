// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_edits.h"

#include "model/base/json_text.h"
#include "model/base/pointer.h"

#include "rule_bench.h"

namespace tessera::model {

namespace {

// Values of every type, among them ids and names that exist.
const std::vector<Json> &values()
{
    static const std::vector<Json> all = {nullptr,
                                          true,
                                          0,
                                          -1,
                                          3.5,
                                          1e300,
                                          "",
                                          "base",
                                          "chart",
                                          "ctl",
                                          "pDim",
                                          "pg",
                                          "Base",
                                          "x",
                                          "c-dim",
                                          "on-click",
                                          "#112233",
                                          "hidden",
                                          "table",
                                          "[Base/Dim]",
                                          "{{[pDim]}}",
                                          Json::array(),
                                          Json::array({"x", 1, nullptr}),
                                          Json::object(),
                                          {{"columnId", "x"}},
                                          {{"id", "x"}},
                                          {{"kind", "table"}, {"elementId", "base"}},
                                          Json::binary({49, 50})};
    return all;
}

void collectPaths(const Json &value, std::string path, std::vector<std::string> &paths)
{
    if (value.is_object()) {
        for (const auto &[key, part] : value.items()) {
            paths.push_back(joinPointer(path, key));
            collectPaths(part, paths.back(), paths);
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            paths.push_back(joinPointer(path, i));
            collectPaths(value[i], paths.back(), paths);
        }
    }
}

void mutate(Json &body, std::mt19937 &random)
{
    std::vector<std::string> paths;
    collectPaths(body, {}, paths);
    if (paths.empty())
        return;
    const std::string path = paths[random() % paths.size()];
    switch (random() % 4) {
    case 0:
        assign(body, path, std::nullopt);
        break;
    case 1: { // the same entry twice, or a value where another key has its own
        const Json copy = *at(body, path);
        const std::string other = paths[random() % paths.size()];
        if (other != path)
            assign(body, other, copy);
        break;
    }
    default:
        assign(body, path, values()[random() % values().size()]);
    }
}

void mutateList(ObjectList &list, std::mt19937 &random)
{
    if (list.isEmpty())
        return;
    const int index = static_cast<int>(random() % static_cast<unsigned>(list.size()));
    Json body = list.at(index).body();
    mutate(body, random);
    list.replace(index, Object(list.at(index).key(), std::move(body)));
}

} // namespace

Workbook richWorkbook()
{
    RuleBench bench;
    for (const char *element : richElements())
        bench.add(element);
    // Another page starts with another value of the same column.
    bench.add(
        R"J({"id": "ctl5", "kind": "control", "controlId": "pOther", "controlType": "segmented", "name": "Other", "value": "b",
 "source": {"kind": "manual", "valueType": "text", "values": ["a", "b"]}, "filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"}]})J",
        "data");
    for (const char *overlay : richOverlays())
        bench.addOverlay(overlay);
    bench.addPanel(
        R"J({"id": "head", "type": "header", "title": "Head", "pages": ["pg"], "config": {"scroll": "sticky"}})J");
    bench.addPanel(R"J({"id": "head2", "type": "header", "title": "Head", "pages": ["pg", "dlg"]})J");
    bench.setContents("/settings", richSettings());
    bench.setContents("/agents", richAgents());
    return bench.workbook();
}

Workbook mutated(const Workbook &workbook, std::mt19937 &random)
{
    Workbook copy = workbook;
    const int rounds = 1 + static_cast<int>(random() % 6);
    for (int i = 0; i < rounds; ++i) {
        const unsigned where = random() % 20;
        if (where < 15)
            mutateList(copy.elements, random);
        else if (where == 15)
            mutateList(copy.pages, random);
        else if (where == 16)
            mutateList(copy.overlays, random);
        else if (where == 17)
            mutateList(copy.panels, random);
        else if (where == 18)
            mutate(copy.meta, random);
        else
            mutate(copy.contents, random);
    }
    return copy;
}

Change RandomEdits::property(const Workbook &workbook)
{
    Scope scope = Scope::Element;
    Key key;
    const Json *body = &workbook.contents;
    const std::size_t where = pick(20);
    const auto of = [&](Collection in) {
        const ObjectList &list = workbook.list(in);
        if (list.isEmpty())
            return;
        const Object &object = list.at(static_cast<int>(pick(static_cast<std::size_t>(list.size()))));
        scope = scopeOf(in);
        key = object.key();
        body = &object.body();
    };
    scope = Scope::Contents;
    if (where < 14)
        of(Collection::Elements);
    else if (where < 18)
        of(where == 14 ? Collection::Pages : where == 15 ? Collection::Panels : Collection::Overlays);
    std::vector<std::string> paths;
    collectPaths(*body, {}, paths);
    if (paths.empty())
        return SetProperty{scope, key, "/extra", std::nullopt, Json(1)};
    const std::string path = paths[pick(paths.size())];
    const Json before = *at(*body, path);
    if (pick(4) == 0)
        return SetProperty{scope, key, path, before, std::nullopt, positionOf(*body, path)};
    return SetProperty{scope, key, path, before, values()[pick(values().size())]};
}

// A column gets another formula: of another type, of other columns, of other elements, or of none.
std::vector<Change> RandomEdits::formula(const Workbook &workbook)
{
    static const std::vector<std::string> formulas = {"[SALES/VAL]",
                                                      "Text([SALES/VAL])",
                                                      "[Val] + 1",
                                                      "Sum([Base/Val])",
                                                      "[Base/Dim] & \"x\"",
                                                      "[Base/Val] * [Total]",
                                                      "[V] + [T]",
                                                      "Lookup([Grouped/Total], [Dim], [Grouped/Dim])",
                                                      "Lookup([Star/T], [Dim], [Base/Dim])",
                                                      "[Joined/T] = \"a\"",
                                                      "If([pDim] = [Dim], [pMin], [Total])",
                                                      "[Val]",
                                                      "Sum(Sum([Base/Val]))",
                                                      "[pMin] & \"x\"",
                                                      "DateTrunc(\"year\", [Base/Day])",
                                                      "Lookup([Base/Val], [Dim], [Base/Dim])"};
    const std::size_t first = pick(static_cast<std::size_t>(std::max(workbook.elements.size(), 1)));
    for (int i = 0; i < workbook.elements.size(); ++i) {
        const Object &element = workbook.elements.at((static_cast<int>(first) + i) % workbook.elements.size());
        const Json *columns = member(element.body(), "columns");
        if (!columns || !columns->is_array() || columns->empty())
            continue;
        const std::string path = "/columns/" + std::to_string(pick(columns->size())) + "/formula";
        if (const Json *before = at(element.body(), path))
            return {SetProperty{Scope::Element, element.key(), path, *before, Json(formulas[pick(formulas.size())])}};
    }
    return {property(workbook)};
}

std::vector<Change> RandomEdits::objects(const Workbook &workbook)
{
    static constexpr Collection lists[] = {Collection::Elements, Collection::Elements, Collection::Elements,
                                           Collection::Pages,    Collection::Overlays, Collection::Panels};
    const Collection in = lists[pick(6)];
    const ObjectList &list = workbook.list(in);
    const auto size = static_cast<std::size_t>(list.size());
    const std::size_t what = pick(3);
    if (what == 0 || size == 0) { // a copy of another, with its id or a fresh one
        Json body = size == 0 ? Json{{"id", "first"}} : list.at(static_cast<int>(pick(size))).body();
        if (pick(2) == 0 && body.is_object())
            body["id"] = "fresh" + std::to_string(++m_fresh);
        return {InsertObject{in, static_cast<int>(pick(size + 1)), list.freeKey(stringMember(body, "id")), body}};
    }
    const int index = static_cast<int>(pick(size));
    if (what == 1)
        return {RemoveObject{in, index, list.at(index).key(), list.at(index).body()}};
    return {MoveObject{in, list.at(index).key(), index, static_cast<int>(pick(size))}};
}

std::vector<Change> RandomEdits::nodes(const Workbook &workbook)
{
    const LayoutTree &tree = workbook.layout;
    std::vector<NodeId> all;
    tree.visit(rootNode, [&](NodeId id, const LayoutNode &) { all.push_back(id); });
    if (all.empty())
        return {InsertNode{rootNode, 0, {tree.nextId(), {NodeKind::Page, "pg", {}, 24, {}}, {}}}};
    const NodeId id = all[pick(all.size())];
    const LayoutNode &node = *tree.node(id);
    const NodeId parent = tree.parentOf(id);
    switch (pick(5)) {
    case 0:
        return {RemoveNode{parent, tree.indexOf(id), tree.subtree(id)}};
    case 1: {
        const NodeId into = all[pick(all.size())];
        const std::string ref =
            workbook.elements.isEmpty()
                ? std::string("x")
                : workbook.elements.at(static_cast<int>(pick(static_cast<std::size_t>(workbook.elements.size())))).id();
        return {InsertNode{into,
                           0,
                           {tree.nextId(),
                            {pick(3) == 0 ? NodeKind::Container : NodeKind::Element, ref, GridRect{2, 1, 5, 3}, 24, {}},
                            {}}}};
    }
    case 2: {
        LayoutNode after = node;
        after.ref = pick(2) ? "base" : "pg";
        return {SetNode{id, node, after}};
    }
    case 3: {
        const NodePlace before{parent, tree.indexOf(id), node.rect};
        return {MoveNode{id, before, {all[pick(all.size())], 0, node.rect}}};
    }
    default: {
        const NodePlace before{parent, tree.indexOf(id), node.rect};
        return {
            MoveNode{id,
                     before,
                     {parent, before.index, GridRect{static_cast<int>(pick(20)), static_cast<int>(pick(30)), 4, 4}}}};
    }
    }
}

Transaction RandomEdits::next(const Workbook &workbook)
{
    Transaction transaction;
    const std::size_t what = pick(12);
    if (what < 5)
        transaction.changes.push_back(property(workbook));
    else if (what >= 10)
        transaction.changes = formula(workbook);
    else if (what < 7)
        transaction.changes = objects(workbook);
    else
        transaction.changes = nodes(workbook);
    return transaction;
}

} // namespace tessera::model

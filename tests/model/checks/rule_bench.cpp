// SPDX-License-Identifier: GPL-3.0-or-later
#include "rule_bench.h"

#include <algorithm>

#include "model/base/json_text.h"
#include "model/base/pointer.h"

namespace tessera::model {

namespace {

Json parse(const std::string &text)
{
    auto value = readJson(text);
    if (!value)
        qFatal("bad JSON in a rule case: %s", text.c_str());
    return *value;
}

void assignIn(Json &tree, const std::string &path, const std::optional<Json> &value)
{
    if (!assign(tree, path, value))
        qFatal("cannot set %s", path.c_str());
}

constexpr const char *baseTable = R"J({"id": "base", "kind": "table", "name": "Base",
    "source": {"kind": "warehouse-table", "connectionId": "0c4a8a2e-6b7a-4a58-9b5f-0d6f3a1c2b3d", "path": ["DB", "SC", "SALES"]},
    "columns": [{"id": "c-dim", "name": "Dim", "formula": "[SALES/DIM]"}, {"id": "c-day", "name": "Day", "formula": "[SALES/DAY]"},
                {"id": "c-val", "name": "Val", "formula": "[SALES/VAL]"}],
    "groupings": [{"id": "lv1", "groupBy": ["c-dim"], "calculations": []}]})J";

constexpr const char *chart = R"J({"id": "chart", "kind": "bar-chart", "name": "Sales by dim",
    "source": {"kind": "table", "elementId": "base"},
    "columns": [{"id": "x", "name": "Dim", "formula": "[Base/Dim]"}, {"id": "y", "name": "Sales", "formula": "Sum([Base/Val])"},
                {"id": "z", "name": "Rows", "formula": "Count([Base/Val])"}],
    "xAxis": {"columnId": "x"}, "yAxis": {"columnIds": ["y"]}})J";

constexpr const char *control =
    R"J({"id": "ctl", "kind": "control", "controlId": "pDim", "controlType": "list", "name": "Dimension",
    "mode": "include", "selectionMode": "multiple", "values": [],
    "source": {"kind": "source", "source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"},
    "filters": [{"source": {"kind": "table", "elementId": "base"}, "columnId": "c-dim"}]})J";

} // namespace

RuleBench::RuleBench()
{
    m_workbook.meta = parse(R"J({"name": "Bench", "folderId": "11111111-2222-3333-4444-555555555555"})J");
    m_workbook.contents =
        parse(R"J({"schemaVersion": 1, "elements": null, "pages": null, "kind": "workbook", "layout": null})J");
    addPage(R"J({"id": "pg", "name": "Page"})J");
    addPage(R"J({"id": "data", "name": "Data", "visibility": "hidden"})J");
    add(baseTable, "data");
    add(chart);
    add(control);
    add(R"J({"id": "text", "kind": "text", "body": "# Sales"})J");
}

void RuleBench::addUnplaced(const std::string &element)
{
    Json body = parse(element);
    const std::string id = stringMember(body, "id");
    m_workbook.elements.append(Object(m_workbook.elements.freeKey(id), std::move(body)));
}

void RuleBench::add(const std::string &element, const std::string &parent)
{
    addUnplaced(element);
    const Object &added = m_workbook.elements.at(m_workbook.elements.size() - 1);
    const std::string &kind = added.kind();
    const NodeKind nodeKind = kind == "tabbed-container"    ? NodeKind::TabbedContainer
                              : kind.ends_with("container") ? NodeKind::Container
                                                            : NodeKind::Element;
    const int rows = m_workbook.layout.contentRows(node(parent));
    place(nodeKind, added.id(), parent,
          {0, rows, std::min(12, m_workbook.layout.node(node(parent))->columns), kind == "page-break" ? 1 : 8});
    if (nodeKind == NodeKind::TabbedContainer && added.body().contains("tabs")) {
        for (std::size_t i = 0; i < added.body().at("tabs").size(); ++i)
            tab(added.id());
    }
}

void RuleBench::addPage(const std::string &page)
{
    Json body = parse(page);
    const std::string id = stringMember(body, "id");
    m_workbook.pages.append(Object(m_workbook.pages.freeKey(id), std::move(body)));
    m_workbook.layout.insert(rootNode, static_cast<int>(m_workbook.layout.childrenOf(rootNode).size()),
                             {m_workbook.layout.nextId(), {NodeKind::Page, id, {}, 24, {}}, {}});
}

void RuleBench::addOverlay(const std::string &overlay)
{
    Json body = parse(overlay);
    const std::string id = stringMember(body, "id");
    m_workbook.overlays.append(Object(m_workbook.overlays.freeKey(id), std::move(body)));
    m_workbook.layout.insert(rootNode, static_cast<int>(m_workbook.layout.childrenOf(rootNode).size()),
                             {m_workbook.layout.nextId(), {NodeKind::Page, id, {}, 24, {}}, {}});
}

void RuleBench::addPanel(const std::string &panel)
{
    Json body = parse(panel);
    const std::string id = stringMember(body, "id");
    const int columns = stringMember(body, "type") == "sidebar" ? sidebarColumns : pageColumns;
    m_workbook.panels.append(Object(m_workbook.panels.freeKey(id), std::move(body)));
    m_workbook.layout.insert(rootNode, static_cast<int>(m_workbook.layout.childrenOf(rootNode).size()),
                             {m_workbook.layout.nextId(), {NodeKind::Panel, id, {}, columns, {}}, {}});
}

void RuleBench::set(const std::string &element, const std::string &path, const std::string &value)
{
    const int index = m_workbook.elements.indexOf(element);
    Json body = m_workbook.elements.at(index).body();
    assignIn(body, path, parse(value));
    m_workbook.elements.replace(index, Object(element, std::move(body)));
}

void RuleBench::unset(const std::string &element, const std::string &path)
{
    const int index = m_workbook.elements.indexOf(element);
    Json body = m_workbook.elements.at(index).body();
    assignIn(body, path, std::nullopt);
    m_workbook.elements.replace(index, Object(element, std::move(body)));
}

void RuleBench::setBlock(const std::string &block, const std::string &path, const std::string &value)
{
    for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
        ObjectList &list = m_workbook.list(collection);
        const int index = list.indexOf(block);
        if (index < 0)
            continue;
        Json body = list.at(index).body();
        assignIn(body, path, parse(value));
        list.replace(index, Object(block, std::move(body)));
        return;
    }
    qFatal("no block %s", block.c_str());
}

void RuleBench::setContents(const std::string &path, const std::string &value)
{
    assignIn(m_workbook.contents, path, parse(value));
}

void RuleBench::unsetContents(const std::string &path)
{
    assignIn(m_workbook.contents, path, std::nullopt);
}

void RuleBench::setMeta(const std::string &path, const std::string &value)
{
    assignIn(m_workbook.meta, path, parse(value));
}

void RuleBench::setExtras(const std::string &path, const std::string &value)
{
    assignIn(m_workbook.extras, path, parse(value));
}

void RuleBench::setProfile(const std::string &profile)
{
    m_profile = readProfile(profile).value();
}

NodeId RuleBench::node(const std::string &ref) const
{
    const NodeId block = m_workbook.layout.findBlock(ref);
    return block != rootNode ? block : m_workbook.layout.findElement(ref);
}

NodeId RuleBench::place(NodeKind kind, const std::string &ref, const std::string &parent, GridRect rect, int columns)
{
    const NodeId above = node(parent);
    const NodeId id = m_workbook.layout.nextId();
    m_workbook.layout.insert(above, static_cast<int>(m_workbook.layout.childrenOf(above).size()),
                             {id, {kind, ref, rect, columns, {}}, {}});
    return id;
}

NodeId RuleBench::tab(const std::string &tabbedContainer)
{
    const NodeId above = node(tabbedContainer);
    const NodeId id = m_workbook.layout.nextId();
    m_workbook.layout.insert(above, static_cast<int>(m_workbook.layout.childrenOf(above).size()),
                             {id, {NodeKind::Tab, {}, {}, 24, {}}, {}});
    return id;
}

void RuleBench::unplace(const std::string &ref)
{
    m_workbook.layout.remove(node(ref));
}

void RuleBench::edit(const std::string &ref, const std::function<void(LayoutNode &)> &change)
{
    LayoutNode changed = *m_workbook.layout.node(node(ref));
    change(changed);
    m_workbook.layout.replace(node(ref), std::move(changed));
}

Edit add(std::string element)
{
    return [element = std::move(element)](RuleBench &bench) { bench.add(element); };
}

Edit set(std::string element, std::string path, std::string value)
{
    return [=](RuleBench &bench) { bench.set(element, path, value); };
}

Edit contents(std::string path, std::string value)
{
    return [=](RuleBench &bench) { bench.setContents(path, value); };
}

} // namespace tessera::model

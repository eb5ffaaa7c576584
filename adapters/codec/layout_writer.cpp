// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "adapters/codec/layout_xml.h"

namespace tessera::adapters {

using model::LayoutNode;
using model::LayoutTree;
using model::NodeId;
using model::NodeKind;

namespace {

std::string lines(int first, int length)
{
    return std::to_string(first + 1) + " / " + std::to_string(first + 1 + length);
}

// Takes the attribute from what the file said in its own words, else the canonical one.
class AttributeList
{
public:
    explicit AttributeList(const LayoutNode &node) : m_node(node) {}

    void add(std::string_view name, std::string value)
    {
        const auto own =
            std::find_if(m_node.extra.begin(), m_node.extra.end(), [&](const auto &e) { return e.first == name; });
        m_out.emplace_back(name, own == m_node.extra.end() ? std::move(value) : own->second);
    }
    std::vector<std::pair<std::string, std::string>> take()
    {
        for (const auto &extra : m_node.extra) {
            if (std::none_of(m_out.begin(), m_out.end(), [&](const auto &a) { return a.first == extra.first; }))
                m_out.push_back(extra);
        }
        return std::move(m_out);
    }

private:
    const LayoutNode &m_node;
    std::vector<std::pair<std::string, std::string>> m_out;
};

void writeNode(std::string &out, const LayoutTree &tree, NodeId id, bool legacy, int depth)
{
    const LayoutNode &node = *tree.node(id);
    const std::string_view tag = layoutTag(node.kind, legacy);
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    out += '<';
    out += tag;
    for (const auto &[name, value] : layoutAttributes(node))
        out += ' ' + name + "=\"" + escapeAttribute(value) + '"';
    const auto &children = tree.childrenOf(id);
    if (children.isEmpty()) {
        out += "/>\n";
        return;
    }
    out += ">\n";
    for (const NodeId child : children)
        writeNode(out, tree, child, legacy, depth + 1);
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    out += "</";
    out += tag;
    out += ">\n";
}

} // namespace

std::vector<std::pair<std::string, std::string>> layoutAttributes(const LayoutNode &node)
{
    AttributeList list(node);
    if (!node.isBlock() && node.kind != NodeKind::Tab)
        list.add("elementId", node.ref);
    if (node.kind != NodeKind::Tab && node.kind != NodeKind::Element)
        list.add("type", node.kind == NodeKind::TabbedContainer ? "tabbed-container" : "grid");
    if (node.rect) {
        list.add("gridColumn", lines(node.rect->x, node.rect->w));
        list.add("gridRow", lines(node.rect->y, node.rect->h));
    }
    if (node.hasGrid()) {
        list.add("gridTemplateColumns", "repeat(" + std::to_string(node.columns) + ", 1fr)");
        list.add("gridTemplateRows", "auto");
    }
    if (node.isBlock())
        list.add("id", node.ref);
    return list.take();
}

std::string_view layoutTag(NodeKind kind, bool legacy)
{
    switch (kind) {
    case NodeKind::Page:
        return "Page";
    case NodeKind::Panel:
        return "Panel";
    case NodeKind::Container:
        return legacy ? "GridContainer" : "Container";
    case NodeKind::TabbedContainer:
        return "TabbedContainer";
    case NodeKind::Tab:
        return "Tab";
    case NodeKind::Element:
        return legacy ? "LayoutElement" : "Element";
    }
    Q_UNREACHABLE();
}

std::string writeLayoutXml(const LayoutTree &tree, bool legacyTags)
{
    if (tree.isEmpty())
        return {};
    std::string out = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
    for (const NodeId block : tree.childrenOf(model::rootNode))
        writeNode(out, tree, block, legacyTags, 0);
    return out;
}

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#include <charconv>

#include <QCoreApplication>

#include "adapters/codec/layout_xml.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::GridRect;
using model::LayoutNode;
using model::LayoutSubtree;
using model::NodeKind;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::LayoutReader)
};

constexpr int largestLine = 1'000'000;
constexpr int mostColumns = 1000;

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool readInt(std::string_view text, int &out)
{
    text = trimmed(text);
    const auto result = std::from_chars(text.data(), text.data() + text.size(), out);
    return !text.empty() && result.ec == std::errc() && result.ptr == text.data() + text.size() &&
           out >= -largestLine && out <= largestLine;
}

// "a / b" in grid lines.
bool readLines(std::string_view text, int &first, int &last)
{
    const auto slash = text.find('/');
    return slash != std::string_view::npos && readInt(text.substr(0, slash), first) &&
           readInt(text.substr(slash + 1), last);
}

// "repeat(24, 1fr)"; what cannot be read leaves `columns` alone.
bool readColumns(std::string_view text, int &columns)
{
    text = trimmed(text);
    if (text.substr(0, 7) != "repeat(" || text.back() != ')')
        return false;
    text = text.substr(7, text.size() - 8);
    const auto comma = text.find(',');
    int count = 0;
    if (comma == std::string_view::npos || trimmed(text.substr(comma + 1)) != "1fr" ||
        !readInt(text.substr(0, comma), count) || count < 1 || count > mostColumns)
        return false;
    columns = count;
    return true;
}

bool mayHold(NodeKind parent, NodeKind child)
{
    if (child == NodeKind::Page || child == NodeKind::Panel || parent == NodeKind::Element)
        return false;
    return (parent == NodeKind::TabbedContainer) == (child == NodeKind::Tab);
}

class TreeMaker
{
public:
    TreeMaker(std::string_view text, std::shared_ptr<const void> owner);
    LayoutRead take();

private:
    bool make(int index, const NodeKind *parent, LayoutSubtree &out);
    void complain(const XmlElement &element, QString message)
    {
        if (m_out.problems.size() < 20) // enough to act on; the rest follows after the first are repaired
            m_out.problems.push_back({element.begin, std::move(message)});
    }

    std::shared_ptr<LayoutSource> m_source = std::make_shared<LayoutSource>();
    LayoutRead m_out;
    model::NodeId m_next = 1;
};

TreeMaker::TreeMaker(std::string_view text, std::shared_ptr<const void> owner)
{
    m_source->owner = std::move(owner);
    m_source->xml = readXmlFragment(text);
    m_source->elements.reserve(static_cast<qsizetype>(m_source->xml.elements.size()));
}

bool TreeMaker::make(int index, const NodeKind *parent, LayoutSubtree &out)
{
    const XmlElement &element = m_source->xml.elements[static_cast<std::size_t>(index)];
    const std::string_view tag = m_source->xml.tag(element);
    bool known = false;
    const NodeKind kind = layoutKind(tag, known);
    const bool block = kind == NodeKind::Page || kind == NodeKind::Panel;
    if (!known) {
        complain(element, Texts::tr("“%1” is not a layout tag that is known here.").arg(model::toQString(tag)));
        return false;
    }
    if (parent ? !mayHold(*parent, kind) : !block) {
        complain(element, Texts::tr("“%1” cannot stand at this place of a layout.").arg(model::toQString(tag)));
        return false;
    }
    m_source->usesLegacyTags |= tag == "LayoutElement" || tag == "GridContainer";
    m_source->usesOverlayTags |= tag == "Overlay";
    out.id = m_next++;
    out.node = layoutNodeOf(m_source->xml, element, kind);
    m_source->elements.insert(out.id, index);
    for (const int child : element.children) {
        LayoutSubtree below;
        if (make(child, &kind, below))
            out.children.push_back(std::move(below));
    }
    return true;
}

LayoutRead TreeMaker::take()
{
    const std::vector<int>
        none; // a part of what is too large tells nothing, and would only be drawn and checked slowly
    for (const int root : m_source->xml.tooLarge ? none : m_source->xml.roots) {
        LayoutSubtree block;
        if (make(root, nullptr, block))
            m_out.tree.insert(model::rootNode, static_cast<int>(m_out.tree.childrenOf(model::rootNode).size()), block);
    }
    if (m_source->xml.problem)
        m_out.problems.insert(m_out.problems.begin(), *m_source->xml.problem);
    m_out.source = m_source;
    return std::move(m_out);
}

} // namespace

LayoutNode layoutNodeOf(const XmlFragment &xml, const XmlElement &element, NodeKind kind)
{
    LayoutNode node;
    node.kind = kind;
    GridRect rect;
    int right = 0;
    int bottom = 0;
    const XmlAttribute *column = xml.attribute(element, "gridColumn");
    const XmlAttribute *row = xml.attribute(element, "gridRow");
    const bool placed = !node.isBlock() && kind != NodeKind::Tab && column && row &&
                        readLines(xml.value(*column), rect.x, right) && readLines(xml.value(*row), rect.y, bottom);
    if (placed)
        node.rect = GridRect{rect.x - 1, rect.y - 1, right - rect.x, bottom - rect.y};
    const std::string_view refName = node.isBlock() ? "id" : kind == NodeKind::Tab ? "" : "elementId";
    for (const XmlAttribute &attribute : xml.attributesOf(element)) {
        if (placed && (&attribute == column || &attribute == row))
            continue;
        const std::string_view name = xml.name(attribute);
        std::string value = xml.value(attribute);
        if (name == refName)
            node.ref = std::move(value);
        else if (node.hasGrid() && name == "gridTemplateColumns" && readColumns(value, node.columns))
            continue;
        else if (node.hasGrid() && name == "gridTemplateRows" && value == "auto")
            continue;
        else if (name == "type" && kind != NodeKind::Tab && kind != NodeKind::Element &&
                 value == (kind == NodeKind::TabbedContainer ? "tabbed-container" : "grid"))
            continue;
        else
            node.extra.emplace_back(name, std::move(value));
    }
    return node;
}

NodeKind layoutKind(std::string_view tag, bool &known)
{
    static constexpr std::pair<std::string_view, NodeKind> tags[] = {
        {"Element", NodeKind::Element},
        {"Container", NodeKind::Container},
        {"Page", NodeKind::Page},
        {"Tab", NodeKind::Tab},
        {"TabbedContainer", NodeKind::TabbedContainer},
        {"Panel", NodeKind::Panel},
        {"LayoutElement", NodeKind::Element},
        {"GridContainer", NodeKind::Container},
        {"Overlay", NodeKind::Page},
    };
    for (const auto &[name, kind] : tags) {
        if (name == tag) {
            known = true;
            return kind;
        }
    }
    known = false;
    return NodeKind::Element;
}

LayoutRead takeLayoutApart(std::string text)
{
    const auto owner = std::make_shared<const std::string>(std::move(text));
    return takeLayoutApart(*owner, owner);
}

LayoutRead takeLayoutApart(std::string_view text, std::shared_ptr<const void> owner)
{
    return TreeMaker(text, std::move(owner)).take();
}

model::Result<model::LayoutTree> readLayoutXml(std::string_view text)
{
    LayoutRead read = takeLayoutApart(std::string(text));
    if (read.problems.empty())
        return std::move(read.tree);
    const XmlProblem &problem = read.problems.front();
    model::Location where;
    const std::string_view before = text.substr(0, problem.offset);
    where.line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n'));
    where.column = static_cast<int>(before.size() - (before.rfind('\n') + 1)) + 1;
    return model::fail(model::ErrorCode::Invalid, problem.message, Texts::tr("Correct the layout text at this place."),
                       where);
}

} // namespace tessera::adapters

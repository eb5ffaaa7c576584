// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "adapters/codec/layout_xml.h"
#include "adapters/codec/merge_printer.h"

namespace tessera::adapters {

using model::LayoutNode;
using model::LayoutTree;
using model::NodeId;
using model::NodeKind;

namespace {

bool hasTag(std::string_view gap) // other than comments and the prolog
{
    for (std::size_t at = gap.find('<'); at != std::string_view::npos; at = gap.find('<', at + 1)) {
        if (gap.substr(at, 4) == "<!--")
            at = std::min(gap.find("-->", at), gap.size());
        else if (gap.substr(at, 2) != "<?")
            return true;
    }
    return false;
}

class LayoutMerger
{
public:
    LayoutMerger(const LayoutTree &tree, const LayoutSource &source, LayoutTags tags);
    std::string merge();

private:
    int elementOf(NodeId id) const; // -1: new
    const XmlElement &at(int index) const { return m_source.xml.elements[static_cast<std::size_t>(index)]; }
    std::string_view slice(std::size_t begin, std::size_t end) const { return m_source.xml.slice(begin, end); }
    const std::vector<int> &childrenOf(int element) const
    {
        return element < 0 ? m_source.xml.roots : at(element).children;
    }
    std::string indentationOf(std::size_t position) const;
    std::string_view gapBefore(int element) const;
    std::string_view gapAtEnd(int parent) const;
    std::string freshGap(const std::string &indentation) const;
    void printChildren(std::string &out, NodeId parent, int element, const std::string &indentation);
    void printOrphans(std::string &out, int element, int from, int to);
    std::string printNode(NodeId id, const std::string &indentation);
    std::string printNew(NodeId id, const std::string &indentation);
    std::string startTag(NodeId id, const XmlElement &element) const;
    std::string tagFor(const LayoutNode &node, const XmlElement *element) const;

    const LayoutTree &m_tree;
    const LayoutSource &m_source;
    LayoutTags m_tags;
    std::vector<int> m_mapped; // per element: 1 when a node of the tree stands for it
    std::vector<int> m_indexInParent;
    std::vector<std::size_t> m_lines; // where they begin
    std::string m_unit = "  ";
    std::string m_newline = "\n";
};

LayoutMerger::LayoutMerger(const LayoutTree &tree, const LayoutSource &source, LayoutTags tags)
    : m_tree(tree)
    , m_source(source)
    , m_tags(tags)
    , m_mapped(source.xml.elements.size(), 0)
    , m_indexInParent(source.xml.elements.size(), 0)
{
    for (auto it = source.elements.cbegin(); it != source.elements.cend(); ++it)
        m_mapped[static_cast<std::size_t>(it.value())] = 1;
    const auto number = [this](const std::vector<int> &siblings) {
        for (std::size_t i = 0; i < siblings.size(); ++i)
            m_indexInParent[static_cast<std::size_t>(siblings[i])] = static_cast<int>(i);
    };
    number(source.xml.roots);
    for (const XmlElement &element : source.xml.elements)
        number(element.children);
    m_lines.push_back(0);
    for (auto newline = source.xml.text.find('\n'); newline != std::string::npos;
         newline = source.xml.text.find('\n', newline + 1))
        m_lines.push_back(newline + 1);
    if (m_lines.size() == 1)
        m_newline.clear();
    const auto parent = std::find_if(source.xml.elements.begin(), source.xml.elements.end(),
                                     [](const XmlElement &element) { return !element.children.empty(); });
    if (parent != source.xml.elements.end()) {
        const std::string outer = indentationOf(parent->begin),
                          inner = indentationOf(at(parent->children.front()).begin);
        if (inner.size() > outer.size())
            m_unit = inner.substr(outer.size());
    }
}

int LayoutMerger::elementOf(NodeId id) const
{
    const int index = m_source.elements.value(id, -1);
    if (index < 0)
        return -1;
    bool known = false;
    return layoutKind(m_source.xml.tag(at(index)), known) == m_tree.node(id)->kind ? index : -1;
}

// The blanks that begin the line, whatever else stands on it before the position.
std::string LayoutMerger::indentationOf(std::size_t position) const
{
    const std::size_t line = *std::prev(std::upper_bound(m_lines.begin(), m_lines.end(), position));
    const std::size_t end = m_source.xml.text.find_first_not_of(" \t", line);
    return m_lines.size() == 1 ? std::string() : std::string(slice(line, std::min(end, position)));
}

// Blanks, comments and tags that no node stands for, since the entry before.
std::string_view LayoutMerger::gapBefore(int element) const
{
    const int parent = at(element).parent;
    const auto &siblings = childrenOf(parent);
    std::size_t begin = parent < 0 ? 0 : at(parent).tagEnd;
    for (int i = m_indexInParent[static_cast<std::size_t>(element)] - 1; i >= 0; --i) {
        const int before = siblings[static_cast<std::size_t>(i)];
        if (m_mapped[static_cast<std::size_t>(before)]) {
            begin = at(before).end;
            break;
        }
    }
    return slice(begin, at(element).begin);
}

std::string_view LayoutMerger::gapAtEnd(int parent) const
{
    const auto &siblings = childrenOf(parent);
    std::size_t begin = parent < 0 ? 0 : at(parent).tagEnd;
    for (const int child : siblings) {
        if (m_mapped[static_cast<std::size_t>(child)])
            begin = at(child).end;
    }
    return slice(begin, parent < 0 ? m_source.xml.text.size() : at(parent).closing);
}

std::string LayoutMerger::freshGap(const std::string &indentation) const
{
    return m_newline.empty() ? std::string() : m_newline + indentation;
}

std::string LayoutMerger::tagFor(const LayoutNode &node, const XmlElement *element) const
{
    if (m_tags == LayoutTags::AsSource)
        return std::string(element ? m_source.xml.tag(*element) : layoutTag(node.kind, m_source.usesLegacyTags));
    return std::string(layoutTag(node.kind, m_tags == LayoutTags::Legacy));
}

std::string LayoutMerger::startTag(NodeId id, const XmlElement &element) const
{
    const LayoutNode &node = *m_tree.node(id);
    const auto before = layoutAttributes(layoutNodeOf(m_source.xml, element, node.kind));
    const auto after = layoutAttributes(node);
    const auto find = [](const auto &list, std::string_view name) {
        return std::find_if(list.begin(), list.end(), [&](const auto &entry) { return entry.first == name; });
    };
    std::string out = '<' + tagFor(node, &element);
    const auto attributes = m_source.xml.attributesOf(element);
    for (const XmlAttribute &attribute : attributes) {
        const auto now = find(after, m_source.xml.name(attribute));
        if (now == after.end())
            continue;
        const auto was = find(before, m_source.xml.name(attribute));
        out += slice(attribute.begin, attribute.valueBegin);
        if (was != before.end() && was->second == now->second)
            out += slice(attribute.valueBegin, attribute.valueEnd);
        else
            out += escapeAttribute(now->second);
        out += m_source.xml.text[attribute.valueEnd];
    }
    for (const auto &[name, value] : after) {
        const auto was = find(before, name);
        if (!m_source.xml.attribute(element, name) && (was == before.end() || was->second != value))
            out += ' ' + name + "=\"" + escapeAttribute(value) + '"';
    }
    const std::size_t attributesEnd = attributes.empty() ? element.nameEnd : attributes.back().valueEnd + 1;
    return out + std::string(slice(attributesEnd, element.tagEnd));
}

std::string LayoutMerger::printNew(NodeId id, const std::string &indentation)
{
    const LayoutNode &node = *m_tree.node(id);
    const std::string tag = tagFor(node, nullptr);
    std::string out = '<' + tag;
    for (const auto &[name, value] : layoutAttributes(node))
        out += ' ' + name + "=\"" + escapeAttribute(value) + '"';
    if (m_tree.childrenOf(id).isEmpty())
        return out + "/>";
    out += '>';
    printChildren(out, id, -2, indentation);
    return out + freshGap(indentation) + "</" + tag + '>';
}

std::string LayoutMerger::printNode(NodeId id, const std::string &indentation)
{
    const int index = elementOf(id);
    if (index < 0)
        return printNew(id, indentation);
    const XmlElement &element = at(index);
    const std::string own = indentationOf(element.begin);
    const std::string tag = tagFor(*m_tree.node(id), &element);
    std::string out = startTag(id, element);
    if (element.selfClosing) {
        if (!m_tree.childrenOf(id).isEmpty()) {
            out.erase(out.rfind('/'));
            while (!out.empty() && out.back() == ' ')
                out.pop_back();
            out += '>';
            printChildren(out, id, -2, own);
            out += freshGap(own) + "</" + tag + '>';
        }
    } else {
        printChildren(out, id, index, own);
        const std::string_view end = slice(element.closing, element.end);
        out += "</" + tag + std::string(end.substr(std::min(end.size(), 2 + m_source.xml.tag(element).size())));
    }
    return shifted(out, static_cast<int>(indentation.size()) - static_cast<int>(own.size()));
}

// Tags that no node stands for stay although the entry after them went.
void LayoutMerger::printOrphans(std::string &out, int element, int from, int to)
{
    const auto &siblings = childrenOf(element);
    for (int i = from; i < to; ++i) {
        const int sibling = siblings[static_cast<std::size_t>(i)];
        if (!m_mapped[static_cast<std::size_t>(sibling)])
            continue;
        const std::string_view gap = gapBefore(sibling);
        if (hasTag(gap))
            out += gap.substr(0, gap.find_last_not_of(" \t\r\n") + 1);
    }
}

void LayoutMerger::printChildren(std::string &out, NodeId parent, int element, const std::string &indentation)
{
    const std::string inner = parent == model::rootNode ? std::string() : indentation + m_unit;
    std::set<int> kept;
    const auto &children = m_tree.childrenOf(parent);
    for (const NodeId child : children)
        kept.insert(elementOf(child));
    int next = 0;
    const auto passTo = [&](int end) {
        for (; element >= -1 && next < end; ++next) {
            const int sibling = childrenOf(element)[static_cast<std::size_t>(next)];
            if (!kept.contains(sibling))
                printOrphans(out, element, next, next + 1);
        }
    };
    for (const NodeId child : children) {
        const int index = elementOf(child);
        const bool here = index >= 0 && element >= -1 && at(index).parent == element;
        if (here)
            passTo(m_indexInParent[static_cast<std::size_t>(index)]);
        std::string gap = index >= 0 ? std::string(gapBefore(index)) : freshGap(inner);
        const bool plain = gap.find('<') == std::string::npos;
        const bool stillFirst = here && m_indexInParent[static_cast<std::size_t>(index)] == 0;
        if (index >= 0 && (!here || (out.empty() && !stillFirst)) && plain)
            gap = freshGap(inner);
        if (out.empty() && !stillFirst && gap.find_first_not_of("\r\n") == std::string::npos)
            gap.clear();
        out += gap;
        out += printNode(child, here ? indentationOf(at(index).begin) : inner);
    }
    if (element >= -1) {
        passTo(static_cast<int>(childrenOf(element).size()));
        out += gapAtEnd(element);
    }
}

std::string LayoutMerger::merge()
{
    std::string out;
    printChildren(out, model::rootNode, -1, {});
    return out;
}

class LayoutFormatter
{
public:
    explicit LayoutFormatter(const LayoutSource &source) : m_source(source) {}
    std::string format();

private:
    void print(std::string &out, int index, int depth) const;
    void printGap(std::string &out, std::size_t begin, std::size_t end, int depth) const;

    const LayoutSource &m_source;
};

void LayoutFormatter::printGap(std::string &out, std::size_t begin, std::size_t end, int depth) const
{
    const std::string_view gap = m_source.xml.slice(begin, end);
    for (std::size_t at = gap.find('<'); at != std::string_view::npos; at = gap.find('<', at)) {
        const bool comment = gap.substr(at, 4) == "<!--";
        const std::size_t close = gap.find(comment ? "-->" : "?>", at);
        if (close == std::string_view::npos)
            return;
        const std::size_t after = close + (comment ? 3 : 2);
        out.append(static_cast<std::size_t>(depth) * 2, ' ');
        out += gap.substr(at, after - at);
        out += '\n';
        at = after;
    }
}

void LayoutFormatter::print(std::string &out, int index, int depth) const
{
    const XmlElement &element = m_source.xml.elements[static_cast<std::size_t>(index)];
    const std::string tag(m_source.xml.tag(element));
    bool known = false;
    const NodeKind kind = layoutKind(tag, known);
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    out += '<' + tag;
    if (known) {
        for (const auto &[name, value] : layoutAttributes(layoutNodeOf(m_source.xml, element, kind)))
            out += ' ' + name + "=\"" + escapeAttribute(value) + '"';
    } else {
        for (const XmlAttribute &attribute : m_source.xml.attributesOf(element))
            out += ' ' + std::string(m_source.xml.name(attribute)) + "=\"" +
                   escapeAttribute(m_source.xml.value(attribute)) + '"';
    }
    std::string inner;
    std::size_t at = element.tagEnd;
    for (const int child : element.children) {
        printGap(inner, at, m_source.xml.elements[static_cast<std::size_t>(child)].begin, depth + 1);
        print(inner, child, depth + 1);
        at = m_source.xml.elements[static_cast<std::size_t>(child)].end;
    }
    printGap(inner, at, element.closing, depth + 1);
    if (inner.empty()) {
        out += "/>\n";
        return;
    }
    out += ">\n" + inner;
    out.append(static_cast<std::size_t>(depth) * 2, ' ');
    out += "</" + tag + ">\n";
}

std::string LayoutFormatter::format()
{
    std::string out;
    std::size_t at = 0;
    for (const int root : m_source.xml.roots) {
        printGap(out, at, m_source.xml.elements[static_cast<std::size_t>(root)].begin, 0);
        print(out, root, 0);
        at = m_source.xml.elements[static_cast<std::size_t>(root)].end;
    }
    printGap(out, at, m_source.xml.text.size(), 0);
    return out;
}

} // namespace

std::string mergeLayoutXml(const LayoutTree &tree, const LayoutSource &source, LayoutTags tags)
{
    if (source.xml.problem) // half of a text cannot be patched
        return writeLayoutXml(tree,
                              tags == LayoutTags::Legacy || (tags == LayoutTags::AsSource && source.usesLegacyTags));
    return LayoutMerger(tree, source, tags).merge();
}

std::string formatLayoutXml(const LayoutSource &source)
{
    return source.xml.problem ? std::string(source.xml.text) : LayoutFormatter(source).format();
}

} // namespace tessera::adapters

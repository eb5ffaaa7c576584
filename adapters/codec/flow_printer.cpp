// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "adapters/codec/merge_printer.h"
#include "model/base/json_text.h"

namespace tessera::adapters {

using model::Json;

// For each old entry what stands before it (after the bracket or comma) and behind it (up to the comma or bracket).
struct FlowPrinter::Gaps
{
    std::vector<int> entries;
    std::vector<std::string> before;
    std::vector<std::string> behind;
    std::string close; // between the last entry's comma, if any, and the closing bracket

    std::string ofFirst() const { return before.empty() ? std::string() : before.front(); }
    // Blanks between a comma and a new entry.
    std::string ofNext() const
    {
        if (before.size() > 1 && before[1].find('#') == std::string::npos)
            return before[1];
        const std::string first = ofFirst();
        return first.find('\n') == std::string::npos || first.find('#') != std::string::npos ? " " : first;
    }
};

namespace {

std::string indentationIn(const std::string &gap)
{
    const auto newline = gap.rfind('\n');
    return newline == std::string::npos ? std::string() : gap.substr(newline + 1);
}

// The comma between two entries, comments skipped; npos: none.
std::size_t findComma(std::string_view gap)
{
    for (std::size_t i = 0; i < gap.size(); ++i) {
        if (gap[i] == ',')
            return i;
        if (gap[i] == '#')
            i = std::min(gap.find('\n', i), gap.size());
    }
    return std::string_view::npos;
}

std::uint32_t beginOf(const SourceNode &node)
{
    return node.hasKey() ? node.keyBegin : node.props;
}
std::uint32_t endOf(const SourceNode &node)
{
    return std::max(node.end, node.keyEnd);
}

} // namespace

FlowPrinter::FlowPrinter(const MergeBase &base, const YamlStyle &style) : m_base(base), m_style(style)
{
    const SourceDocument &document = base.document();
    const int first = document.isJson() ? document.node(document.root()).firstChild : -1;
    if (first < 0)
        return;
    const std::string gap(document.slice(document.node(document.root()).begin + 1, document.node(first).keyBegin));
    if (gap.find('\n') != std::string::npos && !indentationIn(gap).empty())
        m_unit = indentationIn(gap);
    if (document.node(first).hasKey())
        m_colon = std::string(document.slice(document.node(first).keyEnd, document.node(first).begin));
}

FlowPrinter::Gaps FlowPrinter::gapsOf(int collection) const
{
    const SourceDocument &document = m_base.document();
    Gaps out;
    std::size_t at = document.node(collection).begin + 1;
    for (int n = document.node(collection).firstChild; n >= 0; n = document.node(n).next) {
        const SourceNode &self = document.node(n);
        out.entries.push_back(n);
        out.before.emplace_back(document.slice(at, beginOf(self)));
        const std::size_t limit =
            self.next >= 0 ? beginOf(document.node(self.next)) : document.node(collection).end - 1;
        const std::string_view gap = document.slice(endOf(self), limit);
        const std::size_t comma = findComma(gap);
        if (comma == std::string_view::npos) {
            out.behind.emplace_back();
            at = endOf(self);
        } else {
            out.behind.emplace_back(gap.substr(0, comma));
            at = endOf(self) + comma + 1;
        }
    }
    out.close = std::string(document.slice(at, document.node(collection).end - 1));
    return out;
}

std::string FlowPrinter::freshJson(const Json &value, const std::string &indentation, bool multiLine) const
{
    if (!adapters::isBranch(value))
        return model::writeJson(value);
    const std::string inner = indentation + m_unit;
    const bool tight = m_colon == ":";
    const std::string newline = std::string(m_base.document().newline());
    std::string out(1, value.is_object() ? '{' : '[');
    bool first = true;
    const auto next = [&] {
        if (!first)
            out += multiLine || tight ? "," : ", ";
        if (multiLine)
            out += newline + inner;
        first = false;
    };
    if (value.is_object()) {
        for (const auto &[key, member] : membersOf(value)) {
            next();
            out += model::writeJson(Json(key)) + m_colon + freshJson(member, inner, multiLine);
        }
    } else {
        for (const Json &item : value) {
            next();
            out += freshJson(item, inner, multiLine);
        }
    }
    if (multiLine)
        out += newline + indentation;
    return out + (value.is_object() ? '}' : ']');
}

std::string FlowPrinter::fresh(const Json &value, const std::string &indentation, bool multiLine) const
{
    return m_base.document().isJson() ? freshJson(value, indentation, multiLine) : yamlFlow(value, m_style);
}

void FlowPrinter::printValue(std::string &out, const Piece &piece, const std::string &indentation, bool multiLine) const
{
    const SourceDocument &document = m_base.document();
    if (piece.origin >= 0) {
        const SourceNode &origin = document.node(piece.origin);
        if (m_base.isSame(piece) && !isBlockCollection(origin.style) && !isBlockScalar(origin.style)) {
            out += document.slice(origin.props, origin.end);
            return;
        }
        const bool sameKind = isFlowCollection(origin.style) && isMap(origin.style) == MergeBase::isMapPiece(piece);
        if (sameKind && !origin.opaque && MergeBase::isBranch(piece) && origin.firstChild >= 0) {
            print(out, piece);
            return;
        }
        if (!MergeBase::isBranch(piece)) {
            out += scalarLike(toJson(piece), origin.style, m_style, true, document.isJson());
            return;
        }
    }
    out += fresh(toJson(piece), indentation, multiLine);
}

void FlowPrinter::printItem(std::string &out, const MergeItem &item, const std::string &indentation, bool multiLine,
                            bool keyed) const
{
    const SourceDocument &document = m_base.document();
    if (keyed && item.entry >= 0 && document.node(item.entry).hasKey()) {
        const SourceNode &self = document.node(item.entry);
        const bool sameKey = document.keyOf(item.entry) == item.key;
        const std::string key = document.isJson() ? model::writeJson(Json(item.key)) : yamlKey(item.key, m_style, true);
        out += sameKey ? std::string(document.slice(self.keyBegin, self.keyEnd)) : key;
        const bool empty = self.style == NodeStyle::Empty;
        out += empty ? std::string(": ") : std::string(document.slice(self.keyEnd, self.props));
    } else if (keyed) {
        out += document.isJson() ? model::writeJson(Json(item.key)) + m_colon : yamlKey(item.key, m_style, true) + ": ";
    }
    printValue(out, item.piece, indentation, multiLine);
}

void FlowPrinter::print(std::string &out, const Piece &piece) const
{
    const SourceDocument &document = m_base.document();
    const SourceNode &self = document.node(piece.origin);
    const Gaps gaps = gapsOf(piece.origin);
    std::vector<MergeItem> items = m_base.itemsOf(piece);
    out += document.text()[self.begin];
    const bool multiLine = gaps.ofFirst().find('\n') != std::string::npos;
    const std::string indentation = indentationIn(gaps.ofFirst());
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto old = std::lower_bound(gaps.entries.begin(), gaps.entries.end(), items[i].entry); // as in the file
        const auto at = static_cast<std::size_t>(old - gaps.entries.begin());
        const bool known = items[i].entry >= 0 && old != gaps.entries.end() && *old == items[i].entry;
        if (!known)
            items[i].entry = items[i].piece.origin = -1; // bytes from elsewhere would be indented for there
        if (i > 0)
            out += ',';
        const bool ownGap = known && ((at == 0) == (i == 0) || gaps.before[at].find('#') != std::string::npos);
        out += ownGap ? gaps.before[at] : i == 0 ? gaps.ofFirst() : gaps.ofNext();
        printItem(out, items[i], indentation, multiLine, self.style == NodeStyle::FlowMap);
        if (known)
            out += gaps.behind[at];
    }
    out += gaps.close;
    out += document.text()[self.end - 1];
}

void FlowPrinter::printRoot(std::string &out, const Piece &piece) const
{
    const SourceDocument &document = m_base.document();
    const SourceNode &top = document.node(document.root());
    Piece root = piece;
    root.origin = document.root();
    if (m_base.isSame(root)) {
        out += document.text();
        return;
    }
    out += document.slice(0, top.begin);
    printValue(out, root, {}, true);
    out += document.slice(top.end, document.text().size());
}

} // namespace tessera::adapters

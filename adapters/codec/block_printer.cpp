// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>

#include "adapters/codec/merge_printer.h"
#include "adapters/codec/yaml_scalars.h"

namespace tessera::adapters {

using model::Json;

namespace {

bool isBlankLine(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void shiftLine(std::string &out, std::string_view line, int delta)
{
    const bool empty = line.empty() || line.front() == '\n' || line.front() == '\r';
    if (delta > 0 && !empty)
        out.append(static_cast<std::size_t>(delta), ' ');
    if (delta < 0) {
        const std::size_t blanks = std::min(line.find_first_not_of(' '), line.size());
        line.remove_prefix(std::min(blanks, static_cast<std::size_t>(-delta)));
    }
    out += line;
}

} // namespace

std::string shifted(std::string_view text, int delta)
{
    if (delta == 0)
        return std::string(text);
    std::string out;
    std::size_t at = std::min(text.find('\n'), text.size() - 1) + 1;
    out += text.substr(0, at);
    while (at < text.size()) {
        const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
        shiftLine(out, text.substr(at, end - at), delta);
        at = end;
    }
    return out;
}

BlockPrinter::BlockPrinter(const MergeBase &base, const YamlStyle &style)
    : m_base(base)
    , m_style(style)
    , m_regions(base.document())
    , m_flow(base, style)
{
}

void BlockPrinter::endLine(std::string &out) const
{
    if (!out.empty() && out.back() != '\n')
        out += m_style.newline;
}

bool BlockPrinter::isEntry(int entry, bool keyed) const
{
    return entry >= 0 && m_regions.has(entry) && m_base.node(entry).hasKey() == keyed;
}

bool BlockPrinter::isBlockOf(int collection, const Piece &piece) const
{
    if (collection < 0 || m_base.node(collection).opaque || m_base.node(collection).firstChild < 0)
        return false;
    const NodeStyle wanted = MergeBase::isMapPiece(piece) ? NodeStyle::BlockMap : NodeStyle::BlockSeq;
    return m_base.node(collection).style == wanted && m_regions.has(m_base.node(collection).firstChild);
}

int BlockPrinter::sourceColumn(int entry) const
{
    return static_cast<int>(m_base.document().columnOf(m_regions.of(entry).entryBegin));
}

std::string BlockPrinter::print(const Piece &root)
{
    const SourceDocument &document = m_base.document();
    Piece top = root;
    top.origin = document.root();
    if (m_base.isSame(top))
        return document.text();
    if (!isBlockOf(top.origin, top) || !MergeBase::isBranch(top))
        return writeYaml(toJson(top), m_style);
    std::string out(document.slice(0, m_regions.of(document.node(top.origin).firstChild).floatBegin));
    printEntries(out, top, m_base.options().canonical ? 0 : sourceColumn(document.node(top.origin).firstChild), false);
    const bool newlineBefore = !document.text().empty() && document.text().back() == '\n';
    if (!newlineBefore && !m_base.options().canonical && !out.empty() && out.back() == '\n')
        out.resize(out.size() - m_style.newline.size());
    return out;
}

bool BlockPrinter::separatesEntries(int collection) const
{
    if (collection < 0)
        return false;
    int count = 0;
    for (int n = m_base.node(collection).firstChild; n >= 0; n = m_base.node(n).next) {
        const EntryRegion &region = m_regions.of(n);
        const std::string_view above = m_base.document().slice(region.floatBegin, region.leadBegin);
        if (count++ > 0 && (above.empty() || !isBlankLine(above.substr(0, above.find('\n') + 1))))
            return false;
    }
    return count > 1;
}

bool BlockPrinter::usesFlowItems(int collection) const
{
    if (collection < 0 || m_base.options().canonical)
        return false;
    int flow = 0;
    int block = 0;
    for (int n = m_base.node(collection).firstChild; n >= 0; n = m_base.node(n).next) {
        flow += isFlowCollection(m_base.node(n).style) && m_base.node(n).firstChild >= 0;
        block += isBlockCollection(m_base.node(n).style);
    }
    return flow > block;
}

void BlockPrinter::printLines(std::string &out, std::size_t begin, std::size_t end, int delta, int column) const
{
    const SourceDocument &document = m_base.document();
    for (std::size_t at = begin; at < end;) {
        const std::size_t next = std::min(document.lineEnd(at), end);
        const std::string_view line = document.slice(at, next);
        at = next;
        if (!m_base.options().canonical) {
            shiftLine(out, line, delta);
            endLine(out);
            continue;
        }
        if (isBlankLine(line)) {
            if (!out.empty() && out.size() > 1 && out.substr(out.size() - 2) != "\n\n")
                out += m_style.newline;
            continue;
        }
        const std::size_t first = line.find_first_not_of(" \t");
        out.append(static_cast<std::size_t>(column), ' ');
        out += line.substr(first, line.find_last_not_of(" \t\r\n") - first + 1);
        out += m_style.newline;
    }
}

// Comments set apart from an entry that is gone stay where they were.
void BlockPrinter::printOrphans(std::string &out, const std::vector<MergeItem> &items, int collection, int from, int to,
                                int column)
{
    std::set<int> used;
    if (from < to) {
        for (const MergeItem &item : items)
            used.insert(item.entry);
    }
    for (int n = from < to ? m_base.node(collection).firstChild : -1; n >= 0; n = m_base.node(n).next) {
        const SourceNode &self = m_base.node(n);
        if (self.index < from || self.index >= to || used.contains(n))
            continue;
        const EntryRegion &region = m_regions.of(n);
        if (!isBlankLine(m_base.document().slice(region.floatBegin, region.leadBegin)))
            printLines(out, region.floatBegin, region.leadBegin, column - sourceColumn(n), column);
    }
}

void BlockPrinter::printAbove(std::string &out, const MergeItem &item, const Slot &slot)
{
    if (item.entry < 0) {
        if (!slot.first && separatesEntries(slot.collection))
            out += m_style.newline;
        return;
    }
    const SourceDocument &document = m_base.document();
    const EntryRegion &region = m_regions.of(item.entry);
    const SourceNode &self = m_base.node(item.entry);
    std::size_t from = region.floatBegin;
    const bool stays = self.parent == slot.collection && self.index == 0;
    if (slot.first && !stays) {
        while (from < region.leadBegin && isBlankLine(document.slice(from, document.lineEnd(from))))
            from = document.lineEnd(from);
    }
    if (!slot.first && self.index == 0 && region.floatBegin == region.leadBegin && separatesEntries(slot.collection))
        out += m_style.newline;
    const int delta = slot.column - sourceColumn(item.entry);
    printLines(out, from, region.leadBegin, delta, slot.column);
    printLines(out, region.leadBegin, document.lineStart(std::max(region.entryBegin, region.leadBegin)), delta,
               slot.column);
}

// "- # comment" when the entry that now follows the dash had comments above it.
void BlockPrinter::printInlineLead(std::string &out, const MergeItem &item, int column)
{
    if (item.entry < 0 || m_regions.of(item.entry).isInline)
        return;
    const EntryRegion &region = m_regions.of(item.entry);
    const std::size_t line = m_base.document().lineStart(region.entryBegin);
    std::string lead;
    printLines(lead, region.leadBegin, line, column - sourceColumn(item.entry), column);
    if (lead.empty())
        return;
    out += lead.substr(lead.find('#'));
    out.append(static_cast<std::size_t>(column), ' ');
}

void BlockPrinter::printEntries(std::string &out, const Piece &piece, int column, bool inlineFirst)
{
    std::vector<MergeItem> items = m_base.itemsOf(piece);
    Slot slot;
    slot.column = column;
    slot.keyed = MergeBase::isMapPiece(piece);
    slot.collection = isBlockOf(piece.origin, piece) ? piece.origin : -1;
    for (MergeItem &item : items) {
        if (!isEntry(item.entry, slot.keyed))
            item.entry = -1;
    }
    int next = 0; // first old entry not passed yet
    for (std::size_t i = 0; i < items.size(); ++i) {
        const MergeItem &item = items[i];
        slot.first = i == 0;
        if (item.entry >= 0 && m_base.node(item.entry).parent == slot.collection &&
            m_base.node(item.entry).index >= next) {
            printOrphans(out, items, slot.collection, next, m_base.node(item.entry).index, column);
            next = m_base.node(item.entry).index + 1;
        }
        if (slot.first && inlineFirst) {
            printInlineLead(out, item, column);
        } else {
            printAbove(out, item, slot);
            out.append(static_cast<std::size_t>(column), ' ');
        }
        printEntry(out, item, slot);
        endLine(out);
    }
    if (slot.collection < 0)
        return;
    const SourceDocument &document = m_base.document();
    const int count = document.childCount(slot.collection);
    printOrphans(out, items, slot.collection, next, count, column);
    const int last = document.child(slot.collection, static_cast<std::size_t>(count - 1));
    printLines(out, m_regions.of(last).tailEnd, m_regions.end(slot.collection), column - sourceColumn(last), column);
}

void BlockPrinter::printMarker(std::string &out, const MergeItem &item, bool keyed) const
{
    if (!keyed) {
        out += '-';
        return;
    }
    const SourceDocument &document = m_base.document();
    const bool known = item.entry >= 0 && !m_base.options().canonical;
    if (known && document.keyOf(item.entry) == item.key)
        out += document.slice(document.node(item.entry).keyBegin, document.node(item.entry).valueFrom);
    else
        out += yamlKey(item.key, m_style) + ':';
}

void BlockPrinter::printEntry(std::string &out, const MergeItem &item, const Slot &slot)
{
    const SourceDocument &document = m_base.document();
    if (item.entry < 0) {
        printMarker(out, item, slot.keyed);
        if (!slot.keyed && MergeBase::isBranch(item.piece) && usesFlowItems(slot.collection))
            out += ' ' + yamlFlow(toJson(item.piece), m_style);
        else
            printFresh(out, item.piece, -1, slot);
        return;
    }
    const EntryRegion &region = m_regions.of(item.entry);
    const int delta = slot.column - sourceColumn(item.entry);
    const bool sameKey = !slot.keyed || document.keyOf(item.entry) == item.key;
    if (sameKey && m_base.isSame(item.piece)) {
        out += shifted(document.slice(region.entryBegin, region.tailEnd), delta);
        return;
    }
    printMarker(out, item, slot.keyed);
    const bool nested = MergeBase::isBranch(item.piece) && isBlockOf(item.entry, item.piece);
    printValue(out, item.piece, item.entry, slot);
    endLine(out);
    if (!nested) // else its last entry brought them
        printLines(out, region.contentEnd, region.tailEnd, delta, slot.column + m_style.step);
}

void BlockPrinter::printValue(std::string &out, const Piece &piece, int entry, const Slot &slot)
{
    const bool done =
        MergeBase::isBranch(piece) ? printBranch(out, piece, entry, slot) : printScalar(out, piece, entry, slot);
    if (!done)
        printFresh(out, piece, entry, slot);
}

bool BlockPrinter::printBranch(std::string &out, const Piece &piece, int entry, const Slot &slot)
{
    const SourceDocument &document = m_base.document();
    const SourceNode &self = m_base.node(entry);
    if (isBlockOf(entry, piece)) {
        printBlockOverBlock(out, piece, entry, slot);
        return true;
    }
    const bool sameKind = isFlowCollection(self.style) && isMap(self.style) == MergeBase::isMapPiece(piece);
    if (!sameKind || self.opaque || self.firstChild < 0)
        return false;
    const std::string_view raw = document.slice(self.begin, self.end);
    if (m_base.options().canonical &&
        (raw.find('#') == std::string_view::npos || raw.find('\n') == std::string_view::npos))
        return false;
    const int delta = slot.column - sourceColumn(entry);
    std::string text(document.slice(self.valueFrom, self.begin));
    if (m_base.options().canonical) { // it has comments of its own: kept as it is
        text = ' ' + std::string(raw);
    } else {
        Piece merged = piece;
        merged.origin = entry;
        m_flow.print(text, merged);
    }
    out += shifted(text, delta);
    out += document.slice(self.end, document.lineEnd(self.end));
    return true;
}

void BlockPrinter::printBlockOverBlock(std::string &out, const Piece &piece, int entry, const Slot &slot)
{
    const SourceDocument &document = m_base.document();
    const SourceNode &self = m_base.node(entry);
    const EntryRegion &first = m_regions.of(self.firstChild);
    Piece merged = piece;
    merged.origin = entry;
    if (m_base.options().canonical) {
        const std::string comment = trailingComment(entry);
        const bool joined = !slot.keyed && comment.empty();
        const int step = slot.keyed && self.style == NodeStyle::BlockSeq ? m_style.seqOffset
                         : slot.keyed                                    ? m_style.step
                                                                         : 2;
        out += joined ? std::string(" ") : comment + std::string(m_style.newline);
        printEntries(out, merged, slot.column + step, joined);
        return;
    }
    const int column = slot.column + sourceColumn(self.firstChild) - sourceColumn(entry);
    const std::size_t headEnd =
        first.isInline ? first.entryBegin : std::max<std::size_t>(m_regions.begin(entry), self.valueFrom);
    out += shifted(document.slice(self.valueFrom, headEnd), slot.column - sourceColumn(entry));
    if (!first.isInline)
        endLine(out);
    printEntries(out, merged, column, first.isInline);
}

bool BlockPrinter::printScalar(std::string &out, const Piece &piece, int entry, const Slot &slot)
{
    const SourceDocument &document = m_base.document();
    const SourceNode &self = m_base.node(entry);
    const Json value = toJson(piece);
    if (m_base.options().canonical || isBlockCollection(self.style))
        return false;
    if (isBlockScalar(self.style))
        return value.is_string() && printBlockScalar(out, value.get_ref<const std::string &>(), entry, slot);
    const bool literal = value.is_string() && fitsLiteral(value.get_ref<const std::string &>());
    if (literal && self.style != NodeStyle::DoubleQuoted)
        return false;
    const int delta = slot.column - sourceColumn(entry);
    const std::string_view gap = document.slice(self.valueFrom, self.props);
    out += gap.empty() ? std::string(" ") : shifted(gap, delta);
    out += scalarLike(value, self.style, m_style, false, false);
    out += document.slice(self.end, document.lineEnd(self.end));
    return true;
}

std::string BlockPrinter::trailingComment(int entry) const
{
    const SourceDocument &document = m_base.document();
    const SourceNode &self = m_base.node(entry);
    std::size_t from = self.end;
    if (isBlockScalar(self.style))
        from = self.begin;
    else if (isBlockCollection(self.style))
        from = self.valueFrom;
    const std::string_view line = document.slice(from, document.lineEnd(from));
    if (isBlockCollection(self.style) && self.firstChild >= 0 && m_regions.of(self.firstChild).isInline)
        return {};
    std::size_t hash = line.find('#');
    while (hash != std::string_view::npos && hash > 0 && line[hash - 1] != ' ' && line[hash - 1] != '\t')
        hash = line.find('#', hash + 1);
    if (hash == std::string_view::npos)
        return {};
    std::size_t begin = hash;
    while (begin > 0 && (line[begin - 1] == ' ' || line[begin - 1] == '\t'))
        --begin;
    const std::string comment(line.substr(begin, line.find_last_not_of(" \t\r\n") - begin + 1));
    return m_base.options().canonical || begin == hash ? ' ' + comment.substr(hash - begin) : comment;
}

void BlockPrinter::printFresh(std::string &out, const Piece &piece, int entry, const Slot &slot)
{
    const std::string comment = entry >= 0 ? trailingComment(entry) : std::string();
    YamlWriter writer(out, m_style);
    if (piece.kind == Piece::Kind::Value || !MergeBase::isBranch(piece)) {
        const Json value = toJson(piece);
        if (slot.keyed)
            writer.writeAfterKey(value, slot.column, comment);
        else
            writer.writeAfterDash(value, slot.column, comment);
        return;
    }
    const bool joined = !slot.keyed && comment.empty();
    const int step = slot.keyed && piece.kind == Piece::Kind::Array ? m_style.seqOffset : slot.keyed ? m_style.step : 2;
    if (joined) {
        out += ' ';
    } else {
        out += comment;
        endLine(out);
        if (out.back() != '\n')
            out += m_style.newline;
    }
    printEntries(out, piece, slot.column + step, joined);
}

} // namespace tessera::adapters

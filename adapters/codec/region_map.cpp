// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/region_map.h"

#include <algorithm>

namespace tessera::adapters {

namespace {

enum class LineKind
{
    Blank,
    Comment,
    Other,
};

LineKind kindOf(std::string_view line, std::size_t &column)
{
    column = std::min(line.find_first_not_of(" \t"), line.size());
    if (column == line.size() || line[column] == '\n' || line[column] == '\r')
        return LineKind::Blank;
    return line[column] == '#' ? LineKind::Comment : LineKind::Other;
}

} // namespace

RegionMap::RegionMap(const SourceDocument &document) : m_document(document)
{
    const auto size = static_cast<std::size_t>(document.size());
    m_regions.resize(size);
    m_begins.resize(size);
    m_ends.resize(size);
    const int root = document.root();
    if (root >= 0 && isBlockCollection(document.node(root).style) && !document.node(root).opaque) {
        // What stands before the first entry (a licence, `---`) is not the first entry's.
        measure(root, document.lineStart(document.node(root).begin), document.text().size());
        m_begins[static_cast<std::size_t>(root)] = 0;
    }
}

std::size_t RegionMap::entryBegin(int node) const
{
    const SourceNode &self = m_document.node(node);
    return self.hasKey() ? self.keyBegin : self.entry;
}

std::size_t RegionMap::contentEnd(int node) const
{
    const SourceNode *self = &m_document.node(node);
    while (isBlockCollection(self->style) && self->firstChild >= 0) {
        int last = self->firstChild;
        while (m_document.node(last).next >= 0)
            last = m_document.node(last).next;
        self = &m_document.node(last);
    }
    return isBlockScalar(self->style) ? self->end : m_document.lineEnd(self->end);
}

std::size_t RegionMap::splitTail(std::size_t begin, std::size_t end, std::size_t column) const
{
    std::size_t tail = begin;
    for (std::size_t at = begin; at < end;) {
        const std::size_t next = m_document.lineEnd(at);
        std::size_t indentation = 0;
        const LineKind kind = kindOf(m_document.slice(at, next), indentation);
        if (kind == LineKind::Other || (kind == LineKind::Comment && indentation <= column))
            break;
        at = next;
        if (kind == LineKind::Comment)
            tail = at;
    }
    return tail;
}

std::size_t RegionMap::splitLead(std::size_t begin, std::size_t end) const
{
    std::size_t lead = end;
    while (lead > begin) {
        const std::size_t line = m_document.lineStart(lead - 1);
        std::size_t indentation = 0;
        if (line < begin || kindOf(m_document.slice(line, lead), indentation) != LineKind::Comment)
            break;
        lead = line;
    }
    return lead;
}

void RegionMap::measureValue(int entry)
{
    const SourceNode &self = m_document.node(entry);
    if (!isBlockCollection(self.style) || self.opaque || self.firstChild < 0)
        return;
    const std::size_t first = entryBegin(self.firstChild);
    const bool sameLine = m_document.lineStart(first) == m_document.lineStart(self.valueFrom);
    const std::size_t marker = self.props < self.begin ? std::max(self.props, self.valueFrom) : self.valueFrom;
    measure(entry, sameLine ? first : m_document.lineEnd(marker), of(entry).tailEnd);
}

void RegionMap::measure(int collection, std::size_t begin, std::size_t end)
{
    m_begins[static_cast<std::size_t>(collection)] = static_cast<std::uint32_t>(begin);
    std::size_t previous = begin;
    int last = -1;
    for (int n = m_document.node(collection).firstChild; n >= 0; n = m_document.node(n).next) {
        EntryRegion &region = m_regions[static_cast<std::size_t>(n)];
        const std::size_t entry = entryBegin(n);
        const std::size_t line = m_document.lineStart(entry);
        region.isInline = line < previous || (last < 0 && entry == begin && line != entry);
        const std::size_t zoneEnd = region.isInline ? entry : line;
        region.floatBegin = static_cast<std::uint32_t>(std::min(previous, zoneEnd));
        region.leadBegin = static_cast<std::uint32_t>(splitLead(region.floatBegin, zoneEnd));
        region.entryBegin = static_cast<std::uint32_t>(entry);
        region.contentEnd = static_cast<std::uint32_t>(contentEnd(n));
        const int next = m_document.node(n).next;
        const std::size_t limit = next >= 0 ? m_document.lineStart(entryBegin(next)) : end;
        region.tailEnd = static_cast<std::uint32_t>(
            splitTail(region.contentEnd, std::max<std::size_t>(limit, region.contentEnd), m_document.columnOf(entry)));
        previous = region.tailEnd;
        measureValue(n);
        last = n;
    }
    m_ends[static_cast<std::size_t>(collection)] = static_cast<std::uint32_t>(std::max(end, previous));
}

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "adapters/codec/source_document.h"

namespace tessera::adapters {

// The lines that belong to one entry of a block map or list. The regions of the entries of a collection follow each
// other without gaps, so copying them all copies the collection.
struct EntryRegion
{
    std::uint32_t floatBegin = 0; // blank lines, and comments set apart by one: stay when the entry goes
    std::uint32_t leadBegin = 0;  // comments right above: go with it
    std::uint32_t entryBegin = 0; // key or dash; its line's indentation lies between lead and entry
    std::uint32_t contentEnd = 0; // start of the line after its value
    std::uint32_t tailEnd = 0;    // after comments below that are indented deeper than the entry
    bool isInline = false;        // first entry on the line of the dash above it
};

class RegionMap
{
public:
    explicit RegionMap(const SourceDocument &document);

    // Meaningful for entries of block collections that are not opaque.
    const EntryRegion &of(int entry) const { return m_regions[static_cast<std::size_t>(entry)]; }
    bool has(int entry) const { return of(entry).contentEnd > 0; }
    // Lines of a block collection before its first entry's float, and after its last entry's tail.
    std::uint32_t begin(int collection) const { return m_begins[static_cast<std::size_t>(collection)]; }
    std::uint32_t end(int collection) const { return m_ends[static_cast<std::size_t>(collection)]; }

private:
    void measure(int collection, std::size_t begin, std::size_t end);
    void measureValue(int entry);
    std::size_t contentEnd(int node) const;
    std::size_t entryBegin(int node) const;
    std::size_t splitTail(std::size_t begin, std::size_t end, std::size_t column) const;
    std::size_t splitLead(std::size_t begin, std::size_t end) const;

    const SourceDocument &m_document;
    std::vector<EntryRegion> m_regions;
    std::vector<std::uint32_t> m_begins;
    std::vector<std::uint32_t> m_ends;
};

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "adapters/codec/region_map.h"
#include "adapters/codec/wire.h"
#include "adapters/codec/yaml_writer.h"

namespace tessera::adapters {

struct MergeOptions
{
    bool expandAliases = false; // write out what an alias stands for
    bool canonical = false;     // restyle everything; only comments are taken from the source
};

// The text for a piece, made from the bytes of the source document wherever they still say the same.
std::string mergeText(const Piece &root, const SourceDocument &document, const MergeOptions &options);

// One entry of a collection about to be written.
struct MergeItem
{
    std::string key; // of a map's entry
    Piece piece;
    int entry = -1; // entry of the source this one continues, -1: new
};

// What both printers share: comparing with the source and taking a value apart.
class MergeBase
{
public:
    MergeBase(const SourceDocument &document, const MergeOptions &options);

    // Whether the source's bytes for this value can stand as they are.
    bool isSame(const Piece &piece) const;
    // The parts of a non-empty map or list, matched with those of its origin.
    std::vector<MergeItem> itemsOf(const Piece &piece) const;
    static bool isBranch(const Piece &piece);
    static bool isMapPiece(const Piece &piece);

    const SourceDocument &document() const { return m_document; }
    const SourceNode &node(int index) const { return m_document.node(index); }
    const MergeOptions &options() const { return m_options; }
    bool hasAlias(int index) const { return m_hasAlias[static_cast<std::size_t>(index)]; }

private:
    std::vector<MergeItem> itemsOfValue(const Piece &piece) const;

    const SourceDocument &m_document;
    MergeOptions m_options;
    std::vector<bool> m_hasAlias;
};

// Braces and brackets: JSON, and the flow style of YAML.
class FlowPrinter
{
public:
    FlowPrinter(const MergeBase &base, const YamlStyle &style);

    // Precondition: the piece's origin is a flow collection of the same kind, not opaque; the piece is not empty.
    void print(std::string &out, const Piece &piece) const;
    void printRoot(std::string &out, const Piece &piece) const;

private:
    struct Gaps; // blanks and comments around the old entries
    Gaps gapsOf(int collection) const;
    void printItem(std::string &out, const MergeItem &item, const std::string &indentation, bool multiLine,
                   bool keyed) const;
    void printValue(std::string &out, const Piece &piece, const std::string &indentation, bool multiLine) const;
    std::string fresh(const model::Json &value, const std::string &indentation, bool multiLine) const;
    std::string freshJson(const model::Json &value, const std::string &indentation, bool multiLine) const;

    const MergeBase &m_base;
    const YamlStyle &m_style;
    std::string m_unit = "  ";  // of JSON indentation
    std::string m_colon = ": "; // between JSON key and value
};

// The block style of YAML.
class BlockPrinter
{
public:
    BlockPrinter(const MergeBase &base, const YamlStyle &style);
    std::string print(const Piece &root);

private:
    // The entry of a collection about to be written in `column`.
    struct Slot
    {
        int column = 0;
        int collection = -1; // old collection it is written over, -1: new
        bool keyed = false;
        bool first = false;
    };

    void printEntries(std::string &out, const Piece &piece, int column, bool inlineFirst);
    void printEntry(std::string &out, const MergeItem &item, const Slot &slot);
    void printMarker(std::string &out, const MergeItem &item, bool keyed) const;
    void printAbove(std::string &out, const MergeItem &item, const Slot &slot);
    void printInlineLead(std::string &out, const MergeItem &item, int column);
    void printOrphans(std::string &out, const std::vector<MergeItem> &items, int collection, int from, int to,
                      int column);
    void printLines(std::string &out, std::size_t begin, std::size_t end, int delta, int column) const;
    void printValue(std::string &out, const Piece &piece, int entry, const Slot &slot);
    bool printBranch(std::string &out, const Piece &piece, int entry, const Slot &slot);
    bool printScalar(std::string &out, const Piece &piece, int entry, const Slot &slot);
    void printBlockOverBlock(std::string &out, const Piece &piece, int entry, const Slot &slot);
    bool printBlockScalar(std::string &out, const std::string &text, int entry, const Slot &slot) const;
    void printFresh(std::string &out, const Piece &piece, int entry, const Slot &slot);
    bool separatesEntries(int collection) const;
    bool usesFlowItems(int collection) const;
    bool isEntry(int entry, bool keyed) const;
    bool isBlockOf(int collection, const Piece &piece) const;
    std::string trailingComment(int entry) const;
    int sourceColumn(int entry) const;
    void endLine(std::string &out) const;

    const MergeBase &m_base;
    const YamlStyle &m_style;
    RegionMap m_regions;
    FlowPrinter m_flow;
};

// How the file indents and quotes, for what is added to it.
YamlStyle styleOf(const SourceDocument &document);

// Text whose lines after the first move by `delta` blanks.
std::string shifted(std::string_view text, int delta);

// A scalar in the style of the one it replaces.
std::string scalarLike(const model::Json &value, NodeStyle style, const YamlStyle &yaml, bool flow, bool json);

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/base/json.h"
#include "model/base/result.h"

namespace tessera::adapters {

// The members of an object as a plain list: positions, and appending without a look for the key.
inline const model::Json::object_t::Container &membersOf(const model::Json &object)
{
    return object.get_ref<const model::Json::object_t &>();
}

inline model::Json::object_t::Container &membersOf(model::Json &object)
{
    return object.get_ref<model::Json::object_t &>();
}

enum class NodeStyle : std::uint8_t
{
    Empty, // a value that is not there: `key:`
    Plain,
    SingleQuoted,
    DoubleQuoted, // also every JSON string
    Literal,      // |
    Folded,       // >
    BlockMap,
    BlockSeq,
    FlowMap, // also every JSON object
    FlowSeq,
    Alias,
};

inline bool isBlockCollection(NodeStyle style)
{
    return style == NodeStyle::BlockMap || style == NodeStyle::BlockSeq;
}
inline bool isFlowCollection(NodeStyle style)
{
    return style == NodeStyle::FlowMap || style == NodeStyle::FlowSeq;
}
inline bool isMap(NodeStyle style)
{
    return style == NodeStyle::BlockMap || style == NodeStyle::FlowMap;
}
inline bool isCollection(NodeStyle style)
{
    return isBlockCollection(style) || isFlowCollection(style);
}
inline bool isBlockScalar(NodeStyle style)
{
    return style == NodeStyle::Literal || style == NodeStyle::Folded;
}

// One value of a YAML or JSON file and the bytes it came from. Offsets count bytes from the start of the text.
struct SourceNode
{
    const model::Json *value = nullptr; // inside SourceDocument::value(); for an alias what it stands for
    std::uint32_t entry = 0;            // where its entry begins: key, dash, or the value itself
    std::uint32_t keyBegin = 0;         // key with its quotes; begin == end: no key
    std::uint32_t keyEnd = 0;
    std::uint32_t valueFrom = 0; // right after the colon or dash (else where the value begins)
    std::uint32_t props = 0;     // where its anchor or tag begins, else = begin
    std::uint32_t begin = 0;     // first byte of the value: `|` of a literal, first key or dash of a block collection
    std::uint32_t end = 0;       // after it; for a block scalar the start of the line after its last line
    std::int32_t parent = -1;
    std::int32_t firstChild = -1;
    std::int32_t next = -1; // next sibling
    std::int32_t index = 0; // among its siblings, equal to the position in the parent's value
    NodeStyle style = NodeStyle::Plain;
    bool anchored = false;
    bool opaque =
        false; // a collection with explicit keys (`? a`) or pairs without braces: copied whole or written anew

    bool hasKey() const { return keyEnd > keyBegin; }
};

struct ParseLimits
{
    std::size_t bytes = 32 * 1024 * 1024;
    int depth = 100;
    std::size_t nodes = 600'000; // aliases count what they expand to
    std::size_t aliasBytes = 16 * 1024 * 1024;
};

// Text, value and positions of one file. Immutable once read; not copyable because nodes point into the value.
class SourceDocument
{
public:
    explicit SourceDocument(std::string text);
    SourceDocument(const SourceDocument &) = delete;
    SourceDocument &operator=(const SourceDocument &) = delete;

    const std::string &text() const { return m_text; }
    std::string_view slice(std::size_t begin, std::size_t end) const;
    const model::Json &value() const { return m_value; }
    bool isJson() const { return m_json; }

    const SourceNode &node(int index) const { return m_nodes[static_cast<std::size_t>(index)]; }
    int size() const { return static_cast<int>(m_nodes.size()); }
    int root() const { return m_nodes.empty() ? -1 : 0; }
    int childCount(int index) const;
    int child(int parent, std::string_view key) const; // -1: none
    int child(int parent, std::size_t index) const;    // -1: none
    std::string keyOf(int index) const;                // "" for items
    // The node a pointer leads to, or the last one on the way.
    int find(std::string_view pointer) const;
    int find(int from, std::string_view pointer) const; // relative to a node
    std::string pointerTo(int index) const;

    struct Position
    {
        int line = 1;
        int column = 1; // in characters
    };
    Position position(std::size_t offset) const;
    std::size_t lineStart(std::size_t offset) const; // of the line that holds it
    std::size_t lineEnd(std::size_t offset) const;   // after its newline, or the end of the text
    std::size_t columnOf(std::size_t offset) const { return offset - lineStart(offset); } // bytes before it on its line
    std::string_view newline() const { return m_crlf ? "\r\n" : "\n"; }

private:
    friend class TreeBuilder;

    // The children of a collection that has very many: one look-up each instead of a walk along them.
    struct Wide
    {
        std::vector<int> children;
        std::unordered_map<std::string_view, int> byKey; // of a map; the keys lie in the value
    };

    void indexWide(); // once the values are linked
    std::size_t charactersBefore(std::size_t offset) const;

    std::string m_text;
    model::Json m_value;
    std::vector<SourceNode> m_nodes;
    std::unordered_map<int, Wide> m_wide; // by node

    std::vector<std::uint32_t> m_lines;
    std::vector<std::uint32_t> m_characters; // before each block of the text: columns of lines that are megabytes long
    bool m_json = false;
    bool m_crlf = false;
};

} // namespace tessera::adapters

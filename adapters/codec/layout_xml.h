// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <QHash>

#include "adapters/codec/xml_fragment.h"
#include "model/base/result.h"
#include "model/layout/layout_tree.h"

namespace tessera::adapters {

// A layout text taken apart, so that a change rewrites only its own tags.
struct LayoutSource
{
    XmlFragment xml;
    std::shared_ptr<const void> owner;  // of the text
    QHash<model::NodeId, int> elements; // node -> index into xml.elements
    std::vector<std::uint32_t> places; // where each of xml.elements begins in the file; empty for a text from elsewhere
    bool usesLegacyTags = false;       // LayoutElement, GridContainer
    bool usesOverlayTags = false;      // Overlay, as some read-backs have it
};

struct LayoutRead
{
    model::LayoutTree tree;
    std::shared_ptr<LayoutSource> source;
    // What the tree cannot hold: broken XML, unknown tags, tags at the wrong place. Their text stays in the file.
    std::vector<XmlProblem> problems;
};

// Reads what can be read; node ids count up in document order. The second form copies nothing: `owner` keeps the text.
LayoutRead takeLayoutApart(std::string text);
LayoutRead takeLayoutApart(std::string_view text, std::shared_ptr<const void> owner);

// Strict form. Errors: Invalid at the first problem (line and column within the text).
model::Result<model::LayoutTree> readLayoutXml(std::string_view text);

// The canonical text: prolog, two blanks of indentation, one tag a line, a newline at the end. `legacyTags`: the names
// of the flat envelope. Empty for an empty tree.
std::string writeLayoutXml(const model::LayoutTree &tree, bool legacyTags = false);

enum class LayoutTags
{
    AsSource, // keep each tag's name; new ones take the names the text uses
    Current,
    Legacy,
};

// The text of `source` with the arrangement of `tree`: tags that say the same keep their bytes, comments and unknown
// tags stay with what follows them.
std::string mergeLayoutXml(const model::LayoutTree &tree, const LayoutSource &source, LayoutTags tags);
// The text of `source` in canonical style; comments and unknown tags stay.
std::string formatLayoutXml(const LayoutSource &source);

// The canonical attributes of a node, in order; what the writer and the merge agree on.
std::vector<std::pair<std::string, std::string>> layoutAttributes(const model::LayoutNode &node);
std::string_view layoutTag(model::NodeKind kind, bool legacy);
// What an element says about its node.
model::LayoutNode layoutNodeOf(const XmlFragment &xml, const XmlElement &element, model::NodeKind kind);
model::NodeKind layoutKind(std::string_view tag, bool &known);

} // namespace tessera::adapters

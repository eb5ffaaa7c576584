// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/array_match.h"
#include "adapters/codec/merge_printer.h"
#include "adapters/codec/yaml_scalars.h"
#include "model/base/json_text.h"

namespace tessera::adapters {

using model::Json;

MergeBase::MergeBase(const SourceDocument &document, const MergeOptions &options)
    : m_document(document)
    , m_options(options)
    , m_hasAlias(static_cast<std::size_t>(document.size()), false)
{
    for (int i = document.size() - 1; i >= 0; --i) { // children stand after their parents
        const auto at = static_cast<std::size_t>(i);
        m_hasAlias[at] = m_hasAlias[at] || node(i).style == NodeStyle::Alias;
        if (m_hasAlias[at] && node(i).parent >= 0)
            m_hasAlias[static_cast<std::size_t>(node(i).parent)] = true;
    }
}

bool MergeBase::isBranch(const Piece &piece)
{
    switch (piece.kind) {
    case Piece::Kind::Value:
        return adapters::isBranch(*piece.value);
    case Piece::Kind::Object:
        return !piece.members.empty();
    case Piece::Kind::Array:
        return !piece.items.empty();
    }
    Q_UNREACHABLE();
}

bool MergeBase::isMapPiece(const Piece &piece)
{
    return piece.kind == Piece::Kind::Object || (piece.kind == Piece::Kind::Value && piece.value->is_object());
}

bool MergeBase::isSame(const Piece &piece) const
{
    if (piece.origin < 0 || m_options.canonical || (m_options.expandAliases && hasAlias(piece.origin)))
        return false;
    const SourceNode &origin = node(piece.origin);
    if (piece.kind == Piece::Kind::Value)
        return *piece.value == *origin.value;
    const bool map = piece.kind == Piece::Kind::Object;
    if (map ? !origin.value->is_object() : !origin.value->is_array())
        return false;
    const std::size_t size = map ? piece.members.size() : piece.items.size();
    if (size != origin.value->size() || (origin.style == NodeStyle::Alias))
        return false;
    int child = origin.firstChild;
    for (std::size_t i = 0; i < size; ++i, child = node(child).next) {
        const Piece &part = map ? piece.members[i].second : piece.items[i];
        if (child < 0 || part.origin != child || (map && m_document.keyOf(child) != piece.members[i].first) ||
            !isSame(part))
            return false;
    }
    return true;
}

std::vector<MergeItem> MergeBase::itemsOfValue(const Piece &piece) const
{
    std::vector<MergeItem> out;
    const Json &value = *piece.value;
    const bool usable = piece.origin >= 0 && node(piece.origin).style != NodeStyle::Alias;
    if (value.is_object()) {
        for (const auto &[key, member] : membersOf(value)) {
            const int entry = usable ? m_document.child(piece.origin, std::string_view(key)) : -1;
            out.push_back({key, Piece::of(member, entry), entry});
        }
        return out;
    }
    std::vector<const Json *> before;
    std::vector<int> entries;
    if (usable && node(piece.origin).value->is_array()) {
        for (int n = node(piece.origin).firstChild; n >= 0; n = node(n).next) {
            before.push_back(node(n).value);
            entries.push_back(n);
        }
    }
    std::vector<const Json *> after;
    for (const Json &item : value)
        after.push_back(&item);
    const std::vector<int> matches = matchItems(before, after);
    for (std::size_t i = 0; i < after.size(); ++i) {
        const int entry = matches[i] < 0 ? -1 : entries[static_cast<std::size_t>(matches[i])];
        out.push_back({{}, Piece::of(*after[i], entry), entry});
    }
    return out;
}

std::vector<MergeItem> MergeBase::itemsOf(const Piece &piece) const
{
    if (piece.kind == Piece::Kind::Value)
        return itemsOfValue(piece);
    std::vector<MergeItem> out;
    for (const auto &[key, member] : piece.members)
        out.push_back({key, member, member.origin});
    for (const Piece &item : piece.items)
        out.push_back({{}, item, item.origin});
    return out;
}

std::string scalarLike(const Json &value, NodeStyle style, const YamlStyle &yaml, bool flow, bool json)
{
    if (json)
        return model::writeJson(value);
    if (value.is_string()) {
        const std::string &text = value.get_ref<const std::string &>();
        if (style == NodeStyle::DoubleQuoted)
            return doubleQuoted(text);
        if (style == NodeStyle::SingleQuoted && canSingleQuote(text))
            return singleQuoted(text);
    }
    return yamlScalar(value, yaml, flow);
}

YamlStyle styleOf(const SourceDocument &document)
{
    YamlStyle style;
    style.newline = document.newline();
    bool haveStep = false;
    bool haveOffset = false;
    int single = 0;
    int twice = 0;
    for (int i = 0; i < document.size(); ++i) {
        const SourceNode &node = document.node(i);
        single += node.style == NodeStyle::SingleQuoted;
        twice += node.style == NodeStyle::DoubleQuoted;
        if (!node.hasKey() || !isBlockCollection(node.style) || node.parent < 0 ||
            document.node(node.parent).style != NodeStyle::BlockMap)
            continue;
        const int offset =
            static_cast<int>(document.columnOf(node.begin)) - static_cast<int>(document.columnOf(node.keyBegin));
        if (node.style == NodeStyle::BlockMap && !haveStep && offset > 0) {
            style.step = offset;
            haveStep = true;
        } else if (node.style == NodeStyle::BlockSeq && !haveOffset && offset >= 0) {
            style.seqOffset = offset;
            haveOffset = true;
        }
    }
    style.preferDouble = twice > single;
    return style;
}

std::string mergeText(const Piece &root, const SourceDocument &document, const MergeOptions &options)
{
    const MergeBase base(document, options);
    const YamlStyle style = options.canonical ? YamlStyle() : styleOf(document);
    const SourceNode &top = document.node(document.root());
    std::string out;
    if (isFlowCollection(top.style)) {
        FlowPrinter(base, style).printRoot(out, root);
        return out;
    }
    return BlockPrinter(base, style).print(root);
}

} // namespace tessera::adapters

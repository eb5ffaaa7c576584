// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/source_map.h"

#include "adapters/codec/layout_xml.h"
#include "adapters/codec/scalar_positions.h"
#include "adapters/codec/source_document.h"

namespace tessera::adapters {

using model::Collection;
using model::Location;
using model::Scope;

SourceMap::SourceMap(std::shared_ptr<const SourceDocument> document, QString path)
    : m_document(std::move(document))
    , m_path(std::move(path))
{
}

SourceMap::~SourceMap() = default;

int SourceMap::objectNode(Collection collection, const model::Key &key) const
{
    return m_objects[static_cast<int>(collection)].value(key, -1);
}

void SourceMap::setObjectNode(Collection collection, const model::Key &key, int node)
{
    m_objects[static_cast<int>(collection)].insert(key, node);
}

void SourceMap::setLayout(int node, std::shared_ptr<const LayoutSource> source)
{
    m_layout = node;
    m_layoutSource = std::move(source);
    Q_ASSERT(!m_layoutSource || m_layoutSource->places.size() == m_layoutSource->xml.elements.size());
}

Location SourceMap::locateOffset(std::size_t offset, int node) const
{
    Location out;
    out.file = m_path;
    const auto position = m_document->position(offset);
    out.line = position.line;
    out.column = position.column;
    out.pointer = m_document->pointerTo(node);
    return out;
}

Location SourceMap::locateNode(int node) const
{
    if (node < 0) {
        Location out;
        out.file = m_path;
        return out;
    }
    const SourceNode &self = m_document->node(node);
    return locateOffset(self.hasKey() ? self.keyBegin : self.begin, node);
}

Location SourceMap::locatePointer(const std::string &pointer) const
{
    return locateNode(m_document->find(pointer));
}

Location SourceMap::locateInLayoutText(std::size_t offset) const
{
    if (m_layout < 0)
        return locateNode(m_contents);
    return locateOffset(positionInScalar(*m_document, m_layout, offset), m_layout);
}

int SourceMap::baseNode(const model::Target &target) const
{
    int node = -1;
    if (const auto collection = model::collectionOf(target.scope))
        node = objectNode(*collection, target.key);
    else if (target.scope == Scope::Meta)
        node = m_meta;
    return node < 0 ? m_contents : node;
}

// A flat file has the theme at its top.
std::string SourceMap::filePath(const model::Target &target, int base) const
{
    if (target.scope != Scope::Contents || m_contents != m_meta)
        return target.path;
    for (const auto &[path, flat] :
         {std::pair<std::string_view, std::string_view>{"/settings/theme/name", "/themeName"},
          {"/settings/theme/overrides", "/themeOverrides"}}) {
        if (target.path.rfind(path, 0) == 0 && m_document->child(base, flat.substr(1)) >= 0)
            return std::string(flat) + target.path.substr(path.size());
    }
    return target.path;
}

Location SourceMap::locate(const model::Target &target) const
{
    if (target.node != model::rootNode && m_layoutSource && m_layoutSource->elements.contains(target.node)) {
        const auto index = static_cast<std::size_t>(m_layoutSource->elements.value(target.node));
        return locateOffset(m_layoutSource->places[index], m_layout);
    }
    const int base = baseNode(target);
    const bool known = !model::collectionOf(target.scope) || base != m_contents;
    if (base < 0 || !known)
        return locateNode(base);
    return locateNode(m_document->find(base, filePath(target, base))); // from the object: lists may be long
}

} // namespace tessera::adapters

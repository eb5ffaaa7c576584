// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QHash>
#include <QString>

#include "model/checks/diagnostic.h"
#include "model/workbook/workbook.h"

namespace tessera::adapters {

class SourceDocument;
struct LayoutSource;

// Where each part of a workbook stands in the file it was read from. Immutable; parts added since are located at the
// nearest part above them that the file has.
class SourceMap
{
public:
    SourceMap(std::shared_ptr<const SourceDocument> document, QString path);
    ~SourceMap();

    // File, RFC 6901 pointer into the file, line and column. Line 0 only when the file is empty.
    model::Location locate(const model::Target &target) const;
    // The same for a pointer into the file.
    model::Location locatePointer(const std::string &pointer) const;

    // The same for a byte offset into the layout text.
    model::Location locateInLayoutText(std::size_t offset) const;

    const SourceDocument &document() const { return *m_document; }

    // Used by the reader while it takes the file apart, and by the writer to find the old text again. Nodes are indexes
    // into the source document; -1 means that the file has none.
    int objectNode(model::Collection collection, const model::Key &key) const;
    int metaNode() const { return m_meta; }
    int contentsNode() const { return m_contents; }
    int layoutNode() const { return m_layout; }
    const LayoutSource *layoutSource() const { return m_layoutSource.get(); }
    void setObjectNode(model::Collection collection, const model::Key &key, int node);
    void setRoots(int meta, int contents) { m_meta = meta, m_contents = contents; }
    void setLayout(int node, std::shared_ptr<const LayoutSource> source);

private:
    model::Location locateNode(int node) const;
    model::Location locateOffset(std::size_t offset, int node) const;
    int baseNode(const model::Target &target) const;
    std::string filePath(const model::Target &target, int base) const;

    std::shared_ptr<const SourceDocument> m_document;
    QString m_path;
    QHash<model::Key, int> m_objects[4];
    int m_meta = -1;
    int m_contents = -1;
    int m_layout = -1;
    std::shared_ptr<const LayoutSource> m_layoutSource;
};

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <unordered_set>

#include "adapters/codec/source_document.h"

namespace tessera::adapters {

// Builds the value and its positions from what a reader meets, and refuses what is too much: depth, number of values,
// aliases that multiply, a key given twice. The readers of both formats share it, so limits and errors are the same.
class TreeBuilder
{
public:
    TreeBuilder(std::string text, const ParseLimits &limits, bool json);

    const std::string &text() const { return m_document->text(); }
    const SourceDocument &document() const { return *m_document; }

    // Each returns false when the input must be refused; `error()` then says why.
    bool key(std::string key, std::size_t begin, std::size_t end);
    bool scalar(model::Json value, const SourceNode &place);
    bool open(const SourceNode &place); // its style says whether it is a map or a sequence
    bool close(std::size_t end);
    bool alias(const std::string &name, const SourceNode &place);
    void anchor(std::string name) { m_pendingAnchor = std::move(name); } // of the next value
    bool refuse(model::ErrorCode code, std::size_t offset, QString message, QString hint = {}, QString detail = {});

    bool refuse(model::Error error);

    bool inMap() const { return !m_open.empty() && isMap(top().style); }
    bool wantsKey() const { return inMap() && !m_hasKey; }
    bool atRoot() const { return m_open.empty(); }
    bool isDone() const { return m_open.empty() && !m_document->m_nodes.empty(); }
    int openNode() const { return m_open.empty() ? -1 : m_open.back().node; }
    const SourceNode &top() const { return m_document->node(m_open.back().node); }
    int lastChild() const { return m_open.empty() ? -1 : m_open.back().lastChild; } // -1: none yet
    std::size_t keyEnd() const { return m_keyEnd; }
    void markOpaque()
    {
        if (!m_open.empty())
            m_document->m_nodes[static_cast<std::size_t>(m_open.back().node)].opaque = true;
    }

    const std::optional<model::Error> &error() const { return m_error; }
    std::shared_ptr<const SourceDocument> finish(); // precondition: isDone() and no error

private:
    struct Open
    {
        int node = -1;
        model::Json *value = nullptr; // stable: a parent is only appended to once its open child is closed
        int lastChild = -1;
        std::unordered_set<std::string> keys; // filled only for large maps
        std::string anchor;
    };

    model::Json *place(model::Json value);
    int append(const SourceNode &place);
    bool countNode(std::size_t offset);
    bool isDuplicate(Open &map, const std::string &key);
    const model::Json *valueAt(int node) const;
    void linkValues();

    std::shared_ptr<SourceDocument> m_document;
    ParseLimits m_limits;
    std::vector<Open> m_open;
    std::map<std::string, int> m_anchors; // complete ones
    std::string m_pendingAnchor;
    std::string m_key;
    std::size_t m_keyBegin = 0;
    std::size_t m_keyEnd = 0;
    bool m_hasKey = false;
    std::size_t m_nodeCount = 0;
    std::size_t m_aliasBytes = 0;
    std::optional<model::Error> m_error;
};

} // namespace tessera::adapters

// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/tree_builder.h"

#include <QCoreApplication>

#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Json;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::TreeBuilder)
};

// Values and text bytes below a value, counted up to a budget.
struct Weight
{
    std::size_t nodes = 0;
    std::size_t bytes = 0;
    int depth = 0;
};

// Copies of copies may be far deeper than anything the file nests itself.
void weigh(const Json &value, Weight &weight, const ParseLimits &limits, int depth)
{
    weight.depth = std::max(weight.depth, depth);
    if (++weight.nodes > limits.nodes || weight.bytes > limits.aliasBytes || depth > limits.depth)
        return;
    if (value.is_string())
        weight.bytes += value.get_ref<const std::string &>().size();
    if (value.is_array()) {
        for (const Json &item : value)
            weigh(item, weight, limits, depth + 1);
    } else if (value.is_object()) {
        for (const auto &[key, item] : membersOf(value)) {
            weight.bytes += key.size();
            weigh(item, weight, limits, depth + 1);
        }
    }
}

constexpr std::size_t smallMap = 12;

} // namespace

TreeBuilder::TreeBuilder(std::string text, const ParseLimits &limits, bool json)
    : m_document(std::make_shared<SourceDocument>(std::move(text)))
    , m_limits(limits)
{
    m_document->m_json = json;
}

bool TreeBuilder::refuse(ErrorCode code, std::size_t offset, QString message, QString hint, QString detail)
{
    const auto position = m_document->position(offset);
    model::Error error{code, std::move(message), std::move(hint), std::move(detail), {}};
    error.where.line = position.line;
    error.where.column = position.column;
    m_error = std::move(error);
    return false;
}

bool TreeBuilder::refuse(model::Error error)
{
    m_error = std::move(error);
    return false;
}

bool TreeBuilder::isDuplicate(Open &map, const std::string &key)
{
    const auto &members = membersOf(*map.value);
    if (members.size() < smallMap) {
        for (const auto &member : members) {
            if (member.first == key)
                return true;
        }
        return false;
    }
    if (map.keys.empty()) {
        for (const auto &member : members)
            map.keys.insert(member.first);
    }
    return !map.keys.insert(key).second;
}

bool TreeBuilder::key(std::string key, std::size_t begin, std::size_t end)
{
    if (isDuplicate(m_open.back(), key)) {
        return refuse(ErrorCode::Invalid, begin, Texts::tr("The key “%1” is given twice.").arg(model::toQString(key)),
                      Texts::tr("Keep one of the two."));
    }
    m_key = std::move(key);
    m_keyBegin = begin;
    m_keyEnd = end;
    m_hasKey = true;
    return true;
}

Json *TreeBuilder::place(Json value)
{
    if (m_open.empty()) {
        m_document->m_value = std::move(value);
        return &m_document->m_value;
    }
    Json &parent = *m_open.back().value;
    if (parent.is_array()) {
        parent.push_back(std::move(value));
        return &parent.back();
    }
    // Straight into the vector below: the map's own insertion looks for the key first, which is quadratic.
    auto &members = membersOf(parent);
    members.emplace_back(std::move(m_key), std::move(value));
    m_hasKey = false;
    return &members.back().second;
}

int TreeBuilder::append(const SourceNode &place)
{
    SourceNode node = place;
    const int self = m_document->size();
    if (!m_open.empty()) {
        Open &parent = m_open.back();
        node.parent = parent.node;
        if (m_hasKey) {
            node.keyBegin = static_cast<std::uint32_t>(m_keyBegin);
            node.keyEnd = static_cast<std::uint32_t>(m_keyEnd);
        }
        if (parent.lastChild < 0) {
            m_document->m_nodes[static_cast<std::size_t>(parent.node)].firstChild = self;
        } else {
            SourceNode &before = m_document->m_nodes[static_cast<std::size_t>(parent.lastChild)];
            before.next = self;
            node.index = before.index + 1;
        }
        parent.lastChild = self;
    }
    m_document->m_nodes.push_back(node);
    return self;
}

bool TreeBuilder::countNode(std::size_t offset)
{
    if (++m_nodeCount <= m_limits.nodes)
        return true;
    return refuse(ErrorCode::Limit, offset, Texts::tr("The file holds more than %L1 values.").arg(m_limits.nodes),
                  Texts::tr("Is it really a workbook?"));
}

bool TreeBuilder::scalar(Json value, const SourceNode &where)
{
    if (!countNode(where.begin))
        return false;
    const int self = append(where);
    if (!m_pendingAnchor.empty()) {
        m_document->m_nodes.back().anchored = true;
        m_anchors[m_pendingAnchor] = self;
        m_pendingAnchor.clear();
    }
    place(std::move(value));
    return true;
}

bool TreeBuilder::open(const SourceNode &where)
{
    if (!countNode(where.begin))
        return false;
    if (static_cast<int>(m_open.size()) >= m_limits.depth)
        return refuse(ErrorCode::Limit, where.begin,
                      Texts::tr("The file is nested deeper than %1 levels.").arg(m_limits.depth),
                      Texts::tr("Is it really a workbook?"));
    const int self = append(where);
    Open next;
    next.node = self;
    next.anchor = std::move(m_pendingAnchor);
    m_pendingAnchor.clear();
    if (!next.anchor.empty()) {
        m_document->m_nodes.back().anchored = true;
        m_anchors.erase(next.anchor); // until it is complete, the name means nothing
    }
    next.value = place(isMap(where.style) ? Json::object() : Json::array());
    m_open.push_back(std::move(next));
    return true;
}

bool TreeBuilder::close(std::size_t end)
{
    Open &done = m_open.back();
    m_document->m_nodes[static_cast<std::size_t>(done.node)].end = static_cast<std::uint32_t>(end);
    if (!done.anchor.empty())
        m_anchors[done.anchor] = done.node;
    m_open.pop_back();
    m_hasKey = false;
    return true;
}

const Json *TreeBuilder::valueAt(int node) const
{
    std::vector<int> path;
    for (int n = node; m_document->node(n).parent >= 0; n = m_document->node(n).parent)
        path.push_back(m_document->node(n).index);
    const Json *value = &m_document->m_value;
    for (auto it = path.rbegin(); it != path.rend(); ++it) {
        const auto at = static_cast<std::size_t>(*it);
        value = value->is_array() ? &(*value)[at] : &membersOf(*value)[at].second;
    }
    return value;
}

bool TreeBuilder::alias(const std::string &name, const SourceNode &where)
{
    const auto it = m_anchors.find(name);
    if (it == m_anchors.end())
        return refuse(
            ErrorCode::Invalid, where.begin,
            Texts::tr("“*%1” refers to an anchor that does not stand complete before it.").arg(model::toQString(name)),
            Texts::tr("Write the value here instead."));
    const Json *meant = valueAt(it->second);
    Weight weight;
    weigh(*meant, weight, m_limits, static_cast<int>(m_open.size()));
    if (weight.depth > m_limits.depth)
        return refuse(ErrorCode::Limit, where.begin,
                      Texts::tr("With its aliases the file is nested deeper than %1 levels.").arg(m_limits.depth),
                      Texts::tr("Is it really a workbook?"));
    m_nodeCount += weight.nodes;
    m_aliasBytes += weight.bytes;
    if (m_nodeCount > m_limits.nodes || m_aliasBytes > m_limits.aliasBytes)
        return refuse(ErrorCode::Limit, where.begin, Texts::tr("The aliases of this file expand to too much."),
                      Texts::tr("Write the values out instead of repeating them with “*”."));
    append(where);
    place(Json(*meant));
    return true;
}

void TreeBuilder::linkValues()
{
    auto &nodes = m_document->m_nodes;
    nodes.front().value = &m_document->m_value;
    for (std::size_t i = 1; i < nodes.size(); ++i) { // parents stand before their children
        const Json &above = *nodes[static_cast<std::size_t>(nodes[i].parent)].value;
        const auto at = static_cast<std::size_t>(nodes[i].index);
        nodes[i].value = above.is_array() ? &above[at] : &membersOf(above)[at].second;
    }
}

std::shared_ptr<const SourceDocument> TreeBuilder::finish()
{
    linkValues();
    m_document->indexWide();
    return m_document;
}

} // namespace tessera::adapters

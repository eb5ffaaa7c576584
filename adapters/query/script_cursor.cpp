// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "adapters/query/script_rewriter.h"

namespace tessera::adapters {

namespace {

const SqlNode nothing{};

} // namespace

const SqlNode &SqlCursor::peek(std::size_t ahead) const
{
    return m_at + ahead < m_nodes.size() ? m_nodes[m_at + ahead] : nothing;
}

const SqlNode &SqlCursor::take()
{
    const SqlNode &node = peek();
    m_at = std::min(m_at + 1, m_nodes.size());
    return node;
}

bool SqlCursor::takeWord(std::string_view word)
{
    const bool found = peek().isWord(word);
    m_at += found;
    return found;
}

bool SqlCursor::takeSign(std::string_view sign)
{
    const bool found = peek().isSign(sign);
    m_at += found;
    return found;
}

} // namespace tessera::adapters

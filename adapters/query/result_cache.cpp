// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/result_cache.h"

namespace tessera::adapters {

std::size_t bytesOf(const model::query::ResultTable &table)
{
    std::size_t bytes = sizeof(table);
    for (const auto &column : table.columns) {
        bytes += sizeof(column) + column.data.size() * 9;
        if (const auto *texts = std::get_if<std::vector<std::string>>(&column.data.cells())) {
            for (const std::string &text : *texts)
                bytes += sizeof(text) + (text.size() > 15 ? text.size() : 0);
        }
    }
    return bytes;
}

ResultCache::Entry ResultCache::find(const std::string &key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        return {};
    m_kept.splice(m_kept.begin(), m_kept, found->second);
    return found->second->entry;
}

void ResultCache::drop(std::list<Kept>::iterator kept)
{
    m_bytes -= kept->bytes;
    m_byKey.erase(kept->key);
    m_kept.erase(kept);
}

void ResultCache::keep(const std::string &key, const Entry &entry)
{
    const std::size_t bytes = bytesOf(*entry.table) + key.size() * 2;
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_byKey.find(key); found != m_byKey.end())
        drop(found->second);
    if (bytes > m_maxBytes)
        return;
    m_kept.push_front({key, entry, bytes});
    m_byKey[key] = m_kept.begin();
    m_bytes += bytes;
    while (m_bytes > m_maxBytes)
        drop(std::prev(m_kept.end()));
}

std::size_t ResultCache::bytes() const
{
    const std::lock_guard lock(m_mutex);
    return m_bytes;
}

} // namespace tessera::adapters

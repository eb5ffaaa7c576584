// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <list>
#include <map>
#include <mutex>
#include <string>

#include "model/query/result_table.h"

namespace tessera::adapters {

// Results by what gave them, the ones not used for longest go first. Safe for any thread.
class ResultCache
{
public:
    explicit ResultCache(std::size_t maxBytes) : m_maxBytes(maxBytes) {}

    struct Entry
    {
        model::query::ResultPtr table; // null: not known
        bool cut = false;
    };
    Entry find(const std::string &key);
    void keep(const std::string &key, const Entry &entry);
    std::size_t bytes() const;

private:
    struct Kept
    {
        std::string key;
        Entry entry;
        std::size_t bytes = 0;
    };
    void drop(std::list<Kept>::iterator kept);

    const std::size_t m_maxBytes;
    mutable std::mutex m_mutex;
    std::list<Kept> m_kept; // last used first
    std::map<std::string, std::list<Kept>::iterator> m_byKey;
    std::size_t m_bytes = 0;
};

// About how much memory a result takes.
std::size_t bytesOf(const model::query::ResultTable &table);

} // namespace tessera::adapters

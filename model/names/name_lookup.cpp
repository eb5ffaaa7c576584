// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/name_lookup.h"

#include <algorithm>

#include "model/formula/lexer.h"

namespace tessera::model {

namespace {

void insertInto(QHash<std::string, QList<Key>> &index, const std::string &what, const Key &key)
{
    if (what.empty())
        return;
    QList<Key> &keys = index[what];
    if (!keys.contains(key))
        keys.append(key);
}

void removeFrom(QHash<std::string, QList<Key>> &index, const std::string &what, const Key &key)
{
    const auto found = index.find(what);
    if (found == index.end())
        return;
    found->removeAll(key);
    if (found->isEmpty())
        index.erase(found);
}

} // namespace

NameIndex::NameIndex(const Workbook &workbook) : m_elements(workbook.elements)
{
    for (const Object &element : workbook.elements)
        add(std::make_shared<const ElementFacts>(readFacts(element)));
}

std::pair<FactsPtr, FactsPtr> NameIndex::refresh(const Workbook &workbook, const Key &key)
{
    m_elements = workbook.elements;
    FactsPtr before = m_facts.value(key);
    const Object *element = workbook.elements.find(key);
    FactsPtr after = element ? std::make_shared<const ElementFacts>(readFacts(*element)) : nullptr;
    if (before && after && *before == *after)
        return {before, before};
    if (before)
        drop(before);
    if (after)
        add(after);
    return {std::move(before), std::move(after)};
}

void NameIndex::add(const FactsPtr &facts)
{
    const Key &key = facts->key;
    m_facts.insert(key, facts);
    insertInto(m_ids, facts->id, key);
    insertInto(m_names, facts->fold, key);
    insertInto(facts->controlType == "synced" ? m_synced : m_handles, foldName(facts->handle), key);
    for (const std::string &id : facts->reads)
        insertInto(m_readers, id, key);
    for (const std::string &id : facts->filters)
        insertInto(m_filters, id, key);
    for (const std::string &id : facts->actions)
        insertInto(m_actions, id, key);
    for (const std::string &fold : facts->mentions)
        insertInto(m_mentions, fold, key);
}

void NameIndex::drop(const FactsPtr &facts)
{
    const Key &key = facts->key;
    m_facts.remove(key);
    removeFrom(m_ids, facts->id, key);
    removeFrom(m_names, facts->fold, key);
    removeFrom(facts->controlType == "synced" ? m_synced : m_handles, foldName(facts->handle), key);
    for (const std::string &id : facts->reads)
        removeFrom(m_readers, id, key);
    for (const std::string &id : facts->filters)
        removeFrom(m_filters, id, key);
    for (const std::string &id : facts->actions)
        removeFrom(m_actions, id, key);
    for (const std::string &fold : facts->mentions)
        removeFrom(m_mentions, fold, key);
}

std::vector<FactsPtr> NameIndex::collect(const Index &index, const std::string &what) const
{
    const auto found = index.constFind(what);
    if (found == index.constEnd())
        return {};
    QList<Key> keys = *found;
    if (keys.size() > 1) {
        std::sort(keys.begin(), keys.end(),
                  [this](const Key &a, const Key &b) { return m_elements.indexOf(a) < m_elements.indexOf(b); });
    }
    std::vector<FactsPtr> facts;
    facts.reserve(static_cast<std::size_t>(keys.size()));
    for (const Key &key : keys)
        facts.push_back(m_facts.value(key));
    return facts;
}

FactsPtr NameIndex::byId(const std::string &id) const
{
    const auto found = m_ids.constFind(id);
    if (found == m_ids.constEnd())
        return nullptr;
    return found->size() == 1 ? m_facts.value(found->first()) : collect(m_ids, id).front();
}

std::vector<FactsPtr> NameIndex::byName(const std::string &fold) const
{
    return collect(m_names, fold);
}

std::vector<FactsPtr> NameIndex::byHandle(const std::string &fold) const
{
    return collect(m_handles, fold);
}

std::vector<FactsPtr> NameIndex::allById(const std::string &id) const
{
    return collect(m_ids, id);
}

std::vector<FactsPtr> NameIndex::allSynced(const std::string &handleFold) const
{
    return collect(m_synced, handleFold);
}

std::vector<FactsPtr> NameIndex::readersOf(const std::string &id) const
{
    return collect(m_readers, id);
}

std::vector<FactsPtr> NameIndex::controlsFiltering(const std::string &id) const
{
    return collect(m_filters, id);
}

std::vector<FactsPtr> NameIndex::ownersOfAction(const std::string &actionId) const
{
    return collect(m_actions, actionId);
}

} // namespace tessera::model

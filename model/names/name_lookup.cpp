// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/names/name_lookup.h"

#include <algorithm>

#include "model/formula/lexer.h"

namespace tessera::model {

namespace {

// Thousands of elements may read one table: the lists are kept by key, so that one more or less costs no walk over
// them.
using Keys = std::vector<Key>;

void insertInto(QHash<std::string, Keys> &index, const std::string &what, const Key &key)
{
    if (what.empty())
        return;
    Keys &keys = index[what];
    const auto place = std::lower_bound(keys.begin(), keys.end(), key);
    if (place == keys.end() || *place != key)
        keys.insert(place, key);
}

// While everything is read: sorted afterwards.
void appendTo(QHash<std::string, Keys> &index, const std::string &what, const Key &key)
{
    if (!what.empty())
        index[what].push_back(key);
}

void removeFrom(QHash<std::string, Keys> &index, const std::string &what, const Key &key)
{
    const auto found = index.find(what);
    if (found == index.end())
        return;
    const auto place = std::lower_bound(found->begin(), found->end(), key);
    if (place != found->end() && *place == key)
        found->erase(place);
    if (found->empty())
        index.erase(found);
}

} // namespace

NameIndex::NameIndex(const Workbook &workbook) : m_elements(workbook.elements)
{
    m_facts.reserve(workbook.elements.size());
    for (const Object &element : workbook.elements)
        add(std::make_shared<const ElementFacts>(readFacts(element)), appendTo);
    for (Index *index : {&m_ids, &m_names, &m_handles, &m_readers, &m_actions, &m_mentions, &m_starts}) {
        for (Keys &keys : *index) {
            std::sort(keys.begin(), keys.end());
            keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
        }
    }
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
        add(after, insertInto);
    return {std::move(before), std::move(after)};
}

void NameIndex::add(const FactsPtr &facts, Enter enter)
{
    const Key &key = facts->key;
    m_facts.insert(key, facts);
    enter(m_ids, facts->id, key);
    enter(m_names, facts->fold, key);
    if (facts->controlType != "synced")
        enter(m_handles, foldName(facts->handle), key);
    for (const std::string &id : facts->reads)
        enter(m_readers, id, key);
    for (const std::string &id : facts->actions)
        enter(m_actions, id, key);
    for (const std::string &fold : facts->mentions)
        enter(m_mentions, fold, key);
    for (const std::string &target : facts->start->targets)
        enter(m_starts, target, key);
}

void NameIndex::drop(const FactsPtr &facts)
{
    const Key &key = facts->key;
    m_facts.remove(key);
    removeFrom(m_ids, facts->id, key);
    removeFrom(m_names, facts->fold, key);
    if (facts->controlType != "synced")
        removeFrom(m_handles, foldName(facts->handle), key);
    for (const std::string &id : facts->reads)
        removeFrom(m_readers, id, key);
    for (const std::string &id : facts->actions)
        removeFrom(m_actions, id, key);
    for (const std::string &fold : facts->mentions)
        removeFrom(m_mentions, fold, key);
    for (const std::string &target : facts->start->targets)
        removeFrom(m_starts, target, key);
}

std::vector<FactsPtr> NameIndex::collect(const Index &index, const std::string &what) const
{
    const auto found = index.constFind(what);
    if (found == index.constEnd())
        return {};
    std::vector<std::pair<int, const Key *>> places;
    places.reserve(found->size());
    for (const Key &key : *found)
        places.emplace_back(found->size() == 1 ? 0 : m_elements.indexOf(key), &key);
    std::sort(places.begin(), places.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<FactsPtr> facts;
    facts.reserve(places.size());
    for (const auto &[place, key] : places)
        facts.push_back(m_facts.value(*key));
    return facts;
}

FactsPtr NameIndex::byId(const std::string &id) const
{
    const auto found = m_ids.constFind(id);
    if (found == m_ids.constEnd())
        return nullptr;
    return found->size() == 1 ? m_facts.value(found->front()) : collect(m_ids, id).front();
}

std::vector<FactsPtr> NameIndex::byName(const std::string &fold) const
{
    return collect(m_names, fold);
}

std::vector<FactsPtr> NameIndex::byHandle(const std::string &fold) const
{
    return collect(m_handles, fold);
}

std::vector<std::string> NameIndex::handles() const
{
    std::vector<std::string> all;
    for (auto it = m_handles.cbegin(); it != m_handles.cend(); ++it)
        all.push_back(m_facts.value(it->front())->handle);
    std::sort(all.begin(), all.end());
    return all;
}

std::vector<FactsPtr> NameIndex::allById(const std::string &id) const
{
    return collect(m_ids, id);
}

std::vector<FactsPtr> NameIndex::startingOn(const std::string &target, std::size_t most) const
{
    std::vector<FactsPtr> controls;
    if (const auto found = m_starts.constFind(target); found != m_starts.constEnd()) {
        for (std::size_t i = 0; i < std::min(most, found->size()); ++i)
            controls.push_back(m_facts.value((*found)[i]));
    }
    return controls;
}

std::vector<FactsPtr> NameIndex::ownersOfAction(const std::string &actionId) const
{
    return collect(m_actions, actionId);
}

} // namespace tessera::model

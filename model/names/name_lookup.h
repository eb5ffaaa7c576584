// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QHash>

#include "model/names/facts.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

using FactsPtr = std::shared_ptr<const ElementFacts>;

// How names and ids find elements. The lists are in document order: where several share a name, the first one is meant.
class NameLookup
{
public:
    virtual ~NameLookup() = default;
    virtual FactsPtr byKey(const Key &key) const = 0;
    virtual FactsPtr byId(const std::string &id) const = 0;                    // the first one, null: none
    virtual std::vector<FactsPtr> byName(const std::string &fold) const = 0;   // foldName of the display name
    virtual std::vector<FactsPtr> byHandle(const std::string &fold) const = 0; // controls that are not `synced`
};

// The lookup over a whole workbook; can follow edits element by element.
class NameIndex : public NameLookup
{
public:
    NameIndex() = default;
    explicit NameIndex(const Workbook &workbook);

    // Reads one element again after it was inserted, edited, moved or removed. `workbook` is the state afterwards.
    // Returns the facts before and after; either may be null.
    std::pair<FactsPtr, FactsPtr> refresh(const Workbook &workbook, const Key &key);

    FactsPtr byKey(const Key &key) const override { return m_facts.value(key); }
    FactsPtr byId(const std::string &id) const override;
    std::vector<FactsPtr> byName(const std::string &fold) const override;
    std::vector<FactsPtr> byHandle(const std::string &fold) const override;
    std::vector<FactsPtr> allById(const std::string &id) const;
    std::vector<std::string> handles() const; // of controls that are not `synced`, sorted
    // Whether an element takes data from the one with this id.
    bool isRead(const std::string &id) const { return m_readers.contains(id); }
    std::vector<FactsPtr> ownersOfAction(const std::string &actionId) const;
    bool isMentioned(const std::string &fold) const { return m_mentions.contains(fold); }
    // Controls that start with a value and filter this filterTarget(); in no meaningful order, `most` of them.
    std::vector<FactsPtr> startingOn(const std::string &target, std::size_t most) const;

private:
    using Index = QHash<std::string, std::vector<Key>>;

    using Enter = void (*)(Index &, const std::string &, const Key &);
    void add(const FactsPtr &facts, Enter enter);
    void drop(const FactsPtr &facts);
    std::vector<FactsPtr> collect(const Index &index, const std::string &what) const;

    QHash<Key, FactsPtr> m_facts;
    Index m_ids;
    Index m_names;
    Index m_handles;
    Index m_readers;
    Index m_actions;
    Index m_mentions;
    Index m_starts;
    ObjectList m_elements; // a snapshot, for the order
};

} // namespace tessera::model

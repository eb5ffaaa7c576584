// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>

#include "model/workbook/object.h"

namespace tessera::model {

// An ordered list of objects with unique keys. Copying is O(1); the first write after a copy costs one pass.
class ObjectList
{
public:
    using const_iterator = QList<Object>::const_iterator;

    int size() const { return static_cast<int>(m_items.size()); }
    bool isEmpty() const { return m_items.isEmpty(); }
    const Object &at(int index) const { return m_items.at(index); }
    const_iterator begin() const { return m_items.cbegin(); }
    const_iterator end() const { return m_items.cend(); }

    int indexOf(const Key &key) const { return m_index.value(key, -1); } // -1: not here
    const Object *find(const Key &key) const;                            // null: not here
    const Object *findById(const std::string &id) const;                 // first object with this wire id

    // A key for a new object with this wire id: the id itself when free, else "id#2", "id#3" ...; "#1" … for no id.
    Key freeKey(const std::string &id) const;

    // Preconditions (asserted): a free key and 0 <= index <= size; an existing index; existing indexes.
    void insert(int index, Object object);
    void append(Object object) { insert(size(), std::move(object)); }
    void removeAt(int index);
    void move(int from, int to);
    void replace(int index, Object object); // keeps the key

    bool operator==(const ObjectList &other) const { return m_items == other.m_items; }

private:
    void reindex(int from, int to);

    QList<Object> m_items;
    QHash<Key, int> m_index;
};

} // namespace tessera::model

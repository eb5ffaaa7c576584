// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/object_list.h"

namespace tessera::model {

const Object *ObjectList::find(const Key &key) const
{
    const int index = indexOf(key);
    return index < 0 ? nullptr : &m_items.at(index);
}

const Object *ObjectList::findById(const std::string &id) const
{
    const Object *direct = find(id);
    if (direct && direct->id() == id)
        return direct;
    for (const Object &object : m_items) {
        if (object.id() == id)
            return &object;
    }
    return nullptr;
}

Key ObjectList::freeKey(const std::string &id) const
{
    if (!id.empty() && !m_index.contains(id))
        return id;
    const auto numbered = [&id](int n) { return id + '#' + std::to_string(n); };
    const auto isFree = [&](int n) { return !m_index.contains(numbered(n)); };
    const int first = id.empty() ? 1 : 2;
    if (isFree(first))
        return numbered(first);
    // A hostile file gives one id to all: in long strides to a free number, then halving back to the end of the row.
    int taken = first;
    int free = first * 2;
    for (; !isFree(free); free *= 2)
        taken = free;
    while (free - taken > 1) {
        const int middle = taken + (free - taken) / 2;
        (isFree(middle) ? free : taken) = middle;
    }
    return numbered(free);
}

void ObjectList::insert(int index, Object object)
{
    Q_ASSERT(index >= 0 && index <= size() && !m_index.contains(object.key()));
    m_items.insert(index, std::move(object));
    reindex(index, size());
}

void ObjectList::removeAt(int index)
{
    m_index.remove(m_items.at(index).key());
    m_items.removeAt(index);
    reindex(index, size());
}

void ObjectList::move(int from, int to)
{
    m_items.move(from, to);
    reindex(std::min(from, to), std::max(from, to) + 1);
}

void ObjectList::replace(int index, Object object)
{
    Q_ASSERT(m_items.at(index).key() == object.key());
    m_items[index] = std::move(object);
}

void ObjectList::reindex(int from, int to)
{
    for (int i = from; i < to; ++i)
        m_index[m_items.at(i).key()] = i;
}

} // namespace tessera::model

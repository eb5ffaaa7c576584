// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/change/diff.h"

#include "model/base/pointer.h"

namespace tessera::model {

namespace {

class Differ
{
public:
    Differ(const Workbook &from, const Workbook &to) : m_from(from), m_to(to) {}

    Transaction run()
    {
        compareTree(Scope::Meta, {}, {}, m_from.meta, m_to.meta);
        compareTree(Scope::Contents, {}, {}, m_from.contents, m_to.contents);
        for (const Collection collection : allCollections)
            compareLists(collection);
        compareLayouts();
        return std::move(m_result);
    }

private:
    void add(Change change) { m_result.changes.push_back(std::move(change)); }

    // Objects member by member; anything else, lists included, is replaced as a whole.
    void compareTree(Scope scope, const Key &key, const std::string &path, const Json &before, const Json &after)
    {
        if (before == after)
            return;
        if (!before.is_object() || !after.is_object()) {
            add(SetProperty{scope, key, path, before, after, -1});
            return;
        }
        const Json::object_t &old = before.get_ref<const Json::object_t &>();
        int position = static_cast<int>(old.size());
        for (auto it = old.rbegin(); it != old.rend(); ++it) { // last first, so that positions stay true
            --position;
            if (!member(after, it->first))
                add(SetProperty{scope, key, joinPointer(path, it->first), it->second, std::nullopt, position});
        }
        position = 0;
        for (const auto &[name, value] : after.get_ref<const Json::object_t &>()) {
            if (const Json *present = member(before, name))
                compareTree(scope, key, joinPointer(path, name), *present, value);
            else
                add(SetProperty{scope, key, joinPointer(path, name), std::nullopt, value, position});
            ++position;
        }
    }

    void compareLists(Collection collection)
    {
        ObjectList list = m_from.list(collection); // follows the changes, so that indexes are those of the moment
        const ObjectList &wanted = m_to.list(collection);
        for (int i = list.size() - 1; i >= 0; --i) {
            const Object object = list.at(i);
            if (wanted.indexOf(object.key()) < 0) {
                add(RemoveObject{collection, i, object.key(), object.body()});
                list.removeAt(i);
            }
        }
        for (int i = 0; i < wanted.size(); ++i) {
            const Object &object = wanted.at(i);
            const int at = list.indexOf(object.key());
            if (at < 0) {
                add(InsertObject{collection, i, object.key(), object.body()});
                list.insert(i, object);
                continue;
            }
            if (at != i) {
                add(MoveObject{collection, object.key(), at, i});
                list.move(at, i);
            }
            compareTree(scopeOf(collection), object.key(), {}, list.at(i).body(), object.body());
        }
    }

    static bool sameShape(const LayoutSubtree &a, const LayoutSubtree &b)
    {
        if (a.node != b.node || a.children.size() != b.children.size())
            return false;
        for (std::size_t i = 0; i < a.children.size(); ++i) {
            if (!sameShape(a.children[i], b.children[i]))
                return false;
        }
        return true;
    }

    void renumber(LayoutSubtree &subtree)
    {
        subtree.id = m_nextNode++;
        for (LayoutSubtree &child : subtree.children)
            renumber(child);
    }

    // Blocks both begin and end with stay; those between are replaced.
    void compareLayouts()
    {
        const QList<NodeId> &before = m_from.layout.childrenOf(rootNode);
        const QList<NodeId> &after = m_to.layout.childrenOf(rootNode);
        const auto same = [&](NodeId a, NodeId b) {
            return sameShape(m_from.layout.subtree(a), m_to.layout.subtree(b));
        };
        m_nextNode = m_from.layout.nextId();
        qsizetype head = 0;
        while (head < before.size() && head < after.size() && same(before[head], after[head]))
            ++head;
        qsizetype tail = 0;
        while (tail < std::min(before.size(), after.size()) - head &&
               same(before[before.size() - 1 - tail], after[after.size() - 1 - tail]))
            ++tail;
        for (qsizetype i = before.size() - tail - 1; i >= head; --i)
            add(RemoveNode{rootNode, static_cast<int>(i), m_from.layout.subtree(before[i])});
        for (qsizetype i = head; i < after.size() - tail; ++i) {
            LayoutSubtree subtree = m_to.layout.subtree(after[i]);
            renumber(subtree);
            add(InsertNode{rootNode, static_cast<int>(i), std::move(subtree)});
        }
    }

    const Workbook &m_from;
    const Workbook &m_to;
    Transaction m_result;
    NodeId m_nextNode = 0;
};

} // namespace

Transaction diff(const Workbook &from, const Workbook &to)
{
    return Differ(from, to).run();
}

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <random>

#include "model/change/apply.h"
#include "model/change/document.h"
#include "model/table/memory_row_store.h"

namespace tessera::test {

// Random workbooks and random edits that fit them, the same for the same seed on every machine. Broken things are
// included on purpose: missing and double ids, unknown kinds, references to nothing, odd attributes, raw numbers.
class RandomEdits
{
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}

    // 0 <= result < bound
    int below(int bound) { return bound <= 1 ? 0 : static_cast<int>(m_random() % static_cast<unsigned>(bound)); }
    bool oneIn(int n) { return below(n) == 0; }

    model::Json value(int depth = 0)
    {
        switch (below(depth > 2 ? 8 : 10)) {
        case 0:
            return nullptr;
        case 1:
            return oneIn(2);
        case 2:
            return below(1000) - 500;
        case 3:
            return (below(2000) - 1000) / 8.0;
        case 4:
            return model::rawNumber("123456789012345678901234567890");
        case 5:
            return model::rawNumber(oneIn(2) ? "1.10" : "1e400");
        case 6:
            return text();
        case 7:
            return std::string("it's \"quoted\"\n\\ \xc3\xa9 \xf0\x9f\x98\x80\t{{x}}");
        case 8: {
            model::Json array = model::Json::array();
            for (int i = below(4); i > 0; --i)
                array.push_back(value(depth + 1));
            return array;
        }
        default: {
            model::Json object = model::Json::object();
            for (int i = below(4); i > 0; --i)
                object[text()] = value(depth + 1);
            return object;
        }
        }
    }

    model::Workbook workbook(int objects)
    {
        model::Workbook workbook;
        model::MemoryRowStore rows;
        workbook.meta["name"] = text();
        workbook.contents = {{"schemaVersion", 1}, {"elements", nullptr}, {"settings", value()}};
        for (int i = 0; i < objects; ++i) {
            for (const auto &change : {insertObject(workbook), insertNode(workbook)})
                (void)model::apply(workbook, rows, change);
        }
        return workbook;
    }

    // A transaction that fits the state; it may hold no-ops.
    model::Transaction next(const model::Workbook &workbook, const model::RowStore &rows)
    {
        model::Transaction transaction;
        transaction.id = "t" + std::to_string(m_random());
        transaction.author = oneIn(2) ? "ada" : "grace";
        transaction.timeMs = 1700000000000 + below(1000000);
        transaction.label = QStringLiteral("Edit %1").arg(below(100));
        if (oneIn(4))
            transaction.gesture = "gesture-" + std::to_string(below(3));
        model::Workbook scratch = workbook;
        model::MemoryRowStore none;
        for (int i = 1 + below(3); i > 0; --i) {
            model::Change change = anyChange(scratch);
            if (model::apply(scratch, none, change))
                transaction.changes.push_back(std::move(change));
        }
        if (oneIn(3))
            transaction.changes.push_back(rowsChange(rows));
        return transaction;
    }

    // One thing a person could do: an edit mostly, sometimes undo, redo or a jump in the history.
    model::Result<void> step(model::Document &document)
    {
        switch (below(12)) {
        case 0:
            return document.undo();
        case 1:
            return document.redo();
        case 2:
            if (oneIn(3))
                return document.goTo(std::max(0, document.history().size() - 1 - below(10)));
            [[fallthrough]];
        default:
            return document.apply(next(document.workbook(), document.rows()));
        }
    }

    static std::vector<model::Key> tables() { return {"plan", "targets"}; }

private:
    std::string text()
    {
        static constexpr const char *words[] = {"sales",  "region", "a/b",  "~",      "",
                                                "Umsatz", "x y",    "name", "target", "0"};
        return words[below(10)];
    }

    model::Json body(model::Collection collection)
    {
        model::Json body = model::Json::object();
        if (!oneIn(12))
            body["id"] = (oneIn(6) ? "same" : "o" + std::to_string(below(1000)));
        if (collection == model::Collection::Elements) {
            static constexpr const char *kinds[] = {"bar-chart",   "table",     "text",        "control",
                                                    "input-table", "container", "no-such-kind"};
            body["kind"] = kinds[below(7)];
        }
        if (oneIn(3))
            body["actions"] = {
                {{"id", "act-" + std::to_string(below(50))},
                 {"trigger", "on-click"},
                 {"effects",
                  {{{"effect", "refresh-element"}, {"target", {{"type", "element"}, {"element", "o1"}}}}, value()}}}};
        for (int i = below(4); i > 0; --i)
            body[text() + std::to_string(below(9))] = value();
        return body;
    }

    model::Collection collection() { return oneIn(3) ? model::allCollections[below(4)] : model::Collection::Elements; }

    model::Change anyChange(const model::Workbook &workbook)
    {
        switch (below(12)) {
        case 0:
            return insertObject(workbook);
        case 1:
            return removeObject(workbook);
        case 2:
            return moveObject(workbook);
        case 3:
        case 4:
        case 5:
            return setProperty(workbook);
        case 6:
        case 7:
            return insertNode(workbook);
        case 8:
            return removeNode(workbook);
        case 9:
            return setNode(workbook);
        default:
            return moveNode(workbook);
        }
    }

    model::Change insertObject(const model::Workbook &workbook)
    {
        const model::Collection in = collection();
        model::Json json = body(in);
        const model::ObjectList &list = workbook.list(in);
        return model::InsertObject{in, below(list.size() + 1), list.freeKey(model::stringMember(json, "id")),
                                   std::move(json)};
    }

    model::Change removeObject(const model::Workbook &workbook)
    {
        const model::Collection in = collection();
        const model::ObjectList &list = workbook.list(in);
        if (list.size() < 4)
            return insertObject(workbook);
        const int index = below(list.size());
        return model::RemoveObject{in, index, list.at(index).key(), list.at(index).body()};
    }

    model::Change moveObject(const model::Workbook &workbook)
    {
        const model::Collection in = collection();
        const model::ObjectList &list = workbook.list(in);
        if (list.isEmpty())
            return insertObject(workbook);
        const int from = below(list.size());
        return model::MoveObject{in, list.at(from).key(), from, below(list.size())};
    }

    model::Change setProperty(const model::Workbook &workbook)
    {
        const model::Collection in = collection();
        const model::ObjectList &list = workbook.list(in);
        const bool own = list.isEmpty() || oneIn(6);
        const model::Scope scope = own ? static_cast<model::Scope>(below(3)) : model::scopeOf(in);
        const model::Object *object = own ? nullptr : &list.at(below(list.size()));
        const model::Json &tree = object                            ? object->body()
                                  : scope == model::Scope::Meta     ? workbook.meta
                                  : scope == model::Scope::Contents ? workbook.contents
                                                                    : workbook.extras;
        model::SetProperty change{scope, object ? object->key() : model::Key(), {}, {}, {}, -1};
        const auto &members = tree.get_ref<const model::Json::object_t &>();
        const int at = below(static_cast<int>(members.size()));
        const auto chosen = members.begin() + (members.empty() ? 0 : at);
        if (members.empty() || oneIn(3)) { // a new member
            change.path = "/p" + std::to_string(m_random() % 10000);
            change.after = value();
            change.position = below(static_cast<int>(members.size()) + 1);
            return model::member(tree, change.path.substr(1)) ? insertNode(workbook) : model::Change(change);
        }
        std::string name = chosen->first;
        for (std::size_t i = 0; i < name.size(); ++i) {
            if (name[i] == '~' || name[i] == '/')
                name.replace(i, 1, name[i] == '~' ? "~0" : "~1");
        }
        const model::Json &present = chosen->second;
        if (present.is_array() && oneIn(2)) { // an item of an array
            change.path = "/" + name + "/" + std::to_string(below(static_cast<int>(present.size()) + 1));
            change.after = value();
            return change;
        }
        change.path = "/" + name;
        change.before = present;
        if (!oneIn(4))
            change.after = value();
        else
            change.position = at;
        return change;
    }

    std::vector<model::NodeId> nodes(const model::Workbook &workbook) const
    {
        std::vector<model::NodeId> all;
        workbook.layout.visit(model::rootNode, [&](model::NodeId id, const model::LayoutNode &) { all.push_back(id); });
        return all;
    }

    model::LayoutNode node(model::NodeKind kind, const model::Workbook &workbook)
    {
        model::LayoutNode node;
        node.kind = kind;
        if (kind != model::NodeKind::Tab) {
            const model::ObjectList &list = node.isBlock() ? workbook.pages : workbook.elements;
            node.ref = list.isEmpty() || oneIn(5) ? "nobody" : list.at(below(list.size())).id();
        }
        if (!node.isBlock() && kind != model::NodeKind::Tab && !oneIn(8))
            node.rect = model::GridRect{below(24), below(40), 1 + below(12), 1 + below(20)};
        node.columns = 1 + below(24);
        if (oneIn(5))
            node.extra.emplace_back("type", "stack & \"<>\"");
        return node;
    }

    bool fits(const model::Workbook &workbook, model::NodeId parent, model::NodeKind kind) const
    {
        const bool block = kind == model::NodeKind::Page || kind == model::NodeKind::Panel;
        const model::LayoutNode *above = workbook.layout.node(parent);
        if (!above)
            return block;
        if (above->kind == model::NodeKind::TabbedContainer)
            return kind == model::NodeKind::Tab;
        return !block && kind != model::NodeKind::Tab && above->kind != model::NodeKind::Element;
    }

    model::Change insertNode(const model::Workbook &workbook)
    {
        const auto all = nodes(workbook);
        const model::NodeId parent = all.empty() || oneIn(6)
                                         ? model::rootNode
                                         : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
        model::NodeKind kind = static_cast<model::NodeKind>(below(6));
        for (int i = 0; i < 6 && !fits(workbook, parent, kind); ++i)
            kind = static_cast<model::NodeKind>((static_cast<int>(kind) + 1) % 6);
        const model::NodeId target = fits(workbook, parent, kind) ? parent : model::rootNode;
        if (target == model::rootNode)
            kind = oneIn(4) ? model::NodeKind::Panel : model::NodeKind::Page;
        model::LayoutSubtree subtree{workbook.layout.nextId(), node(kind, workbook), {}};
        if (kind == model::NodeKind::TabbedContainer)
            subtree.children.push_back({subtree.id + 1, node(model::NodeKind::Tab, workbook), {}});
        return model::InsertNode{target, below(static_cast<int>(workbook.layout.childrenOf(target).size()) + 1),
                                 std::move(subtree)};
    }

    model::NodeId anyNode(const model::Workbook &workbook)
    {
        const auto all = nodes(workbook);
        return all.empty() ? model::rootNode : all[static_cast<std::size_t>(below(static_cast<int>(all.size())))];
    }

    model::Change removeNode(const model::Workbook &workbook)
    {
        const model::NodeId id = anyNode(workbook);
        if (!id || workbook.layout.size() < 8)
            return insertNode(workbook);
        return model::RemoveNode{workbook.layout.parentOf(id), workbook.layout.indexOf(id),
                                 workbook.layout.subtree(id)};
    }

    model::Change setNode(const model::Workbook &workbook)
    {
        const model::NodeId id = anyNode(workbook);
        if (!id)
            return insertNode(workbook);
        const model::LayoutNode before = *workbook.layout.node(id);
        model::LayoutNode after = node(before.kind, workbook);
        return model::SetNode{id, before, std::move(after)};
    }

    model::Change moveNode(const model::Workbook &workbook)
    {
        const model::LayoutTree &layout = workbook.layout;
        const model::NodeId id = anyNode(workbook);
        if (!id)
            return insertNode(workbook);
        const model::LayoutNode &node = *layout.node(id);
        model::MoveNode change{id, {layout.parentOf(id), layout.indexOf(id), node.rect}, {}};
        change.after = change.before;
        if (node.rect)
            change.after.rect = model::GridRect{below(24), below(40), 1 + below(12), 1 + below(20)};
        if (const model::NodeId parent = anyNode(workbook);
            oneIn(2) && parent != id && !layout.isAncestor(id, parent) && fits(workbook, parent, node.kind)) {
            const int room =
                static_cast<int>(layout.childrenOf(parent).size()) - (parent == change.before.parent ? 1 : 0);
            change.after.parent = parent;
            change.after.index = below(room + 1);
        }
        return change;
    }

    model::Change rowsChange(const model::RowStore &rows)
    {
        model::RowsChange change{tables()[static_cast<std::size_t>(below(2))], {}};
        const std::int64_t count = rows.count(change.table);
        const int kind = below(count > 40 ? 4 : 6);
        if (count == 0 || kind > 1) {
            const std::int64_t at = oneIn(2) ? count : below(static_cast<int>(count) + 1);
            for (int i = 0, n = 1 + below(5); i < n; ++i)
                change.edits.push_back({rows.nextRowId(change.table) + i, at + i, std::nullopt,
                                        model::Json{{"name", text()}, {"n", value(3)}}});
            return change;
        }
        const std::int64_t at = below(static_cast<int>(count));
        const model::Row row = rows.row(change.table, at);
        if (kind == 0) {
            change.edits.push_back({row.id, at, row.values, std::nullopt});
        } else {
            const model::Json *present = model::member(row.values, "n");
            change.edits.push_back(
                {row.id, at, model::Json{{"n", present ? *present : model::Json()}}, model::Json{{"n", value(3)}}});
        }
        return change;
    }

    std::mt19937 m_random;
};

} // namespace tessera::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/change/change.h"

#include <algorithm>

namespace tessera::model {

namespace {

struct Inverter
{
    Change operator()(const InsertObject &c) const { return RemoveObject{c.in, c.index, c.key, c.body}; }
    Change operator()(const RemoveObject &c) const { return InsertObject{c.in, c.index, c.key, c.body}; }
    Change operator()(const MoveObject &c) const { return MoveObject{c.in, c.key, c.to, c.from}; }
    Change operator()(const SetProperty &c) const
    {
        return SetProperty{c.scope, c.key, c.path, c.after, c.before, c.position};
    }
    Change operator()(const InsertNode &c) const { return RemoveNode{c.parent, c.index, c.subtree}; }
    Change operator()(const RemoveNode &c) const { return InsertNode{c.parent, c.index, c.subtree}; }
    Change operator()(const MoveNode &c) const { return MoveNode{c.node, c.after, c.before}; }
    Change operator()(const SetNode &c) const { return SetNode{c.node, c.after, c.before}; }
    Change operator()(const RowsChange &c) const
    {
        RowsChange back{c.table, {}};
        for (auto it = c.edits.rbegin(); it != c.edits.rend(); ++it)
            back.edits.push_back({it->row, it->position, it->after, it->before});
        return back;
    }
};

struct NoOpTest
{
    bool operator()(const InsertObject &) const { return false; }
    bool operator()(const RemoveObject &) const { return false; }
    bool operator()(const MoveObject &c) const { return c.from == c.to; }
    bool operator()(const SetProperty &c) const { return c.before == c.after; }
    bool operator()(const InsertNode &) const { return false; }
    bool operator()(const RemoveNode &) const { return false; }
    bool operator()(const MoveNode &c) const { return c.before == c.after; }
    bool operator()(const SetNode &c) const { return c.before == c.after; }
    bool operator()(const RowsChange &c) const
    {
        return std::all_of(c.edits.begin(), c.edits.end(), [](const RowEdit &e) { return e.before == e.after; });
    }
};

} // namespace

Change invert(const Change &change)
{
    return std::visit(Inverter{}, change);
}

bool isNoOp(const Change &change)
{
    return std::visit(NoOpTest{}, change);
}

Scope scopeOf(Collection collection)
{
    switch (collection) {
    case Collection::Elements:
        return Scope::Element;
    case Collection::Pages:
        return Scope::Page;
    case Collection::Overlays:
        return Scope::Overlay;
    case Collection::Panels:
        return Scope::Panel;
    }
    Q_UNREACHABLE();
}

std::optional<Collection> collectionOf(Scope scope)
{
    switch (scope) {
    case Scope::Element:
        return Collection::Elements;
    case Scope::Page:
        return Collection::Pages;
    case Scope::Overlay:
        return Collection::Overlays;
    case Scope::Panel:
        return Collection::Panels;
    case Scope::Meta:
    case Scope::Contents:
    case Scope::Extras:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

} // namespace tessera::model

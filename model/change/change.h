// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "model/table/row_store.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// A change is data: what was there before and what is there after. Undo, journal, diff, merge and audit read the same
// few primitives; `invert` is pure and `apply` refuses a change whose "before" does not fit.

struct InsertObject
{
    Collection in = Collection::Elements;
    int index = 0;
    Key key;
    Json body;
    bool operator==(const InsertObject &) const = default;
};

struct RemoveObject
{
    Collection in = Collection::Elements;
    int index = 0;
    Key key;
    Json body;
    bool operator==(const RemoveObject &) const = default;
};

struct MoveObject
{
    Collection in = Collection::Elements;
    Key key;
    int from = 0;
    int to = 0;
    bool operator==(const MoveObject &) const = default;
};

// Whose property tree a SetProperty edits.
enum class Scope
{
    Meta,
    Contents,
    Extras,
    Element,
    Page,
    Overlay,
    Panel,
};

struct SetProperty
{
    Scope scope = Scope::Element;
    Key key;                    // of the object; "" for the workbook's own trees
    std::string path;           // RFC 6901 pointer; its parent must exist
    std::optional<Json> before; // none: the member or array slot did not exist (an array insertion)
    std::optional<Json> after;  // none: removed
    int position = -1;          // place among the object's keys when inserted or removed, -1: last
    bool operator==(const SetProperty &) const = default;
};

struct InsertNode
{
    NodeId parent = rootNode;
    int index = 0;
    LayoutSubtree subtree;
    bool operator==(const InsertNode &) const = default;
};

struct RemoveNode
{
    NodeId parent = rootNode;
    int index = 0;
    LayoutSubtree subtree;
    bool operator==(const RemoveNode &) const = default;
};

struct NodePlace
{
    NodeId parent = rootNode;
    int index = 0;
    std::optional<GridRect> rect;
    bool operator==(const NodePlace &) const = default;
};

// Moves or resizes: a new parent, place among its siblings, rectangle, or any of them.
struct MoveNode
{
    NodeId node = 0;
    NodePlace before;
    NodePlace after;
    bool operator==(const MoveNode &) const = default;
};

// Everything of a node but its place: reference, inner columns, odd attributes.
struct SetNode
{
    NodeId node = 0;
    LayoutNode before;
    LayoutNode after;
    bool operator==(const SetNode &) const = default;
};

struct RowsChange
{
    Key table;
    std::vector<RowEdit> edits;
    bool operator==(const RowsChange &) const = default;
};

using Change = std::variant<InsertObject, RemoveObject, MoveObject, SetProperty, InsertNode, RemoveNode, MoveNode,
                            SetNode, RowsChange>;

Change invert(const Change &change);
bool isNoOp(const Change &change); // before equals after

Scope scopeOf(Collection collection);
std::optional<Collection> collectionOf(Scope scope); // none for the workbook's own trees

} // namespace tessera::model

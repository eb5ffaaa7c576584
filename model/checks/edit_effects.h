// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <vector>

#include <QHash>
#include <QSet>

#include "model/change/change.h"
#include "model/checks/check_context.h"
#include "model/formula/scope.h"

namespace tessera::model {

// The smallest thing that is checked by itself: the workbook's own trees, one object, or one layout node with its
// children's places.
struct CheckUnit
{
    Scope scope = Scope::Contents;
    Key key;
    NodeId node = 0; // not 0: a layout node

    bool operator==(const CheckUnit &) const = default;
    friend size_t qHash(const CheckUnit &unit, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<int>(unit.scope), unit.key, unit.node);
    }
};

// The type of a column, by its id.
using TypedColumn = std::pair<std::string, formula::ValueType>;

// Types, as one of the two states has them, of the columns of an element that differ between the two. Formulas that
// read such a column have to be bound again only when its type is another one. `names` belongs to `state`.
std::vector<TypedColumn> typesOfEdited(const Key &key, const Workbook &before, const Workbook &after,
                                       const Workbook &state, const NameIndex &names);

// Collects which units an edit concerns and which answers it changes. Visits the changes one by one; both states must
// outlive it.
class EditEffects
{
public:
    EditEffects(const Workbook &before, const Workbook &after);

    QSet<CheckUnit> units;                  // to check again in any case
    QSet<CheckContext::Question> questions; // whose answer may be another one now
    QSet<Key> elements;                     // whose facts are to be read again
    QSet<Key> moved;                        // elements whose place in the list changed
    QSet<Key> columns;                      // elements with an edited column

    void changed(CheckContext::About about, std::string_view what = {})
    {
        questions.insert(CheckContext::question(about, what));
    }
    // What others may learn from the facts of one element, before (null: new) and after (null: gone).
    void facts(const ElementFacts *before, const ElementFacts *after);

    void operator()(const InsertObject &c) { object(c.in, c.key); }
    void operator()(const RemoveObject &c) { object(c.in, c.key); }
    void operator()(const MoveObject &c);
    void operator()(const SetProperty &c);
    void operator()(const InsertNode &c);
    void operator()(const RemoveNode &c);
    void operator()(const MoveNode &c);
    void operator()(const SetNode &c);
    void operator()(const RowsChange &) {}

private:
    using Texts = std::vector<std::string>;

    void object(Collection in, const Key &key);
    void elementProperty(const SetProperty &c);
    void node(NodeId id);
    void holder(NodeId id);
    void subtree(const LayoutSubtree &tree);
    void differences(CheckContext::About about, const ElementFacts *before, const ElementFacts *after,
                     Texts ElementFacts::*list);

    const Workbook &m_before;
    const Workbook &m_after;
};

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/insert_edit.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/edit/edit_rules.h"
#include "model/edit/layout_draft.h"
#include "model/names/facts.h"
#include "model/schema/element_parts.h"
#include "model/schema/new_body.h"
#include "model/workbook/identity.h"
#include "model/workbook/look/content_look.h"
#include "model/workbook/views/source_view.h"

namespace tessera::model {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::InsertEdit)
};

const KindSpec *specOf(const Catalogue &catalogue, const std::string &kind)
{
    const auto slash = kind.find('/');
    return slash == std::string::npos ? catalogue.element(kind) : catalogue.control(kind.substr(slash + 1));
}

NodeKind nodeKindOf(const KindSpec *spec)
{
    return spec ? spec->layoutTag : NodeKind::Element;
}

// The table that most elements read from; without any reader the first table, then the first input table.
std::string mostRead(const Workbook &workbook)
{
    std::map<std::string, int> readers;
    std::string first, firstInput;
    for (const Object &element : workbook.elements) {
        if (first.empty() && element.kind() == "table")
            first = element.id();
        if (firstInput.empty() && element.kind() == "input-table")
            firstInput = element.id();
        for (const std::string &id : readFacts(element).reads)
            ++readers[id];
    }
    std::string best = first.empty() ? firstInput : first;
    int most = 0;
    for (const auto &[id, count] : readers) {
        const Object *source = workbook.elements.findById(id);
        if (source && source->kind() == "table" && count > most) {
            best = id;
            most = count;
        }
    }
    return best;
}

bool holdsRows(const Object *element)
{
    return element && (element->kind() == "table" || element->kind() == "input-table");
}

// The one table that stands in a block; "" when there is none or a choice.
std::string onlyTable(const Workbook &workbook, const std::string &blockId)
{
    std::string only;
    for (const Object &element : workbook.elements) {
        const LayoutNode *block =
            workbook.layout.node(workbook.layout.blockOf(workbook.layout.findElement(element.id())));
        if (!holdsRows(&element) || !block || block->ref != blockId)
            continue;
        if (!only.empty())
            return {};
        only = element.id();
    }
    return only;
}

// Inner grids the designer offers: the smallest that is at least as fine as the cell is wide.
int innerColumnsFor(const KindSpec &spec, int width)
{
    if (spec.innerColumns > 0 && spec.name != "container")
        return spec.innerColumns;
    return width <= 6 ? 6 : width <= 12 ? 12 : 24;
}

LayoutSubtree subtreeFor(const KindSpec *spec, const Object &element, const GridRect &rect, NodeId next)
{
    LayoutSubtree subtree;
    subtree.id = next++;
    subtree.node = {nodeKindOf(spec), element.id(), rect, pageColumns, {}};
    if (subtree.node.kind == NodeKind::Container)
        subtree.node.columns = innerColumnsFor(*spec, rect.w);
    if (subtree.node.kind == NodeKind::TabbedContainer) {
        const auto count = std::max<qsizetype>(1, tabsLookOf(element).names.size());
        for (qsizetype i = 0; i < count; ++i)
            subtree.children.push_back({next++, {NodeKind::Tab, {}, {}, pageColumns, {}}, {}});
    }
    return subtree;
}

} // namespace

std::string usualSource(const Workbook &workbook, const QList<Key> &selected, const std::string &blockId)
{
    if (const Object *chosen = selected.size() == 1 ? workbook.element(selected.first()) : nullptr) {
        if (holdsRows(chosen))
            return chosen->id();
        const auto source = sourceOf(*chosen);
        if (const std::string read = source ? source->workbookElement() : std::string();
            holdsRows(workbook.elements.findById(read)))
            return read;
    }
    const std::string only = blockId.empty() ? std::string() : onlyTable(workbook, blockId);
    return only.empty() ? mostRead(workbook) : only;
}

namespace {

GridRect defaultRect(const KindSpec *spec, int columns)
{
    const GridSize size = spec ? spec->defaultSize : GridSize{12, 8};
    // Sizes are meant for a page; a narrower grid gets its share, at least half of it.
    const int width = columns >= pageColumns
                          ? size.w
                          : std::max((size.w * columns + pageColumns - 1) / pageColumns, (columns + 1) / 2);
    return fitted({0, 0, width, size.h}, columns);
}

} // namespace

GridRect defaultRect(const Catalogue &catalogue, const std::string &kind, int columns)
{
    return defaultRect(specOf(catalogue, kind), columns);
}

Result<void> mayInsert(const Workbook &workbook, const Catalogue &catalogue, const std::string &kind, NodeId parent)
{
    const NodeKind node = nodeKindOf(specOf(catalogue, kind));
    return mayHold(workbook, parent, node, node == NodeKind::Element ? 0 : 1);
}

Result<Transaction> makeInsert(const Workbook &workbook, const Catalogue &catalogue, const std::string &kind,
                               NodeId parent, const InsertOptions &options)
{
    if (auto fits = mayInsert(workbook, catalogue, kind, parent); !fits)
        return fail(fits.error());
    const KindSpec *spec = specOf(catalogue, kind);
    NewBodyOptions fresh;
    if (spec && readsRows(*spec))
        fresh.sourceElementId = options.source.value_or(usualSource(workbook));
    return makeInsertBody(workbook, catalogue, newBody(catalogue, workbook, kind, fresh), parent, options.rect);
}

Result<Transaction> makeInsertBody(const Workbook &workbook, const Catalogue &catalogue, Json body, NodeId parent,
                                   std::optional<GridRect> wanted)
{
    const KindSpec *spec = catalogue.kindOf(Scope::Element, body);
    const NodeKind node = nodeKindOf(spec);
    if (auto fits = mayHold(workbook, parent, node, node == NodeKind::Element ? 0 : 1); !fits)
        return fail(fits.error());
    const int columns = workbook.layout.node(parent)->columns;
    const std::string id = idOf(body);
    const Object element(workbook.elements.freeKey(id), std::move(body));

    LayoutDraft draft(workbook.layout);
    GridRect rect = wanted.value_or(GridRect());
    if (!wanted) {
        const GridRect size = defaultRect(spec, columns);
        rect = findFree(placedChildren(workbook.layout, parent), columns, size.w, size.h);
    }
    rect = fitted(rect, columns);
    if (element.kind() == "page-break")
        rect.h = 1;
    const LayoutSubtree subtree = subtreeFor(spec, element, rect, workbook.layout.nextId());
    draft.insert(parent, subtree);
    draft.place(parent, {{subtree.id, rect}});

    Transaction transaction;
    transaction.label = Texts::tr("Add %1").arg(spec ? spec->label : toQString(element.kind()));
    transaction.changes.push_back(
        InsertObject{Collection::Elements, workbook.elements.size(), element.key(), element.body()});
    const std::vector<Change> layout = draft.changes();
    transaction.changes.insert(transaction.changes.end(), layout.begin(), layout.end());
    return transaction;
}

QList<Key> insertedElements(const Transaction &transaction)
{
    // Outer nodes name their elements first; the rest follows as it was inserted.
    QList<Key> keys;
    std::map<std::string, Key> byId;
    for (const Change &change : transaction.changes) {
        if (const auto *insert = std::get_if<InsertObject>(&change); insert && insert->in == Collection::Elements)
            byId[idOf(insert->body)] = insert->key;
    }
    for (const Change &change : transaction.changes) {
        const auto *insert = std::get_if<InsertNode>(&change);
        const auto named = insert ? byId.find(insert->subtree.node.ref) : byId.end();
        if (named != byId.end()) {
            keys.append(named->second);
            byId.erase(named);
        }
    }
    for (const auto &[id, key] : byId)
        keys.append(key);
    return keys;
}

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <unordered_map>

#include "model/formula/bound.h"
#include "model/names/name_lookup.h"
#include "model/names/text_sites.h"
#include "model/query/element_query.h"
#include "model/workbook/views/column_view.h"
#include "model/workbook/views/query_view.h"
#include "model/workbook/views/source_view.h"

namespace tessera::model::query {

// The outside table an outside source reads; none for sources made of other sources. `owner` is the element's id.
std::optional<TableSource> outsideTable(const SourceView &source, const std::string &owner);

// The column of an outside table that a formula calls `name`: by exact name, ignoring case, then ignoring blanks,
// underscores and signs (friendly names). Null: none.
const Column *findColumn(const std::vector<Column> &columns, std::string_view name);

// How a warehouse most likely spells a column that a formula calls by its friendly name, judged by how it spells the
// table: “Order Date” of ORDERS is ORDER_DATE, of orders it is order_date. Tables of mixed case were quoted when they
// were made, so were their columns: the name stays. For tables whose columns nobody knows.
std::string warehouseSpelling(std::string_view name, std::string_view table);

// Columns of a workbook, bound once each: their types and formulas. One workbook state, one thread.
class WorkbookColumns
{
public:
    WorkbookColumns(const Workbook &workbook, const NameLookup &names, const SourceColumns *sources)
        : m_workbook(workbook)
        , m_names(names)
        , m_sources(sources)
    {
    }

    const Workbook &workbook() const { return m_workbook; }
    const NameLookup &names() const { return m_names; }
    const SourceColumns *sources() const { return m_sources; }

    // The type a column's formula gives, through the whole chain of sources; Any where nobody knows.
    ValueType typeOf(const Key &element, const std::string &columnId);
    // A column's formula with every name resolved. Null for columns without one.
    const formula::BoundFormula *bound(const Key &element, const std::string &columnId);
    ValueType typeOfControl(const Object &control);
    // The outside table a source of `owner` reads, complete; none for sources made of other sources.
    std::optional<TableSource> tableOf(const SourceView &source, const Object &owner);
    // Columns of a source by the names formulas use, with types; none where they cannot be known here.
    std::optional<std::vector<Column>> columnsOf(const SourceView &source, const Object &owner, int depth = 0);

private:
    struct Entry
    {
        bool busy = false; // being bound right now: a circle, whose type is open
        std::optional<formula::BoundFormula> formula;
        ValueType type = ValueType::Any;
    };
    Entry &entry(const Key &element, const std::string &columnId);
    void work(Entry &entry, const Object &element, const ColumnView &column);

    const Workbook &m_workbook;
    const NameLookup &m_names;
    const SourceColumns *m_sources;
    std::map<std::pair<Key, std::string>, Entry> m_entries;
    std::map<Key, std::unordered_map<std::string, ColumnView>> m_views; // by column id
    int m_depth = 0;                                                    // of formulas being bound
};

// What names mean in a formula of an element. Also tells types; never reports a name as wrong that only Sigma can know.
// Source columns outside the document have the id "" and keep prefix and name.
class WorkbookScope : public formula::Scope
{
public:
    // `owner` "": a text outside elements. `site` says which names the place sees beside elements and controls.
    WorkbookScope(WorkbookColumns &columns, Key owner, TextSite site = {});

    Found resolve(const formula::ColumnReference &reference) const override;
    std::vector<std::string> candidates(const formula::ColumnReference &reference) const override;

private:
    Found outside(const formula::ColumnReference &reference) const;
    formula::Symbol columnSymbol(formula::SymbolKind kind, const FactsPtr &element, const std::string &columnId,
                                 const formula::ColumnReference &reference) const;
    formula::Symbol controlSymbol(const FactsPtr &control) const;
    bool readsThroughSource(const FactsPtr &element) const;

    WorkbookColumns &m_columns;
    FactsPtr m_owner;
    TextSite m_site;
};

// Columns that a column needs, itself among them where it refers to itself through others: the names along the circle,
// "Revenue", "Share", "Revenue". Empty when there is none.
std::vector<std::string> circularPath(WorkbookColumns &columns, const Key &element, const std::string &columnId);

} // namespace tessera::model::query

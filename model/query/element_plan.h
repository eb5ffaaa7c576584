// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <set>

#include "model/formula/bound.h"
#include "model/query/control_state.h"
#include "model/query/source_plan.h"

namespace tessera::model::query {

// How an element computes its columns. A column lives at a grain: the rows of the source, or groups of them by some key
// columns. Asking for a column at a grain adds items to a graph; building turns the items that are wanted into a
// relation. All asking comes before all building.
//
//   rows      ──aggregate──►  groups by Region, Month  ──aggregate──►  groups by Region  ──►  one row
//     ▲                              │                                      │
//     └───────── broadcast ──────────┴────────────── broadcast ─────────────┘
//
// Source: Sigma's level semantics (aggregates in a grouping take the rows below it, coarser values repeat on finer
// rows, totals run the formula again at a coarser level, windows restart for every group of the levels above).

struct Ranking; // filter_planner.h

struct Grain
{
    bool isRows = false;
    std::vector<std::string> keys;      // column ids
    std::vector<std::string> partition; // keys of the levels above: windows restart there
    std::vector<SortView> order;        // of its rows, for windows
    std::string groupingId;
};

// A column of a relation, with the item that makes it.
struct ItemUse
{
    int item = -1;
    std::string name;
    ValueType type = ValueType::Any;
    ExpressionPtr expression() const { return query::use(name, type); }
};

// Rows of another element (or of this one) that an item looks up.
struct LookupSpec
{
    ElementPlan *target = nullptr;
    int grain = 0;
    struct KeyPair
    {
        ExpressionPtr local, external;
    };
    std::vector<KeyPair> keys;
    std::vector<int> needs; // in the target, at `grain`
    bool nullsMatch = false;
    std::string signature; // equal ones share a join
};

struct Item
{
    enum class Kind
    {
        Input, // a column of the source
        Key,   // of a grouped grain
        Scalar,
        Window,
        Aggregated, // over the rows of the finer grain `from`
        Broadcast,  // item `source` of the coarser grain `from`
        Lookup,
        Lookback, // DateLookback
    };
    Kind kind = Kind::Scalar;
    int grain = 0;
    std::string name; // unique in the plan
    ValueType type = ValueType::Any;
    ExpressionPtr expression; // Scalar, Window; Aggregated and Lookup: the aggregate; Lookback: the value
    std::vector<int> needs;   // items of the same grain; Aggregated: of the grain `from`
    int from = -1;
    int source = -1;
    std::shared_ptr<const LookupSpec> lookup;
    ExpressionPtr date, shifted;        // Lookback
    std::vector<std::string> partition; // Lookback: names of the keys that stay equal
};

class ElementPlan
{
public:
    ElementPlan(Planner &planner, const Object &element);
    ~ElementPlan();

    // Sets up source, grains and filters. Apart from the constructor, because elements may refer to themselves.
    void prepare(bool filtered = true);
    // The plan of a text of the element instead: one row, or a row per card of `rows`; formulas may name any element.
    void prepareText(std::unique_ptr<SourcePlan> rows);

    const Object &element() const { return m_element; }
    Planner &planner() const { return m_planner; }
    const std::vector<ColumnView> &columns() const { return m_columns; }
    const ColumnView *column(const std::string &id) const;
    SourcePlan *source() const { return m_source.get(); }

    static constexpr int rows = 0;
    const Grain &grain(int index) const { return m_grains[static_cast<std::size_t>(index)]; }
    int grainOf(std::vector<std::string> keys); // found or made
    int mainGrain() const { return m_main; }    // what the element shows, or the innermost grouping of a table
    int groupingGrain(const std::string &groupingId) const; // -1: none such
    int nativeGrain(const std::string &columnId) const;
    bool isKey(const std::string &columnId) const { return m_keys.contains(columnId); }
    // The column a drill control shows instead, on this element or to those who read its rows; else the column itself.
    std::string drilled(const std::string &columnId, bool toReaders) const;
    bool isFiner(int fine, int coarse) const; // strictly
    // Computes groups or totals, in its formula or through siblings.
    bool isMeasure(const std::string &columnId);

    // A column at a grain; none when it cannot be computed, the reasons are reported.
    std::optional<ItemUse> use(const std::string &columnId, int grain);
    // The same, but Null where it cannot be computed.
    ItemUse useOrNull(const std::string &columnId, int grain);
    std::optional<ItemUse> useFormula(const std::string &formula, int grain, const std::string &pointer,
                                      const std::string &name);
    std::optional<ItemUse> useSource(const SourcePlan::Wanted &wanted);
    ItemUse addScalar(int grain, const std::string &name, ExpressionPtr expression, std::vector<int> needs);
    ItemUse addItem(Item item, const std::string &name);
    // A value of a coarser grain on the rows of a finer one.
    ItemUse broadcast(const ItemUse &use, int from, int to);
    ItemUse aggregated(int grain, int from, ExpressionPtr call, std::vector<int> needs, const std::string &name);
    void completeLookup(int item, std::shared_ptr<const LookupSpec> lookup, std::vector<int> needs);
    ItemUse keyUse(int grain, const std::string &columnId);
    std::vector<ItemUse> keyUses(int grain);

    // A relation with a row per row of the grain that holds these items (and more).
    RelationPtr build(int grain, std::vector<int> items);

    void problem(const std::string &columnId, const std::string &pointer, QString message, QString hint = {},
                 bool isError = true);

    // Charts and the like say their grain themselves.
    void setMain(std::vector<std::string> keys);
    void setWindow(int grain, std::vector<std::string> partition, std::vector<SortView> order);
    // A column that no body declares.
    void addColumn(const std::string &id, const std::string &name, formula::BoundPtr formula);
    bool readsAnywhere = false; // texts: columns of any element are looked up
    bool isBusy(const std::string &columnId, int grain) const { return m_busy.contains({columnId, grain}); }
    const Item &item(int index) const { return m_items[static_cast<std::size_t>(index)]; }
    formula::BoundPtr formulaOf(const std::string &columnId);

private:
    friend class GrainBuilder;

    void readGroupings();
    void addFilters();
    void addFilter(const FilterRule &rule, const ControlValue *chosen, const std::string &columnId,
                   const std::string &pointer);
    void addRanking(const Ranking &ranking, const std::string &columnId);
    std::optional<ItemUse> compile(const std::string &columnId, int grain);
    std::optional<ItemUse> compileRows(const ColumnView &column);
    std::string fresh(const std::string &name);

    void prepareBase();
    void keepGroups(int grain, int item, const ExpressionPtr &condition);
    std::set<int> closure(const std::vector<int> &items) const;

    Planner &m_planner;
    const Object &m_element;
    std::vector<ColumnView> m_columns;
    std::map<std::string, formula::BoundPtr> m_extra;
    std::unique_ptr<SourcePlan> m_source;
    std::vector<Grain> m_grains;
    int m_main = 0;
    void readDrills();

    std::set<std::string> m_keys;
    std::map<std::string, std::string> m_drilled;     // here
    std::map<std::string, std::string> m_readDrilled; // by those who read a plain table
    std::map<std::string, int> m_native;
    std::map<std::string, bool> m_measures;
    std::vector<Item> m_items;
    std::set<std::string> m_names; // folded
    std::map<std::pair<std::string, int>, std::optional<ItemUse>> m_uses;
    std::map<std::pair<int, int>, ItemUse> m_broadcasts;
    std::map<std::string, int> m_inputs;         // relation column -> item
    std::map<std::string, ItemUse> m_aggregated; // by fingerprint
    std::set<std::pair<std::string, int>> m_busy;

    struct FilterEntry
    {
        int item = -1;
        int grain = 0;
        ExpressionPtr condition;
    };
    std::vector<FilterEntry> m_filters;

    // Building.
    bool m_preparing = false, m_ready = false;
    RelationPtr m_base;
    std::set<int> m_baseItems;
    std::map<std::pair<int, std::set<int>>, RelationPtr> m_built;
};

// A text that is equal for equal expressions.
std::string fingerprint(const ExpressionPtr &expression);

} // namespace tessera::model::query

// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "model/formula/lexer.h"
#include "model/query/agreed.h"
#include "model/query/element_plan.h"
#include "model/query/planner.h"

namespace tessera::model::query {

using formula::Operator;

namespace {

ExpressionPtr same(const ExpressionPtr &left, const ExpressionPtr &right)
{
    return operation(Operator::Equal, {left, right});
}

std::vector<NamedExpression> everything(const RelationPtr &relation)
{
    std::vector<NamedExpression> items;
    for (const Column &column : relation->columns)
        items.push_back({column.name, use(column.name, column.type)});
    return items;
}

} // namespace

// Puts items of one grain onto a relation of that grain, in as few steps as their needs allow.
class GrainBuilder
{
public:
    GrainBuilder(ElementPlan &plan, int grain, std::set<int> wanted)
        : m_plan(plan)
        , m_grain(grain)
        , m_wanted(std::move(wanted))
    {
    }

    RelationPtr run()
    {
        if (m_grain == ElementPlan::rows) {
            m_relation = m_plan.m_base;
            m_placed = m_plan.m_baseItems;
        } else {
            startGroups();
        }
        while (placeJoins() || placeExpressions()) {
        }
        return m_relation;
    }

private:
    const Item &item(int index) const { return m_plan.item(index); }
    bool isPlaced(int index) const { return m_placed.contains(index); }
    bool isReady(const Item &what) const
    {
        return std::all_of(what.needs.begin(), what.needs.end(), [&](int n) { return isPlaced(n); });
    }

    std::vector<NamedExpression> keysFrom(int from) const
    {
        std::vector<NamedExpression> keys;
        std::set<std::string> seen;
        for (const std::string &column : std::vector<std::string>(m_plan.grain(m_grain).keys)) {
            const ItemUse key = m_plan.keyUse(m_grain, column);
            const ItemUse source =
                from == ElementPlan::rows ? m_plan.useOrNull(column, from) : m_plan.keyUse(from, column);
            if (seen.insert(foldName(key.name)).second)
                keys.push_back({key.name, source.expression()});
        }
        return keys;
    }

    std::vector<int> keyItems(int from) const
    {
        std::vector<int> out;
        for (const std::string &column : std::vector<std::string>(m_plan.grain(m_grain).keys))
            out.push_back(from == ElementPlan::rows ? m_plan.useOrNull(column, from).item
                                                    : m_plan.keyUse(from, column).item);
        return out;
    }

    // Aggregates over one finer grain, with the keys of this one.
    RelationPtr groupsFrom(int from, const std::vector<int> &items)
    {
        std::vector<int> needs = keyItems(from);
        std::vector<NamedExpression> aggregates;
        for (const int index : items) {
            const Item &made = item(index);
            aggregates.push_back({made.name, made.expression});
            needs.insert(needs.end(), made.needs.begin(), made.needs.end());
            m_placed.insert(index);
        }
        return makeAggregate(m_plan.build(from, needs), keysFrom(from), aggregates);
    }

    std::map<int, std::vector<int>> aggregatesByGrain() const
    {
        std::map<int, std::vector<int>> out;
        for (const int index : m_wanted) {
            if (item(index).kind == Item::Kind::Aggregated && !isPlaced(index))
                out[item(index).from].push_back(index);
        }
        return out;
    }

    void startGroups()
    {
        const auto byGrain = aggregatesByGrain();
        if (byGrain.empty() && m_plan.grain(m_grain).keys.empty()) { // one row of nothing but constants
            m_relation = makeValues("one", {Value(1)});
            m_spares.insert("one");
            return;
        }
        const int from = byGrain.empty() ? ElementPlan::rows : byGrain.begin()->first;
        m_relation = groupsFrom(from, byGrain.empty() ? std::vector<int>() : byGrain.begin()->second);
        for (const std::string &column : std::vector<std::string>(m_plan.grain(m_grain).keys))
            m_placed.insert(m_plan.keyUse(m_grain, column).item);
    }

    // Joins a relation whose first columns are keys equal to columns of this one, and takes the others over by name.
    void joinOn(const std::vector<std::string> &keys, const RelationPtr &right)
    {
        std::vector<std::string> names;
        std::vector<ExpressionPtr> conditions;
        for (std::size_t i = 0; i < right->columns.size(); ++i) {
            const Column &column = right->columns[i];
            if (i < keys.size()) {
                conditions.push_back(same(use(keys[i], column.type), use(column.name, column.type, 1)));
                names.push_back(spare(keys[i]));
            } else {
                names.push_back(column.name);
            }
        }
        const JoinType type = conditions.empty() ? JoinType::Cross : JoinType::Left;
        m_relation = makeJoin(m_relation, right, type, allOf(conditions), names, !conditions.empty());
    }

    std::string spare(const std::string &name)
    {
        std::string candidate = name + "~" + std::to_string(++m_spare);
        while (m_relation->column(candidate))
            candidate = name + "~" + std::to_string(++m_spare);
        m_spares.insert(candidate);
        return candidate;
    }

    bool placeJoins()
    {
        bool any = false;
        for (const auto &[from, items] : aggregatesByGrain()) {
            std::vector<std::string> keys;
            for (const NamedExpression &key : keysFrom(from))
                keys.push_back(key.name);
            joinOn(keys, groupsFrom(from, items));
            any = true;
        }
        return placeBroadcasts() || placeLookups() || placeLookbacks() || any;
    }

    bool placeBroadcasts()
    {
        std::map<int, std::vector<int>> byGrain;
        for (const int index : m_wanted) {
            if (item(index).kind == Item::Kind::Broadcast && !isPlaced(index) && isReady(item(index)))
                byGrain[item(index).from].push_back(index);
        }
        for (const auto &[from, items] : byGrain) {
            std::vector<NamedExpression> taken;
            std::vector<std::string> here;
            std::set<std::string> seen;
            for (const std::string &column : std::vector<std::string>(m_plan.grain(from).keys)) {
                const ItemUse key = m_plan.keyUse(from, column);
                if (!seen.insert(foldName(key.name)).second)
                    continue;
                taken.push_back({key.name, key.expression()});
                here.push_back(m_grain == ElementPlan::rows ? m_plan.useOrNull(column, m_grain).name
                                                            : m_plan.keyUse(m_grain, column).name);
            }
            std::vector<int> sources;
            for (const int index : items) {
                const Item &made = item(index);
                taken.push_back({made.name, use(item(made.source).name, made.type)});
                sources.push_back(made.source);
                m_placed.insert(index);
            }
            joinOn(here, makeProject(m_plan.build(from, sources), taken));
        }
        return !byGrain.empty();
    }

    bool placeLookups()
    {
        std::map<std::string, std::vector<int>> bySignature;
        for (const int index : m_wanted) {
            if (item(index).kind == Item::Kind::Lookup && !isPlaced(index) && isReady(item(index)))
                bySignature[item(index).lookup->signature].push_back(index);
        }
        for (const auto &[signature, items] : bySignature)
            joinLookup(*item(items.front()).lookup, items);
        return !bySignature.empty();
    }

    void joinLookup(const LookupSpec &first, const std::vector<int> &items)
    {
        std::vector<int> needs;
        std::vector<NamedExpression> keys, aggregates;
        std::vector<ExpressionPtr> conditions, filters;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < first.keys.size(); ++i) {
            const auto &[local, external] = first.keys[i];
            if (as<Constant>(local)) {
                filters.push_back(same(external, local));
            } else if (as<Constant>(external)) {
                conditions.push_back(same(local, external));
            } else {
                const std::string name = spare("key");
                keys.push_back({name, external});
                names.push_back(name);
                conditions.push_back(same(local, use(name, external->type, 1)));
            }
        }
        for (const int index : items) {
            const Item &made = item(index);
            needs.insert(needs.end(), made.lookup->needs.begin(), made.lookup->needs.end());
            aggregates.push_back({made.name, made.expression});
            names.push_back(made.name);
            m_placed.insert(index);
        }
        RelationPtr right = first.target->build(first.grain, needs);
        if (!filters.empty())
            right = makeFilter(right, allOf(filters));
        right = makeAggregate(right, keys, aggregates);
        const JoinType type = conditions.empty() ? JoinType::Cross : JoinType::Left;
        m_relation = makeJoin(m_relation, right, type, allOf(conditions), names, first.nullsMatch);
    }

    bool placeLookbacks()
    {
        bool any = false;
        for (const int index : m_wanted) {
            const Item &made = item(index);
            if (made.kind != Item::Kind::Lookback || isPlaced(index) || !isReady(made))
                continue;
            joinLookback(made);
            m_placed.insert(index);
            any = true;
        }
        return any;
    }

    // The same rows, found by their date; a date that stands on several rows has a value where they agree.
    void joinLookback(const Item &made)
    {
        std::vector<NamedExpression> keys;
        std::vector<ExpressionPtr> conditions;
        std::vector<std::string> names;
        for (const std::string &partition : made.partition) {
            const Column *column = m_relation->column(partition);
            keys.push_back({partition, use(partition, column->type)});
            names.push_back(spare(partition));
            conditions.push_back(same(use(partition, column->type), use(partition, column->type, 1)));
        }
        const std::string date = spare("date");
        keys.push_back({date, made.date});
        names.push_back(date);
        conditions.push_back(same(made.shifted, use(date, ValueType::Date, 1)));
        names.push_back(made.name);
        const RelationPtr dated = makeFilter(m_relation, call("IsNotNull", {made.date}));
        m_relation = makeJoin(m_relation, makeAggregate(dated, keys, {{made.name, agreedValue(made.expression)}}),
                              JoinType::Left, allOf(conditions), names, true);
    }

    bool placeExpressions()
    {
        std::vector<NamedExpression> ready;
        std::vector<int> placed;
        for (const int index : m_wanted) {
            const Item &made = item(index);
            if ((made.kind == Item::Kind::Scalar || made.kind == Item::Kind::Window) && !isPlaced(index) &&
                isReady(made)) {
                ready.push_back({made.name, made.expression});
                placed.push_back(index);
            }
        }
        if (ready.empty())
            return false;
        std::vector<NamedExpression> all = everything(m_relation);
        std::erase_if(all, [&](const NamedExpression &one) { return m_spares.contains(one.name); });
        all.insert(all.end(), ready.begin(), ready.end());
        m_relation = makeProject(m_relation, std::move(all));
        m_placed.insert(placed.begin(), placed.end());
        return true;
    }

    ElementPlan &m_plan;
    int m_grain;
    std::set<int> m_wanted;
    std::set<int> m_placed;
    RelationPtr m_relation;
    std::set<std::string> m_spares; // keys of joined relations: nobody needs them afterwards
    int m_spare = 0;
};

// An item with everything of its grain that it needs.
std::set<int> ElementPlan::closure(const std::vector<int> &items) const
{
    std::set<int> out;
    std::vector<int> open = items;
    while (!open.empty()) {
        const int index = open.back();
        open.pop_back();
        if (!out.insert(index).second || item(index).kind == Item::Kind::Aggregated)
            continue; // what an aggregate needs lies in another grain
        open.insert(open.end(), item(index).needs.begin(), item(index).needs.end());
    }
    return out;
}

RelationPtr ElementPlan::build(int grainIndex, std::vector<int> items)
{
    if (!m_ready && !m_preparing)
        prepareBase();
    std::set<int> wanted = closure(items);
    const std::pair key(grainIndex, wanted);
    const auto known = m_built.find(key);
    if (known != m_built.end())
        return known->second;
    RelationPtr made = withHint(GrainBuilder(*this, grainIndex, std::move(wanted)).run(), m_element.name());
    return m_built.emplace(key, std::move(made)).first->second;
}

namespace {

// When a filter can run: on the rows as they come, after windows over them, or after groups were computed.
enum class FilterStage
{
    Early,
    Windows,
    Groups,
};

} // namespace

void ElementPlan::prepareBase()
{
    m_preparing = true;
    std::vector<NamedExpression> inputs;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i].kind == Item::Kind::Input) {
            inputs.push_back({m_items[i].name, m_items[i].expression});
            m_baseItems.insert(static_cast<int>(i));
        }
    }
    const RelationPtr source = m_source ? m_source->build() : makeValues("one", {}); // nothing to read: no rows
    if (inputs.empty())
        inputs.push_back({"one", constant(Value(1))}); // rows that only count
    m_base = makeProject(source, inputs);

    const auto stageOf = [&](const FilterEntry &filter) {
        FilterStage stage = filter.grain == rows ? FilterStage::Early : FilterStage::Groups;
        for (const int index : closure({filter.item})) {
            const Item &part = item(index);
            const bool own = part.kind == Item::Kind::Lookup && part.lookup->target == this;
            if (part.kind == Item::Kind::Broadcast || own)
                stage = FilterStage::Groups;
            else if (part.kind == Item::Kind::Window || part.kind == Item::Kind::Lookback)
                stage = std::max(stage, FilterStage::Windows);
        }
        return stage;
    };
    const auto keepRows = [&](const std::vector<FilterEntry> &filters) {
        std::vector<int> items;
        std::vector<ExpressionPtr> conditions;
        for (const FilterEntry &filter : filters) {
            items.push_back(filter.item);
            conditions.push_back(filter.condition);
        }
        if (items.empty())
            return;
        const RelationPtr kept = makeFilter(build(rows, items), allOf(conditions));
        const std::set<int> placed = closure(items);
        m_baseItems.insert(placed.begin(), placed.end());
        m_base = kept;
        m_built.clear();
    };
    std::vector<FilterEntry> early, windows, groups;
    for (const FilterEntry &filter : m_filters) {
        const FilterStage stage = stageOf(filter);
        (stage == FilterStage::Early ? early : stage == FilterStage::Windows ? windows : groups).push_back(filter);
    }
    keepRows(early);
    keepRows(windows);
    std::stable_sort(groups.begin(), groups.end(), [&](const FilterEntry &a, const FilterEntry &b) {
        return isFiner(a.grain, b.grain) && a.grain != rows;
    });
    for (const FilterEntry &filter : groups) {
        if (filter.grain == rows)
            keepRows({filter});
        else
            keepGroups(filter.grain, filter.item, filter.condition);
    }
    m_built.clear();
    m_ready = true;
    m_preparing = false;
}

// Rows of the groups that pass stay; everything is then computed again from them.
void ElementPlan::keepGroups(int grainIndex, int filtered, const ExpressionPtr &condition)
{
    const RelationPtr passing = makeFilter(build(grainIndex, {filtered}), condition);
    std::vector<int> rowKeys;
    std::vector<NamedExpression> keys;
    std::vector<ExpressionPtr> conditions;
    std::vector<std::string> names;
    std::set<std::string> seen;
    for (const std::string &column : std::vector<std::string>(grain(grainIndex).keys)) {
        const ItemUse row = useOrNull(column, rows), key = keyUse(grainIndex, column);
        rowKeys.push_back(row.item);
        if (!seen.insert(foldName(key.name)).second)
            continue;
        keys.push_back({key.name, key.expression()});
        names.push_back(fresh(key.name + '~'));
        conditions.push_back(same(row.expression(), query::use(key.name, key.type, 1)));
    }
    if (keys.empty()) {
        keys.push_back({"one", constant(Value(1))});
        names.push_back(fresh("one"));
    }
    const RelationPtr left = build(rows, rowKeys);
    const std::set<int> placed = closure(rowKeys);
    m_baseItems.insert(placed.begin(), placed.end());
    const JoinType type = conditions.empty() ? JoinType::Cross : JoinType::Inner;
    const RelationPtr joined =
        makeJoin(left, makeProject(passing, keys), type, allOf(conditions), names, !conditions.empty());
    m_base = makeProject(joined, everything(left));
    m_built.clear();
}

namespace {

void print(const ExpressionPtr &expression, std::string &out);

template <class List>
void printAll(const List &list, std::string &out)
{
    for (const ExpressionPtr &part : list) {
        print(part, out);
        out += ',';
    }
}

void print(const ExpressionPtr &expression, std::string &out)
{
    if (const auto *column = as<ColumnUse>(expression)) {
        out += '[' + std::to_string(column->input) + ':' + column->column + ']';
    } else if (const auto *fixed = as<Constant>(expression)) {
        out += std::to_string(fixed->value.data().index()) + '"' + plainText(fixed->value) + '"';
    } else if (const auto *called = as<FunctionCall>(expression)) {
        out += called->function->name + '(';
        printAll(called->arguments, out);
        out += ')';
    } else if (const auto *operated = as<Operation>(expression)) {
        out += '(' + std::to_string(static_cast<int>(operated->op)) + ' ';
        printAll(operated->operands, out);
        out += ')';
    } else if (const auto *access = as<VariantAccess>(expression)) {
        print(access->base, out);
        out += '.' + access->key + std::to_string(access->index);
    } else if (const auto *one = as<OneOf>(expression)) {
        print(one->base, out);
        for (const Value &value : one->values)
            out += '|' + plainText(value);
    } else if (const auto *over = as<Window>(expression)) {
        out += over->call.function->name + " over(";
        printAll(over->call.arguments, out);
        out += ';';
        printAll(over->partitionBy, out);
        for (const OrderKey &key : over->orderBy) {
            print(key.expression, out);
            out += key.descending ? '-' : '+';
            out += key.nullsFirst ? 'f' : 'l';
        }
        out += ')';
    }
}

} // namespace

std::string fingerprint(const ExpressionPtr &expression)
{
    std::string out;
    print(expression, out);
    return out;
}

} // namespace tessera::model::query

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/element_plan.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/pointer.h"
#include "model/base/text.h"
#include "model/formula/binder.h"
#include "model/formula/lexer.h"
#include "model/query/chart_planner.h"
#include "model/query/filter_planner.h"
#include "model/query/formula_compiler.h"
#include "model/query/planner.h"
#include "model/workbook/views/channel_view.h"

namespace tessera::model::query {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::ElementPlan)
};

bool contains(const std::vector<std::string> &list, const std::string &what)
{
    return std::find(list.begin(), list.end(), what) != list.end();
}

bool sameKeys(std::vector<std::string> a, std::vector<std::string> b)
{
    std::sort(a.begin(), a.end());
    std::sort(b.begin(), b.end());
    return a == b;
}

} // namespace

ElementPlan::ElementPlan(Planner &planner, const Object &element) : m_planner(planner), m_element(element)
{
    m_grains.push_back({true, {}, {}, {}, {}});
    m_columns = columnsOf(element);
}

ElementPlan::~ElementPlan() = default;

void ElementPlan::prepare(bool filtered)
{
    const std::string &kind = m_element.kind();
    if (const auto source = sourceOf(m_element))
        m_source = planSource(m_planner, *this, *source);
    else
        m_source = oneRow();
    m_grains[rows].order = sortOf(m_element);
    readDrills();
    if (isChartKind(kind) || kind == "pivot-table")
        setUpMarks(*this);
    else
        readGroupings();
    if (filtered)
        addFilters();
}

// A chart shows another column on its axis, a grouped table groups by another one; of a plain table only those who read
// it get another one.
void ElementPlan::readDrills()
{
    const auto shown = m_planner.controls().drilledColumns(m_element);
    std::set<std::string> groups;
    for (const GroupingView &grouping : groupingsOf(m_element))
        groups.insert(grouping.groupBy.begin(), grouping.groupBy.end());
    for (const auto &[columnId, other] : shown) {
        const ColumnView *view = column(other);
        if (!view || !column(columnId))
            continue;
        const bool here = m_element.kind() != "table" || groups.contains(columnId);
        (here ? m_drilled : m_readDrilled).emplace(columnId, other);
        if (!here)
            continue;
        const std::string name = columnName(*view);
        for (ColumnView &own : m_columns) {
            if (own.id == columnId)
                own.name = name;
        }
    }
}

std::string ElementPlan::drilled(const std::string &columnId, bool toReaders) const
{
    const auto &shown = toReaders ? m_readDrilled : m_drilled;
    const auto found = shown.find(columnId);
    return found == shown.end() ? columnId : found->second;
}

void ElementPlan::prepareText(std::unique_ptr<SourcePlan> textRows)
{
    m_columns.clear();
    m_source = std::move(textRows);
    readsAnywhere = true;
}

const ColumnView *ElementPlan::column(const std::string &id) const
{
    const auto found =
        std::find_if(m_columns.begin(), m_columns.end(), [&](const ColumnView &c) { return c.id == id; });
    return found == m_columns.end() ? nullptr : &*found;
}

void ElementPlan::readGroupings()
{
    std::vector<std::string> keys;
    for (const GroupingView &grouping : groupingsOf(m_element)) {
        std::vector<std::string> outer = keys;
        for (const std::string &id : grouping.groupBy) {
            if (column(id) && !contains(keys, id))
                keys.push_back(id);
            else if (!column(id))
                problem({}, grouping.pointer,
                        Texts::tr("The grouping names a column that is not there: %1.").arg(toQString(id)));
        }
        if (keys.size() == outer.size())
            continue; // groups by nothing new
        const int level = grainOf(keys);
        Grain &made = m_grains[static_cast<std::size_t>(level)];
        made.partition = outer;
        made.order = grouping.sort;
        made.groupingId = grouping.id;
        for (const SortView &sort : made.order.empty() ? sortOf(m_element) : std::vector<SortView>()) {
            if (contains(grouping.groupBy, sort.columnId) || contains(grouping.calculations, sort.columnId))
                made.order.push_back(sort);
        }
        for (std::size_t i = outer.size(); i < keys.size(); ++i) {
            m_native[keys[i]] = level;
            m_keys.insert(keys[i]);
        }
        for (const std::string &id : grouping.calculations)
            m_native.try_emplace(id, level);
        m_main = level;
    }
    m_grains[rows].partition = keys;
    for (const std::string &id : summaryColumns(m_element)) {
        if (column(id))
            m_native.try_emplace(id, grainOf({}));
    }
}

int ElementPlan::grainOf(std::vector<std::string> keys)
{
    for (std::size_t i = 1; i < m_grains.size(); ++i) {
        if (sameKeys(m_grains[i].keys, keys))
            return static_cast<int>(i);
    }
    m_grains.push_back({false, std::move(keys), {}, {}, {}});
    return static_cast<int>(m_grains.size()) - 1;
}

int ElementPlan::groupingGrain(const std::string &groupingId) const
{
    for (std::size_t i = 1; i < m_grains.size(); ++i) {
        if (!groupingId.empty() && m_grains[i].groupingId == groupingId)
            return static_cast<int>(i);
    }
    return -1;
}

int ElementPlan::nativeGrain(const std::string &columnId) const
{
    const auto found = m_native.find(columnId);
    return found == m_native.end() ? rows : found->second;
}

bool ElementPlan::isFiner(int fine, int coarse) const
{
    if (fine == coarse || coarse == rows)
        return false;
    if (fine == rows)
        return true;
    const std::vector<std::string> &inner = grain(fine).keys, &outer = grain(coarse).keys;
    return inner.size() > outer.size() &&
           std::all_of(outer.begin(), outer.end(), [&](const auto &key) { return contains(inner, key); });
}

void ElementPlan::setMain(std::vector<std::string> keys)
{
    m_main = grainOf(keys);
    for (const std::string &key : keys) {
        m_keys.insert(key);
        m_native[key] = m_main;
    }
    for (const ColumnView &view : m_columns) {
        if (!m_keys.contains(view.id) && isMeasure(view.id))
            m_native[view.id] = m_main;
    }
}

void ElementPlan::setWindow(int index, std::vector<std::string> partition, std::vector<SortView> order)
{
    m_grains[static_cast<std::size_t>(index)].partition = std::move(partition);
    m_grains[static_cast<std::size_t>(index)].order = std::move(order);
}

void ElementPlan::addColumn(const std::string &id, const std::string &name, formula::BoundPtr formula)
{
    ColumnView view;
    view.id = id;
    view.name = name;
    view.hasFormula = true;
    view.hidden = true;
    m_columns.push_back(std::move(view));
    m_extra[id] = std::move(formula);
}

formula::BoundPtr ElementPlan::formulaOf(const std::string &columnId)
{
    const auto extra = m_extra.find(columnId);
    if (extra != m_extra.end())
        return extra->second;
    const formula::BoundFormula *bound = m_planner.columns().bound(m_element.key(), drilled(columnId, false));
    return bound ? bound->root : nullptr;
}

bool ElementPlan::isMeasure(const std::string &columnId)
{
    const auto [at, fresh] = m_measures.try_emplace(columnId, false); // false while we look: circles end
    if (fresh) {
        const bool measure = FormulaCompiler::computesGroups(*this, formulaOf(columnId));
        m_measures[columnId] = measure;
        return measure;
    }
    return at->second;
}

void ElementPlan::problem(const std::string &columnId, const std::string &pointer, QString message, QString hint,
                          bool isError)
{
    m_planner.report({isError, m_element.id(), columnId, pointer, std::move(message), std::move(hint)});
}

std::string ElementPlan::fresh(const std::string &name)
{
    std::string candidate = name.empty() ? "column" : name;
    for (int i = 2; !m_names.insert(foldName(candidate)).second; ++i)
        candidate = name + ' ' + std::to_string(i);
    return candidate;
}

ItemUse ElementPlan::addItem(Item item, const std::string &name)
{
    item.name = fresh(name);
    m_items.push_back(std::move(item));
    return {static_cast<int>(m_items.size()) - 1, m_items.back().name, m_items.back().type};
}

ItemUse ElementPlan::addScalar(int grainIndex, const std::string &name, ExpressionPtr expression,
                               std::vector<int> needs)
{
    if (const auto *plain = as<ColumnUse>(expression)) { // another name for what is there
        for (const int need : needs) {
            if (item(need).name == plain->column)
                return {need, plain->column, expression->type};
        }
    }
    Item made;
    made.grain = grainIndex;
    made.type = expression->type;
    made.expression = std::move(expression);
    made.needs = std::move(needs);
    bool windows = false;
    visit(made.expression, [&](const ExpressionPtr &node) { windows = windows || as<Window>(node); });
    made.kind = windows ? Item::Kind::Window : Item::Kind::Scalar;
    return addItem(std::move(made), name);
}

ItemUse ElementPlan::aggregated(int target, int from, ExpressionPtr call, std::vector<int> needs,
                                const std::string &name)
{
    const std::string key = std::to_string(target) + '|' + std::to_string(from) + '|' + fingerprint(call);
    const auto known = m_aggregated.find(key);
    if (known != m_aggregated.end())
        return known->second;
    keyUses(target);
    Item made;
    made.kind = Item::Kind::Aggregated;
    made.grain = target;
    made.from = from;
    made.type = call->type;
    made.expression = std::move(call);
    made.needs = std::move(needs);
    for (const std::string &column : grain(target).keys)
        made.needs.push_back(from == rows ? useOrNull(column, rows).item : keyUse(from, column).item);
    return m_aggregated.emplace(key, addItem(std::move(made), name)).first->second;
}

ItemUse ElementPlan::broadcast(const ItemUse &use, int from, int to)
{
    if (from == to)
        return use;
    const auto known = m_broadcasts.find({use.item, to});
    if (known != m_broadcasts.end())
        return known->second;
    Item made;
    made.kind = Item::Kind::Broadcast;
    made.grain = to;
    made.from = from;
    made.source = use.item;
    made.type = use.type;
    for (const std::string &column : grain(from).keys)
        made.needs.push_back(to == rows ? useOrNull(column, rows).item : keyUse(to, column).item);
    return m_broadcasts.emplace(std::pair(use.item, to), addItem(std::move(made), use.name)).first->second;
}

void ElementPlan::completeLookup(int index, std::shared_ptr<const LookupSpec> lookup, std::vector<int> needs)
{
    Item &promised = m_items[static_cast<std::size_t>(index)];
    promised.lookup = std::move(lookup);
    promised.needs = std::move(needs);
}

ItemUse ElementPlan::keyUse(int grainIndex, const std::string &columnId)
{
    const std::pair key(columnId, grainIndex);
    if (const auto known = m_uses.find(key); known != m_uses.end() && known->second)
        return *known->second;
    const ItemUse row = useOrNull(columnId, rows);
    Item made;
    made.kind = Item::Kind::Key;
    made.grain = grainIndex;
    made.name = row.name; // keys keep their name at every grain
    made.type = row.type;
    made.source = row.item;
    m_items.push_back(std::move(made));
    const ItemUse use{static_cast<int>(m_items.size()) - 1, row.name, row.type};
    m_uses[key] = use;
    return use;
}

std::vector<ItemUse> ElementPlan::keyUses(int grainIndex)
{
    std::vector<ItemUse> out;
    for (const std::string &column : std::vector<std::string>(grain(grainIndex).keys))
        out.push_back(keyUse(grainIndex, column));
    return out;
}

std::optional<ItemUse> ElementPlan::use(const std::string &columnId, int grainIndex)
{
    const std::pair key(columnId, grainIndex);
    if (const auto known = m_uses.find(key); known != m_uses.end())
        return known->second;
    if (grainIndex != rows && contains(grain(grainIndex).keys, columnId))
        return keyUse(grainIndex, columnId);
    if (!m_busy.insert(key).second) {
        const ColumnView *view = column(columnId);
        const std::string name = view ? columnName(*view) : columnId;
        QStringList path;
        for (const std::string &step : circularPath(m_planner.columns(), m_element.key(), columnId))
            path << toQString(step);
        problem(columnId, view ? view->pointer : std::string(),
                Texts::tr("Circular column reference to [%1]").arg(toQString(name)),
                path.isEmpty() ? QString() : path.join(QStringLiteral(" → ")));
        return std::nullopt;
    }
    std::optional<ItemUse> made = compile(columnId, grainIndex);
    m_busy.erase(key);
    m_uses[key] = made;
    return made;
}

ItemUse ElementPlan::useOrNull(const std::string &columnId, int grainIndex)
{
    if (const auto made = use(columnId, grainIndex))
        return *made;
    const ColumnView *view = column(columnId);
    const ValueType type = m_planner.columns().typeOf(m_element.key(), columnId);
    const ItemUse null = addScalar(grainIndex, view ? columnName(*view) : columnId, constant(Value(), type), {});
    m_uses[{columnId, grainIndex}] = null;
    return null;
}

std::optional<ItemUse> ElementPlan::compile(const std::string &columnId, int grainIndex)
{
    const ColumnView *view = column(columnId);
    if (!view) {
        problem(columnId, {}, Texts::tr("There is no column “%1”.").arg(toQString(columnId)));
        return std::nullopt;
    }
    const std::string name = columnName(*view), pointer = view->pointer;
    if (!view->hasFormula)
        return compileRows(*view);
    const formula::BoundFormula *bound = m_planner.columns().bound(m_element.key(), drilled(columnId, false));
    if (bound && !m_extra.contains(columnId)) {
        bool fine = true;
        for (const formula::FormulaProblem &wrong : bound->problems) {
            if (!wrong.isError || wrong.code == formula::ProblemCode::AggregateExpected)
                continue; // whether a sibling aggregates is seen here only
            fine = false;
            problem(columnId, pointer + "/formula", wrong.message, wrong.hint);
        }
        if (!fine)
            return std::nullopt;
    }
    const formula::BoundPtr root = formulaOf(columnId);
    if (!root)
        return std::nullopt;
    FormulaCompiler compiler(*this, columnId, pointer + "/formula", grainIndex, nativeGrain(columnId));
    const ExpressionPtr expression = compiler.run(root);
    return expression ? std::optional(addScalar(grainIndex, name, expression, compiler.needs())) : std::nullopt;
}

// Columns people fill, of the system, and keys of linked tables: the source has them.
std::optional<ItemUse> ElementPlan::compileRows(const ColumnView &column)
{
    const ColumnView view = column;
    if (auto found = useSource({{}, columnName(view), m_element.key(), view.id}))
        return found;
    problem(view.id, view.pointer, Texts::tr("The column “%1” has no formula.").arg(toQString(columnName(view))),
            Texts::tr("Write one, for example [Source/Column]."));
    return std::nullopt;
}

std::optional<ItemUse> ElementPlan::useSource(const SourcePlan::Wanted &wanted)
{
    const auto column = m_source ? m_source->use(wanted) : std::nullopt;
    if (!column)
        return std::nullopt;
    const auto known = m_inputs.find(column->name);
    if (known != m_inputs.end())
        return ItemUse{known->second, item(known->second).name, item(known->second).type};
    Item made;
    made.kind = Item::Kind::Input;
    made.type = column->type;
    made.expression = query::use(column->name, column->type);
    const ItemUse use = addItem(std::move(made), column->name);
    m_inputs[column->name] = use.item;
    return use;
}

std::optional<ItemUse> ElementPlan::useFormula(const std::string &formula, int grainIndex, const std::string &pointer,
                                               const std::string &name)
{
    const WorkbookScope scope(m_planner.columns(), m_element.key());
    const formula::BoundFormula bound = formula::bindFormula(formula, scope);
    for (const formula::FormulaProblem &wrong : bound.problems) {
        if (wrong.isError)
            problem({}, pointer, wrong.message, wrong.hint);
    }
    if (!bound.isValid())
        return std::nullopt;
    FormulaCompiler compiler(*this, {}, pointer, grainIndex, grainIndex == m_main ? grainIndex : m_main);
    const ExpressionPtr expression = compiler.run(bound.root);
    return expression ? std::optional(addScalar(grainIndex, name, expression, compiler.needs())) : std::nullopt;
}

} // namespace tessera::model::query

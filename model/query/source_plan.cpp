// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/source_plan.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/query/composite_sources.h"
#include "model/query/planner.h"

namespace tessera::model::query {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::SourcePlan)
};

class OutsideSource : public SourcePlan
{
public:
    OutsideSource(TableSource table, std::optional<std::vector<Column>> known, std::vector<Column> declared)
        : m_table(std::move(table))
        , m_known(std::move(known))
        , m_declared(std::move(declared))
    {
    }

    std::optional<Column> use(const Wanted &wanted) override
    {
        const bool byId = m_table.kind == TableSource::Kind::InputTable;
        const std::string &name = byId && !wanted.columnId.empty() ? wanted.columnId : wanted.name;
        Column column{name, ValueType::Any};
        const Column *declared = findColumn(m_declared, name);
        if (!m_known && m_table.kind == TableSource::Kind::Warehouse && !m_table.path.empty())
            column.name = warehouseSpelling(name, m_table.path.back());
        if (m_known) {
            const Column *found = findColumn(*m_known, name);
            if (!found && !(byId && declared))
                return std::nullopt;
            column = found ? *found : *declared;
        }
        if (declared && (column.type == ValueType::Any || byId))
            column.type = declared->type;
        const auto used =
            std::find_if(m_used.begin(), m_used.end(), [&](const Column &c) { return c.name == column.name; });
        if (used == m_used.end())
            m_used.push_back(column);
        return column;
    }

    RelationPtr build() override
    {
        std::vector<Column> present;
        std::vector<NamedExpression> items;
        bool missing = false;
        for (const Column &column : m_used) {
            const bool there = !m_known || findColumn(*m_known, column.name);
            missing = missing || !there;
            if (there)
                present.push_back(column);
            items.push_back(
                {column.name, there ? query::use(column.name, column.type) : constant(Value(), column.type)});
        }
        const RelationPtr scan = makeScan(m_table, present);
        return missing ? makeProject(scan, items) : scan;
    }

    std::vector<std::string> columnNames() const override
    {
        std::vector<std::string> names;
        for (const Column &column : m_known.value_or(m_declared))
            names.push_back(column.name);
        return names;
    }

private:
    TableSource m_table;
    std::optional<std::vector<Column>> m_known;
    std::vector<Column> m_declared; // types the document says, by the source's names
    std::vector<Column> m_used;
};

class ElementSource : public SourcePlan
{
public:
    ElementSource(ElementPlan &element, int grain) : m_element(element), m_grain(grain) {}

    std::optional<Column> use(const Wanted &wanted) override
    {
        std::string id = wanted.element == m_element.element().key() ? wanted.columnId : std::string();
        if (id.empty()) {
            const FactsPtr facts = m_element.planner().names().byKey(m_element.element().key());
            const ColumnFacts *column = facts ? facts->columnByName(wanted.name) : nullptr;
            if (!column && facts)
                column = facts->columnById(wanted.name);
            if (column)
                id = column->id;
        }
        if (id.empty())
            return passThrough(wanted);
        id = m_element.drilled(id, true);
        const bool key = m_element.isKey(id);
        const int native = key && (m_grain == ElementPlan::rows || keyHere(id)) ? m_grain : m_element.nativeGrain(id);
        if (native != m_grain && !m_element.isFiner(m_grain, native)) {
            m_element.problem(
                id, {}, Texts::tr("“%1” has several values in the grouping that is read.").arg(toQString(wanted.name)));
            return null(id, wanted.name);
        }
        const ItemUse own = m_element.useOrNull(id, native);
        return remember(m_element.broadcast(own, native, m_grain));
    }

    RelationPtr build() override { return m_element.build(m_grain, m_items); }

    std::vector<std::string> columnNames() const override
    {
        std::vector<std::string> names;
        for (const ColumnView &column : m_element.columns())
            names.push_back(columnName(column));
        return names;
    }

private:
    bool keyHere(const std::string &id) const
    {
        const std::vector<std::string> &keys = m_element.grain(m_grain).keys;
        return std::find(keys.begin(), keys.end(), id) != keys.end();
    }

    // An element that lists no columns has those of its source.
    std::optional<Column> passThrough(const Wanted &wanted)
    {
        if (!m_element.columns().empty())
            return std::nullopt;
        const auto input = m_element.useSource({{}, wanted.name, {}, {}});
        return input ? std::optional(remember(*input)) : std::nullopt;
    }

    Column null(const std::string &id, const std::string &name)
    {
        const ValueType type = m_element.planner().columns().typeOf(m_element.element().key(), id);
        return remember(m_element.addScalar(m_grain, name, constant(Value(), type), {}));
    }

    Column remember(const ItemUse &use)
    {
        m_items.push_back(use.item);
        return {use.name, use.type};
    }

    ElementPlan &m_element;
    int m_grain;
    std::vector<int> m_items;
};

class OneRow : public SourcePlan
{
public:
    std::optional<Column> use(const Wanted &) override { return std::nullopt; }
    RelationPtr build() override { return makeValues("one", {Value(1)}); }
};

std::vector<Column> declaredInputs(ElementPlan &owner)
{
    std::vector<Column> out;
    for (const ColumnView &column : owner.columns()) {
        if (!column.hasFormula && column.key.empty())
            out.push_back({column.id, owner.planner().columns().typeOf(owner.element().key(), column.id)});
    }
    return out;
}

std::unique_ptr<SourcePlan> outside(Planner &planner, ElementPlan &owner, TableSource table)
{
    if (table.kind == TableSource::Kind::Sql)
        planner.bindControls(table); // first: what stands there decides the columns
    auto known = planner.options().sources ? planner.options().sources->columnsOf(table) : std::nullopt;
    std::vector<Column> declared;
    if (table.kind == TableSource::Kind::InputTable)
        declared = declaredInputs(owner);
    return std::make_unique<OutsideSource>(std::move(table), std::move(known), std::move(declared));
}

std::unique_ptr<SourcePlan> readElement(Planner &planner, ElementPlan &owner, const SourceView &source)
{
    const FactsPtr facts = planner.names().byId(source.elementId);
    if (!facts) {
        owner.problem({}, source.pointer,
                      Texts::tr("The source is not in this workbook: %1.").arg(toQString(source.elementId)));
        return nullptr;
    }
    // Source: a linked table has a row per key of its parent, whatever the parent filters.
    ElementPlan *element = planner.plan(facts->key, source.kind != SourceKind::Linked);
    if (!element || !planner.connect(&owner, element)) {
        owner.problem({}, source.pointer, Texts::tr("“%1” takes its rows from itself.").arg(toQString(facts->name)));
        return nullptr;
    }
    int grain = isChartKind(facts->kind) || facts->kind == "pivot-table" ? element->mainGrain() : ElementPlan::rows;
    if (source.kind == SourceKind::Linked)
        grain = element->mainGrain();
    if (!source.groupingId.empty() && source.groupingId != "base") {
        const int grouping = element->groupingGrain(source.groupingId);
        if (grouping < 0)
            owner.problem({}, source.pointer,
                          Texts::tr("The source has no grouping %1.").arg(toQString(source.groupingId)));
        else
            grain = grouping;
    }
    return std::make_unique<ElementSource>(*element, grain);
}

} // namespace

std::unique_ptr<SourcePlan> oneRow()
{
    return std::make_unique<OneRow>();
}

std::unique_ptr<SourcePlan> elementRows(ElementPlan &element, int grain)
{
    return std::make_unique<ElementSource>(element, grain);
}

SourcePlan::Wanted wantedColumn(const std::string &text)
{
    SourcePlan::Wanted wanted;
    const Tokens tokens = tokenize(text);
    const auto reference = tokens.size() == 1 ? readReference(text, tokens.front()) : std::nullopt;
    if (reference) {
        wanted.prefix = reference->prefix;
        wanted.name = reference->name;
    } else {
        wanted.name = text;
    }
    return wanted;
}

std::unique_ptr<SourcePlan> planSource(Planner &planner, ElementPlan &owner, const SourceView &source)
{
    switch (source.kind) {
    case SourceKind::Table:
        return readElement(planner, owner, source);
    case SourceKind::Linked: {
        auto parent = readElement(planner, owner, source);
        const auto stored = planner.columns().tableOf(source, owner.element());
        return parent ? linkedRows(owner, std::move(parent), outside(planner, owner, *stored)) : nullptr;
    }
    case SourceKind::Join:
        return planJoin(planner, owner, source);
    case SourceKind::Union:
        return planUnion(planner, owner, source);
    case SourceKind::Transpose:
        return planTranspose(planner, owner, source);
    case SourceKind::WarehouseTable:
    case SourceKind::Sql:
    case SourceKind::DataModel:
    case SourceKind::Empty:
    case SourceKind::Other:
    case SourceKind::CodeOutput:
        break;
    }
    if (auto table = planner.columns().tableOf(source, owner.element()))
        return outside(planner, owner, std::move(*table));
    owner.problem({}, source.pointer,
                  Texts::tr("A source of the kind “%1” cannot be read here.").arg(toQString(source.kindName)));
    return nullptr;
}

} // namespace tessera::model::query

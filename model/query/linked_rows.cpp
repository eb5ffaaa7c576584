// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/composite_sources.h"

#include <map>

#include "model/query/fresh_names.h"
#include "model/query/planner.h"

namespace tessera::model::query {

using formula::Operator;

namespace {

ExpressionPtr same(const ExpressionPtr &left, const ExpressionPtr &right)
{
    return operation(Operator::Equal, {left, right});
}

class LinkedRows : public SourcePlan
{
public:
    LinkedRows(ElementPlan &owner, std::unique_ptr<SourcePlan> parent, std::unique_ptr<SourcePlan> stored)
        : m_owner(owner)
        , m_parent(std::move(parent))
        , m_stored(std::move(stored))
    {
    }

    std::optional<Column> use(const Wanted &wanted) override
    {
        prepareKeys();
        const ColumnView *column =
            wanted.element == m_owner.element().key() ? m_owner.column(wanted.columnId) : nullptr;
        if (column && column->key.empty() && (!column->type.empty() || column->isSystem()))
            return named(m_fromStored, m_stored->use(wanted));
        if (column && !column->key.empty())
            return named(m_fromParent, m_parent->use(parentColumn(column->key)));
        return named(m_fromParent, m_parent->use(wanted));
    }

    RelationPtr build() override
    {
        prepareKeys();
        std::vector<NamedExpression> left, right;
        std::vector<std::string> names;
        std::vector<ExpressionPtr> conditions;
        for (const auto &[inner, name] : m_fromParent)
            left.push_back({name.name, query::use(inner, name.type)});
        for (const auto &[inner, name] : m_fromStored) {
            right.push_back({name.name, query::use(inner, name.type)});
            names.push_back(name.name);
        }
        for (const auto &[parent, stored] : m_keys)
            conditions.push_back(same(query::use(parent.name, parent.type), query::use(stored.name, stored.type, 1)));
        const RelationPtr rows = makeProject(m_parent->build(), left);
        if (conditions.empty() || m_fromStored.size() == m_keys.size())
            return rows;
        return makeJoin(rows, makeProject(m_stored->build(), right), JoinType::Left, allOf(conditions), names, true);
    }

    std::vector<std::string> columnNames() const override { return m_parent->columnNames(); }

private:
    using Taken = std::map<std::string, Column>; // column there -> column here

    std::optional<Column> named(Taken &taken, const std::optional<Column> &column)
    {
        if (!column)
            return std::nullopt;
        const auto [at, isNew] = taken.try_emplace(column->name);
        if (isNew)
            at->second = {m_names.fresh(column->name), column->type};
        return at->second;
    }

    Wanted parentColumn(const std::string &id) const
    {
        const auto source = sourceOf(m_owner.element());
        const FactsPtr parent = source ? m_owner.planner().names().byId(source->elementId) : nullptr;
        return {{}, id, parent ? parent->key : std::string(), id};
    }

    // Stored rows carry the keys under the ids of the key columns.
    void prepareKeys()
    {
        if (m_prepared)
            return;
        m_prepared = true;
        for (const ColumnView &column : m_owner.columns()) {
            if (column.key.empty())
                continue;
            const auto parent = named(m_fromParent, m_parent->use(parentColumn(column.key)));
            auto there = m_stored->use({{}, column.id, m_owner.element().key(), column.id});
            if (there && parent && there->type == ValueType::Any)
                there->type = parent->type;
            const auto stored = named(m_fromStored, there);
            if (parent && stored)
                m_keys.emplace_back(*parent, *stored);
        }
    }

    ElementPlan &m_owner;
    std::unique_ptr<SourcePlan> m_parent, m_stored;
    Taken m_fromParent, m_fromStored;
    std::vector<std::pair<Column, Column>> m_keys;
    FreshNames m_names;
    bool m_prepared = false;
};

} // namespace

std::unique_ptr<SourcePlan> linkedRows(ElementPlan &owner, std::unique_ptr<SourcePlan> parent,
                                       std::unique_ptr<SourcePlan> stored)
{
    return std::make_unique<LinkedRows>(owner, std::move(parent), std::move(stored));
}

} // namespace tessera::model::query

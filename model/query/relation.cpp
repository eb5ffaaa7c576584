// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/relation.h"

#include <algorithm>

#include "model/formula/lexer.h"

namespace tessera::model::query {

namespace {

RelationPtr make(decltype(Relation::value) value, std::vector<Column> columns)
{
    return std::make_shared<const Relation>(Relation{std::move(value), std::move(columns), {}});
}

void append(std::vector<Column> &columns, const std::vector<NamedExpression> &items)
{
    for (const NamedExpression &item : items)
        columns.push_back({item.name, item.expression->type});
}

} // namespace

const Column *Relation::column(std::string_view name) const
{
    for (const Column &column : columns) {
        if (column.name == name)
            return &column;
    }
    const std::string wanted = foldName(name);
    for (const Column &column : columns) {
        if (foldName(column.name) == wanted)
            return &column;
    }
    return nullptr;
}

RelationPtr makeScan(TableSource source, std::vector<Column> columns)
{
    return make(Scan{std::move(source)}, std::move(columns));
}

RelationPtr makeProject(RelationPtr input, std::vector<NamedExpression> items)
{
    std::vector<Column> columns;
    append(columns, items);
    return make(Project{std::move(input), std::move(items)}, std::move(columns));
}

RelationPtr makeFilter(RelationPtr input, ExpressionPtr condition)
{
    std::vector<Column> columns = input->columns;
    return make(Filter{std::move(input), std::move(condition)}, std::move(columns));
}

RelationPtr makeAggregate(RelationPtr input, std::vector<NamedExpression> keys, std::vector<NamedExpression> aggregates)
{
    std::vector<Column> columns;
    append(columns, keys);
    append(columns, aggregates);
    return make(Aggregate{std::move(input), std::move(keys), std::move(aggregates)}, std::move(columns));
}

RelationPtr makeJoin(RelationPtr left, RelationPtr right, JoinType type, ExpressionPtr condition,
                     std::vector<std::string> rightNames, bool nullsMatch)
{
    std::vector<Column> columns = left->columns;
    for (std::size_t i = 0; i < right->columns.size() && i < rightNames.size(); ++i)
        columns.push_back({rightNames[i], right->columns[i].type});
    return make(Join{std::move(left), std::move(right), type, std::move(condition), std::move(rightNames), nullsMatch},
                std::move(columns));
}

RelationPtr makeUnionAll(std::vector<RelationPtr> inputs)
{
    std::vector<Column> columns = inputs.empty() ? std::vector<Column>() : inputs.front()->columns;
    return make(UnionAll{std::move(inputs)}, std::move(columns));
}

RelationPtr makeSort(RelationPtr input, std::vector<OrderKey> keys)
{
    std::vector<Column> columns = input->columns;
    return make(Sort{std::move(input), std::move(keys)}, std::move(columns));
}

RelationPtr makeLimit(RelationPtr input, std::int64_t count)
{
    std::vector<Column> columns = input->columns;
    return make(Limit{std::move(input), count}, std::move(columns));
}

RelationPtr makeValues(std::string name, std::vector<Value> values)
{
    ValueType type = ValueType::Any;
    for (const Value &value : values) {
        if (!value.isNull())
            type = typeOf(value);
    }
    std::vector<Column> columns = {{name, type}};
    return make(Values{std::move(name), std::move(values)}, std::move(columns));
}

RelationPtr withHint(const RelationPtr &relation, std::string hint)
{
    Relation copy = *relation;
    copy.hint = std::move(hint);
    return std::make_shared<const Relation>(std::move(copy));
}

} // namespace tessera::model::query

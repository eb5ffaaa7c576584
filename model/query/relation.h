// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "model/query/expression.h"

namespace tessera::model::query {

// Relational plans: what an element's rows are, in no dialect. Immutable; a relation used twice is computed once (a
// CTE).

struct Relation;
using RelationPtr = std::shared_ptr<const Relation>;

struct Column
{
    std::string name; // unique in its relation, ignoring case
    ValueType type = ValueType::Any;
};

// Where rows come from outside a query.
struct TableSource
{
    enum class Kind
    {
        Warehouse,  // `path`
        Sql,        // `statement`, of the element `elementId`
        DataModel,  // `elementId` of the model `dataModelId`; `name` for people and files
        InputTable, // `elementId` of this workbook
    };
    Kind kind = Kind::Warehouse;
    std::string connectionId = {};
    std::vector<std::string> path = {};
    std::string statement = {}; // controls already replaced by :p1 … in order of `parameters`
    std::vector<Value> parameters = {};
    std::string dataModelId = {};
    std::string elementId = {};
    std::string name = {};

    bool operator==(const TableSource &) const = default;
};

// Columns are named as the source itself spells them.
struct Scan
{
    TableSource source;
};

struct NamedExpression
{
    std::string name;
    ExpressionPtr expression;
};

// One row out for one row in.
struct Project
{
    RelationPtr input;
    std::vector<NamedExpression> items;
};

struct Filter
{
    RelationPtr input;
    ExpressionPtr condition; // Null is false
};

// One row per group; without keys exactly one row. Without aggregates: the distinct keys.
struct Aggregate
{
    RelationPtr input;
    std::vector<NamedExpression> keys;
    std::vector<NamedExpression> aggregates; // aggregate calls, and scalars over them
};

enum class JoinType
{
    Inner,
    Left,
    Right,
    Full,
    Cross,
};

// Columns of the result: those of the left, then those of the right; `rightNames` renames the latter, one each.
// The condition is a conjunction of comparisons between a side each. A Null never matches, but where `nullsMatch` says
// that the condition compares group keys: then every = in it is null-safe.
struct Join
{
    RelationPtr left;
    RelationPtr right;
    JoinType type = JoinType::Inner;
    ExpressionPtr condition; // null for Cross
    std::vector<std::string> rightNames;
    bool nullsMatch = false;
};

// All rows of all inputs; their columns stand in the same order and have the names of the first.
struct UnionAll
{
    std::vector<RelationPtr> inputs;
};

struct Sort
{
    RelationPtr input;
    std::vector<OrderKey> keys;
};

struct Limit
{
    RelationPtr input;
    std::int64_t count = 0;
};

// A row per value, one column.
struct Values
{
    std::string name;
    std::vector<Value> values;
};

struct Relation
{
    std::variant<Scan, Project, Filter, Aggregate, Join, UnionAll, Sort, Limit, Values> value;
    std::vector<Column> columns; // of the result, in order
    std::string hint;            // a name people know, for the CTE: "orders base"

    const Column *column(std::string_view name) const; // ignoring case; null: none
};

// Makers: they work out the columns of the result. Types of expressions must be set; names are taken as given.
RelationPtr makeScan(TableSource source, std::vector<Column> columns);
RelationPtr makeProject(RelationPtr input, std::vector<NamedExpression> items);
RelationPtr makeFilter(RelationPtr input, ExpressionPtr condition);
RelationPtr makeAggregate(RelationPtr input, std::vector<NamedExpression> keys,
                          std::vector<NamedExpression> aggregates);
RelationPtr makeJoin(RelationPtr left, RelationPtr right, JoinType type, ExpressionPtr condition,
                     std::vector<std::string> rightNames, bool nullsMatch = false);
RelationPtr makeUnionAll(std::vector<RelationPtr> inputs);
RelationPtr makeSort(RelationPtr input, std::vector<OrderKey> keys);
RelationPtr makeLimit(RelationPtr input, std::int64_t count);
RelationPtr makeValues(std::string name, std::vector<Value> values);
RelationPtr withHint(const RelationPtr &relation, std::string hint);

template <class T>
const T *as(const RelationPtr &relation)
{
    return relation ? std::get_if<T>(&relation->value) : nullptr;
}

} // namespace tessera::model::query

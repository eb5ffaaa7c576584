// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reference_evaluator.h"

#include <algorithm>
#include <map>

#include "model/formula/lexer.h"
#include "model/formula/scalar/rows.h"

namespace tessera::tests {

using namespace model;
using namespace model::query;
using formula::FunctionKind;
using formula::Operator;

namespace {

using Cells = std::vector<Value>;
using Results = std::map<const Expression *, Cells>; // of windows and aggregates, a value per row

std::size_t indexOf(const std::vector<Column> &columns, const std::string &name)
{
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name == name)
            return i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (foldName(columns[i].name) == foldName(name))
            return i;
    }
    qFatal("no column %s", name.c_str());
}

class Runner
{
public:
    Runner(const PlainTables &tables, const formula::Environment &environment)
        : m_tables(tables)
        , m_environment(environment)
    {
    }

    const PlainRows &run(const RelationPtr &relation)
    {
        const auto known = m_done.find(relation.get());
        if (known != m_done.end())
            return known->second;
        PlainRows out = std::visit([this](const auto &value) { return of(value); }, relation->value);
        if (as<Scan>(relation))
            out = narrowed(out, relation->columns);
        out.columns = relation->columns;
        return m_done.emplace(relation.get(), std::move(out)).first->second;
    }

private:
    // Where an expression is evaluated: a row, or one of each side of a join.
    struct Place
    {
        const PlainRows &left;
        std::size_t leftRow;
        const PlainRows *right = nullptr;
        std::size_t rightRow = 0;
        const Results *results = nullptr;
        bool nullsMatch = false;
    };

    Value value(const ExpressionPtr &expression, const Place &place) const
    {
        if (const auto *column = as<ColumnUse>(expression)) {
            const PlainRows &rows = column->input == 0 ? place.left : *place.right;
            return rows
                .rows[column->input == 0 ? place.leftRow : place.rightRow][indexOf(rows.columns, column->column)];
        }
        if (const auto *fixed = as<Constant>(expression))
            return fixed->value;
        if (place.results) {
            const auto known = place.results->find(expression.get());
            if (known != place.results->end())
                return known->second[place.leftRow];
        }
        if (const auto *access = as<VariantAccess>(expression))
            return part(value(access->base, place), *access);
        if (const auto *one = as<OneOf>(expression))
            return isOneOf(value(one->base, place), one->values);
        if (const auto *called = as<FunctionCall>(expression)) {
            Cells arguments;
            for (const ExpressionPtr &argument : called->arguments)
                arguments.push_back(value(argument, place));
            const formula::ScalarFunction *scalar = formula::findScalar(called->function->name);
            if (!scalar)
                qFatal("%s is not computed here", called->function->name.c_str());
            return formula::callScalar(*scalar, arguments, m_environment);
        }
        const auto *operation = as<Operation>(expression);
        if (!operation)
            qFatal("a window outside a projection");
        Cells operands;
        for (const ExpressionPtr &operand : operation->operands)
            operands.push_back(value(operand, place));
        return operate(operation->op, operands, place.nullsMatch);
    }

    static Value part(const Value &base, const VariantAccess &access)
    {
        if (!base.isVariant())
            return {};
        const auto found = [](const Json *inner) { return inner && !inner->is_null() ? Value(*inner) : Value(); };
        const Json &json = base.variant();
        if (!access.key.empty())
            return found(member(json, access.key));
        const bool inside = json.is_array() && access.index >= 0 && access.index < static_cast<int>(json.size());
        return found(inside ? &json[static_cast<std::size_t>(access.index)] : nullptr);
    }

    static Value isOneOf(const Value &base, const Cells &values)
    {
        return std::any_of(values.begin(), values.end(), [&](const Value &candidate) {
            return !base.isNull() && (compare(base, candidate) == 0 || base == candidate);
        });
    }

    static Value operate(Operator op, const Cells &v, bool nullsMatch)
    {
        switch (op) {
        case Operator::Negate:
            return v[0].isNull() ? Value() : formula::subtractNumbers(Value(0), v[0]);
        case Operator::Not:
            return formula::logicalNot(v[0]);
        case Operator::Power:
            return formula::powerNumbers(v[0], v[1]);
        case Operator::Multiply:
            return formula::multiplyNumbers(v[0], v[1]);
        case Operator::Divide:
            return formula::divideNumbers(v[0], v[1]);
        case Operator::Modulo:
            return formula::moduloNumbers(v[0], v[1]);
        case Operator::Add:
            return formula::addNumbers(v[0], v[1]);
        case Operator::Subtract:
            return formula::subtractNumbers(v[0], v[1]);
        case Operator::Concatenate:
            return formula::concatenate(v[0], v[1]);
        case Operator::And:
            return formula::logicalAnd(v[0], v[1]);
        case Operator::Or:
            return formula::logicalOr(v[0], v[1]);
        default:
            return comparison(op, v[0], v[1], nullsMatch);
        }
    }

    static Value comparison(Operator op, const Value &a, const Value &b, bool nullsMatch)
    {
        if (nullsMatch && op == Operator::Equal && (a.isNull() || b.isNull()))
            return a.isNull() && b.isNull();
        if (a.isVariant() && b.isVariant() && (op == Operator::Equal || op == Operator::NotEqual))
            return (a == b) == (op == Operator::Equal);
        const std::optional<int> order = compare(a, b);
        if (!order)
            return {};
        switch (op) {
        case Operator::Equal:
            return *order == 0;
        case Operator::NotEqual:
            return *order != 0;
        case Operator::Less:
            return *order < 0;
        case Operator::LessEqual:
            return *order <= 0;
        case Operator::Greater:
            return *order > 0;
        default:
            return *order >= 0;
        }
    }

    PlainRows of(const Scan &scan)
    {
        const PlainRows *table = m_tables(scan.source);
        if (!table)
            qFatal("no table %s",
                   scan.source.path.empty() ? scan.source.elementId.c_str() : scan.source.path.back().c_str());
        return *table;
    }

    // A plan names the columns it needs; the table may have more, in any order.
    static PlainRows narrowed(const PlainRows &table, const std::vector<Column> &columns)
    {
        std::vector<std::size_t> places;
        for (const Column &column : columns)
            places.push_back(indexOf(table.columns, column.name));
        PlainRows out;
        for (const std::vector<Value> &row : table.rows) {
            Cells cells;
            for (const std::size_t place : places)
                cells.push_back(row[place]);
            out.rows.push_back(std::move(cells));
        }
        return out;
    }

    PlainRows of(const Project &project)
    {
        const PlainRows &input = run(project.input);
        Results windows;
        for (const NamedExpression &item : project.items) {
            visit(item.expression, [&](const ExpressionPtr &node) {
                if (const auto *over = as<Window>(node))
                    windows[node.get()] = windowResults(*over, input);
            });
        }
        PlainRows out;
        for (std::size_t row = 0; row < input.rows.size(); ++row) {
            Cells cells;
            for (const NamedExpression &item : project.items)
                cells.push_back(value(item.expression, {input, row, nullptr, 0, &windows}));
            out.rows.push_back(std::move(cells));
        }
        return out;
    }

    Cells keyOf(const std::vector<ExpressionPtr> &parts, const PlainRows &input, std::size_t row) const
    {
        Cells key;
        for (const ExpressionPtr &part : parts)
            key.push_back(value(part, {input, row}));
        return key;
    }

    // Row numbers by group, groups in order of their first row.
    std::vector<std::vector<std::size_t>> groups(const std::vector<ExpressionPtr> &keys, const PlainRows &input) const
    {
        std::vector<std::vector<std::size_t>> all;
        std::map<std::string, std::size_t> found;
        for (std::size_t row = 0; row < input.rows.size(); ++row) {
            std::string text;
            for (const Value &part : keyOf(keys, input, row))
                text += part.isNull() ? "~"
                                      : std::to_string(part.data().index() == 3 ? 2 : part.data().index()) + '=' +
                                            plainText(part) + '\x1f';
            const auto [at, fresh] = found.emplace(text, all.size());
            if (fresh)
                all.emplace_back();
            all[at->second].push_back(row);
        }
        return all;
    }

    void sortRows(std::vector<std::size_t> &order, const std::vector<OrderKey> &keys, const PlainRows &input) const
    {
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return before(keys, input, a, b); });
    }

    bool before(const std::vector<OrderKey> &keys, const PlainRows &input, std::size_t a, std::size_t b) const
    {
        for (const OrderKey &key : keys) {
            const Value left = value(key.expression, {input, a}), right = value(key.expression, {input, b});
            if (comesBefore(left, right, key.descending, key.nullsFirst))
                return true;
            if (comesBefore(right, left, key.descending, key.nullsFirst))
                return false;
        }
        return false;
    }

    Cells windowResults(const Window &over, const PlainRows &input) const
    {
        Cells out(input.rows.size());
        for (std::vector<std::size_t> &rows : groups(over.partitionBy, input)) {
            sortRows(rows, over.orderBy, input);
            std::vector<Cells> arguments;
            std::vector<int> peers;
            for (std::size_t i = 0; i < rows.size(); ++i) {
                arguments.push_back(keyOf(over.call.arguments, input, rows[i]));
                peers.push_back(i == 0 ? 0 : peers.back() + before(over.orderBy, input, rows[i - 1], rows[i]));
            }
            const Cells results = windowPlainly(over.call.function->name, arguments, peers);
            for (std::size_t i = 0; i < rows.size(); ++i)
                out[rows[i]] = results[i];
        }
        return out;
    }

    PlainRows of(const Filter &filter)
    {
        const PlainRows &input = run(filter.input);
        PlainRows out;
        for (std::size_t row = 0; row < input.rows.size(); ++row) {
            if (formula::isTrue(value(filter.condition, {input, row})))
                out.rows.push_back(input.rows[row]);
        }
        return out;
    }

    PlainRows of(const Aggregate &aggregate)
    {
        const PlainRows &input = run(aggregate.input);
        std::vector<ExpressionPtr> keys;
        for (const NamedExpression &key : aggregate.keys)
            keys.push_back(key.expression);
        auto all = groups(keys, input);
        if (keys.empty() && all.empty())
            all.emplace_back();
        PlainRows out;
        const PlainRows nowhere{input.columns, {Cells(input.columns.size())}};
        for (const std::vector<std::size_t> &rows : all) {
            Cells cells = rows.empty() ? Cells() : keyOf(keys, input, rows.front());
            for (const NamedExpression &item : aggregate.aggregates) {
                Results results;
                collect(item.expression, input, rows, results);
                cells.push_back(value(item.expression, {nowhere, 0, nullptr, 0, &results}));
            }
            out.rows.push_back(std::move(cells));
        }
        return out;
    }

    void collect(const ExpressionPtr &expression, const PlainRows &input, const std::vector<std::size_t> &rows,
                 Results &results)
    {
        visit(expression, [&](const ExpressionPtr &node) {
            const auto *called = as<FunctionCall>(node);
            if (!called ||
                (called->function->kind != FunctionKind::Aggregate && called->function->name != "SparklineAgg"))
                return;
            std::vector<Cells> arguments;
            for (const std::size_t row : rows)
                arguments.push_back(keyOf(called->arguments, input, row));
            const bool countsRows = called->arguments.empty();
            results[node.get()] = {countsRows ? Value(static_cast<std::int64_t>(rows.size()))
                                              : aggregatePlainly(called->function->name, arguments)};
        });
    }

    PlainRows of(const Join &join)
    {
        const PlainRows &left = run(join.left);
        const PlainRows &right = run(join.right);
        PlainRows out;
        std::vector<bool> used(right.rows.size());
        const auto emit = [&](const Cells *a, const Cells *b) {
            Cells cells = a ? *a : Cells(left.columns.size());
            const Cells other = b ? *b : Cells(right.columns.size());
            cells.insert(cells.end(), other.begin(), other.end());
            out.rows.push_back(std::move(cells));
        };
        const std::map<std::string, std::vector<std::size_t>> index = indexed(join, right, 1, right.rows.size());
        std::vector<std::size_t> everything(index.empty() ? right.rows.size() : 0);
        for (std::size_t r = 0; r < everything.size(); ++r)
            everything[r] = r;
        const std::map<std::string, std::vector<std::size_t>> asked =
            index.empty() ? index : indexed(join, left, 0, left.rows.size());
        const std::vector<std::size_t> nobody;
        std::vector<const std::vector<std::size_t> *> partners(left.rows.size(), &everything);
        for (const auto &[key, rows] : asked) {
            const auto found = index.find(key);
            for (const std::size_t l : rows)
                partners[l] = found == index.end() ? &nobody : &found->second;
        }
        for (std::size_t l = 0; l < left.rows.size(); ++l) {
            bool matched = false;
            for (const std::size_t r : *partners[l]) {
                if (join.condition &&
                    !formula::isTrue(value(join.condition, {left, l, &right, r, nullptr, join.nullsMatch})))
                    continue;
                matched = used[r] = true;
                emit(&left.rows[l], &right.rows[r]);
            }
            if (!matched && (join.type == JoinType::Left || join.type == JoinType::Full))
                emit(&left.rows[l], nullptr);
        }
        for (std::size_t r = 0; r < right.rows.size(); ++r) {
            if (!used[r] && (join.type == JoinType::Right || join.type == JoinType::Full))
                emit(nullptr, &right.rows[r]);
        }
        return out;
    }

    // Rows of one side by the columns that must be equal; empty where the condition names none.
    std::map<std::string, std::vector<std::size_t>> indexed(const Join &join, const PlainRows &rows, int side,
                                                            std::size_t count) const
    {
        std::vector<std::size_t> columns;
        bool conjunction = true;
        visit(join.condition, [&](const ExpressionPtr &node) {
            const auto *operation = as<Operation>(node);
            conjunction =
                conjunction && !(operation && (operation->op == Operator::Or || operation->op == Operator::Not));
        });
        if (!conjunction)
            return {};
        visit(join.condition, [&](const ExpressionPtr &node) {
            const auto *operation = as<Operation>(node);
            if (!operation || operation->op != Operator::Equal)
                return;
            const auto *a = as<ColumnUse>(operation->operands[0]), *b = as<ColumnUse>(operation->operands[1]);
            if (a && b && a->input != b->input)
                columns.push_back(indexOf(rows.columns, a->input == side ? a->column : b->column));
        });
        std::map<std::string, std::vector<std::size_t>> out;
        for (std::size_t row = 0; !columns.empty() && row < count; ++row) {
            std::string key;
            for (const std::size_t column : columns)
                key += plainText(rows.rows[row][column]) + '\x1f';
            out[key].push_back(row);
        }
        return out;
    }

    PlainRows of(const UnionAll &all)
    {
        PlainRows out;
        for (const RelationPtr &input : all.inputs) {
            const PlainRows &rows = run(input);
            out.rows.insert(out.rows.end(), rows.rows.begin(), rows.rows.end());
        }
        return out;
    }

    PlainRows of(const Sort &sort)
    {
        const PlainRows &input = run(sort.input);
        std::vector<std::size_t> order;
        for (std::size_t row = 0; row < input.rows.size(); ++row)
            order.push_back(row);
        sortRows(order, sort.keys, input);
        PlainRows out;
        for (const std::size_t row : order)
            out.rows.push_back(input.rows[row]);
        return out;
    }

    PlainRows of(const Limit &limit)
    {
        PlainRows out = run(limit.input);
        if (static_cast<std::int64_t>(out.rows.size()) > limit.count)
            out.rows.resize(static_cast<std::size_t>(limit.count));
        return out;
    }

    PlainRows of(const Values &values)
    {
        PlainRows out;
        for (const Value &value : values.values)
            out.rows.push_back({value});
        return out;
    }

    const PlainTables &m_tables;
    const formula::Environment &m_environment;
    std::map<const Relation *, PlainRows> m_done;
};

} // namespace

bool comesBefore(const Value &a, const Value &b, bool descending, bool nullsFirst)
{
    if (a.isNull() || b.isNull())
        return a.isNull() != b.isNull() && a.isNull() == nullsFirst;
    const std::optional<int> order = compare(a, b);
    const int way = order ? *order : plainText(a).compare(plainText(b));
    return descending ? way > 0 : way < 0;
}

PlainRows evaluatePlainly(const RelationPtr &relation, const PlainTables &tables,
                          const formula::Environment &environment)
{
    return Runner(tables, environment).run(relation);
}

ResultTable evaluate(const RelationPtr &relation, const PlainTables &tables, const formula::Environment &environment)
{
    const PlainRows rows = evaluatePlainly(relation, tables, environment);
    ResultTable out;
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        const ValueType type = rows.columns[i].type;
        ColumnData::Cells cells = std::vector<std::string>();
        if (type == ValueType::Number || type == ValueType::Logical || type == ValueType::Date)
            cells = std::vector<std::int64_t>();
        ColumnData data(type, std::move(cells), {});
        for (const std::vector<Value> &row : rows.rows)
            data.append(row[i]);
        out.columns.push_back({{}, rows.columns[i].name, std::move(data)});
    }
    return out;
}

} // namespace tessera::tests

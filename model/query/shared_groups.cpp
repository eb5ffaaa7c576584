// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/shared_groups.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/formula/lexer.h"
#include "model/query/element_plan.h"

namespace tessera::model::query {

namespace {

// Rows of one table on their way to a grouping, all in terms of the table's columns.
struct Rows
{
    const Relation *scan = nullptr;
    std::map<std::string, ExpressionPtr> columns; // by folded name
    std::vector<ExpressionPtr> conditions;
};

// An expression over the columns of the table; null where it cannot be written so.
class Inliner
{
public:
    explicit Inliner(const Rows &rows) : m_rows(rows) {}

    ExpressionPtr run(const ExpressionPtr &expression) const
    {
        if (const auto *column = as<ColumnUse>(expression)) {
            const auto found = m_rows.columns.find(foldName(column->column));
            return found == m_rows.columns.end() ? nullptr : found->second;
        }
        Expression copy = *expression;
        bool fine = !as<Window>(expression);
        if (auto *called = std::get_if<FunctionCall>(&copy.value))
            fine = runAll(called->arguments);
        else if (auto *operated = std::get_if<Operation>(&copy.value))
            fine = runAll(operated->operands);
        else if (auto *access = std::get_if<VariantAccess>(&copy.value))
            fine = (access->base = run(access->base)) != nullptr;
        else if (auto *one = std::get_if<OneOf>(&copy.value))
            fine = (one->base = run(one->base)) != nullptr;
        return fine ? std::make_shared<const Expression>(std::move(copy)) : nullptr;
    }

private:
    bool runAll(std::vector<ExpressionPtr> &parts) const
    {
        return std::ranges::all_of(parts, [&](ExpressionPtr &part) { return (part = run(part)) != nullptr; });
    }

    const Rows &m_rows;
};

std::optional<Rows> rowsOf(const RelationPtr &relation)
{
    if (as<Scan>(relation)) {
        Rows rows{relation.get(), {}, {}};
        for (const Column &column : relation->columns)
            rows.columns.emplace(foldName(column.name), use(column.name, column.type));
        return rows;
    }
    if (const auto *filter = as<Filter>(relation)) {
        auto rows = rowsOf(filter->input);
        const ExpressionPtr condition = rows ? Inliner(*rows).run(filter->condition) : nullptr;
        if (!condition)
            return std::nullopt;
        rows->conditions.push_back(condition);
        return rows;
    }
    const auto *project = as<Project>(relation);
    auto rows = project ? rowsOf(project->input) : std::nullopt;
    if (!rows)
        return std::nullopt;
    std::map<std::string, ExpressionPtr> columns;
    for (const NamedExpression &item : project->items) {
        // What cannot be written so may be there as long as nobody asks for it.
        if (ExpressionPtr expression = Inliner(*rows).run(item.expression))
            columns.emplace(foldName(item.name), std::move(expression));
    }
    rows->columns = std::move(columns);
    return rows;
}

bool inlineAll(const Rows &rows, const std::vector<NamedExpression> &items, std::vector<ExpressionPtr> &out)
{
    return std::ranges::all_of(items, [&](const NamedExpression &item) {
        out.push_back(Inliner(rows).run(item.expression));
        return out.back() != nullptr;
    });
}

std::string textOf(const TableSource &source)
{
    std::string text = std::to_string(static_cast<int>(source.kind));
    std::vector<std::string> parts = {source.connectionId, source.dataModelId, source.elementId, source.statement};
    parts.insert(parts.end(), source.path.begin(), source.path.end());
    for (const std::string &part : parts)
        text += '\x1f' + part;
    for (const Value &value : source.parameters)
        text += '\x1f' + std::to_string(value.data().index()) + plainText(value);
    return text;
}

std::optional<GroupRequest> requestOf(const Relation &node, const Aggregate &aggregate)
{
    const auto rows = rowsOf(aggregate.input);
    if (!rows || (aggregate.keys.empty() && aggregate.aggregates.empty()))
        return std::nullopt;
    GroupRequest request;
    request.node = &node;
    request.source = std::get<Scan>(rows->scan->value).source;
    request.columns = rows->scan->columns;
    request.conditions = rows->conditions;
    if (!inlineAll(*rows, aggregate.keys, request.keys) || !inlineAll(*rows, aggregate.aggregates, request.aggregates))
        return std::nullopt;
    std::set<std::string> conditions;
    for (const ExpressionPtr &condition : request.conditions)
        conditions.insert(fingerprint(condition));
    request.rows = textOf(request.source);
    for (const std::string &condition : conditions)
        request.rows += '\x1e' + condition;
    for (const ExpressionPtr &key : request.keys)
        request.rows += '\x1d' + fingerprint(key);
    return request;
}

std::vector<RelationPtr> inputsOf(const RelationPtr &relation)
{
    struct Inputs
    {
        std::vector<RelationPtr> operator()(const Join &join) const { return {join.left, join.right}; }
        std::vector<RelationPtr> operator()(const UnionAll &all) const { return all.inputs; }
        std::vector<RelationPtr> operator()(const Scan &) const { return {}; }
        std::vector<RelationPtr> operator()(const Values &) const { return {}; }
        std::vector<RelationPtr> operator()(const Project &one) const { return {one.input}; }
        std::vector<RelationPtr> operator()(const Filter &one) const { return {one.input}; }
        std::vector<RelationPtr> operator()(const Aggregate &one) const { return {one.input}; }
        std::vector<RelationPtr> operator()(const Sort &one) const { return {one.input}; }
        std::vector<RelationPtr> operator()(const Limit &one) const { return {one.input}; }
    };
    return std::visit(Inputs(), relation->value);
}

void collect(const RelationPtr &relation, std::set<const Relation *> &seen, std::vector<GroupRequest> &out)
{
    if (!seen.insert(relation.get()).second)
        return;
    if (const auto *aggregate = as<Aggregate>(relation)) {
        if (auto request = requestOf(*relation, *aggregate))
            out.push_back(std::move(*request));
    }
    for (const RelationPtr &input : inputsOf(relation))
        collect(input, seen, out);
}

class Replacer
{
public:
    explicit Replacer(const std::vector<std::pair<const Relation *, RelationPtr>> &replacements)
        : m_done(replacements.begin(), replacements.end())
    {
    }

    RelationPtr run(const RelationPtr &relation)
    {
        if (const auto known = m_done.find(relation.get()); known != m_done.end())
            return known->second;
        Relation copy = *relation;
        std::visit([&](auto &value) { runIn(value); }, copy.value);
        RelationPtr made = inputsOf(relation).empty() ? relation : std::make_shared<const Relation>(std::move(copy));
        return m_done.emplace(relation.get(), std::move(made)).first->second;
    }

private:
    void runIn(Scan &) {}
    void runIn(Values &) {}
    void runIn(Join &join)
    {
        join.left = run(join.left);
        join.right = run(join.right);
    }
    void runIn(UnionAll &all)
    {
        for (RelationPtr &input : all.inputs)
            input = run(input);
    }
    template <class OneInput>
    void runIn(OneInput &value)
    {
        value.input = run(value.input);
    }

    std::map<const Relation *, RelationPtr> m_done;
};

} // namespace

std::vector<GroupRequest> groupRequests(const RelationPtr &plan)
{
    std::vector<GroupRequest> out;
    std::set<const Relation *> seen;
    if (plan)
        collect(plan, seen, out);
    return out;
}

void SharedGroups::add(const GroupRequest &request)
{
    if (m_requests++ == 0)
        m_first = request;
    for (const Column &column : request.columns) {
        if (std::ranges::find(m_columns, column.name, &Column::name) == m_columns.end())
            m_columns.push_back(column);
    }
    for (const ExpressionPtr &aggregate : request.aggregates) {
        std::string text = fingerprint(aggregate);
        if (std::ranges::find(m_fingerprints, text) != m_fingerprints.end())
            continue;
        m_fingerprints.push_back(std::move(text));
        m_aggregates.push_back(aggregate);
    }
}

RelationPtr SharedGroups::relation() const
{
    RelationPtr rows = makeScan(m_first.source, m_columns);
    if (const ExpressionPtr condition = allOf(m_first.conditions))
        rows = makeFilter(rows, condition);
    std::vector<NamedExpression> keys, aggregates;
    for (std::size_t i = 0; i < m_first.keys.size(); ++i)
        keys.push_back({'k' + std::to_string(i), m_first.keys[i]});
    for (std::size_t i = 0; i < m_aggregates.size(); ++i)
        aggregates.push_back({'a' + std::to_string(i), m_aggregates[i]});
    return makeAggregate(rows, std::move(keys), std::move(aggregates));
}

std::string SharedGroups::nameOf(const ExpressionPtr &aggregate) const
{
    return 'a' + std::to_string(std::ranges::find(m_fingerprints, fingerprint(aggregate)) - m_fingerprints.begin());
}

RelationPtr SharedGroups::reading(const GroupRequest &request, const TableSource &table) const
{
    std::vector<NamedExpression> items;
    std::vector<Column> columns;
    const std::vector<Column> &names = request.node->columns; // keys, then aggregates
    for (std::size_t i = 0; i < names.size(); ++i) {
        const bool key = i < request.keys.size();
        const std::string name = key ? 'k' + std::to_string(i) : nameOf(request.aggregates[i - request.keys.size()]);
        if (std::ranges::find(columns, name, &Column::name) == columns.end())
            columns.push_back({name, names[i].type});
        items.push_back({names[i].name, use(name, names[i].type)});
    }
    RelationPtr reading = makeProject(makeScan(table, columns), std::move(items));
    return request.node->hint.empty() ? reading : withHint(reading, request.node->hint);
}

RelationPtr withReplaced(const RelationPtr &plan,
                         const std::vector<std::pair<const Relation *, RelationPtr>> &replacements)
{
    return Replacer(replacements).run(plan);
}

} // namespace tessera::model::query

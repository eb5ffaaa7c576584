// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/composite_sources.h"

#include <algorithm>
#include <map>
#include <set>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/query/agreed.h"
#include "model/query/fresh_names.h"
#include "model/query/planner.h"

namespace tessera::model::query {

using formula::Operator;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::SourcePlan)
};

class JoinSource : public SourcePlan
{
public:
    struct Leg
    {
        std::string name;
        std::string elementName; // also answers to it
        std::string element;     // key
        std::unique_ptr<SourcePlan> source;
        JoinType type = JoinType::Left;
        bool once = false; // lookup: at most one partner
        struct Key
        {
            std::string left; // in the joined relation
            Column leftColumn, right;
            std::string op;
        };
        std::vector<Key> keys;
        std::map<std::string, std::string> names; // column of the leg -> column of the join
        std::vector<Column> columns;
    };

    std::optional<Column> use(const Wanted &wanted) override
    {
        for (Leg &leg : m_legs) {
            const bool named = foldName(leg.name) == foldName(wanted.prefix) && !wanted.prefix.empty();
            const bool byElement = (!wanted.element.empty() && wanted.element == leg.element &&
                                    (wanted.prefix.empty() || foldName(leg.elementName) == foldName(wanted.prefix))) ||
                                   (!leg.elementName.empty() && foldName(leg.elementName) == foldName(wanted.prefix));
            if (named || byElement) {
                if (const auto column = useLeg(leg, wanted))
                    return column;
            }
        }
        if (wanted.prefix.empty() && !m_legs.empty())
            return useLeg(m_legs.front(), wanted);
        return std::nullopt;
    }

    std::optional<Column> useLeg(Leg &leg, const Wanted &wanted)
    {
        const auto column = leg.source ? leg.source->use(wanted) : std::nullopt;
        if (!column)
            return std::nullopt;
        const auto [at, isNew] = leg.names.try_emplace(column->name);
        if (isNew) {
            at->second = m_names.fresh(column->name);
            leg.columns.push_back(*column);
        }
        return Column{at->second, column->type};
    }

    RelationPtr build() override
    {
        RelationPtr all = firstLeg();
        for (std::size_t i = 1; i < m_legs.size(); ++i)
            all = joined(all, m_legs[i]);
        return all;
    }

    std::vector<std::string> columnNames() const override
    {
        std::vector<std::string> names;
        for (const Leg &leg : m_legs) {
            const std::vector<std::string> more = leg.source ? leg.source->columnNames() : std::vector<std::string>();
            names.insert(names.end(), more.begin(), more.end());
        }
        return names;
    }

    std::vector<Leg> &legs() { return m_legs; }

private:
    RelationPtr firstLeg()
    {
        Leg &leg = m_legs.front();
        std::vector<NamedExpression> items;
        for (const Column &column : leg.columns)
            items.push_back({leg.names.at(column.name), query::use(column.name, column.type)});
        if (items.empty())
            items.push_back({m_names.fresh("one"), constant(Value(1))});
        return makeProject(leg.source->build(), items);
    }

    static ExpressionPtr condition(const Leg::Key &key)
    {
        const ExpressionPtr left = query::use(key.left, key.leftColumn.type),
                            right = query::use(key.right.name, key.right.type, 1);
        static const std::map<std::string, Operator> operators = {
            {"=", Operator::Equal},      {"!=", Operator::NotEqual}, {"<", Operator::Less},
            {"<=", Operator::LessEqual}, {">", Operator::Greater},   {">=", Operator::GreaterEqual}};
        if (key.op == "within" || key.op == "intersects")
            return call(key.op == "within" ? "Within" : "Intersects", {left, right});
        const auto found = operators.find(key.op);
        return operation(found == operators.end() ? Operator::Equal : found->second, {left, right});
    }

    RelationPtr joined(const RelationPtr &left, Leg &leg)
    {
        RelationPtr right = leg.source->build();
        std::vector<NamedExpression> items;
        std::vector<std::string> names;
        std::vector<ExpressionPtr> conditions;
        for (const Leg::Key &key : leg.keys)
            conditions.push_back(condition(key));
        if (leg.once) {
            std::vector<NamedExpression> keys;
            std::set<std::string> seen;
            for (const Leg::Key &key : leg.keys) {
                if (seen.insert(key.right.name).second)
                    keys.push_back({key.right.name, query::use(key.right.name, key.right.type)});
            }
            for (const Column &column : leg.columns) {
                if (!seen.contains(column.name))
                    items.push_back({column.name, agreedValue(query::use(column.name, column.type))});
            }
            right = makeAggregate(right, keys, items);
        } else {
            for (const Column &column : leg.columns)
                items.push_back({column.name, query::use(column.name, column.type)});
            if (items.empty())
                items.push_back({"one", constant(Value(1))});
            right = makeProject(right, items);
        }
        for (const Column &column : right->columns) {
            const auto name = leg.names.find(column.name);
            names.push_back(name == leg.names.end() ? m_names.fresh(column.name) : name->second);
        }
        const bool cross = leg.type == JoinType::Cross || conditions.empty();
        return makeJoin(left, right, cross ? JoinType::Cross : leg.type, cross ? nullptr : allOf(conditions), names);
    }

    std::vector<Leg> m_legs;
    FreshNames m_names;
};

JoinType joinTypeOf(const std::string &wire)
{
    return wire == "inner"         ? JoinType::Inner
           : wire == "right-outer" ? JoinType::Right
           : wire == "full-outer"  ? JoinType::Full
           : wire == "cross"       ? JoinType::Cross
                                   : JoinType::Left;
}

JoinSource::Leg legOf(Planner &planner, ElementPlan &owner, const SourceView &source, std::string name)
{
    JoinSource::Leg leg;
    leg.name = std::move(name);
    leg.source = planSource(planner, owner, source);
    leg.elementName = sourcePrefix(planner.workbook(), source);
    if (const FactsPtr facts = planner.names().byId(source.workbookElement()))
        leg.element = facts->key;
    return leg;
}

bool isSameSource(const SourceView &a, const SourceView &b)
{
    return a.kind == b.kind && a.elementId == b.elementId && a.path == b.path && a.statement == b.statement &&
           a.dataModelId == b.dataModelId;
}

class UnionSource : public SourcePlan
{
public:
    struct Output
    {
        std::string name;
        std::vector<std::optional<Column>> columns; // per source
        ValueType type = ValueType::Any;
        bool used = false;
    };
    std::vector<std::unique_ptr<SourcePlan>> sources;
    std::vector<UnionMatchView> matches;
    ElementPlan *owner = nullptr;

    std::optional<Column> use(const Wanted &wanted) override
    {
        for (std::size_t i = 0; i < matches.size(); ++i) {
            if (foldName(matches[i].output) == foldName(wanted.name))
                return output(i);
        }
        return std::nullopt;
    }

    RelationPtr build() override
    {
        std::vector<RelationPtr> parts;
        for (std::size_t part = 0; part < sources.size(); ++part) {
            if (!sources[part])
                continue;
            std::vector<NamedExpression> items;
            for (const auto &[index, out] : m_outputs) {
                const std::optional<Column> &column = out.columns[part];
                items.push_back(
                    {out.name, column ? query::use(column->name, column->type) : constant(Value(), out.type)});
            }
            if (items.empty())
                items.push_back({"one", constant(Value(1))});
            parts.push_back(makeProject(sources[part]->build(), items));
        }
        return parts.empty() ? makeFilter(makeValues("one", {Value(1)}), constant(Value(false))) : makeUnionAll(parts);
    }

    std::vector<std::string> columnNames() const override
    {
        std::vector<std::string> names;
        for (const UnionMatchView &match : matches)
            names.push_back(match.output);
        return names;
    }

private:
    Column output(std::size_t index)
    {
        const auto [at, isNew] = m_outputs.try_emplace(index);
        Output &out = at->second;
        if (isNew) {
            out.name = matches[index].output;
            for (std::size_t part = 0; part < sources.size(); ++part) {
                const bool given = part < matches[index].columns.size() && !matches[index].columns[part].empty();
                std::optional<Column> column;
                if (given && sources[part])
                    column = sources[part]->use(wantedColumn(matches[index].columns[part]));
                if (given && sources[part] && !column)
                    owner->problem({}, matches[index].pointer,
                                   Texts::tr("Source %1 of the union has no column %2.")
                                       .arg(part + 1)
                                       .arg(toQString(matches[index].columns[part])));
                if (column && out.type == ValueType::Any)
                    out.type = column->type;
                out.columns.push_back(std::move(column));
            }
        }
        return {out.name, out.type};
    }

    std::map<std::size_t, Output> m_outputs;
};

} // namespace

std::unique_ptr<SourcePlan> planJoin(Planner &planner, ElementPlan &owner, const SourceView &join)
{
    auto source = std::make_unique<JoinSource>();
    std::vector<SourceView> views;
    if (join.parts.empty())
        return nullptr;
    source->legs().push_back(legOf(planner, owner, join.parts.front(), join.name));
    views.push_back(join.parts.front());
    for (const JoinLegView &view : joinLegs(owner.element(), join)) {
        JoinSource::Leg leg = legOf(planner, owner, view.right, view.name);
        leg.type = joinTypeOf(view.type);
        leg.once = view.type == "lookup";
        if (!leg.source)
            continue; // reported; the other legs still give rows
        const auto left =
            std::find_if(views.begin(), views.end(), [&](const SourceView &v) { return isSameSource(v, view.left); });
        const std::size_t at = left == views.end() ? 0 : static_cast<std::size_t>(left - views.begin());
        source->legs().push_back(std::move(leg));
        views.push_back(view.right);
        JoinSource::Leg &made = source->legs().back();
        for (const JoinKeyView &key : view.keys) {
            SourcePlan::Wanted leftWanted = wantedColumn(key.left), rightWanted = wantedColumn(key.right);
            leftWanted.prefix.clear();
            rightWanted.prefix.clear();
            const auto leftColumn = source->useLeg(source->legs()[at], leftWanted);
            const auto rightColumn = made.source->use(rightWanted);
            if (!leftColumn || !rightColumn) {
                owner.problem({}, view.pointer,
                              Texts::tr("A key of the join is not in its source: %1.")
                                  .arg(toQString(leftColumn ? key.right : key.left)));
                continue;
            }
            source->useLeg(made, rightWanted);
            made.keys.push_back({leftColumn->name, *leftColumn, *rightColumn, key.op});
        }
    }
    if (!source->legs().front().source)
        return nullptr;
    return source;
}

std::unique_ptr<SourcePlan> planUnion(Planner &planner, ElementPlan &owner, const SourceView &all)
{
    auto source = std::make_unique<UnionSource>();
    source->owner = &owner;
    source->matches = unionMatches(owner.element(), all);
    for (const SourceView &part : all.parts)
        source->sources.push_back(planSource(planner, owner, part));
    return source;
}

} // namespace tessera::model::query

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/composite_sources.h"

#include <algorithm>
#include <map>
#include <set>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/query/agreed.h"
#include "model/query/planner.h"

namespace tessera::model::query {

using formula::Operator;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::SourcePlan)
};

ExpressionPtr same(const ExpressionPtr &left, const ExpressionPtr &right)
{
    return operation(Operator::Equal, {left, right});
}

class Names // gives each column a name of its own
{
public:
    std::string fresh(const std::string &name)
    {
        std::string candidate = name;
        for (int i = 2; !m_taken.insert(foldName(candidate)).second; ++i)
            candidate = name + ' ' + std::to_string(i);
        return candidate;
    }

private:
    std::set<std::string> m_taken;
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
            const bool byElement = (!wanted.element.empty() && wanted.element == leg.element
                                    && (wanted.prefix.empty() || foldName(leg.elementName) == foldName(wanted.prefix)))
                || (!leg.elementName.empty() && foldName(leg.elementName) == foldName(wanted.prefix));
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
        const ExpressionPtr left = query::use(key.left, key.leftColumn.type), right = query::use(key.right.name, key.right.type, 1);
        static const std::map<std::string, Operator> operators = {{"=", Operator::Equal},     {"!=", Operator::NotEqual},
                                                                  {"<", Operator::Less},      {"<=", Operator::LessEqual},
                                                                  {">", Operator::Greater},   {">=", Operator::GreaterEqual}};
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
    Names m_names;
};

JoinType joinTypeOf(const std::string &wire)
{
    return wire == "inner"       ? JoinType::Inner
        : wire == "right-outer"  ? JoinType::Right
        : wire == "full-outer"   ? JoinType::Full
        : wire == "cross"        ? JoinType::Cross
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
    return a.kind == b.kind && a.elementId == b.elementId && a.path == b.path && a.statement == b.statement
        && a.dataModelId == b.dataModelId;
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
                items.push_back({out.name, column ? query::use(column->name, column->type) : constant(Value(), out.type)});
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
                    owner->problem({}, matches[index].pointer, Texts::tr("Source %1 of the union has no column %2.")
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

// Columns that become rows: a label column and a value column; the others repeat.
class ToRows : public SourcePlan
{
public:
    std::unique_ptr<SourcePlan> source;
    TransposeView view;
    ElementPlan *owner = nullptr;
    std::string pointer;

    std::optional<Column> use(const Wanted &wanted) override
    {
        if (foldName(wanted.name) == foldName(view.labelName))
            return Column{view.labelName, ValueType::Text};
        if (foldName(wanted.name) == foldName(view.valueName)) {
            prepareMerged();
            return Column{view.valueName, m_type};
        }
        Wanted inner = wanted;
        inner.prefix.clear();
        const auto column = source->use(inner);
        if (!column)
            return std::nullopt;
        const auto known = std::find_if(m_kept.begin(), m_kept.end(), [&](const auto &kept) { return kept.second.name == column->name; });
        if (known != m_kept.end())
            return Column{known->first, column->type};
        m_kept.emplace_back(column->name, *column);
        return column;
    }

    RelationPtr build() override
    {
        const RelationPtr input = source->build();
        std::vector<RelationPtr> parts;
        for (const auto &[label, column] : m_merged) {
            std::vector<NamedExpression> items;
            for (const auto &[name, kept] : m_kept)
                items.push_back({name, query::use(kept.name, kept.type)});
            items.push_back({view.labelName, constant(Value(label))});
            items.push_back({view.valueName, column.type == m_type ? query::use(column.name, column.type)
                                                                   : call("Text", {query::use(column.name, column.type)})});
            parts.push_back(makeProject(input, items));
        }
        return parts.empty() ? makeFilter(makeValues("one", {Value(1)}), constant(Value(false))) : makeUnionAll(parts);
    }

    std::vector<std::string> columnNames() const override
    {
        std::vector<std::string> names = source->columnNames();
        std::erase_if(names, [&](const std::string &name) {
            return std::any_of(view.merged.begin(), view.merged.end(), [&](const auto &m) { return foldName(wantedColumn(m).name) == foldName(name); });
        });
        names.push_back(view.labelName);
        names.push_back(view.valueName);
        return names;
    }

    void prepareMerged()
    {
        if (m_prepared)
            return;
        m_prepared = true;
        for (const std::string &merged : view.merged) {
            Wanted wanted = wantedColumn(merged);
            wanted.prefix.clear();
            const auto column = source->use(wanted);
            if (!column) {
                owner->problem({}, pointer, Texts::tr("The column to merge is not in the source: %1.").arg(toQString(merged)));
                continue;
            }
            m_merged.emplace_back(labelOf(merged, wanted.name), *column);
            m_type = m_type == ValueType::Any || m_type == column->type ? column->type : ValueType::Text;
        }
    }

private:
    // A column named by its id shows its name.
    std::string labelOf(const std::string &, const std::string &name) const
    {
        const auto outer = sourceOf(owner->element());
        const Object *element = outer && !outer->parts.empty()
            ? owner->planner().workbook().elements.findById(outer->parts.front().elementId)
            : nullptr;
        const std::string shown = element ? columnName(*element, name) : std::string();
        return shown.empty() ? name : shown;
    }

    std::vector<std::pair<std::string, Column>> m_kept, m_merged;
    ValueType m_type = ValueType::Any;
    bool m_prepared = false;
};

// Values of a column that become columns; one row for each combination of the others.
class ToColumns : public SourcePlan
{
public:
    std::unique_ptr<SourcePlan> source;
    TransposeView view;
    ElementPlan *owner = nullptr;
    std::string pointer;

    void prepare()
    {
        m_spread = source->use(plain(view.spread));
        m_value = source->use(plain(view.value.empty() ? view.spread : view.value));
        if (!m_spread || !m_value) {
            owner->problem({}, pointer, Texts::tr("The columns to spread are not in the source."));
            return;
        }
        for (const std::string &name : source->columnNames()) {
            const auto column = source->use({{}, name, {}, {}});
            if (column && column->name != m_spread->name && column->name != m_value->name)
                m_keys.push_back({name, *column});
        }
    }

    std::optional<Column> use(const Wanted &wanted) override
    {
        for (const auto &[name, column] : m_keys) {
            if (foldName(name) == foldName(wanted.name))
                return Column{name, column.type};
        }
        for (const Json &output : view.outputs) {
            const std::string name = nameOf(output);
            if (foldName(name) == foldName(wanted.name) && m_spread && m_value) {
                m_used.try_emplace(name, wireValue(valueOf(output), m_spread->type));
                return Column{name, typeOfCell()};
            }
        }
        if (view.outputs.empty() && m_spread && m_value) { // nobody listed them: the name is the value
            m_used.try_emplace(wanted.name, fitted(Value(wanted.name), m_spread->type));
            return Column{wanted.name, typeOfCell()};
        }
        return std::nullopt;
    }

    RelationPtr build() override
    {
        std::vector<NamedExpression> keys, cells;
        for (const auto &[name, column] : m_keys)
            keys.push_back({name, query::use(column.name, column.type)});
        for (const auto &[name, value] : m_used)
            cells.push_back({name, cell(value)});
        return makeAggregate(source->build(), keys, cells);
    }

    std::vector<std::string> columnNames() const override
    {
        std::vector<std::string> names;
        for (const auto &[name, column] : m_keys)
            names.push_back(name);
        for (const Json &output : view.outputs)
            names.push_back(nameOf(output));
        return names;
    }

private:
    static Wanted plain(const std::string &text)
    {
        Wanted wanted = wantedColumn(text);
        wanted.prefix.clear();
        return wanted;
    }
    static Json valueOf(const Json &output)
    {
        const Json *value = member(output, "value");
        return value ? *value : output;
    }
    static std::string nameOf(const Json &output)
    {
        const std::string name = stringMember(output, "name");
        return name.empty() ? plainText(wireValue(valueOf(output), ValueType::Any)) : name;
    }
    ValueType typeOfCell() const
    {
        return view.aggregate == "min" || view.aggregate == "max" || view.aggregate.empty() ? m_value->type : ValueType::Number;
    }
    ExpressionPtr cell(const Value &value) const
    {
        static const std::map<std::string, const char *> functions = {
            {"min", "Min"}, {"max", "Max"}, {"count", "Count"}, {"count-distinct", "CountDistinct"}, {"sum", "Sum"},
            {"avg", "Avg"}, {"median", "Median"}};
        const ExpressionPtr here = value.isNull() ? call("IsNull", {query::use(m_spread->name, m_spread->type)})
                                                  : same(query::use(m_spread->name, m_spread->type), constant(value));
        const ExpressionPtr given = query::use(m_value->name, m_value->type);
        if (view.aggregate == "count-if")
            return call("CountIf", m_value->type == ValueType::Logical ? std::vector{here, given} : std::vector{here});
        const auto function = functions.find(view.aggregate);
        const ExpressionPtr picked = call(formula::FunctionCatalogue::shipped().find("If"), {here, given}, m_value->type);
        return call(function == functions.end() ? "Max" : function->second, {picked});
    }

    std::optional<Column> m_spread, m_value;
    std::vector<std::pair<std::string, Column>> m_keys;
    std::map<std::string, Value> m_used;
};

class LinkedRows : public SourcePlan
{
public:
    LinkedRows(ElementPlan &owner, std::unique_ptr<SourcePlan> parent, std::unique_ptr<SourcePlan> stored)
        : m_owner(owner), m_parent(std::move(parent)), m_stored(std::move(stored))
    {
    }

    std::optional<Column> use(const Wanted &wanted) override
    {
        prepareKeys();
        const ColumnView *column = wanted.element == m_owner.element().key() ? m_owner.column(wanted.columnId) : nullptr;
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
    Names m_names;
    bool m_prepared = false;
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
        const auto left = std::find_if(views.begin(), views.end(), [&](const SourceView &v) { return isSameSource(v, view.left); });
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
                owner.problem({}, view.pointer, Texts::tr("A key of the join is not in its source: %1.")
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

std::unique_ptr<SourcePlan> planTranspose(Planner &planner, ElementPlan &owner, const SourceView &transpose)
{
    auto inner = transpose.parts.empty() ? nullptr : planSource(planner, owner, transpose.parts.front());
    if (!inner)
        return nullptr;
    TransposeView view = transposeOf(owner.element(), transpose);
    if (view.toRows) {
        auto source = std::make_unique<ToRows>();
        source->source = std::move(inner);
        source->view = std::move(view);
        source->owner = &owner;
        source->pointer = transpose.pointer;
        source->prepareMerged();
        return source;
    }
    auto source = std::make_unique<ToColumns>();
    source->source = std::move(inner);
    source->view = std::move(view);
    source->owner = &owner;
    source->pointer = transpose.pointer;
    source->prepare();
    return source;
}

std::unique_ptr<SourcePlan> linkedRows(ElementPlan &owner, std::unique_ptr<SourcePlan> parent, std::unique_ptr<SourcePlan> stored)
{
    return std::make_unique<LinkedRows>(owner, std::move(parent), std::move(stored));
}

} // namespace tessera::model::query

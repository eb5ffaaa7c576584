// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/composite_sources.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
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
        const auto known = std::find_if(m_kept.begin(), m_kept.end(),
                                        [&](const auto &kept) { return kept.second.name == column->name; });
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
            items.push_back({view.valueName, column.type == m_type
                                                 ? query::use(column.name, column.type)
                                                 : call("Text", {query::use(column.name, column.type)})});
            parts.push_back(makeProject(input, items));
        }
        return parts.empty() ? makeFilter(makeValues("one", {Value(1)}), constant(Value(false))) : makeUnionAll(parts);
    }

    std::vector<std::string> columnNames() const override
    {
        std::vector<std::string> names = source->columnNames();
        std::erase_if(names, [&](const std::string &name) {
            return std::any_of(view.merged.begin(), view.merged.end(),
                               [&](const auto &m) { return foldName(wantedColumn(m).name) == foldName(name); });
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
                owner->problem({}, pointer,
                               Texts::tr("The column to merge is not in the source: %1.").arg(toQString(merged)));
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
        return view.aggregate == "min" || view.aggregate == "max" || view.aggregate.empty() ? m_value->type
                                                                                            : ValueType::Number;
    }
    ExpressionPtr cell(const Value &value) const
    {
        static const std::map<std::string, const char *> functions = {
            {"min", "Min"}, {"max", "Max"}, {"count", "Count"},  {"count-distinct", "CountDistinct"},
            {"sum", "Sum"}, {"avg", "Avg"}, {"median", "Median"}};
        const ExpressionPtr here = value.isNull() ? call("IsNull", {query::use(m_spread->name, m_spread->type)})
                                                  : same(query::use(m_spread->name, m_spread->type), constant(value));
        const ExpressionPtr given = query::use(m_value->name, m_value->type);
        if (view.aggregate == "count-if")
            return call("CountIf", m_value->type == ValueType::Logical ? std::vector{here, given} : std::vector{here});
        const auto function = functions.find(view.aggregate);
        const ExpressionPtr picked =
            call(formula::FunctionCatalogue::shipped().find("If"), {here, given}, m_value->type);
        return call(function == functions.end() ? "Max" : function->second, {picked});
    }

    std::optional<Column> m_spread, m_value;
    std::vector<std::pair<std::string, Column>> m_keys;
    std::map<std::string, Value> m_used;
};

} // namespace

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

} // namespace tessera::model::query

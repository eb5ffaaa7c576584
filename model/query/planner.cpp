// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/planner.h"

#include <algorithm>

#include <QCoreApplication>

#include "model/formula/lexer.h"
#include "model/formula/template_scanner.h"

namespace tessera::model::query {

namespace {

constexpr int deepestChain = 150;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::Planner)
};

} // namespace

Planner::Planner(const Workbook &workbook, const NameLookup &names, const QueryOptions &options)
    : m_workbook(workbook)
    , m_names(names)
    , m_options(options)
    , m_columns(workbook, names, options.sources)
    , m_controls(m_columns, options)
    , m_environment(options.account)
{
    m_environment.now = options.now;
}

Planner::~Planner() = default;

ElementPlan *Planner::plan(const Key &element, bool filtered)
{
    const std::pair key(element, filtered);
    const auto known = m_plans.find(key);
    if (known != m_plans.end())
        return known->second.get();
    const Object *object = m_workbook.element(element);
    if (!object)
        return nullptr;
    if (m_depth >= deepestChain) {
        report({true, object->id(), {}, {}, Texts::tr("Too many elements stand between this one and its data."), {}});
        return nullptr;
    }
    ElementPlan *made = m_plans.emplace(key, std::make_unique<ElementPlan>(*this, *object)).first->second.get();
    ++m_depth;
    made->prepare(filtered && m_options.filters);
    --m_depth;
    return made;
}

bool Planner::reaches(const ElementPlan *from, const ElementPlan *to) const
{
    if (from == to)
        return true;
    const auto edges = m_edges.find(from);
    return edges != m_edges.end() && std::any_of(edges->second.begin(), edges->second.end(),
                                                 [&](const ElementPlan *next) { return reaches(next, to); });
}

bool Planner::connect(const ElementPlan *reader, const ElementPlan *source)
{
    if (reaches(source, reader))
        return false;
    m_edges[reader].insert(source);
    return true;
}

void Planner::report(QueryProblem problem)
{
    const bool known = std::any_of(m_problems.begin(), m_problems.end(), [&](const QueryProblem &other) {
        return other.elementId == problem.elementId && other.columnId == problem.columnId &&
               other.pointer == problem.pointer && other.message == problem.message;
    });
    if (!known)
        m_problems.push_back(std::move(problem));
}

// {{handle}} becomes :p1, a list :p1, :p2 … so that it fits IN (…).
void Planner::bindControls(TableSource &table)
{
    std::string text;
    std::size_t done = 0;
    for (const TemplatePart &part : scanTemplates(table.statement)) {
        if (!part.closed)
            continue;
        std::string handle(part.formula.in(table.statement));
        if (handle.size() > 2 && handle.front() == '[' && handle.back() == ']')
            handle = handle.substr(1, handle.size() - 2);
        text += table.statement.substr(done, part.whole.offset - done);
        done = part.whole.end();
        const ControlValue &held = m_controls.valueOf(handle);
        std::vector<Value> values = held.values;
        if (values.empty() && (held.low || held.high))
            values = {held.low.value_or(Value()), held.high.value_or(Value())};
        if (values.empty())
            values.emplace_back();
        for (std::size_t i = 0; i < values.size(); ++i) {
            table.parameters.push_back(values[i]);
            text += (i ? ", :p" : ":p") + std::to_string(table.parameters.size());
        }
    }
    text += table.statement.substr(done);
    while (!text.empty() && (text.back() == ';' || static_cast<unsigned char>(text.back()) <= ' '))
        text.pop_back();
    table.statement = std::move(text);
}

} // namespace tessera::model::query

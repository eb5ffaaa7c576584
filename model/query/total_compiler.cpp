// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>

#include "model/base/text.h"
#include "model/formula/lexer.h"
#include "model/names/resolver.h"
#include "model/query/bound_parts.h"
#include "model/query/formula_compiler.h"
#include "model/query/planner.h"
#include "model/query/total_grain.h"

// The part of the formula compiler that computes a formula again at a coarser level: totals.

namespace tessera::model::query {

using formula::BoundCall;
using formula::BoundPtr;
using formula::Operator;
using formula::Symbol;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::model::query::FormulaCompiler)
};

} // namespace

ExpressionPtr FormulaCompiler::rerun(const BoundPtr &node, int grain, const Place &place)
{
    FormulaCompiler again(m_plan, m_column, m_pointer, grain, m_native == ElementPlan::rows ? grain : m_native);
    const ExpressionPtr expression = again.run(node);
    if (!expression)
        return nullptr;
    const ItemUse total = m_plan.addScalar(grain, itemName("total"), expression, again.needs());
    const ItemUse use = m_plan.broadcast(total, grain, place.here);
    merge({use.item}, place);
    return use.expression();
}

ExpressionPtr FormulaCompiler::ofTotal(const BoundPtr &node, const BoundCall &call, const Place &place)
{
    if (call.arguments.empty())
        return problem(Texts::tr("%1 needs an aggregate.").arg(toQString(call.function->name)));
    if (!computesGroups(m_plan, call.arguments.front()))
        return problem(Texts::tr("%1 needs an aggregate here.").arg(toQString(call.function->name)),
                       Texts::tr("Wrap it, for example in Sum(…)."));
    if (place.here != m_own) {
        std::vector<int> needs;
        const ExpressionPtr own = ofTotal(node, call, {m_own, &needs});
        if (!own)
            return nullptr;
        const ItemUse use = m_plan.broadcast(m_plan.addScalar(m_own, itemName("total"), own, needs), m_own, place.here);
        merge({use.item}, place);
        return use.expression();
    }
    const auto constantAt = [&](std::size_t index) {
        const bool given = index < call.arguments.size() && isFoldable(call.arguments[index]);
        return given ? query::as<Constant>(ofConstant(call.arguments[index]))->value : Value();
    };
    const bool table = !isMarks(m_plan);
    std::string mode = call.function->name == "GrandTotal" || !table ? "grand_total" : "parent_grouping";
    if (const Value said = constantAt(1); said.isText())
        mode = said.text();
    const Value drop = constantAt(2);
    const auto keys = totalKeys(m_plan, m_own, foldName(mode), drop.isNumber() ? static_cast<int>(drop.number()) : 1);
    if (!keys)
        return problem(Texts::tr("“%1” totals nothing in an element of this kind.").arg(toQString(mode)));
    const ExpressionPtr total = rerun(call.arguments.front(), m_plan.grainOf(*keys), place);
    if (!total || call.function->name != "PercentOfTotal")
        return total;
    const ExpressionPtr share = part(call.arguments.front(), place);
    return share ? operation(Operator::Divide, {share, total}) : nullptr;
}

ExpressionPtr FormulaCompiler::ofNamedTotal(const Symbol &symbol, const Place &place)
{
    const std::string suffix = foldName(symbol.name.substr(withoutTotal(symbol.name).size()));
    const char *mode = suffix == " (row total)"             ? "row"
                       : suffix == " (parent row total)"    ? "row_parent"
                       : suffix == " (column total)"        ? "column"
                       : suffix == " (parent column total)" ? "column_parent"
                                                            : "grand_total";
    const auto keys = totalKeys(m_plan, m_own, mode, 1);
    if (!keys)
        return problem(Texts::tr("[%1] is a total of pivot tables only.").arg(toQString(symbol.name)));
    const int grain = m_plan.grainOf(*keys);
    const auto total = m_plan.use(symbol.id, grain);
    if (!total)
        return nullptr;
    if (grain != place.here && !m_plan.isFiner(place.here, grain))
        return problem(Texts::tr("[%1] has several values for each group.").arg(toQString(symbol.name)));
    const ItemUse use = m_plan.broadcast(*total, grain, place.here);
    merge({use.item}, place);
    return use.expression();
}

} // namespace tessera::model::query

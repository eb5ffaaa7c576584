// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/query/bound_parts.h"

#include "model/formula/evaluate.h"

namespace tessera::model::query {

using formula::as;
using formula::BoundCall;
using formula::BoundPtr;
using formula::FunctionKind;
using formula::SymbolKind;

void walk(const BoundPtr &node, const std::function<bool(const BoundPtr &)> &enter)
{
    if (!node || !enter(node))
        return;
    if (const auto *call = as<BoundCall>(node)) {
        for (const BoundPtr &argument : call->arguments)
            walk(argument, enter);
    } else if (const auto *operation = as<formula::BoundOperation>(node)) {
        for (const BoundPtr &operand : operation->operands)
            walk(operand, enter);
    } else if (const auto *access = as<formula::BoundAccess>(node)) {
        walk(access->base, enter);
    }
}

bool isRangePart(const BoundPtr &node)
{
    const auto *access = as<formula::BoundAccess>(node);
    const auto *symbol = access ? as<formula::BoundSymbol>(access->base) : nullptr;
    return symbol && symbol->symbol.isRange;
}

bool readsSurroundings(const BoundPtr &node)
{
    bool found = false;
    walk(node, [&](const BoundPtr &part) {
        const auto *call = as<BoundCall>(part);
        const bool clock = call && (call->function->name == "Now" || call->function->name == "Today" ||
                                    call->function->name.starts_with("Current"));
        found = found || clock || as<formula::BoundSymbol>(part);
        return true;
    });
    return found;
}

bool isFoldable(const BoundPtr &node)
{
    bool fine = node->shape == formula::Shape::Constant;
    walk(node, [&](const BoundPtr &part) {
        const auto *call = as<BoundCall>(part);
        if (as<formula::BoundError>(part) || isRangePart(part))
            fine = false;
        if (call && (call->function->kind != FunctionKind::Scalar || !formula::findScalar(call->function->name)))
            fine = false;
        if (const auto *symbol = as<formula::BoundSymbol>(part); symbol && symbol->symbol.kind != SymbolKind::Control)
            fine = false;
        return true;
    });
    return fine;
}

bool isAggregate(const BoundCall &call)
{
    const FunctionKind kind = call.function->kind;
    return kind == FunctionKind::Aggregate || kind == FunctionKind::PassthroughAggregate ||
           call.function->name == "SparklineAgg";
}

} // namespace tessera::model::query

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/formula/bound_walk.h"

namespace tessera::model::formula {

std::vector<BoundPtr> partsOf(const BoundPtr &node)
{
    if (const auto *call = as<BoundCall>(node))
        return call->arguments;
    if (const auto *operation = as<BoundOperation>(node))
        return operation->operands;
    if (const auto *access = as<BoundAccess>(node))
        return {access->base};
    return {};
}

const Symbol *symbolAt(const BoundPtr &root, int place)
{
    if (!root || place < root->span.offset || place > root->span.end())
        return nullptr;
    if (const auto *symbol = as<BoundSymbol>(root))
        return &symbol->symbol;
    for (const BoundPtr &part : partsOf(root)) {
        if (const Symbol *found = symbolAt(part, place))
            return found;
    }
    return nullptr;
}

} // namespace tessera::model::formula

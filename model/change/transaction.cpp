// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/change/transaction.h"

#include <algorithm>

namespace tessera::model {

namespace {

// True when `next` continues `last` and was folded into it.
bool fold(Change &last, const Change &next)
{
    if (auto *a = std::get_if<SetProperty>(&last)) {
        const auto *b = std::get_if<SetProperty>(&next);
        if (!b || a->scope != b->scope || a->key != b->key || a->path != b->path || a->after != b->before || !a->after)
            return false;
        a->after = b->after;
        return true;
    }
    if (auto *a = std::get_if<MoveNode>(&last)) {
        const auto *b = std::get_if<MoveNode>(&next);
        if (!b || a->node != b->node || a->after != b->before)
            return false;
        a->after = b->after;
        return true;
    }
    return false;
}

} // namespace

Transaction invert(const Transaction &transaction)
{
    Transaction back = transaction;
    back.changes.clear();
    for (auto it = transaction.changes.rbegin(); it != transaction.changes.rend(); ++it)
        back.changes.push_back(invert(*it));
    return back;
}

void merge(Transaction &earlier, const Transaction &later)
{
    for (const Change &change : later.changes) {
        if (earlier.changes.empty() || !fold(earlier.changes.back(), change))
            earlier.changes.push_back(change);
        if (isNoOp(earlier.changes.back())) // only the last one can have become one: a long gesture costs what is added
            earlier.changes.pop_back();
    }
}

} // namespace tessera::model

// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/change/history.h"

#include <algorithm>

namespace tessera::model {

History::Step History::add(Transaction transaction)
{
    const Step step = size();
    m_entries.push_back({m_current, std::move(transaction), -1});
    m_entries[static_cast<std::size_t>(m_current)].lastChild = step;
    m_current = step;
    return step;
}

void History::amend(Transaction transaction)
{
    merge(m_entries[static_cast<std::size_t>(m_current)].transaction, transaction);
}

bool History::continues(const Transaction &next) const
{
    return m_current != root && !next.gesture.empty() && !canRedo() &&
           entry(m_current).transaction.gesture == next.gesture;
}

std::vector<Transaction> History::pathTo(Step target) const
{
    std::vector<Step> up; // from target towards the root
    for (Step step = target; step != root; step = entry(step).parent)
        up.push_back(step);
    std::vector<Transaction> path;
    Step common = m_current;
    while (common != root && std::find(up.begin(), up.end(), common) == up.end()) {
        path.push_back(invert(entry(common).transaction));
        common = entry(common).parent;
    }
    for (auto it = up.rbegin(); it != up.rend(); ++it) {
        // Steps are numbered in order of birth, so everything up to the common ancestor has a smaller or equal number.
        if (*it > common)
            path.push_back(entry(*it).transaction);
    }
    return path;
}

void History::moveTo(Step target)
{
    for (Step step = target; step != root; step = entry(step).parent)
        m_entries[static_cast<std::size_t>(entry(step).parent)].lastChild = step;
    m_current = target;
}

} // namespace tessera::model

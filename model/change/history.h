// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/change/transaction.h"

namespace tessera::model {

// Every transaction ever made, as a tree: undo walks to the parent, a new edit after an undo opens a branch, nothing is
// forgotten. Step 0 is the state the document was opened with.
class History
{
public:
    using Step = int;
    static constexpr Step root = 0;

    struct Entry
    {
        Step parent = root;
        Transaction transaction;
        Step lastChild = -1; // the branch redo follows, -1: none
        bool operator==(const Entry &) const = default;
    };

    History() : m_entries(1) {}

    Step current() const { return m_current; }
    int size() const { return static_cast<int>(m_entries.size()); } // the root included
    const Entry &entry(Step step) const { return m_entries.at(static_cast<std::size_t>(step)); }
    bool canUndo() const { return m_current != root; }
    bool canRedo() const { return entry(m_current).lastChild >= 0; }

    // Adds a step below the current one and stands on it.
    Step add(Transaction transaction);
    // Adds to the transaction of the current step (a gesture that goes on).
    void amend(Transaction transaction);
    // True when the current step may still be amended by `next`: same gesture, no later steps.
    bool continues(const Transaction &next) const;

    // What has to be applied to come from the current step to `target`, in order; and the steps passed, last = target.
    std::vector<Transaction> pathTo(Step target) const;
    void moveTo(Step target);

    bool operator==(const History &) const = default;

private:
    std::vector<Entry> m_entries;
    Step m_current = root;
};

} // namespace tessera::model

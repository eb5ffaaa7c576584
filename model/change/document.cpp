// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/change/document.h"

#include <QDateTime>
#include <QUuid>

#include "model/change/apply.h"
#include "model/table/memory_row_store.h"

namespace tessera::model {

Document::Document(Workbook workbook, std::shared_ptr<RowStore> rows, QObject *parent)
    : QObject(parent)
    , m_workbook(std::move(workbook))
    , m_rows(rows ? std::move(rows) : std::make_shared<MemoryRowStore>())
{
}

Document::Document(Workbook workbook, std::shared_ptr<RowStore> rows, History history, QObject *parent)
    : Document(std::move(workbook), std::move(rows), parent)
{
    m_history = std::move(history);
}

Result<void> Document::apply(Transaction transaction)
{
    if (m_readOnly)
        return fail(ErrorCode::ReadOnly, tr("This workbook is open for reading only."),
                    tr("Save it under another name to edit it."));
    std::erase_if(transaction.changes, isNoOp);
    if (transaction.changes.empty())
        return {};
    if (transaction.id.empty())
        transaction.id = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    if (transaction.timeMs == 0)
        transaction.timeMs = QDateTime::currentMSecsSinceEpoch();
    if (transaction.author.empty())
        transaction.author = m_author;
    return record(std::move(transaction), true);
}

Result<void> Document::record(Transaction transaction, bool journal)
{
    if (auto done = model::apply(m_workbook, *m_rows, transaction); !done)
        return done;
    const bool wasModified = isModified();
    JournalRecord entry{JournalRecord::Kind::Apply, transaction, 0};
    if (m_history.continues(transaction)) {
        entry.kind = JournalRecord::Kind::Amend;
        m_history.amend(transaction);
        m_amendedSinceSave |= m_savedStep == m_history.current();
    } else {
        m_history.add(transaction);
    }
    entry.step = m_history.current();
    if (journal)
        Q_EMIT recorded(entry);
    notify(transaction);
    if (wasModified != isModified())
        Q_EMIT modifiedChanged(isModified());
    return {};
}

void Document::notify(const Transaction &transaction)
{
    Q_EMIT applied(summarize(transaction, m_workbook));
    Q_EMIT historyMoved();
}

Result<void> Document::undo()
{
    return m_history.canUndo() ? goTo(m_history.entry(m_history.current()).parent) : Result<void>();
}

Result<void> Document::redo()
{
    return m_history.canRedo() ? goTo(m_history.entry(m_history.current()).lastChild) : Result<void>();
}

Result<void> Document::goTo(History::Step step)
{
    if (m_readOnly)
        return fail(ErrorCode::ReadOnly, tr("This workbook is open for reading only."),
                    tr("Save it under another name to edit it."));
    return travel(step, true);
}

Result<void> Document::travel(History::Step step, bool journal)
{
    if (step < 0 || step >= m_history.size())
        return fail(ErrorCode::NotFound, tr("There is no such step in the history."));
    if (step == m_history.current())
        return {};
    Transaction whole; // one transaction for the whole way, so that a failure leaves nothing half done
    whole.author = m_author;
    whole.timeMs = QDateTime::currentMSecsSinceEpoch();
    for (const Transaction &part : m_history.pathTo(step)) {
        whole.label = part.label;
        whole.changes.insert(whole.changes.end(), part.changes.begin(), part.changes.end());
    }
    if (auto done = model::apply(m_workbook, *m_rows, whole); !done)
        return done;
    const bool wasModified = isModified();
    m_history.moveTo(step);
    if (journal)
        Q_EMIT recorded({JournalRecord::Kind::GoTo, whole, step});
    notify(whole);
    if (wasModified != isModified())
        Q_EMIT modifiedChanged(isModified());
    return {};
}

Result<void> Document::replay(const JournalRecord &entry)
{
    if (entry.kind == JournalRecord::Kind::GoTo)
        return travel(entry.step, false);
    return record(entry.transaction, false);
}

void Document::setSavedStep(History::Step step, bool amendedSince)
{
    const bool wasModified = isModified();
    m_savedStep = step;
    m_amendedSinceSave = amendedSince;
    if (wasModified != isModified())
        Q_EMIT modifiedChanged(isModified());
}

} // namespace tessera::model

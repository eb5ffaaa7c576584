// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QObject>

#include "model/change/change_set.h"
#include "model/change/history.h"

namespace tessera::model {

// What happened to the history, for the journal. Replaying the records on the same base gives the same document.
struct JournalRecord
{
    enum class Kind
    {
        Apply, // a new step: `transaction`
        Amend, // the current step goes on: `transaction` is only the addition
        GoTo,  // undo, redo or a jump: `step`
    };
    Kind kind = Kind::Apply;
    Transaction transaction; // of a jump: what it did to the document; replaying does not need it
    History::Step step = 0;  // the current step afterwards
    bool operator==(const JournalRecord &) const = default;
};

// The one owner of a workbook that can be edited. Const to everyone; every edit is a transaction.
// Lives on one thread; snapshots of `workbook()` may go anywhere.
class Document : public QObject
{
    Q_OBJECT

public:
    // `rows`: where input-table rows live; none: in memory.
    explicit Document(Workbook workbook, std::shared_ptr<RowStore> rows = {}, QObject *parent = nullptr);
    // Goes on where another session ended: `workbook` and `rows` are the state of the history's current step.
    Document(Workbook workbook, std::shared_ptr<RowStore> rows, History history, QObject *parent = nullptr);

    const Workbook &workbook() const { return m_workbook; }
    const RowStore &rows() const { return *m_rows; }
    const History &history() const { return m_history; }

    // All or nothing. No-op changes are dropped; a transaction without effect succeeds, is not recorded and emits
    // nothing. Errors: Conflict; ReadOnly while `isReadOnly`.
    Result<void> apply(Transaction transaction);
    Result<void> undo();
    Result<void> redo();
    Result<void> goTo(History::Step step);

    // Replays a record without writing it again (recovery).
    Result<void> replay(const JournalRecord &record);

    // The step that equals the file on disk; -1 when the opened state is not on disk either.
    void markSaved() { setSavedStep(m_history.current()); }
    // `amendedSince`: the step has grown since it was saved.
    void setSavedStep(History::Step step, bool amendedSince = false);
    History::Step savedStep() const { return m_savedStep; }
    bool isModified() const { return m_savedStep != m_history.current() || m_amendedSinceSave; }

    bool isReadOnly() const { return m_readOnly; }
    void setReadOnly(bool readOnly) { m_readOnly = readOnly; }
    void setAuthor(std::string author) { m_author = std::move(author); }

Q_SIGNALS:
    void applied(const tessera::model::ChangeSet &changes);
    void recorded(const tessera::model::JournalRecord &record);
    void historyMoved();
    void modifiedChanged(bool modified);

private:
    Result<void> record(Transaction transaction, bool journal);
    Result<void> travel(History::Step step, bool journal);
    void notify(const Transaction &transaction);

    Workbook m_workbook;
    std::shared_ptr<RowStore> m_rows;
    History m_history;
    History::Step m_savedStep = History::root;
    bool m_amendedSinceSave = false;
    bool m_readOnly = false;
    std::string m_author;
};

} // namespace tessera::model

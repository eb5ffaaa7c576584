// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>
#include <QPointer>

#include "designer/formula/formula_data.h"
#include "designer/formula/formula_edit.h"
#include "model/checks/diagnostic.h"
#include "model/formula/scope.h"
#include "model/names/references.h"

class QTimer;

namespace tessera::model {
struct ChangeSet;
}

namespace tessera::designer {

class Session;

// What the formula editors of one session share: the names a formula can use, and which formula is at hand, so that
// help, results and steps follow the editor a person writes in.
class FormulaDesk : public QObject
{
    Q_OBJECT

public:
    explicit FormulaDesk(Session &session);

    Session &session() { return m_session; }
    // Where rows and outside columns come from; none at first. Set again when the data behind it changed.
    void setData(FormulaData data);
    const FormulaData &data() const { return m_data; }
    // The names a formula at `place` can use, of the document as it is now. May be kept and asked on any thread.
    std::shared_ptr<const model::formula::Scope> scopeAt(const model::Target &place);

    // The editor writes the formula at `place`, which is asked each time: it gets its scope, also after later edits,
    // becomes the one at hand when it has the focus, and its F1, F2, F12 and Shift+F12 are answered.
    void attach(FormulaEdit *editor, std::function<model::Target()> place);
    // The same editor stands for another place now.
    void refresh(FormulaEdit *editor);

    FormulaEdit *editor() const { return m_editor; } // at hand; null: none
    model::Target place() const;                     // of it

    // Writes a formula into the document as one step. Nothing happens when it is the same.
    bool commit(const model::Target &place, const QString &formula);
    QString formulaAt(const model::Target &place) const;
    // What the formula is of: "Revenue", "Reference mark 1: value".
    QString labelOf(const model::Target &place) const;
    // Every formula of an element, in document order; those inside texts too (see template_place.h).
    QList<model::Target> formulasOf(const model::Key &element) const;

    // What the reference under the caret names; none for functions, unknown and outside names.
    std::optional<model::NamedThing> targetAt(const FormulaEdit &editor);
    void rename(FormulaEdit *editor); // asks for the new name beside the caret
    void goToDefinition(const FormulaEdit &editor);

Q_SIGNALS:
    void taken();        // another formula is at hand
    void namesChanged(); // scopes are out of date
    void helpRequested(const QString &function);
    void referencesRequested(const tessera::model::NamedThing &target);

private:
    struct Seat
    {
        QPointer<FormulaEdit> editor;
        std::function<model::Target()> place;
    };

    void follow(const model::ChangeSet &changes);
    void serveAll();
    std::string textAt(const model::Target &place) const; // all of it, where the formula is a part
    const Seat *seatOf(const FormulaEdit *editor) const;

    Session &m_session;
    FormulaData m_data;
    QTimer *m_timer;
    QList<Seat> m_seats;
    QPointer<FormulaEdit> m_editor;
};

} // namespace tessera::designer

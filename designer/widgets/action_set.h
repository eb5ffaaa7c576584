// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QHash>
#include <QObject>

#include "designer/widgets/action_catalogue.h"

class QAction;
class QWidget;

namespace tessera::designer {

// The QActions of one window, made from the catalogue. Tooltips carry help, shortcut and, while disabled, the reason.
class ActionSet : public QObject
{
    Q_OBJECT

public:
    // The actions are added to `window`, so their shortcuts work wherever the focus is in it.
    explicit ActionSet(QWidget *window);

    QAction *action(const QString &id) const; // precondition: the catalogue has it
    const QList<ActionSpec> &specs() const { return m_specs; }

    // What a trigger of the action does. One handler per action.
    void on(const QString &id, std::function<void()> handler);

    // Enables what can run while `present` holds.
    void setPresent(Needs present);
    Needs present() const { return m_present; }

    // Texts again in the language of now.
    void retranslate();

private:
    void describe(const ActionSpec &spec);

    QList<ActionSpec> m_specs;
    QHash<QString, QAction *> m_actions;
    Needs m_present;
};

// "Undo (Ctrl+Z)" with the sentence below, for tooltips.
QString toolTipFor(const ActionSpec &spec, Needs missing = {});

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "model/names/references.h"

class QComboBox;
class QLabel;
class QPushButton;
class QStackedLayout;
class QStandardItemModel;
class QTreeView;

namespace tessera::designer {

class EmptyState;
class Session;

// Where a name is used, across the workbook; and, with something to put in its place, every text before and after, of
// which the ticked ones change in one step.
class ReferencePanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReferencePanel(Session &session, QWidget *parent = nullptr);

    void find(const model::NamedThing &thing);

Q_SIGNALS:
    void replaced(const QString &what); // a sentence, for a note with Undo

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Name
    {
        model::NamedThing thing;
        QString label;
    };

    QWidget *buildBar();
    QComboBox *makeChoice(const QString &name, const QString &placeholder);
    void readNames();
    void fill(QComboBox *choice, const std::optional<model::NamedThing> &chosen);
    std::optional<model::NamedThing> chosenIn(const QComboBox *choice) const;
    void refresh();
    void take(std::vector<model::ReferenceReplacement> found, bool replacing);
    QString whereIs(const model::ReferenceUse &use) const;
    void count();
    void jump();
    void replaceTicked();

    Session &m_session;
    QComboBox *m_what = nullptr;
    QComboBox *m_with = nullptr;
    QPushButton *m_replace = nullptr;
    QLabel *m_note = nullptr;
    QTreeView *m_view = nullptr;
    QStandardItemModel *m_model = nullptr;
    QStackedLayout *m_stack = nullptr;
    EmptyState *m_empty = nullptr;
    std::vector<Name> m_names;                        // as in the lists
    std::vector<model::ReferenceReplacement> m_found; // as in the view
    bool m_replacing = false;
    bool m_filling = false;
    bool m_stale = true;
    quint64 m_generation = 0;
};

} // namespace tessera::designer

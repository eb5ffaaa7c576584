// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "model/formula/completion.h"

class QLabel;
class QListView;
class QStandardItemModel;

namespace tessera::designer {

// The list of completions beside the caret, with a line of help on the chosen one. It never takes the focus: the editor
// hands it the keys.
class CompletionPopup : public QFrame
{
    Q_OBJECT

public:
    explicit CompletionPopup(QWidget *editor);

    // `line`: the caret's line in global coordinates; the list stands below it, or above where there is no room.
    void open(std::vector<model::formula::Completion> completions, const QRect &line);
    const model::formula::Completion *current() const; // null: nothing is chosen
    int count() const { return static_cast<int>(m_completions.size()); }
    const std::vector<model::formula::Completion> &completions() const { return m_completions; }
    bool move(int key); // Up, Down, PageUp, PageDown, Home, End

Q_SIGNALS:
    void chosen(); // with the mouse

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void explain();

    QListView *m_list;
    QStandardItemModel *m_model;
    QLabel *m_help;
    std::vector<model::formula::Completion> m_completions;
};

// Icon and word for what a completion is, also for lists of references.
QString iconNameOf(const model::formula::CompletionItem &item);
QString typeWord(model::formula::ValueType type); // "number", "" when it is not known

} // namespace tessera::designer

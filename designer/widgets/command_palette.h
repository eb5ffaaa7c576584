// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>
#include <QIcon>
#include <QKeySequence>
#include <QList>
#include <QPointer>

class QLabel;
class QListView;
class QStandardItemModel;

namespace tessera::designer {

class SearchField;

// One line of the palette: a command, a page, an element.
struct Command
{
    QString title;
    QString detail; // where it belongs: "Edit", "Page", "Bar chart"
    QIcon icon;
    QKeySequence shortcut;
    QString unavailable; // why it cannot run now, "" when it can
    std::function<void()> run;
};

// Everything by name: type, choose with the arrows, Enter. Floats on top of its parent; goes when the focus leaves.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    explicit CommandPalette(QWidget *parent);

    // Opens with these commands; `filter` is typed in already. Asked again for nothing: the list is a snapshot.
    void open(QList<Command> commands, const QString &filter = {});
    int visibleCount() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void place();
    void refilter();
    void runCurrent();
    void dismiss();

    SearchField *m_field;
    QListView *m_list;
    QLabel *m_nothing;
    QStandardItemModel *m_model;
    QList<Command> m_commands;
    QPointer<QWidget> m_before; // had the focus
};

} // namespace tessera::designer

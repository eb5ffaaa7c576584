// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/grid/option_completer.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QStringListModel>
#include <QTimer>

namespace tessera::designer {

OptionCompleter::OptionCompleter(const QStringList &options, bool several, QLineEdit *editor)
    : QCompleter(editor)
    , m_editor(editor)
    , m_several(several)
{
    setModel(new QStringListModel(options, this));
    setCaseSensitivity(Qt::CaseInsensitive);
    setFilterMode(Qt::MatchContains);
    setMaxVisibleItems(10);
    // After the view has put the value into the editor: show all options, whatever is in the cell.
    QTimer::singleShot(0, this, [this] {
        if (!m_editor->hasFocus())
            return;
        setCompletionMode(QCompleter::UnfilteredPopupCompletion);
        complete();
        setCompletionMode(QCompleter::PopupCompletion);
    });
}

QString OptionCompleter::pathFromIndex(const QModelIndex &index) const
{
    QString option = QCompleter::pathFromIndex(index);
    if (!m_several)
        return option;
    if (option.contains(u',') || option.contains(u'"'))
        option = u'"' + option.replace(u'"', QLatin1String("\"\"")) + u'"';
    const qsizetype comma = m_editor->text().lastIndexOf(u',');
    return comma < 0 ? option : m_editor->text().left(comma + 1) + u' ' + option;
}

QStringList OptionCompleter::splitPath(const QString &path) const
{
    if (!m_several)
        return {path};
    return {path.mid(path.lastIndexOf(u',') + 1).trimmed()};
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCompleter>

class QLineEdit;

namespace tessera::designer {

// Offers a column's values while a cell is edited; for a multi-select the part after the last comma is completed. The
// list opens with the editor.
class OptionCompleter : public QCompleter
{
    Q_OBJECT

public:
    OptionCompleter(const QStringList &options, bool several, QLineEdit *editor);

    bool takesSeveral() const { return m_several; }
    QString pathFromIndex(const QModelIndex &index) const override;
    QStringList splitPath(const QString &path) const override;

private:
    QLineEdit *m_editor;
    bool m_several;
};

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace tessera::designer {

// A line to filter a list with: magnifier, clear button; Escape empties it, arrow keys and Enter go to `target`.
class SearchField : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchField(const QString &placeholder, QWidget *parent = nullptr);

    // The view that arrow, page and Enter keys typed here act on.
    void setTarget(QWidget *target) { m_target = target; }

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *m_target = nullptr;
};

} // namespace tessera::designer

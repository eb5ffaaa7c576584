// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>

class QLineEdit;
class QListWidget;

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

// A popup with every effect of the catalogue; typing narrows it, Enter or a click picks.
class EffectPicker : public QFrame
{
    Q_OBJECT

public:
    EffectPicker(const model::Catalogue &catalogue, QWidget *parent);

    void openAt(const QPoint &global);

Q_SIGNALS:
    void picked(const QString &effect);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void filter(const QString &text);
    void pick();

    QLineEdit *m_search;
    QListWidget *m_list;
};

} // namespace tessera::designer

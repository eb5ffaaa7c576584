// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QFrame>

#include "designer/widgets/banner.h"

class QLabel;
class QPushButton;
class QTimer;

namespace tessera::designer {

// A short notice that floats at the bottom of its parent and goes by itself; with one thing to do about it, mostly
// Undo. Stays while the pointer is on it.
class Toast : public QFrame
{
    Q_OBJECT

public:
    explicit Toast(QWidget *parent);

    void show(Tone tone, const QString &message, const QString &offer = {}, std::function<void()> run = {});
    QString message() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();

    QLabel *m_icon;
    QLabel *m_message;
    QPushButton *m_offer;
    QTimer *m_timer;
    std::function<void()> m_run;
};

} // namespace tessera::designer

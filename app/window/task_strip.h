// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace tessera::app {

// The one task under way, in the status bar: its name, how far it is, the time left, Cancel. Tasks that end within 100 ms
// are never seen.
class TaskStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TaskStrip(QWidget *parent = nullptr);

    void start(const QString &name, std::function<void()> cancel = {}); // without `cancel` there is no button
    void setPercent(int percent);
    void finish();

private:
    QLabel *m_name;
    QProgressBar *m_bar;
    QToolButton *m_cancel;
    QTimer *m_delay;
    QElapsedTimer m_clock;
    QString m_task;
    std::function<void()> m_onCancel;
};

} // namespace tessera::app

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QElapsedTimer>
#include <QPointer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QTimer;
class QToolButton;

namespace tessera::app {

// A task under way: its name, how far it is, the time left, Cancel. One that ends within 100 ms is never seen.
class Task : public QWidget
{
    Q_OBJECT

public:
    // Without `cancel` there is no button.
    Task(const QString &name, std::function<void()> cancel, QWidget *parent);

    void setPercent(int percent);
    void finish(); // and deletes itself
    // Sets the percentage from any thread; does nothing once the task is gone.
    std::function<void(int percent)> reporter();

private:
    QLabel *m_text;
    QProgressBar *m_bar;
    QTimer *m_delay;
    QElapsedTimer m_clock;
    const QString m_name;
};

// The tasks under way, side by side in the status bar, each stopped for itself.
class TaskStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TaskStrip(QWidget *parent = nullptr);

    Task *start(const QString &name, std::function<void()> cancel = {});

private:
    QHBoxLayout *m_row;
};

} // namespace tessera::app

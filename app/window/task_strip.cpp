// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/task_strip.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QTimer>
#include <QToolButton>

#include "designer/style/tokens.h"
#include "designer/widgets/panel_header.h"

namespace tessera::app {

namespace {

constexpr int unseenMs = 100;
constexpr int namedMs = 1000; // from here on the time left is worth saying

} // namespace

Task::Task(const QString &name, std::function<void()> cancel, QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(name, this))
    , m_bar(new QProgressBar(this))
    , m_delay(new QTimer(this))
    , m_name(name)
{
    setObjectName(QStringLiteral("task"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(designer::space::s);
    row->addWidget(m_text);
    row->addWidget(m_bar);
    m_bar->setFixedWidth(120);
    m_bar->setTextVisible(false);
    m_bar->setRange(0, 0);
    m_bar->setAccessibleName(name);
    if (cancel) {
        QToolButton *stop = designer::makeIconButton(QStringLiteral("x"), tr("Stop"), this);
        stop->setObjectName(QStringLiteral("stopTask"));
        stop->setAccessibleName(tr("Stop: %1").arg(name)); // several may stand side by side
        connect(stop, &QToolButton::clicked, this, [cancel = std::move(cancel)] { cancel(); });
        row->addWidget(stop);
    }
    m_delay->setSingleShot(true);
    connect(m_delay, &QTimer::timeout, this, &QWidget::show);
    hide();
    m_clock.start();
    m_delay->start(unseenMs);
}

void Task::setPercent(int percent)
{
    m_bar->setRange(0, 100);
    m_bar->setValue(percent);
    QString text = QStringLiteral("%1  %2 %").arg(m_name).arg(percent);
    if (percent > 0 && m_clock.elapsed() > namedMs) {
        const qint64 left = m_clock.elapsed() * (100 - percent) / percent / 1000;
        text = tr("%1, %n second(s) left", nullptr, static_cast<int>(left) + 1).arg(text);
    }
    m_text->setText(text);
}

std::function<void(int)> Task::reporter()
{
    return [task = QPointer<Task>(this)](int percent) {
        QMetaObject::invokeMethod(
            qApp,
            [task, percent] {
                if (task)
                    task->setPercent(percent);
            },
            Qt::QueuedConnection);
    };
}

void Task::finish()
{
    m_delay->stop();
    hide();
    deleteLater();
}

TaskStrip::TaskStrip(QWidget *parent) : QWidget(parent), m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(designer::space::l);
}

Task *TaskStrip::start(const QString &name, std::function<void()> cancel)
{
    auto *task = new Task(name, std::move(cancel), this);
    m_row->addWidget(task);
    return task;
}

} // namespace tessera::app

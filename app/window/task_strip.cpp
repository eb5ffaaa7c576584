// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/task_strip.h"

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

TaskStrip::TaskStrip(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(designer::makeIconButton(QStringLiteral("x"), tr("Stop"), this))
    , m_delay(new QTimer(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(designer::space::s);
    row->addWidget(m_name);
    row->addWidget(m_bar);
    row->addWidget(m_cancel);
    m_bar->setFixedWidth(120);
    m_bar->setTextVisible(false);
    m_delay->setSingleShot(true);
    m_delay->setInterval(unseenMs);
    connect(m_delay, &QTimer::timeout, this, &QWidget::show);
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        if (m_onCancel)
            m_onCancel();
    });
    hide();
}

void TaskStrip::start(const QString &name, std::function<void()> cancel)
{
    m_task = name;
    m_onCancel = std::move(cancel);
    m_cancel->setVisible(static_cast<bool>(m_onCancel));
    m_name->setText(name);
    m_bar->setAccessibleName(name);
    m_bar->setRange(0, 0);
    m_clock.start();
    m_delay->start();
}

void TaskStrip::setPercent(int percent)
{
    m_bar->setRange(0, 100);
    m_bar->setValue(percent);
    QString text = QStringLiteral("%1  %2 %").arg(m_task).arg(percent);
    if (percent > 0 && m_clock.elapsed() > namedMs) {
        const qint64 left = m_clock.elapsed() * (100 - percent) / percent / 1000;
        text = tr("%1, %n second(s) left", nullptr, static_cast<int>(left) + 1).arg(text);
    }
    m_name->setText(text);
}

void TaskStrip::finish()
{
    m_delay->stop();
    m_onCancel = {};
    hide();
}

} // namespace tessera::app

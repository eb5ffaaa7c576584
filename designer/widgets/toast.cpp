// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/toast.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTimer>

#include "designer/style/icon.h"
#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

constexpr int showMs = 5000;
constexpr int showWithOfferMs = 10000; // time to read, decide and reach

} // namespace

Toast::Toast(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_message(new QLabel(this))
    , m_offer(new QPushButton(this))
    , m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("toast"));
    setProperty("surface", QStringLiteral("raised"));
    setAttribute(Qt::WA_StyledBackground);
    m_icon->setFixedSize(size::icon, size::icon);
    m_icon->setStyleSheet(QStringLiteral("border: none; background: transparent;"));
    m_message->setStyleSheet(QStringLiteral("border: none; background: transparent;"));
    m_offer->setProperty("role", QStringLiteral("quiet"));
    m_offer->setAccessibleName(tr("Act on the message"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::m, space::s, space::s, space::s);
    layout->addWidget(m_icon);
    layout->addWidget(m_message);
    layout->addWidget(m_offer);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &QWidget::hide);
    connect(m_offer, &QPushButton::clicked, this, [this] {
        hide();
        if (m_run)
            m_run();
    });
    parent->installEventFilter(this);
    hide();
}

void Toast::show(Tone tone, const QString &message, const QString &offer, std::function<void()> run)
{
    m_icon->setPixmap(iconPixmap(toneIcon(tone), size::icon, toneColor(tone, palette()), devicePixelRatioF()));
    m_message->setText(message);
    setAccessibleName(message);
    m_offer->setText(offer);
    m_offer->setToolTip(offer);
    m_offer->setAccessibleName(offer);
    m_offer->setVisible(!offer.isEmpty());
    m_run = std::move(run);
    place();
    QFrame::show();
    raise();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    m_timer->start(offer.isEmpty() ? showMs : showWithOfferMs);
}

QString Toast::message() const
{
    return m_message->text();
}

void Toast::place()
{
    adjustSize();
    const QSize area = parentWidget()->size();
    resize(qMin(width(), area.width() - 2 * space::xl), height());
    move((area.width() - width()) / 2, area.height() - height() - space::xxl - space::l);
}

bool Toast::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void Toast::enterEvent(QEnterEvent *event)
{
    m_timer->stop();
    QFrame::enterEvent(event);
}

void Toast::leaveEvent(QEvent *event)
{
    m_timer->start(showMs);
    QFrame::leaveEvent(event);
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/widgets/banner.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/widgets/panel_header.h"

namespace tessera::designer {

QString toneIcon(Tone tone)
{
    switch (tone) {
    case Tone::Info:
        return QStringLiteral("info");
    case Tone::Ok:
        return QStringLiteral("circle-check");
    case Tone::Warn:
        return QStringLiteral("triangle-alert");
    case Tone::Danger:
        return QStringLiteral("circle-x");
    }
    return {};
}

QColor toneColor(Tone tone, const QPalette &palette)
{
    const Tokens &tokens = tokensOf(palette);
    switch (tone) {
    case Tone::Info:
        return tokens.info;
    case Tone::Ok:
        return tokens.ok;
    case Tone::Warn:
        return tokens.warn;
    case Tone::Danger:
        return tokens.danger;
    }
    return tokens.info;
}

Banner::Banner(Tone tone, const QString &message, QWidget *parent)
    : QFrame(parent)
    , m_tone(tone)
    , m_icon(new QLabel(this))
    , m_message(new QLabel(message, this))
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(QStringLiteral("banner"));
    setAccessibleName(message);
    m_message->setWordWrap(true);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse);
    QToolButton *close = makeIconButton(QStringLiteral("x"), tr("Close this message"), this);
    connect(close, &QToolButton::clicked, this, &QObject::deleteLater);
    m_layout->setContentsMargins(space::l, space::xs + 2, space::s, space::xs + 2);
    m_layout->setSpacing(space::s);
    m_layout->addWidget(m_icon);
    m_layout->addWidget(m_message, 1);
    m_layout->addWidget(close);
    tint();
}

QString Banner::message() const
{
    return m_message->text();
}

void Banner::addChoice(const QString &text, const QString &toolTip, std::function<void()> run)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("role", QStringLiteral("quiet"));
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    connect(button, &QPushButton::clicked, this, [this, go = std::move(run)] {
        deleteLater();
        go();
    });
    m_layout->insertWidget(2 + m_choices++, button);
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        tint();
    QFrame::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    const QColor tone = toneColor(m_tone, palette());
    QPainter painter(this);
    painter.fillRect(rect(), mix(tokens.surface, tone, 0.10));
    painter.fillRect(QRect(0, 0, 3, height()), tone);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.line);
}

void Banner::tint()
{
    m_icon->setPixmap(iconPixmap(toneIcon(m_tone), size::icon, toneColor(m_tone, palette()), devicePixelRatioF()));
}

} // namespace tessera::designer

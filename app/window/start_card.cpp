// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/start_card.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

#include "designer/style/icon.h"
#include "designer/style/theme.h"

namespace tessera::app {

using namespace designer;

namespace {

constexpr int pictureHeight = 118;

} // namespace

StartCard::StartCard(const QString &title, const QString &line, const QString &iconName, const QPixmap &picture,
                     QWidget *parent)
    : QAbstractButton(parent)
    , m_line(line)
    , m_iconName(iconName)
    , m_picture(picture)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(line);
    setToolTip(QStringLiteral("%1\n%2").arg(title, line));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setFixedSize(sizeHint());
}

void StartCard::setPicture(const QPixmap &picture)
{
    m_picture = picture;
    update();
}

bool StartCard::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QAbstractButton::event(event);
}

void StartCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void StartCard::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = tokensOf(palette());
    const bool hot = underMouse() || isDown();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QRectF frame = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    QPainterPath shape;
    shape.addRoundedRect(frame, size::cardRadius, size::cardRadius);
    painter.fillPath(shape, tokens.surface);
    const QRectF top(frame.left(), frame.top(), frame.width(), pictureHeight);
    painter.save();
    painter.setClipPath(shape);
    painter.fillRect(top, tokens.canvas);
    if (!m_picture.isNull()) {
        const qreal scale = top.width() / m_picture.width();
        painter.drawPixmap(QRectF(top.left(), top.top(), top.width(), m_picture.height() * scale), m_picture,
                           QRectF(m_picture.rect()));
        painter.fillRect(QRectF(frame.left(), top.bottom(), frame.width(), frame.bottom() - top.bottom()),
                         tokens.surface);
    } else {
        const int side = space::xxl;
        painter.drawPixmap(QPointF(top.center().x() - side / 2.0, top.center().y() - side / 2.0),
                           iconPixmap(m_iconName, side, hot ? tokens.accent : tokens.text3, devicePixelRatioF()));
    }
    painter.setPen(tokens.line);
    painter.drawLine(top.bottomLeft(), top.bottomRight());
    painter.restore();
    painter.setPen(QPen(hasFocus() || hot ? tokens.accent : tokens.line, hasFocus() ? 1.5 : 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(shape);

    const QRect texts = rect().adjusted(space::m, pictureHeight + space::s, -space::m, -space::s);
    QFont strong = font();
    strong.setWeight(QFont::DemiBold);
    painter.setFont(strong);
    painter.setPen(tokens.text);
    painter.drawText(texts, Qt::AlignLeft | Qt::AlignTop,
                     painter.fontMetrics().elidedText(text(), Qt::ElideRight, texts.width()));
    QFont small = font();
    small.setPixelSize(size::caption);
    painter.setFont(small);
    painter.setPen(tokens.text2);
    const QRect lines = texts.adjusted(0, painter.fontMetrics().height() + space::s, 0, 0);
    if (m_line.contains(u'/')) // a path: its ends say most
        painter.drawText(lines, Qt::AlignLeft | Qt::AlignTop,
                         painter.fontMetrics().elidedText(m_line, Qt::ElideMiddle, lines.width()));
    else
        painter.drawText(lines, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_line);
}

} // namespace tessera::app

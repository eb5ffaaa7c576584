// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/graph/graph_card.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QTextLayout>

#include "designer/style/icon.h"
#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

using Kind = GraphNode::Kind;

QString accessibleNameOf(const GraphNode &node, const CardText &text)
{
    const QString sentence = text.sentence.text();
    switch (node.kind) {
    case Kind::Trigger:
        return GraphCard::tr("Trigger of %1: %2").arg(sentence, text.caption);
    case Kind::Effect:
        return GraphCard::tr("Effect %1: %2").arg(node.index + 1).arg(sentence.isEmpty() ? text.caption : sentence);
    case Kind::Branch:
        return sentence.isEmpty() ? text.caption : GraphCard::tr("%1 %2").arg(text.caption, sentence);
    case Kind::Add:
        break;
    }
    return GraphCard::tr("Add effect");
}

} // namespace

GraphCard::GraphCard(GraphNode node, CardText text, double zoom, QWidget *parent)
    : QWidget(parent)
    , m_node(std::move(node))
    , m_text(std::move(text))
    , m_zoom(zoom)
{
    const char *names[] = {"triggerCard", "effectCard", "branchLabel", "addEffect"};
    setObjectName(QLatin1String(names[static_cast<int>(m_node.kind)]));
    setAccessibleName(accessibleNameOf(m_node, m_text));
    setAccessibleDescription(m_text.problem);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(m_node.kind == Kind::Effect ? Qt::OpenHandCursor : Qt::PointingHandCursor);
    const QString sentence = m_text.sentence.text();
    setToolTip(m_node.kind == Kind::Add    ? tr("Add effect (Insert)")
               : !m_text.problem.isEmpty() ? sentence + u'\n' + m_text.problem
                                           : sentence);
    const QRect &r = m_node.rect;
    setGeometry(qRound(r.x() * zoom), qRound(r.y() * zoom), qRound(r.width() * zoom), qRound(r.height() * zoom));
}

void GraphCard::setSelected(bool selected)
{
    if (m_selected == selected)
        return;
    m_selected = selected;
    update();
}

void GraphCard::paintFrame(QPainter &painter, const QRectF &rect, double radius, const QColor &fill) const
{
    const Tokens &t = tokensOf(palette());
    QPen pen(t.lineStrong, 1);
    if (m_node.kind != Kind::Trigger)
        pen.setColor(mix(t.line, t.lineStrong, 0.35));
    if (!m_text.problem.isEmpty())
        pen = QPen(t.danger, 1.5);
    if (m_selected)
        pen = QPen(t.accent, 2);
    else if (m_hovered || hasFocus())
        pen = QPen(t.accent, hasFocus() ? 1.5 : 1);
    painter.setPen(pen);
    painter.setBrush(fill);
    const double inset = pen.widthF() / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

void GraphCard::paintSentence(QPainter &painter, const QRectF &rect) const
{
    const Tokens &t = tokensOf(palette());
    QList<QTextLayout::FormatRange> formats;
    int at = 0;
    for (const model::Phrase::Part &part : m_text.sentence.parts) {
        QTextLayout::FormatRange range;
        range.start = at;
        range.length = static_cast<int>(part.text.size());
        range.format.setForeground(part.isDangling ? t.danger : t.text);
        if (part.isName)
            range.format.setFontWeight(QFont::DemiBold);
        formats << range;
        at += range.length;
    }
    QFont font = painter.font();
    font.setPixelSize(std::max(6, qRound(size::base * m_zoom)));
    constexpr int lines = 2;
    QTextLayout layout(m_text.sentence.text(), font);
    layout.setFormats(formats);
    layout.beginLayout();
    double y = 0;
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout.createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(rect.width());
        line.setPosition({0, y});
        y += line.height();
    }
    const QTextLine rest = layout.createLine();
    layout.endLayout();
    painter.save();
    painter.setClipRect(rect);
    const int shown = std::min(layout.lineCount(), lines);
    for (int i = 0; i < shown; ++i)
        layout.lineAt(i).draw(&painter, rect.topLeft());
    if (rest.isValid()) { // more text than fits: fade out at the end of the last line
        QLinearGradient fade(rect.right() - 36, 0, rect.right(), 0);
        QColor clear = t.surface;
        clear.setAlpha(0);
        fade.setColorAt(0, clear);
        fade.setColorAt(1, t.surface);
        const QTextLine last = layout.lineAt(lines - 1);
        painter.fillRect(QRectF(rect.right() - 36, rect.top() + last.y(), 36, last.height()), fade);
    }
    painter.restore();
}

void GraphCard::paintCard(QPainter &painter) const
{
    const Tokens &t = tokensOf(palette());
    const bool trigger = m_node.kind == Kind::Trigger;
    paintFrame(painter, rect(), size::cardRadius * m_zoom, trigger ? t.accentSoft : t.surface);
    const double pad = space::m * m_zoom;
    const double side = size::icon * m_zoom;
    const QPixmap picture =
        iconPixmap(m_text.icon, std::max(8, qRound(side)), trigger ? t.accent : t.text2, devicePixelRatioF());
    painter.drawPixmap(QPointF(pad, pad - 1), picture);
    QFont font = painter.font();
    font.setPixelSize(std::max(6, qRound(size::caption * m_zoom)));
    font.setWeight(QFont::Medium);
    painter.setFont(font);
    painter.setPen(trigger ? t.text : t.text2);
    const double textLeft = pad + side + space::s * m_zoom;
    const bool bad = !m_text.problem.isEmpty();
    const QRectF caption(textLeft, pad - 1, width() - textLeft - pad - (bad ? side : 0), side);
    painter.drawText(caption, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(font).elidedText(m_text.caption, Qt::ElideRight, caption.width()));
    if (bad) {
        const QPixmap warning =
            iconPixmap(QStringLiteral("triangle-alert"), std::max(8, qRound(side)), t.danger, devicePixelRatioF());
        painter.drawPixmap(QPointF(width() - pad - side, pad - 1), warning);
    }
    const double top = pad + side + 2 * m_zoom;
    font.setWeight(QFont::Normal);
    painter.setFont(font);
    paintSentence(painter, {pad, top, width() - 2 * pad, height() - top - space::xs * m_zoom});
}

void GraphCard::paintBranch(QPainter &painter) const
{
    const Tokens &t = tokensOf(palette());
    paintFrame(painter, rect(), height() / 2.0, t.window);
    QFont font = painter.font();
    font.setPixelSize(std::max(6, qRound(size::caption * m_zoom)));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(m_text.problem.isEmpty() ? t.text2 : t.danger);
    painter.drawText(rect(), Qt::AlignCenter, m_text.caption);
}

void GraphCard::paintAdd(QPainter &painter) const
{
    const Tokens &t = tokensOf(palette());
    const bool active = m_hovered || hasFocus();
    painter.setPen(QPen(active ? t.accent : t.lineStrong, active ? 1.5 : 1, active ? Qt::SolidLine : Qt::DashLine));
    painter.setBrush(active ? t.accentSoft : t.surface);
    painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    const double arm = 5 * m_zoom;
    const QPointF middle = QRectF(rect()).center();
    painter.setPen(QPen(active ? t.accent : t.text2, 1.75 * m_zoom, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0));
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm));
}

void GraphCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_text.enabled && m_node.kind != Kind::Add)
        painter.setOpacity(0.5);
    switch (m_node.kind) {
    case Kind::Trigger:
    case Kind::Effect:
        return paintCard(painter);
    case Kind::Branch:
        return paintBranch(painter);
    case Kind::Add:
        return paintAdd(painter);
    }
}

void GraphCard::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_pressed = event->position().toPoint();
    m_mayDrag = m_node.kind == Kind::Effect;
    setFocus(Qt::MouseFocusReason);
    Q_EMIT chosen();
}

void GraphCard::mouseMoveEvent(QMouseEvent *event)
{
    if (m_mayDrag && (event->position().toPoint() - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
        m_mayDrag = false;
        Q_EMIT dragStarted();
    }
}

void GraphCard::mouseReleaseEvent(QMouseEvent *event)
{
    m_mayDrag = false;
    if (m_node.kind == Kind::Add && event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        Q_EMIT activated();
}

void GraphCard::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && m_node.kind != Kind::Add)
        Q_EMIT activated();
}

void GraphCard::contextMenuEvent(QContextMenuEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    Q_EMIT chosen();
    Q_EMIT menuRequested(event->globalPos());
}

void GraphCard::focusInEvent(QFocusEvent *event)
{
    update();
    if (event->reason() != Qt::MouseFocusReason)
        Q_EMIT chosen();
}

void GraphCard::focusOutEvent(QFocusEvent *)
{
    update();
}

void GraphCard::enterEvent(QEnterEvent *)
{
    m_hovered = true;
    update();
}

void GraphCard::leaveEvent(QEvent *)
{
    m_hovered = false;
    update();
}

} // namespace tessera::designer

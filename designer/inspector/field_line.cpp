// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/field_line.h"

#include <QMouseEvent>
#include <QPainter>

#include "designer/inspector/field_words.h"
#include "designer/inspector/inspector_model.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "model/base/text.h"

namespace tessera::designer {

namespace {

constexpr int dotRoom = 14;   // px left of the label
constexpr int indent = 14;    // px per level
constexpr int labelRoom = 96; // px for the words of a label in a deep row
constexpr double labelShare = 0.4;
constexpr double mostLabelShare = 0.58;

} // namespace

QString toolTipOf(const FieldRow &row)
{
    QStringList lines;
    lines << QStringLiteral("<b>%1</b>").arg(row.label.toHtmlEscaped());
    if (!row.help.isEmpty())
        lines << row.help.toHtmlEscaped();
    if (row.fallback && !row.fallback->is_structured() && row.form)
        lines << FieldView::tr("Default: %1").arg(enumLabel(*row.form, *row.fallback)).toHtmlEscaped();
    if (!row.badge.isEmpty())
        lines << QStringLiteral("<i>%1</i>").arg((row.badge + QStringLiteral(": ") + row.badgeHelp).toHtmlEscaped());
    lines << FieldView::tr("Field %1 · F1 for more").arg(model::toQString(row.path)).toHtmlEscaped();
    return lines.join(QStringLiteral("<br>"));
}

FieldView::Line::Line(FieldView *view) : QWidget(view), m_view(view)
{
    setMouseTracking(true);
}

int FieldView::Line::labelLeft() const
{
    return dotRoom + m_view->m_depth * indent;
}

// Deeper rows push the field to the right, so that their labels stay readable; so do long labels of fields that need
// little room: what is only read, ticked or folded out.
int FieldView::Line::fieldLeft() const
{
    const FieldRow &row = m_view->m_row;
    const bool small = row.hasChildren || row.readOnly || row.editor == model::Editor::Check;
    const int marks = (row.hasChildren ? 14 : 0) + (row.badge.isEmpty() ? 0 : 16) + space::s;
    const int words = small ? fontMetrics().horizontalAdvance(row.label + QStringLiteral(" *")) + marks : 0;
    return std::max(int(width() * labelShare),
                    std::min(labelLeft() + std::max(labelRoom, words), int(width() * mostLabelShare)));
}

QSize FieldView::Line::sizeHint() const
{
    return {200, field ? std::max(size::input, field->sizeHint().height()) : size::input};
}

void FieldView::Line::resizeEvent(QResizeEvent *)
{
    placeField();
}

bool FieldView::Line::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) { // the field wants another height
        updateGeometry();
        placeField();
    }
    return QWidget::event(event);
}

void FieldView::Line::placeField()
{
    if (!field)
        return;
    const int height = std::max(size::treeRow, std::min(field->sizeHint().height(), this->height()));
    field->setGeometry(fieldLeft(), (this->height() - height) / 2, width() - fieldLeft(), height);
}

void FieldView::Line::paintEvent(QPaintEvent *)
{
    const FieldRow &row = m_view->m_row;
    const Tokens &t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int middle = std::min(height(), int(size::input)) / 2;
    if (row.modified || row.mixed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(row.canReset ? t.accent : t.lineStrong);
        const double radius = m_overDot && row.canReset ? 4.5 : 3;
        painter.drawEllipse(QPointF(dotRoom / 2.0 - 1, middle), radius, radius);
    }
    int left = labelLeft();
    if (row.hasChildren) {
        const QPixmap chevron =
            iconPixmap(m_view->isOpen() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"), 14, t.text3,
                       devicePixelRatioF());
        painter.drawPixmap(left - 2, middle - 7, chevron);
        left += 14;
    }
    paintLabel(painter, QRect(left, 0, fieldLeft() - left - space::s, 2 * middle));
}

void FieldView::Line::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    const int x = event->position().toPoint().x();
    if (x < dotRoom && m_view->m_row.canReset)
        m_view->apply([view = m_view] { return view->m_context.model.reset(view->m_row); });
    else if (x < fieldLeft() && m_view->m_row.hasChildren)
        m_view->setOpen(!m_view->isOpen());
    else if (x < fieldLeft())
        m_view->focusEditor();
}

void FieldView::Line::mouseMoveEvent(QMouseEvent *event)
{
    const bool over = event->position().x() < dotRoom && m_view->m_row.canReset;
    setToolTip(over ? FieldView::tr("Differs from the default. Click to reset.") : toolTipOf(m_view->m_row));
    setCursor(over || m_view->m_row.hasChildren ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (over != m_overDot) {
        m_overDot = over;
        update();
    }
}

void FieldView::Line::leaveEvent(QEvent *)
{
    m_overDot = false;
    update();
}

void FieldView::Line::paintLabel(QPainter &painter, QRect room)
{
    const FieldRow &row = m_view->m_row;
    const Tokens &t = tokensOf(palette());
    if (!row.badge.isEmpty()) { // a flask-like mark would need learning; a small triangle is read as "mind this"
        const bool bad = row.property && row.property->isLegacy();
        const QPixmap mark = iconPixmap(bad ? QStringLiteral("triangle-alert") : QStringLiteral("info"), 12,
                                        bad ? t.warn : t.text3, devicePixelRatioF());
        painter.drawPixmap(room.right() - 12, room.center().y() - 6, mark);
        room.setRight(room.right() - 16);
    }
    const QString star = row.required && !row.isItem() && !row.readOnly ? QStringLiteral(" *") : QString();
    const QFontMetrics metrics = painter.fontMetrics();
    const QString text = metrics.elidedText(row.label, Qt::ElideRight, room.width() - metrics.horizontalAdvance(star));
    painter.setPen(row.readOnly ? t.text3 : t.text2);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, text);
    painter.setPen(row.missing ? t.danger : t.text3);
    painter.drawText(room.adjusted(metrics.horizontalAdvance(text), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, star);
}

} // namespace tessera::designer

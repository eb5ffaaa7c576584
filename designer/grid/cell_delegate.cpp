// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/grid/cell_delegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>

#include "designer/grid/option_completer.h"
#include "designer/grid/row_model.h"
#include "designer/grid/tabular_text.h"
#include "designer/style/theme.h"
#include "model/table/cell_value.h"

namespace tessera::designer {

using model::CellType;

namespace {

constexpr int boxSize = 16;

void placeBelow(QLabel &reason, const QRect &cell)
{
    const QWidget *viewport = reason.parentWidget();
    reason.setMaximumWidth(std::max(260, std::min(380, viewport->width() - 2 * space::s)));
    reason.setFixedWidth(std::min(reason.maximumWidth(), reason.sizeHint().width()));
    reason.setFixedHeight(reason.heightForWidth(reason.width()) > 0 ? reason.heightForWidth(reason.width())
                                                                    : reason.sizeHint().height());
    QPoint at(cell.left(), cell.bottom() + space::xs);
    if (at.y() + reason.height() > viewport->height())
        at.setY(cell.top() - space::xs - reason.height());
    at.setX(std::max(space::xs, std::min(at.x(), viewport->width() - reason.width() - space::xs)));
    reason.move(at);
}

bool endsCell(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab ||
           key.key() == Qt::Key_Backtab;
}

QString styleOf(const Tokens &tokens)
{
    return QStringLiteral(
               "QLabel { background: %1; color: %2; border: 1px solid %3; border-radius: %4px; padding: %5px %6px; }")
        .arg(tokens.raised.name(), tokens.danger.name(), tokens.danger.name())
        .arg(size::radius)
        .arg(space::xs)
        .arg(space::s);
}

} // namespace

CellDelegate::CellDelegate(RowModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

bool CellDelegate::isRefusing() const
{
    return m_refused && m_editor;
}

void CellDelegate::focusEditor()
{
    if (m_editor)
        m_editor->setFocus();
}

QRect CellDelegate::checkBoxRect(const QRect &cell) const
{
    return {cell.left() + space::s, cell.center().y() - boxSize / 2 + 1, boxSize, boxSize};
}

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QString text = index.data(Qt::DisplayRole).toString();
    if (text.isEmpty())
        text = index.data(RowModel::HintRole).toString();
    return {option.fontMetrics.horizontalAdvance(text) + 2 * space::m, size::gridRow};
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    painter->fillRect(option.rect, selected ? tokens.accentSoft : tokens.surface);
    painter->setPen(tokens.line);
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const model::InputColumn &column = m_model.column(index.column());
    const bool null = index.data(RowModel::NullRole).toBool();
    if (column.type == CellType::Checkbox && !m_model.isWaitingRow(index.row()))
        paintCheckBox(*painter, option, index);
    else if (!null && !column.values.empty())
        paintPills(*painter, option, index);
    else
        paintText(*painter, option, index);
    if (!index.data(RowModel::ProblemRole).toString().isEmpty()) {
        QPainterPath corner(option.rect.topRight() + QPointF(1, 0));
        corner.lineTo(option.rect.topRight() + QPointF(-7, 0));
        corner.lineTo(option.rect.topRight() + QPointF(1, 8));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->fillPath(corner, tokens.warn);
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tokens.accent, 1.5));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1.5), 2, 2);
    }
    painter->restore();
}

void CellDelegate::paintText(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const model::InputColumn &column = m_model.column(index.column());
    const QRect rect = option.rect.adjusted(space::s, 0, -space::s, -1);
    QString text = index.data(Qt::DisplayRole).toString();
    painter.setFont(option.font);
    painter.setPen(column.isEditable() ? tokens.text : tokens.text2);
    if (index.data(RowModel::NullRole).toBool()) {
        painter.setPen(tokens.text3);
        text = index.data(RowModel::HintRole).toString();
        if (text.isEmpty() && !m_model.isWaitingRow(index.row()))
            text = QStringLiteral("–");
    }
    if (column.isNumeric())
        drawTabular(painter, rect, text);
    else
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                         option.fontMetrics.elidedText(text.replace(u'\n', u' '), Qt::ElideRight, rect.width()));
}

void CellDelegate::paintPills(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const model::Json value = m_model.value(index);
    const model::InputColumn &column = m_model.column(index.column());
    QStringList texts;
    if (value.is_array()) {
        for (const model::Json &item : value)
            texts << model::cellDisplay(column, item);
    } else {
        texts << index.data(Qt::DisplayRole).toString();
    }
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(option.font);
    const int height = 20;
    const int width = option.rect.width() - 2 * space::s;
    int x = option.rect.left() + space::s;
    const int right = x + width;
    for (const QString &text : texts) {
        if (right - x < 2 * space::s + space::xs)
            break;
        const int natural = option.fontMetrics.horizontalAdvance(text) + 2 * space::s;
        const QRect pill(x, option.rect.center().y() - height / 2, std::min(natural, right - x), height);
        painter.setPen(Qt::NoPen);
        painter.setBrush(selected ? tokens.surface : tokens.window);
        painter.drawRoundedRect(pill, height / 2, height / 2);
        painter.setPen(tokens.text);
        const QRect inner = pill.adjusted(space::s, 0, -space::s + 1, 0);
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                         option.fontMetrics.elidedText(text, Qt::ElideRight, inner.width()));
        x = pill.right() + 1 + space::xs;
    }
}

void CellDelegate::paintCheckBox(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Tokens &tokens = tokensOf(option.palette);
    const model::Json value = m_model.value(index);
    const QRectF box = QRectF(checkBoxRect(option.rect)).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool on = value.is_boolean() && value.get<bool>();
    painter.setPen(on ? tokens.accent : tokens.lineStrong);
    painter.setBrush(on ? QBrush(tokens.accent) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 4, 4);
    if (on) {
        painter.setPen(QPen(tokens.onAccent, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(QPolygonF(
            {box.topLeft() + QPointF(3.5, 8), box.topLeft() + QPointF(6.5, 11), box.topLeft() + QPointF(11.5, 4.5)}));
    } else if (value.is_null()) {
        painter.setPen(QPen(tokens.text3, 1.5, Qt::SolidLine, Qt::RoundCap)); // null is neither yes nor no
        painter.drawLine(box.center() - QPointF(3, 0), box.center() + QPointF(3, 0));
    }
}

QWidget *CellDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const model::InputColumn &column = m_model.column(index.column());
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("cellEditor"));
    editor->setAccessibleName(column.name);
    editor->setAccessibleDescription(model::cellExpectation(column));
    editor->setFrame(false);
    editor->setAlignment(column.isNumeric() ? Qt::AlignRight : Qt::AlignLeft);
    if (column.type == CellType::DateTime)
        editor->setPlaceholderText(QStringLiteral("2026-04-21"));
    const Tokens &tokens = tokensOf(parent->palette());
    editor->setStyleSheet(
        QStringLiteral("QLineEdit { background: %1; color: %2; border: 2px solid %3; border-radius: 2px;"
                       " padding: 0 %4px; min-height: 0; }")
            .arg(tokens.surface.name(), tokens.text.name(), tokens.accent.name())
            .arg(space::s - 2));
    addOptions(*editor, index);
    m_editor = editor;
    m_edited = index;
    const_cast<CellDelegate *>(this)->m_refused = false;
    connect(editor, &QLineEdit::textEdited, this, [this] {
        delete m_reason; // the reason belonged to the old text
        const_cast<CellDelegate *>(this)->m_refused = false;
    });
    return editor;
}

void CellDelegate::addOptions(QLineEdit &editor, const QModelIndex &index) const
{
    const model::InputColumn &column = m_model.column(index.column());
    QStringList options(column.options.begin(), column.options.end());
    if (column.type == CellType::Checkbox)
        options = {tr("true"), tr("false")};
    if (options.isEmpty())
        return;
    auto *completer = new OptionCompleter(options, column.type == CellType::MultiSelect, &editor);
    editor.setCompleter(completer);
    completer->popup()->installEventFilter(const_cast<CellDelegate *>(this));
}

void CellDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    if (auto *line = qobject_cast<QLineEdit *>(editor); line && !isRefusing())
        line->setText(index.data(Qt::EditRole).toString());
}

void CellDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    auto *line = qobject_cast<QLineEdit *>(editor);
    auto *self = const_cast<CellDelegate *>(this); // the interface is const, refusing an edit is not
    if (line && self->accepts(*line) && line->text() != index.data(Qt::EditRole).toString())
        model->setData(index, line->text(), Qt::EditRole);
}

void CellDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    editor->setGeometry(option.rect.adjusted(0, 0, 0, -1));
    if (m_reason)
        placeBelow(*m_reason, editor->geometry());
}

void CellDelegate::destroyEditor(QWidget *editor, const QModelIndex &index) const
{
    const_cast<CellDelegate *>(this)->m_refused = false;
    delete m_reason;
    QStyledItemDelegate::destroyEditor(editor, index);
}

bool CellDelegate::accepts(QLineEdit &editor)
{
    if (!m_edited.isValid())
        return true;
    const auto parsed = model::parseCell(m_model.column(m_edited.column()), editor.text());
    m_refused = !parsed;
    delete m_reason;
    if (parsed)
        return true;
    m_reason = new QLabel(editor.parentWidget());
    m_reason->setObjectName(QStringLiteral("cellReason"));
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setText(parsed.error().message + u'\n' + parsed.error().hint + u'\n' + tr("Escape keeps the old value."));
    m_reason->setStyleSheet(styleOf(tokensOf(editor.parentWidget()->palette())));
    placeBelow(*m_reason, editor.geometry());
    m_reason->show();
    editor.setAccessibleDescription(m_reason->text());
    return false;
}

bool CellDelegate::finish(QLineEdit &editor, const QKeyEvent &key)
{
    if (!accepts(editor)) {
        editor.selectAll();
        return true;
    }
    const int step = key.modifiers().testFlag(Qt::ShiftModifier) || key.key() == Qt::Key_Backtab ? -1 : 1;
    const bool sideways = key.key() == Qt::Key_Tab || key.key() == Qt::Key_Backtab;
    Q_EMIT commitData(&editor);
    Q_EMIT closeEditor(&editor, NoHint);
    Q_EMIT wentOn(sideways ? 0 : step, sideways ? step : 0);
    return true;
}

// The list of options holds the keyboard while it is open; Enter and Tab mean the same as in the editor.
bool CellDelegate::filterPopup(QEvent &event)
{
    if (event.type() != QEvent::KeyPress || !m_editor)
        return false;
    const auto &key = static_cast<const QKeyEvent &>(event);
    auto *completer = qobject_cast<OptionCompleter *>(m_editor->completer());
    if (!completer || !endsCell(key))
        return false;
    const QModelIndex chosen = completer->popup()->currentIndex();
    completer->popup()->hide();
    if (chosen.isValid()) {
        m_editor->setText(completer->pathFromIndex(chosen));
        if (completer->takesSeveral())
            return true; // more values may follow
    }
    return finish(*m_editor, key);
}

bool CellDelegate::eventFilter(QObject *watched, QEvent *event)
{
    auto *editor = qobject_cast<QLineEdit *>(watched);
    if (!editor)
        return filterPopup(*event) || QStyledItemDelegate::eventFilter(watched, event);
    const bool listOpen = editor->completer() && editor->completer()->popup()->isVisible();
    if (event->type() == QEvent::FocusOut && m_editor == editor && (listOpen || !accepts(*editor)))
        return false; // stays open, with the reason beside it
    if (event->type() == QEvent::KeyPress && endsCell(*static_cast<QKeyEvent *>(event)))
        return finish(*editor, *static_cast<QKeyEvent *>(event));
    return QStyledItemDelegate::eventFilter(watched, event);
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/style/tessera_style.h"

#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QToolButton>
#include <QTreeView>

#include "designer/style/icon.h"
#include "designer/style/theme.h"

namespace tessera::designer {

namespace {

void drawGlyph(QPainter *painter, const QRect &rect, const QString &name, const QColor &color, int side)
{
    const QRect place(rect.center().x() - side / 2 + 1, rect.center().y() - side / 2 + 1, side, side);
    painter->drawPixmap(place, iconPixmap(name, side, color, painter->device()->devicePixelRatioF()));
}

void drawField(QPainter *painter, const QStyleOption &option)
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool focused = option.state & QStyle::State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(focused && enabled ? tokens.accent : enabled ? tokens.lineStrong : tokens.line, 1));
    painter->setBrush(enabled ? tokens.surface : tokens.window);
    painter->drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), size::radius, size::radius);
    painter->restore();
}

QColor glyphColor(const QStyleOption &option)
{
    const Tokens &tokens = tokensOf(option.palette);
    return option.state & QStyle::State_Enabled ? tokens.text2
                                                : option.palette.color(QPalette::Disabled, QPalette::ButtonText);
}

void drawCheckMark(QPainter *painter, const QStyleOption &option, bool round)
{
    const Tokens &tokens = tokensOf(option.palette);
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const int side = qMin(option.rect.width(), option.rect.height());
    const QRectF box =
        QRectF(option.rect.center().x() - side / 2 + 1, option.rect.center().y() - side / 2 + 1, side, side)
            .adjusted(0.5, 0.5, -0.5, -0.5);
    const QColor fill = on ? (enabled ? tokens.accent : tokens.lineStrong) : tokens.surface;
    const bool focused = option.state & QStyle::State_HasFocus;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(on ? fill : focused ? tokens.accent : enabled ? tokens.lineStrong : tokens.line, 1));
    painter->setBrush(fill);
    if (round)
        painter->drawEllipse(box);
    else
        painter->drawRoundedRect(box, 4, 4);
    painter->setPen(QPen(tokens.onAccent, 1.75, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (option.state & QStyle::State_NoChange) {
        painter->drawLine(QPointF(box.left() + 4, box.center().y()), QPointF(box.right() - 4, box.center().y()));
    } else if (on && round) {
        painter->setBrush(tokens.onAccent);
        painter->setPen(Qt::NoPen);
        painter->drawEllipse(box.center(), 3, 3);
    } else if (on) {
        const QPointF points[] = {{box.left() + box.width() * 0.25, box.top() + box.height() * 0.52},
                                  {box.left() + box.width() * 0.43, box.top() + box.height() * 0.70},
                                  {box.left() + box.width() * 0.76, box.top() + box.height() * 0.32}};
        painter->drawPolyline(points, 3);
    }
    painter->restore();
}

} // namespace

TesseraStyle::TesseraStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void TesseraStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorBranch:
        if (option->state & State_Children)
            drawGlyph(painter, option->rect,
                      option->state & State_Open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                      glyphColor(*option), 14);
        return;
    case PE_IndicatorArrowDown:
        drawGlyph(painter, option->rect, QStringLiteral("chevron-down"), glyphColor(*option), 12);
        return;
    case PE_IndicatorArrowUp:
        drawGlyph(painter, option->rect, QStringLiteral("chevron-up"), glyphColor(*option), 12);
        return;
    case PE_IndicatorArrowRight:
        drawGlyph(painter, option->rect, QStringLiteral("chevron-right"), glyphColor(*option), 12);
        return;
    case PE_IndicatorTabClose: {
        const Tokens &tokens = tokensOf(option->palette);
        const bool hot = option->state & (State_MouseOver | State_Sunken);
        if (hot) {
            painter->save();
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(mix(tokens.window, tokens.text, option->state & State_Sunken ? 0.18 : 0.1));
            painter->drawRoundedRect(option->rect, 4, 4);
            painter->restore();
        }
        drawGlyph(painter, option->rect, QStringLiteral("x"), hot ? tokens.text : tokens.text2, 12);
        return;
    }
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckMark(painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheckMark(painter, *option, true);
        return;
    case PE_FrameFocusRect: {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(tokensOf(option->palette).accent, 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter->restore();
        return;
    }
    case PE_IndicatorItemViewItemDrop: {
        painter->save();
        painter->setPen(QPen(tokensOf(option->palette).accent, 2));
        if (option->rect.height() == 0)
            painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        else
            painter->drawRect(option->rect.adjusted(1, 1, -1, -1));
        painter->restore();
        return;
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void TesseraStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    if (control == CC_ComboBox) {
        drawField(painter, *option);
        QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        drawGlyph(painter, arrow, QStringLiteral("chevron-down"), glyphColor(*option), 14);
        return;
    }
    if (control == CC_SpinBox) {
        drawField(painter, *option);
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin && spin->buttonSymbols != QAbstractSpinBox::NoButtons) {
            drawGlyph(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxUp, widget), QStringLiteral("chevron-up"),
                      glyphColor(*option), 12);
            drawGlyph(painter, subControlRect(CC_SpinBox, option, SC_SpinBoxDown, widget),
                      QStringLiteral("chevron-down"), glyphColor(*option), 12);
        }
        return;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

void TesseraStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    // Fusion draws rubber bands with a gradient of the highlight colour, which is our soft fill here.
    if (element == CE_RubberBand) {
        const Tokens &tokens = tokensOf(option->palette);
        QColor fill = tokens.accent;
        fill.setAlphaF(0.12f);
        painter->fillRect(option->rect, fill);
        painter->setPen(tokens.accent);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

// Qt leaves two pixels between an icon and the words beside it; a wider place for the icon makes it a readable gap.
void TesseraStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    const QSize place(size::icon + space::s, size::icon);
    if (auto *tool = qobject_cast<QToolButton *>(widget);
        tool && tool->toolButtonStyle() == Qt::ToolButtonTextBesideIcon)
        tool->setIconSize(place);
    else if (auto *push = qobject_cast<QPushButton *>(widget); push && !push->icon().isNull())
        push->setIconSize(place);
}

QRect TesseraStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    // In line with the text of the other fields.
    return control == CC_ComboBox && part == SC_ComboBoxEditField ? rect.adjusted(space::xs, 0, 0, 0) : rect;
}

QIcon TesseraStyle::standardIcon(StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    return which == SP_LineEditClearButton ? icon(QStringLiteral("x"))
                                           : QProxyStyle::standardIcon(which, option, widget);
}

int TesseraStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
        return size::icon;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 16;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return space::s;
    case PM_TreeViewIndentation:
        return 16;
    case PM_DockWidgetSeparatorExtent:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int TesseraStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
        return 0;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0; // words say enough
    case SH_ComboBox_Popup:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_Menu_SubMenuPopupDelay:
        return 120;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize TesseraStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ComboBox || type == CT_SpinBox)
        result.setHeight(qMax(result.height(), size::input - 2));
    if (type == CT_ItemViewItem && (qobject_cast<const QTreeView *>(widget) || qobject_cast<const QListView *>(widget)))
        result.setHeight(qMax<int>(result.height(), size::treeRow));
    return result;
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/preview/control_field.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QStyleOptionButton>
#include <QStylePainter>
#include <QVBoxLayout>

#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

// A control of a type nobody knows here: its value.
class InertField : public ControlField
{
public:
    explicit InertField(QWidget *parent) : ControlField(parent), m_label(new QLabel(this))
    {
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(m_label);
    }
    void show(const ControlState &state) override { m_label->setText(state.look.value); }

private:
    QLabel *m_label;
};

} // namespace

void ControlField::chooseOne(model::Value value)
{
    model::query::ControlValue chosen;
    if (!value.isNull())
        chosen.values.push_back(std::move(value));
    choose(std::move(chosen));
}

void ControlField::keepFocusHere(QWidget *child)
{
    setFocusProxy(child);
}

PopupButton::PopupButton(QWidget *parent) : QPushButton(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &PopupButton::open);
}

void PopupButton::open()
{
    if (m_panel || !m_make)
        return;
    auto *panel = new QFrame(this, Qt::Popup); // a child: it takes the colours of the page
    panel->setObjectName(QStringLiteral("controlPopup"));
    panel->setProperty("surface", QStringLiteral("raised"));
    panel->setAttribute(Qt::WA_DeleteOnClose);
    panel->setAttribute(Qt::WA_StyledBackground);
    panel->setPalette(palette());
    auto *column = new QVBoxLayout(panel);
    column->setContentsMargins(space::s, space::s, space::s, space::s);
    QWidget *content = m_make(panel);
    column->addWidget(content);
    panel->setMinimumWidth(qMax(width(), 220));
    panel->adjustSize();
    QPoint corner = mapToGlobal(QPoint(0, height() + 2));
    const QRect screen = this->screen()->availableGeometry();
    if (corner.y() + panel->height() > screen.bottom())
        corner.setY(mapToGlobal(QPoint(0, -panel->height() - 2)).y());
    corner.setX(qBound(screen.left(), corner.x(), qMax(screen.left(), screen.right() - panel->width())));
    panel->move(corner);
    m_panel = panel;
    connect(panel, &QObject::destroyed, this, [this] {
        m_panel = nullptr;
        Q_EMIT closed();
    });
    panel->show();
    content->setFocus();
}

void PopupButton::close()
{
    if (m_panel)
        m_panel->close();
}

void PopupButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        open();
    else
        QPushButton::keyPressEvent(event);
}

// The words stand on the left and are shortened; the sign stands on the right.
void PopupButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QString words = option.text;
    option.text.clear();
    option.icon = {};
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const Tokens &tokens = tokensOf(palette());
    const QRect inner = rect().adjusted(10, 0, -30, 0);
    painter.setPen(isEnabled() ? tokens.text : tokens.text3);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
                     fontMetrics().elidedText(words, Qt::ElideRight, inner.width()));
    icon().isNull() ? designer::icon(QStringLiteral("chevron-down"))
                          .paint(&painter, QRect(width() - 26, (height() - 16) / 2, 16, 16))
                    : icon().paint(&painter, QRect(width() - 26, (height() - 16) / 2, 16, 16));
}

ControlField *makeInertField(QWidget *parent)
{
    return new InertField(parent);
}

ControlField *makeControlField(const std::string &type, QWidget *parent)
{
    if (type == "list")
        return makeListField(parent);
    if (type == "hierarchy")
        return makeHierarchyField(parent);
    if (type == "file-upload")
        return makeFileField(parent);
    if (type == "segmented")
        return makeSegmentField(parent);
    if (type == "legend")
        return makeLegendField(parent);
    if (type == "drill")
        return makeDrillField(parent);
    if (type == "text" || type == "text-area")
        return makeTextField(type == "text-area", parent);
    if (type == "number")
        return makeNumberField(parent);
    if (type == "number-range")
        return makeNumberRangeField(parent);
    if (type == "top-n")
        return makeTopField(parent);
    if (type == "date")
        return makeDateField(parent);
    if (type == "date-range")
        return makeDateRangeField(parent);
    if (type == "checkbox" || type == "switch")
        return makeCheckField(type == "switch", parent);
    if (type == "slider" || type == "range-slider")
        return makeSliderField(type == "range-slider", parent);
    return makeInertField(parent);
}

} // namespace tessera::designer

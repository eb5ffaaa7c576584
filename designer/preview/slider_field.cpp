// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include "designer/preview/control_field.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

using model::Value;
using model::query::ControlValue;

namespace {

// A line with one or two handles, for the mouse and the arrow keys (Page Up and Down in larger steps, Home and End).
class SliderField : public ControlField
{
public:
    SliderField(bool range, QWidget *parent) : ControlField(parent), m_range(range)
    {
        setFocusPolicy(Qt::StrongFocus);
        setMinimumHeight(34);
    }

    void show(const ControlState &state) override
    {
        m_low = state.look.low.toDouble();
        m_high = std::max(m_low, state.look.high.toDouble());
        m_step = state.look.step > 0 ? state.look.step : (m_high - m_low) / 100;
        m_at[0] = m_low + state.look.position * (m_high - m_low);
        m_at[1] = m_low + state.look.positionEnd * (m_high - m_low);
        setAccessibleName(state.look.label);
        setAccessibleDescription(words());
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens &tokens = tokensOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(mix(tokens.surface, tokens.text3, 0.3));
        painter.drawRoundedRect(QRectF(left(), middle - 2, extent(), 4), 2, 2);
        const double from = m_range ? place(0) : left(), to = m_range ? place(1) : place(0);
        painter.setBrush(tokens.accent);
        painter.drawRoundedRect(QRectF(from, middle - 2, std::max(0.0, to - from), 4), 2, 2);
        for (int i = 0; i < (m_range ? 2 : 1); ++i) {
            painter.setPen(QPen(tokens.accent, hasFocus() && i == m_active ? 3 : 2));
            painter.setBrush(tokens.surface);
            painter.drawEllipse(QPointF(place(i), middle), 7, 7);
        }
        QFont font = this->font();
        font.setPixelSize(size::caption);
        painter.setFont(font);
        const QRect foot(0, 19, width(), 14);
        painter.setPen(tokens.text3);
        painter.drawText(foot, Qt::AlignLeft, QString::number(m_low));
        painter.drawText(foot, Qt::AlignRight, QString::number(m_high));
        painter.setPen(tokens.text);
        painter.drawText(foot, Qt::AlignHCenter, words());
    }

    void mousePressEvent(QMouseEvent *event) override
    {
        const double x = event->position().x();
        m_active = m_range && std::abs(x - place(1)) < std::abs(x - place(0)) ? 1 : 0;
        m_dragging = true;
        take(valueAt(x));
    }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        if (m_dragging)
            take(valueAt(event->position().x()));
    }
    void mouseReleaseEvent(QMouseEvent *) override
    {
        m_dragging = false;
        commit();
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        double &value = m_at[m_active];
        const double large = m_step * 10;
        switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Down:
            take(value - m_step);
            break;
        case Qt::Key_Right:
        case Qt::Key_Up:
            take(value + m_step);
            break;
        case Qt::Key_PageDown:
            take(value - large);
            break;
        case Qt::Key_PageUp:
            take(value + large);
            break;
        case Qt::Key_Home:
            take(m_low);
            break;
        case Qt::Key_End:
            take(m_high);
            break;
        case Qt::Key_Space:
            if (m_range)
                m_active = 1 - m_active; // the other handle
            update();
            return;
        default:
            ControlField::keyPressEvent(event);
            return;
        }
        commit();
    }

private:
    static constexpr double middle = 10;
    double left() const { return 8; }
    double extent() const { return std::max(1, width() - 16); }
    double place(int index) const
    {
        return left() + (m_high > m_low ? (m_at[index] - m_low) / (m_high - m_low) : 0) * extent();
    }
    double valueAt(double x) const { return m_low + (x - left()) / extent() * (m_high - m_low); }

    void take(double value)
    {
        const double steps = m_step > 0 ? std::round((value - m_low) / m_step) * m_step : value - m_low;
        value = std::clamp(m_low + steps, m_low, m_high);
        if (m_range)
            value = m_active == 0 ? std::min(value, m_at[1]) : std::max(value, m_at[0]);
        m_at[m_active] = value;
        update();
    }

    static Value number(double value)
    {
        const double rounded = QString::number(value, 'g', 12).toDouble();
        return rounded == std::floor(rounded) && std::abs(rounded) < 1e15 ? Value(static_cast<std::int64_t>(rounded))
                                                                          : Value(rounded);
    }

    void commit()
    {
        if (!m_range) {
            chooseOne(number(m_at[0]));
            return;
        }
        ControlValue value;
        value.low = number(m_at[0]);
        value.high = number(m_at[1]);
        choose(std::move(value));
    }

    QString words() const
    {
        const auto text = [](double value) { return QString::number(value, 'g', 6); };
        return m_range ? text(m_at[0]) + u" – "_qs + text(m_at[1]) : text(m_at[0]);
    }

    bool m_range;
    bool m_dragging = false;
    int m_active = 0;
    double m_low = 0, m_high = 100, m_step = 1;
    double m_at[2] = {0, 100};
};

} // namespace

ControlField *makeSliderField(bool range, QWidget *parent)
{
    return new SliderField(range, parent);
}

} // namespace tessera::designer

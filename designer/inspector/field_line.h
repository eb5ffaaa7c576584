// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/inspector/field_view.h"

namespace tessera::designer {

// What a person may want to know about a field: label, help, default, badge, key.
QString toolTipOf(const FieldRow &row);

// The line itself: paints dot, chevron, label and badge, holds the field on the right.
class FieldView::Line : public QWidget
{
public:
    explicit Line(FieldView *view);

    QWidget *field = nullptr;

    int labelLeft() const;
    int fieldLeft() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {120, sizeHint().height()}; }

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void placeField();
    void paintLabel(QPainter &painter, QRect room);

    FieldView *m_view;
    bool m_overDot = false;
};

} // namespace tessera::designer

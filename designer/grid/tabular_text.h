// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QPainter>

namespace tessera::designer {

// Draws right-aligned text with every digit as wide as the widest, so that figures stand in columns whatever the font;
// Qt before 6.7 cannot ask a font for its tabular figures. Text that does not fit is cut with an ellipsis on the right.
inline void drawTabular(QPainter &painter, const QRect &rect, const QString &text)
{
    const QFontMetrics metrics = painter.fontMetrics();
    int digit = 0;
    for (char c = '0'; c <= '9'; ++c)
        digit = std::max(digit, metrics.horizontalAdvance(QLatin1Char(c)));
    const auto width = [&](QChar c) { return c.isDigit() ? digit : metrics.horizontalAdvance(c); };
    int total = 0;
    for (const QChar c : text)
        total += width(c);
    if (total > rect.width()) {
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(text, Qt::ElideRight, rect.width()));
        return;
    }
    int x = rect.right() + 1 - total;
    for (const QChar c : text) {
        painter.drawText(QRect(x, rect.top(), width(c), rect.height()), Qt::AlignCenter | Qt::TextDontClip, QString(c));
        x += width(c);
    }
}

} // namespace tessera::designer

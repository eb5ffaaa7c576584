// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/mark_list.h"

#include <cmath>

namespace tessera::designer {

void MarkList::addBox(Mark mark, const QRectF &box)
{
    mark.shape.addRect(box);
    m_marks.append(std::move(mark));
}

int MarkList::at(const QPointF &point, double reach) const
{
    int nearest = -1;
    double best = reach;
    for (auto i = static_cast<int>(m_marks.size()) - 1; i >= 0; --i) {
        const Mark &mark = m_marks.at(i);
        const QRectF bounds = mark.shape.boundingRect();
        if (!bounds.adjusted(-reach, -reach, reach, reach).contains(point))
            continue;
        if (mark.shape.contains(point))
            return i;
        if (mark.kind != Mark::Kind::Datum)
            continue;
        const double distance = std::hypot(std::max({bounds.left() - point.x(), 0.0, point.x() - bounds.right()}),
                                           std::max({bounds.top() - point.y(), 0.0, point.y() - bounds.bottom()}));
        if (distance < best) {
            best = distance;
            nearest = i;
        }
    }
    return nearest;
}

} // namespace tessera::designer

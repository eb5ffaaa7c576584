// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvas_overlay.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPixmapCache>
#include <QtMath>

#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/layout/block_geometry.h"

namespace tessera::designer {

namespace {

constexpr int stripHeight = 128; // device px
constexpr qreal handleSide = 8;
constexpr qreal reach = 7; // px around a handle's middle that still count

constexpr Handle allHandles[] = {Handle::TopLeft,     Handle::Top,    Handle::TopRight,   Handle::Right,
                                 Handle::BottomRight, Handle::Bottom, Handle::BottomLeft, Handle::Left};

QPointF handlePoint(const QRectF &r, Handle handle)
{
    switch (handle) {
    case Handle::TopLeft:
        return r.topLeft();
    case Handle::Top:
        return {r.center().x(), r.top()};
    case Handle::TopRight:
        return r.topRight();
    case Handle::Right:
        return {r.right(), r.center().y()};
    case Handle::BottomRight:
        return r.bottomRight();
    case Handle::Bottom:
        return {r.center().x(), r.bottom()};
    case Handle::BottomLeft:
        return r.bottomLeft();
    case Handle::Left:
        return {r.left(), r.center().y()};
    case Handle::None:
        break;
    }
    return r.center();
}

QRect gridArea(const model::GridBox &grid)
{
    const int bottom = qMax(grid.area().bottom() + 1, grid.rowEdge(grid.rows()));
    return {grid.area().topLeft(), QSize(grid.area().width(), bottom - grid.area().top())};
}

// A piece of the columns to copy down the page. Filling them with a thin colour makes Qt wake its threads for every
// column of every frame, which costs more than the pixels do.
QPixmap columnStrip(const model::GridBox &grid, const CanvasTransform &transform, const QColor &fill, qreal ratio)
{
    const QRect area = grid.area();
    const QString key = QStringLiteral("columns:%1:%2:%3:%4:%5")
                            .arg(area.width())
                            .arg(grid.columns())
                            .arg(transform.zoom)
                            .arg(fill.rgba())
                            .arg(ratio);
    QPixmap strip;
    if (QPixmapCache::find(key, &strip))
        return strip;
    strip = QPixmap(qMax(1, qCeil(area.width() * transform.zoom * ratio)), stripHeight);
    strip.setDevicePixelRatio(ratio);
    strip.fill(Qt::transparent);
    QPainter painter(&strip);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    for (int column = 0; column < grid.columns(); ++column) {
        const qreal left = (grid.columnEdge(column) - area.left() + model::metrics::gutter / 2) * transform.zoom;
        const qreal right = (grid.columnEdge(column + 1) - area.left() - model::metrics::gutter / 2) * transform.zoom;
        if (right > left)
            painter.fillRect(QRectF(left, 0, right - left, stripHeight), fill);
    }
    painter.end();
    QPixmapCache::insert(key, strip);
    return strip;
}

void paintColumns(QPainter &painter, const CanvasOverlay &overlay, const model::BlockGeometry &geometry,
                  const CanvasTransform &transform, const Tokens &tokens)
{
    const model::GridBox *grid = geometry.grid(overlay.grid);
    if (!grid || overlay.gridStrength <= 0)
        return;
    QColor fill = tokens.accent;
    fill.setAlphaF(0.06f);
    QColor line = tokens.accent;
    line.setAlphaF(0.16 * overlay.gridStrength);
    const QRect area = gridArea(*grid);
    const QRect shown = transform.map(area).toAlignedRect();
    const QRect visible = shown.intersected(painter.clipBoundingRect().toAlignedRect());
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap strip = columnStrip(*grid, transform, fill, ratio);
    const int pitch = qMax(1, int(stripHeight / ratio));
    painter.setOpacity(overlay.gridStrength);
    for (int y = visible.top(); y <= visible.bottom(); y += pitch) {
        const int height = qMin(pitch, visible.bottom() + 1 - y);
        painter.drawPixmap(QPoint(shown.left(), y), strip, QRect(0, 0, strip.width(), qRound(height * ratio)));
    }
    painter.setOpacity(1);
    painter.setPen(QPen(line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(transform.map(area));
}

QFont labelFont()
{
    QFont font = interfaceFont();
    font.setPixelSize(size::caption);
    font.setWeight(QFont::DemiBold);
    return font;
}

QRectF labelBox(QPointF middleTop, const QString &words)
{
    const qreal width = QFontMetrics(labelFont()).horizontalAdvance(words) + 12;
    return QRectF(qRound(middleTop.x() - width / 2), qRound(middleTop.y()), width, 18);
}

void paintLabel(QPainter &painter, QPointF middleTop, const QString &words, const QColor &fill, const QColor &ink)
{
    const QFont font = labelFont();
    const QRectF box = labelBox(middleTop, words);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(box, 4, 4);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(box, Qt::AlignCenter, words);
}

void paintOutline(QPainter &painter, const QRectF &rect, const QColor &color, qreal width)
{
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(color, width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect, size::cardRadius, size::cardRadius);
}

void paintSelection(QPainter &painter, const CanvasOverlay &overlay, const model::BlockGeometry &geometry,
                    const CanvasTransform &transform, const Tokens &tokens)
{
    for (const model::NodeId node : overlay.selected) {
        const model::NodeBox *box = geometry.box(node);
        if (!box)
            continue;
        const QRectF rect = transform.map(box->card);
        paintOutline(painter, rect, tokens.accent, 1.5);
        if (!overlay.handles || overlay.selected.size() > 1)
            continue;
        painter.setPen(QPen(tokens.accent, 1.5));
        painter.setBrush(tokens.surface);
        for (const Handle handle : allHandles)
            painter.drawRoundedRect(handleRect(rect, handle), 2, 2);
        if (!overlay.sizeLabel.isEmpty() && overlay.drop.isEmpty())
            paintLabel(painter, {rect.center().x(), rect.bottom() + 8}, overlay.sizeLabel, tokens.accent,
                       tokens.onAccent);
    }
}

void paintDrop(QPainter &painter, const CanvasOverlay &overlay, const CanvasTransform &transform, const Tokens &tokens)
{
    if (overlay.drop.isEmpty())
        return;
    const QRectF rect = transform.map(overlay.drop);
    QColor fill = tokens.accentSoft;
    fill.setAlpha(150);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(tokens.accent, 1.5));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, size::cardRadius, size::cardRadius);
    if (!overlay.sizeLabel.isEmpty())
        paintLabel(painter, {rect.center().x(), rect.bottom() + 6}, overlay.sizeLabel, tokens.accent, tokens.onAccent);
}

void paintGuides(QPainter &painter, const CanvasOverlay &overlay, const CanvasTransform &transform,
                 const Tokens &tokens)
{
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(QPen(tokens.danger, 1));
    for (const model::Guide &guide : overlay.guides) {
        const bool vertical = guide.orientation == Qt::Vertical;
        const QPointF from = transform.map(vertical ? QPointF(guide.at, guide.from) : QPointF(guide.from, guide.at));
        const QPointF to = transform.map(vertical ? QPointF(guide.at, guide.to) : QPointF(guide.to, guide.at));
        painter.drawLine(from.toPoint(), to.toPoint());
    }
    for (const model::Distance &distance : overlay.distances) {
        const QPointF from = transform.map(QPointF(distance.line.p1()));
        const QPointF to = transform.map(QPointF(distance.line.p2()));
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(tokens.danger, 1, Qt::DotLine));
        painter.drawLine(from.toPoint(), to.toPoint());
        if (distance.cells > 0)
            paintLabel(painter, (from + to) / 2 - QPointF(0, 9), QString::number(distance.cells), tokens.danger,
                       tokens.surface);
    }
}

QFont refusalFont()
{
    QFont font = interfaceFont();
    font.setPixelSize(12);
    return font;
}

// Beside the pointer and wholly in the view.
QRectF refusalBox(const CanvasOverlay &overlay, const CanvasTransform &transform, const QRectF &view)
{
    const QRect limits(0, 0, 280, 400);
    const QRect text = QFontMetrics(refusalFont()).boundingRect(limits, Qt::TextWordWrap, overlay.refusal);
    QRectF box(transform.map(QPointF(overlay.pointer)) + QPointF(18, 14),
               QSizeF(text.width() + 24, text.height() + 14));
    box.moveLeft(qMin(box.left(), view.right() - box.width() - 8));
    box.moveTop(qMin(box.top(), view.bottom() - box.height() - 8));
    return box;
}

void paintRefusal(QPainter &painter, const CanvasOverlay &overlay, const CanvasTransform &transform,
                  const Tokens &tokens)
{
    if (overlay.refusal.isEmpty())
        return;
    const QFont font = refusalFont();
    const QRectF box = refusalBox(overlay, transform, painter.viewport());
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(tokens.danger, 1));
    painter.setBrush(tokens.raised);
    painter.drawRoundedRect(box, size::radius, size::radius);
    painter.setFont(font);
    painter.setPen(tokens.danger);
    painter.drawText(box.adjusted(12, 7, -12, -7), Qt::TextWordWrap | Qt::AlignVCenter, overlay.refusal);
}

} // namespace

QRectF handleRect(const QRectF &outline, Handle handle)
{
    const QPointF at = handlePoint(outline, handle);
    return {at.x() - handleSide / 2, at.y() - handleSide / 2, handleSide, handleSide};
}

Handle handleAt(const QRectF &outline, QPointF point)
{
    for (const Handle handle : allHandles) {
        const QPointF at = handlePoint(outline, handle);
        if (qAbs(point.x() - at.x()) <= reach && qAbs(point.y() - at.y()) <= reach)
            return handle;
    }
    return Handle::None;
}

model::SnapEdges edgesOf(Handle handle)
{
    using model::SnapEdge;
    switch (handle) {
    case Handle::TopLeft:
        return SnapEdge::Top | SnapEdge::Left;
    case Handle::Top:
        return SnapEdge::Top;
    case Handle::TopRight:
        return SnapEdge::Top | SnapEdge::Right;
    case Handle::Right:
        return SnapEdge::Right;
    case Handle::BottomRight:
        return SnapEdge::Bottom | SnapEdge::Right;
    case Handle::Bottom:
        return SnapEdge::Bottom;
    case Handle::BottomLeft:
        return SnapEdge::Bottom | SnapEdge::Left;
    case Handle::Left:
        return SnapEdge::Left;
    case Handle::None:
        break;
    }
    return {};
}

Qt::CursorShape cursorOf(Handle handle)
{
    switch (handle) {
    case Handle::TopLeft:
    case Handle::BottomRight:
        return Qt::SizeFDiagCursor;
    case Handle::TopRight:
    case Handle::BottomLeft:
        return Qt::SizeBDiagCursor;
    case Handle::Top:
    case Handle::Bottom:
        return Qt::SizeVerCursor;
    case Handle::Left:
    case Handle::Right:
        return Qt::SizeHorCursor;
    case Handle::None:
        break;
    }
    return Qt::ArrowCursor;
}

QRect columnsRect(const CanvasOverlay &overlay, const model::BlockGeometry &geometry, const CanvasTransform &transform)
{
    const model::GridBox *grid = geometry.grid(overlay.grid);
    return grid && overlay.gridStrength > 0 ? transform.map(gridArea(*grid)).toAlignedRect().adjusted(-2, -2, 2, 2)
                                            : QRect();
}

QRegion overlayRegion(const CanvasOverlay &overlay, const model::BlockGeometry &geometry,
                      const CanvasTransform &transform, const QRect &room)
{
    QRegion region;
    const auto add = [&](const QRectF &rect, int by = 2) {
        region += rect.toAlignedRect().adjusted(-by, -by, by, by).intersected(room);
    };
    const auto addFrame = [&](model::NodeId node, int outer) { // the line around a card; its inside is untouched
        const model::NodeBox *box = geometry.box(node);
        if (!box)
            return;
        const QRect rect = transform.map(box->card).toAlignedRect();
        const QRect hole = rect.adjusted(8, 8, -8, -8);
        QRegion frame(rect.adjusted(-outer, -outer, outer, outer).intersected(room));
        region += hole.isValid() ? frame.subtracted(hole) : frame;
    };
    addFrame(overlay.hovered, 2);
    for (const model::NodeId node : overlay.selected) {
        addFrame(node, 8);
        const model::NodeBox *box = overlay.sizeLabel.isEmpty() ? nullptr : geometry.box(node);
        if (const QRectF rect = box ? transform.map(box->card) : QRectF(); box)
            add(labelBox({rect.center().x(), rect.bottom() + 8}, overlay.sizeLabel));
    }
    if (!overlay.drop.isEmpty()) {
        const QRectF rect = transform.map(overlay.drop);
        add(rect);
        add(labelBox({rect.center().x(), rect.bottom() + 6}, overlay.sizeLabel));
    }
    for (const model::Guide &guide : overlay.guides) {
        const bool vertical = guide.orientation == Qt::Vertical;
        add(QRectF(transform.map(vertical ? QPointF(guide.at, guide.from) : QPointF(guide.from, guide.at)),
                   transform.map(vertical ? QPointF(guide.at, guide.to) : QPointF(guide.to, guide.at)))
                .normalized());
    }
    for (const model::Distance &distance : overlay.distances) {
        const QPointF from = transform.map(QPointF(distance.line.p1()));
        const QPointF to = transform.map(QPointF(distance.line.p2()));
        add(QRectF(from, to).normalized());
        add(labelBox((from + to) / 2 - QPointF(0, 9), QString::number(distance.cells)));
    }
    if (!overlay.band.isEmpty())
        add(transform.map(overlay.band));
    if (!overlay.refusal.isEmpty())
        add(refusalBox(overlay, transform, room));
    return region;
}

void paintOverlay(QPainter &painter, const CanvasOverlay &overlay, const model::BlockGeometry &geometry,
                  const CanvasTransform &transform, const Tokens &tokens)
{
    paintColumns(painter, overlay, geometry, transform, tokens);
    if (const model::NodeBox *box = geometry.box(overlay.hovered); box && !overlay.selected.contains(overlay.hovered)) {
        QColor hover = tokens.accent;
        hover.setAlphaF(0.4);
        paintOutline(painter, transform.map(box->card).adjusted(0.5, 0.5, -0.5, -0.5), hover, 1);
    }
    paintSelection(painter, overlay, geometry, transform, tokens);
    paintDrop(painter, overlay, transform, tokens);
    paintGuides(painter, overlay, transform, tokens);
    if (!overlay.band.isEmpty()) {
        QColor fill = tokens.accent;
        fill.setAlphaF(0.1);
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(QPen(tokens.accent, 1));
        painter.setBrush(fill);
        painter.drawRect(transform.map(overlay.band));
    }
    paintRefusal(painter, overlay, transform, tokens);
}

} // namespace tessera::designer

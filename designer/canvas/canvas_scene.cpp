// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/canvas_scene.h"

#include <cmath>

#include "designer/session/live_data.h"
#include "designer/session/live_pictures.h"
#include "designer/session/session.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

constexpr double thumbnail = 26; // px: zoomed out, lower cards are boxes without a sketch
constexpr double farAway = 0.4;  // zoom below which that counts

bool isContainer(const model::Workbook &workbook, const model::Key &key)
{
    const model::Object *element = workbook.element(key);
    const model::LayoutNode *node =
        element ? workbook.layout.node(workbook.layout.findElement(element->id())) : nullptr;
    return node && node->kind != model::NodeKind::Element;
}

// Soft strips around the sheet. Plain opaque fills: a rounded path as high as a long page costs more than all its
// cards.
void paintShadow(QPainter &painter, const QRectF &sheet, const QRectF &clip, const Tokens &tokens)
{
    const QColor dark = tokens.dark ? tokens.canvas.darker(160) : tokens.text3;
    const QRect inner = sheet.toRect();
    if (QRectF(inner).contains(clip))
        return;
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (int i = 1; i <= 6; ++i) {
        const QColor shade = mix(tokens.canvas, dark, 0.10 / i);
        painter.fillRect(QRect(inner.left() - i, inner.top() - i + 2, 1, inner.height() + 2 * i - 2), shade);
        painter.fillRect(QRect(inner.right() + i, inner.top() - i + 2, 1, inner.height() + 2 * i - 2), shade);
        painter.fillRect(QRect(inner.left() - i, inner.bottom() + i, inner.width() + 2 * i, 1), shade);
    }
}

QRect grown(const QRect &cell)
{
    return cell.adjusted(-2, -2, 2, 2);
}

QRegion wholeOf(const BlockPicture &before, const BlockPicture &after)
{
    return QRegion(QRect(QPoint(-64, -64), before.size().expandedTo(after.size()) + QSize(128, 128)));
}

// What looks different when one arrangement takes the place of another.
QRegion movedBetween(const BlockPicture &before, const BlockPicture &after)
{
    if (before.size() != after.size())
        return wholeOf(before, after);
    QRegion dirty;
    qsizetype stayed = 0;
    for (const model::NodeBox &box : after.geometry().boxes()) {
        const model::NodeBox *old = before.geometry().box(box.node);
        stayed += old != nullptr;
        if (old && old->cell == box.cell && old->card == box.card)
            continue;
        dirty += grown(box.cell);
        if (old)
            dirty += grown(old->cell);
    }
    if (stayed == before.geometry().boxes().size())
        return dirty;
    for (const model::NodeBox &box : before.geometry().boxes()) {
        if (!after.geometry().box(box.node))
            dirty += grown(box.cell);
    }
    return dirty;
}

} // namespace

CanvasScene::CanvasScene(Session &session) : m_session(session)
{
    rebuild();
}

std::unique_ptr<BlockPicture> CanvasScene::made(const model::Workbook &workbook) const
{
    BlockOptions options;
    options.width = m_width;
    options.activeTabs = m_tabs;
    options.rows = m_session.data();
    options.pictures = m_session.pictures();
    return std::make_unique<BlockPicture>(workbook, m_session.catalogue(), m_session.currentBlock(), options);
}

void CanvasScene::setAvailableWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    m_preview.reset();
    m_picture = made(m_session.workbook());
}

void CanvasScene::rebuild()
{
    m_preview.reset();
    m_cache.clear();
    m_picture = made(m_session.workbook());
}

void CanvasScene::setActiveTab(model::NodeId tabbed, int index)
{
    m_tabs.insert(tabbed, index);
    m_preview.reset();
    m_picture = made(m_session.workbook());
}

QRegion CanvasScene::setPreview(std::optional<model::LayoutTree> layout, model::NodeId ghost)
{
    const auto shownBefore = std::move(m_preview);
    const BlockPicture &before = shownBefore ? *shownBefore : *m_picture;
    const model::NodeId ghostBefore = std::exchange(m_ghost, ghost);
    if (layout) {
        model::Workbook workbook = m_session.workbook();
        workbook.layout = std::move(*layout);
        m_preview = made(workbook);
    }
    QRegion dirty = movedBetween(before, picture());
    for (const model::NodeId node : {ghostBefore, ghost}) {
        if (const model::NodeBox *box = picture().geometry().box(node))
            dirty += grown(box->cell);
    }
    return dirty;
}

QRegion CanvasScene::refreshElement(const model::Key &key)
{
    QRegion dirty;
    const model::Workbook &workbook = picture().workbook();
    const model::Object *element = workbook.element(key);
    for (const model::NodeId node : element ? workbook.layout.findElements(element->id()) : QList<model::NodeId>()) {
        if (const model::NodeBox *box = picture().geometry().box(node))
            dirty += grown(box->cell);
    }
    return dirty;
}

QRegion CanvasScene::refreshControls()
{
    m_cache.clearDependent();
    QRegion dirty;
    for (const model::NodeBox &box : picture().geometry().boxes()) {
        const model::LayoutNode *node = picture().workbook().layout.node(box.node);
        const model::Object *element = node ? picture().workbook().elementOf(*node) : nullptr;
        if (element && element->kind() == "control")
            dirty += grown(box.cell);
    }
    return dirty;
}

QRegion CanvasScene::refreshPictures()
{
    m_cache.clearPictures();
    return wholeOf(picture(), picture()); // pages and containers have pictures behind them
}

std::vector<model::Key> CanvasScene::elementsIn(const QRect &part) const
{
    std::vector<model::Key> keys;
    for (const model::NodeBox &box : m_picture->geometry().boxes()) {
        const model::LayoutNode *node =
            box.cell.intersects(part) ? m_picture->workbook().layout.node(box.node) : nullptr;
        if (const model::Object *element = node ? m_picture->workbook().elementOf(*node) : nullptr)
            keys.push_back(element->key());
    }
    return keys;
}

QRegion CanvasScene::apply(const model::ChangeSet &changes)
{
    m_preview.reset();
    const model::Workbook &workbook = m_session.workbook();
    if (changes.workbookProperties)
        m_cache.clear();
    if (changes.names || changes.structure || !changes.blocks.isEmpty())
        m_cache.clearDependent();
    bool moved =
        changes.structure || changes.workbookProperties || !changes.nodes.isEmpty() || !changes.blocks.isEmpty();
    for (const model::Key &key : changes.elements)
        moved = moved || isContainer(workbook, key);
    const auto before = std::move(m_picture);
    QRegion dirty;
    if (moved) {
        m_picture = made(workbook);
    } else {
        m_picture = std::make_unique<BlockPicture>(*before);
        m_picture->setBodies(workbook);
    }
    if (changes.workbookProperties || !changes.blocks.isEmpty())
        return wholeOf(*before, *m_picture);
    const auto touch = [&](model::NodeId node, const BlockPicture &picture) {
        if (const model::NodeBox *box = picture.geometry().box(node))
            dirty += grown(box->cell);
    };
    if (moved) {
        dirty = movedBetween(*before, *m_picture);
        for (const model::NodeId node : changes.nodes)
            touch(node, *before);
    }
    const QRect sheet(QPoint(0, 0), m_picture->size());
    dirty += m_picture->panels().region(sheet).translated(-m_picture->origin());
    for (const model::Key &key : changes.elements) {
        const model::Object *element = workbook.element(key);
        for (const model::NodeId node : element ? workbook.layout.findElements(element->id()) : QList<model::NodeId>())
            touch(node, *m_picture);
    }
    return dirty;
}

void CanvasScene::paint(QPainter &painter, const QRect &clip, const CanvasTransform &transform, qreal ratio,
                        const Tokens &tokens)
{
    painter.fillRect(clip, tokens.canvas);
    const BlockPicture &shown = picture();
    if (shown.look().kind == model::BlockKind::None)
        return;
    const CanvasTransform frame{transform.offset - QPointF(shown.origin()) * transform.zoom, transform.zoom};
    painter.setRenderHint(QPainter::Antialiasing, true);
    paintShadow(painter,
                frame.map(QRect(QPoint(0, 0), shown.size())).intersected(QRectF(clip).adjusted(-20, -20, 20, 20)), clip,
                tokens);
    painter.save();
    painter.translate(frame.offset);
    painter.scale(transform.zoom, transform.zoom);
    shown.paintFrame(painter);
    painter.restore();
    const QRectF visible(transform.unmap(clip.topLeft()), transform.unmap(clip.bottomRight() + QPoint(1, 1)));
    shown.paintBoxes(painter, visible.toAlignedRect(), [&](QPainter &p, const model::NodeBox &box) {
        if (box.node != m_ghost)
            paintCard(p, box, transform, ratio);
    });
}

void CanvasScene::paintCard(QPainter &painter, const model::NodeBox &box, const CanvasTransform &transform, qreal ratio)
{
    const QRectF target = transform.map(box.card);
    const PageTheme &theme = picture().theme();
    const bool tiny = transform.zoom < farAway && (target.height() < thumbnail || target.width() < thumbnail);
    if (box.kind == model::NodeKind::Element && tiny) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(target, theme.line);
        painter.fillRect(target.adjusted(1, 1, -1, -1), theme.card);
        painter.fillRect(
            QRectF(target.left() + 3, target.top() + 3, target.width() * 0.4, qMin(3.0, target.height() / 4)),
            theme.faint());
        return;
    }
    if (box.kind != model::NodeKind::Element && !picture().isRepeated(box)) {
        painter.save();
        painter.translate(transform.offset);
        painter.scale(transform.zoom, transform.zoom);
        picture().paintBox(painter, box);
        painter.restore();
        return;
    }
    const double scale = transform.zoom * ratio;
    const QPixmap &pixels = m_cache.card(picture(), box, scale);
    // On a device pixel, so that the card's own pixels are copied and never blended.
    const QPointF at(std::round(target.left() * ratio) / ratio, std::round(target.top() * ratio) / ratio);
    painter.drawPixmap(QRectF(at, QSizeF(pixels.width() / ratio, pixels.height() / ratio)), pixels,
                       QRectF(pixels.rect()));
}

} // namespace tessera::designer

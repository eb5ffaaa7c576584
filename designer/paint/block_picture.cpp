// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/block_picture.h"

#include <cmath>

#include <QFontMetrics>

#include "designer/paint/container_painters.h"
#include "designer/paint/kind_painters.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"

namespace tessera::designer {

namespace {

using model::BlockKind;

constexpr int headHeight = 52; // px of a modal's or drawer's title
constexpr int footHeight = 60; // px of a modal's buttons

model::Insets frameOf(const model::BlockLook &look)
{
    if (look.kind == BlockKind::Modal)
        return {0, headHeight, 0, look.primary.isEmpty() && look.secondary.isEmpty() ? 12 : footHeight};
    return look.kind == BlockKind::Drawer ? model::Insets{0, headHeight, 0, 0} : model::Insets{};
}

int leastRows(BlockKind kind)
{
    return kind == BlockKind::Header ? 3 : kind == BlockKind::Modal || kind == BlockKind::Popover ? 6 : model::metrics::emptyRows;
}

void paintHead(const Sketch &sketch, const model::BlockLook &look, const QRect &head)
{
    const PageTheme &theme = sketch.theme();
    sketch.text(head.adjusted(20, 6, -56, 0), look.title, theme.font(16, true), theme.text);
    if (look.closeIcon)
        sketch.icon(QRect(head.right() - 40, head.top() + 6, 18, head.height() - 6), QStringLiteral("x"), theme.text2);
}

void paintFoot(const Sketch &sketch, const model::BlockLook &look, const QRect &foot)
{
    const PageTheme &theme = sketch.theme();
    const QFont font = theme.font(size::base, true);
    int right = foot.right() - 15;
    const auto button = [&](const QString &words, bool primary) {
        if (words.isEmpty())
            return;
        const int width = QFontMetrics(font).horizontalAdvance(words) + 32;
        const QRect where(right - width, foot.top() + 12, width, 34);
        sketch.box(where, size::radius, primary ? theme.accent : theme.card, primary ? QColor(Qt::transparent) : theme.lineStrong);
        sketch.text(where, words, font, primary ? theme.onAccent : theme.text, Qt::AlignCenter);
        right -= width + 8;
    };
    button(look.primary, true);
    button(look.secondary, false);
}

} // namespace

int blockWidth(const model::BlockLook &look, int available)
{
    return look.width > 0 ? qMin(look.width, available) : available;
}

BlockPicture::BlockPicture(model::Workbook workbook, const model::Catalogue &catalogue, const std::string &blockId,
                           const BlockOptions &options)
    : m_workbook(std::move(workbook))
    , m_catalogue(catalogue)
    , m_look(model::blockLookOf(m_workbook, blockId))
    , m_theme(pageThemeOf(m_workbook, options.tokens))
    , m_frame(frameOf(m_look))
    , m_activeTabs(options.activeTabs)
    , m_rows(options.rows)
    , m_block(blockId)
{
    m_panels = PagePanels(m_workbook, catalogue, blockId, options);
    model::GeometryOptions geometry;
    geometry.width = blockWidth(m_look, qMax(120, options.width - m_panels.left()));
    geometry.activeTabs = options.activeTabs;
    geometry.minimumRows = leastRows(m_look.kind);
    geometry.insets = [this](const model::LayoutNode &node) { return containerInsets(m_workbook, node); };
    m_geometry = model::BlockGeometry(m_workbook.layout, m_workbook.layout.findBlock(blockId), geometry);
    if (!m_panels.isEmpty()) {
        m_panels.layOut(geometry.width, options);
        m_frame.left = m_panels.left();
        m_frame.top = m_panels.top();
    }
}

void BlockPicture::setBodies(model::Workbook workbook)
{
    m_workbook = std::move(workbook);
    if (!m_panels.isEmpty())
        m_panels.setBodies(m_workbook);
}

QSize BlockPicture::size() const
{
    return m_geometry.size() + QSize(m_frame.left + m_frame.right, m_frame.top + m_frame.bottom);
}

QPoint BlockPicture::origin() const
{
    return {m_frame.left, m_frame.top};
}

void BlockPicture::paintFrame(QPainter &painter, QSize sheetSize) const
{
    static const model::Object nothing(std::string(), model::Json::object());
    const SketchContext context{m_workbook, m_catalogue, m_theme};
    const QRect sheet(QPoint(0, 0), sheetSize);
    const Sketch sketch{painter, nothing, context, sheet, nullptr};
    const bool floats = m_look.kind == BlockKind::Modal || m_look.kind == BlockKind::Popover;
    const bool panel = m_look.kind == BlockKind::Header || m_look.kind == BlockKind::Sidebar;
    const QColor page = colorFrom(m_theme, m_look.background, panel || m_look.kind == BlockKind::Drawer || floats ? m_theme.card : m_theme.page);
    if (floats)
        sketch.box(sheet, size::popoverRadius, page, m_theme.line, 1);
    else
        painter.fillRect(sheet, page);
    if (!m_look.image.url.empty())
        painter.fillRect(sheet, m_theme.soft(m_theme.info, 0.1));
    m_panels.paint(painter, sheet);
    if (m_frame.top > 0 && m_panels.isEmpty()) {
        const QRect head(0, 0, sheet.width(), m_frame.top);
        paintHead(sketch, m_look, head);
    }
    if (m_frame.bottom >= footHeight) {
        const QRect foot(0, sheet.bottom() + 1 - m_frame.bottom, sheet.width(), m_frame.bottom);
        sketch.hairline(foot.topLeft(), foot.topRight(), m_theme.line);
        paintFoot(sketch, m_look, foot);
    }
    if (panel && m_look.kind == BlockKind::Header)
        sketch.hairline(sheet.bottomLeft(), sheet.bottomRight(), m_theme.line);
    else if (panel)
        sketch.hairline(sheet.topRight(), sheet.bottomRight(), m_theme.line);
}

void BlockPicture::paintBoxes(QPainter &painter, const QRect &clip, const PaintBox &card) const
{
    for (const model::NodeBox &box : m_geometry.boxes()) {
        if (box.cell.intersects(clip))
            card(painter, box);
    }
}

QImage BlockPicture::cardImage(const model::NodeBox &box, double scale) const
{
    QImage pixels(qMax(1, int(std::ceil(box.card.width() * scale))), qMax(1, int(std::ceil(box.card.height() * scale))),
                  QImage::Format_ARGB32_Premultiplied);
    pixels.fill(Qt::transparent);
    QPainter painter(&pixels);
    painter.scale(scale, scale);
    painter.translate(-box.card.topLeft());
    paintBox(painter, box);
    return pixels;
}

void BlockPicture::paintBox(QPainter &painter, const model::NodeBox &box, const CardView *view, MarkList *marks) const
{
    const model::LayoutNode *node = m_workbook.layout.node(box.node);
    const SketchContext context{m_workbook, m_catalogue, m_theme, m_activeTabs.value(box.node, 0), m_rows, view, marks, m_block};
    if (const model::Object *element = m_workbook.elementOf(*node))
        paintElement(painter, box.card, *element, context);
    else if (node->kind == model::NodeKind::Element)
        paintMissing(painter, box.card, node->ref, context);
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/block_picture.h"

#include <cmath>

#include <QCoreApplication>
#include <QFontMetrics>

#include "designer/paint/chart/cartesian_plot.h"
#include "designer/paint/container_painters.h"
#include "designer/paint/kind_painters.h"
#include "designer/paint/picture_fill.h"
#include "designer/style/theme.h"
#include "designer/style/tokens.h"
#include "model/base/text.h"
#include "model/workbook/look/content_look.h"

namespace tessera::designer {

namespace {

using model::BlockKind;

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::designer::BlockPicture)
};

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
    return kind == BlockKind::Header                                ? 3
           : kind == BlockKind::Modal || kind == BlockKind::Popover ? 6
                                                                    : model::metrics::emptyRows;
}

void paintButton(const Sketch &sketch, const BlockPicture::FrameButton &button)
{
    const PageTheme &theme = sketch.theme();
    if (button.does == BlockPicture::FrameButton::Does::Close) {
        sketch.icon(button.where.adjusted(7, 7, -7, -7), QStringLiteral("x"), theme.text2);
        return;
    }
    const bool primary = button.does == BlockPicture::FrameButton::Does::Primary;
    sketch.box(button.where, size::radius, primary ? theme.accent : theme.card,
               primary ? QColor(Qt::transparent) : theme.lineStrong);
    sketch.text(button.where, button.words, theme.font(size::base, true), primary ? theme.onAccent : theme.text,
                Qt::AlignCenter);
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
    , m_pictures(options.pictures)
    , m_block(options.page.empty() ? blockId : options.page)
{
    m_panels = PagePanels(m_workbook, catalogue, blockId, options);
    model::GeometryOptions geometry;
    geometry.width = blockWidth(m_look, qMax(120, options.width - m_panels.left()));
    geometry.activeTabs = options.activeTabs;
    geometry.minimumRows = leastRows(m_look.kind);
    geometry.insets = [this](const model::LayoutNode &node) { return containerInsets(m_workbook, node); };
    geometry.innerWidth = [this](const model::LayoutNode &node, int width) {
        const model::Object *element = m_workbook.elementOf(node);
        const bool repeated = element && element->kind() == "repeated-container";
        return repeated ? cardWidth(model::repeatLookOf(m_workbook, *element), width) : width;
    };
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

QList<BlockPicture::FrameButton> BlockPicture::frameButtons(QSize sheet) const
{
    QList<FrameButton> buttons;
    if (m_frame.top > 0 && m_panels.isEmpty() && m_look.closeIcon)
        buttons.append({FrameButton::Does::Close, QRect(sheet.width() - 47, 13, 32, 32), {}});
    if (m_frame.bottom < footHeight)
        return buttons;
    const QFontMetrics metrics(m_theme.font(size::base, true));
    int right = sheet.width() - 16;
    const auto add = [&](const QString &words, FrameButton::Does does) {
        if (words.isEmpty())
            return;
        const int width = metrics.horizontalAdvance(words) + 32;
        buttons.append({does, QRect(right - width, sheet.height() - m_frame.bottom + 12, width, 34), words});
        right -= width + 8;
    };
    add(m_look.primary, FrameButton::Does::Primary);
    add(m_look.secondary, FrameButton::Does::Secondary);
    return buttons;
}

void BlockPicture::paintFrame(QPainter &painter, QSize sheetSize, bool panels) const
{
    static const model::Object nothing(std::string(), model::Json::object());
    const bool floats = m_look.kind == BlockKind::Modal || m_look.kind == BlockKind::Popover;
    const bool panel = m_look.kind == BlockKind::Header || m_look.kind == BlockKind::Sidebar;
    const QColor page = colorFrom(m_theme, m_look.background,
                                  panel || m_look.kind == BlockKind::Drawer || floats ? m_theme.card : m_theme.page);
    const PageTheme theme = m_look.background.empty() ? m_theme : themeOn(m_theme, page);
    SketchContext context{m_workbook, m_catalogue, theme};
    context.pictures = m_pictures;
    const QRect sheet(QPoint(0, 0), sheetSize);
    const Sketch sketch{painter, nothing, context, sheet, nullptr};
    if (floats)
        sketch.box(sheet, size::popoverRadius, page, theme.line, 1);
    else
        painter.fillRect(sheet, page);
    if (!m_look.image.url.empty()) {
        QPainterPath shape;
        shape.addRoundedRect(QRectF(sheet), floats ? size::popoverRadius : 0, floats ? size::popoverRadius : 0);
        paintBackground(painter, shape, m_look.image, context);
    }
    if (panels)
        m_panels.paint(painter, sheet);
    if (m_frame.top > 0 && m_panels.isEmpty())
        sketch.text(QRect(20, 6, sheet.width() - 76, m_frame.top - 6), m_look.title, theme.font(16, true), theme.text);
    if (m_frame.bottom >= footHeight)
        sketch.hairline({0, sheet.height() - m_frame.bottom}, {sheet.right(), sheet.height() - m_frame.bottom},
                        theme.line);
    for (const FrameButton &button : frameButtons(sheetSize))
        paintButton(sketch, button);
    if (panel && m_look.kind == BlockKind::Header)
        sketch.hairline(sheet.bottomLeft(), sheet.bottomRight(), theme.line);
    else if (panel)
        sketch.hairline(sheet.topRight(), sheet.bottomRight(), theme.line);
}

void BlockPicture::paintBoxes(QPainter &painter, const QRect &clip, const PaintBox &card) const
{
    for (const model::NodeBox &box : m_geometry.boxes()) {
        if (box.cell.intersects(clip))
            card(painter, box);
    }
}

// The nearest container around a node that has a fill, else the block's own where it is set.
QColor BlockPicture::groundOf(model::NodeId node) const
{
    const model::LayoutTree &layout = m_workbook.layout;
    for (model::NodeId up = layout.parentOf(node); up != model::rootNode; up = layout.parentOf(up)) {
        const model::LayoutNode *around = layout.node(up);
        const model::Object *container = around ? m_workbook.elementOf(*around) : nullptr;
        const QColor fill = container ? colorFrom(m_theme, model::boxOf(*container).background, {}) : QColor();
        if (fill.isValid() && fill.alpha() > 0)
            return fill;
    }
    return colorFrom(m_theme, m_look.background, {});
}

PageTheme BlockPicture::themeAt(model::NodeId node) const
{
    const model::LayoutNode *here = m_workbook.layout.node(node);
    const model::Object *element = here ? m_workbook.elementOf(*here) : nullptr;
    const QColor own = element ? colorFrom(m_theme, model::boxOf(*element).background, {}) : QColor();
    return themeOn(m_theme, own.isValid() && own.alpha() > 0 ? own : groundOf(node));
}

QImage BlockPicture::cardImage(const model::NodeBox &box, double scale, const CardView *view) const
{
    QImage pixels(qMax(1, int(std::ceil(box.card.width() * scale))), qMax(1, int(std::ceil(box.card.height() * scale))),
                  QImage::Format_ARGB32_Premultiplied);
    pixels.fill(Qt::transparent);
    QPainter painter(&pixels);
    painter.scale(scale, scale);
    painter.translate(-box.card.topLeft());
    paintBox(painter, box, view);
    return pixels;
}

SketchContext BlockPicture::contextOf(const model::NodeBox &box, const CardView *view, MarkList *marks,
                                      int cardRow) const
{
    return {m_workbook,         m_catalogue, m_theme,   m_activeTabs.value(box.node, 0), m_rows, view, marks, m_block,
            groundOf(box.node), cardRow,     m_pictures};
}

void BlockPicture::paintBox(QPainter &painter, const model::NodeBox &box, const CardView *view, MarkList *marks) const
{
    const model::LayoutNode *node = m_workbook.layout.node(box.node);
    const SketchContext context = contextOf(box, view, marks, 0);
    if (const model::Object *element = m_workbook.elementOf(*node))
        paintElement(painter, box.card, *element, context);
    else if (node->kind == model::NodeKind::Element)
        paintMissing(painter, box.card, node->ref, context);
    if (isRepeated(box))
        paintCards(painter, box, view, marks);
}

bool BlockPicture::isRepeated(const model::NodeBox &box) const
{
    const model::LayoutNode *node = m_workbook.layout.node(box.node);
    const model::Object *element =
        node && node->kind == model::NodeKind::Container ? m_workbook.elementOf(*node) : nullptr;
    return element && element->kind() == "repeated-container";
}

// What a template holds, with the values of one row.
void BlockPicture::paintCard(QPainter &painter, const model::NodeBox &container, int row, QPoint offset,
                             MarkList *marks) const
{
    for (const model::NodeBox &box : m_geometry.boxes()) {
        model::NodeId up = m_workbook.layout.parentOf(box.node);
        while (up != model::rootNode && up != container.node)
            up = m_workbook.layout.parentOf(up);
        const model::LayoutNode *node = up == container.node ? m_workbook.layout.node(box.node) : nullptr;
        const model::Object *element = node ? m_workbook.elementOf(*node) : nullptr;
        if (!element)
            continue;
        paintElement(painter, box.card, *element, contextOf(box, nullptr, nullptr, row));
        if (marks && (element->kind() == "button" || element->kind() == "image")) {
            Mark mark;
            mark.kind = Mark::Kind::Press;
            mark.row = row;
            mark.column = element->key();
            mark.title = model::buttonLookOf(*element).text;
            marks->addBox(std::move(mark), QRectF(box.card.translated(offset)));
        }
    }
}

// Without a view the first card is left to its elements, which are boxes of their own and can be edited.
void BlockPicture::paintCards(QPainter &painter, const model::NodeBox &box, const CardView *view, MarkList *marks) const
{
    const model::Object &element = *m_workbook.elementOf(*m_workbook.layout.node(box.node));
    const model::GridBox *grid = m_geometry.grid(box.node);
    if (!grid)
        return;
    const model::RepeatLook look = model::repeatLookOf(m_workbook, element);
    const CardFlow flow = cardFlow(look, box, *grid);
    const auto rows = m_rows ? m_rows->rowsOf(element.key()) : nullptr;
    const model::query::ResultTable *table = rows ? rows->main.get() : nullptr;
    const int count = table ? static_cast<int>(table->rowCount()) : -1;
    const SketchContext context = contextOf(box, view, marks, 0);
    const Sketch sketch{painter, element, context, box.card, rows};
    if (count == 0 && view) {
        const QString words = model::noDataText(element);
        paintNotice(sketch, box.card, words.isEmpty() ? Texts::tr("No data") : words);
        return;
    }
    const int perLine = flow.across ? 1 : flow.columns;
    const int scrolled = view ? std::max(0, std::min(view->scroll, flow.line(std::max(0, count - 1)))) * perLine : 0;
    const QColor fill = colorFrom(m_theme, look.card.background, m_theme.card),
                 line = colorFrom(m_theme, look.card.borderColor, m_theme.border);
    const int border = look.card.borderWidth >= 0 ? std::min(look.card.borderWidth, 4) : 1;
    painter.save();
    painter.setClipRect(box.card, Qt::IntersectClip);
    constexpr int mostGhosts = 24, mostCards = 500;
    const int last = count >= 0 ? std::min(count, scrolled + mostCards) : mostGhosts;
    for (int row = scrolled; row < std::max(1, last); ++row) {
        const QPoint offset = flow.offset(row - scrolled);
        const QRect card = flow.first.translated(offset);
        if (card.top() > box.card.bottom() || card.left() > box.card.right())
            break;
        const bool ghost = count < 0 && row > 0;
        const bool chosen = view && view->chosen.count(row) > 0;
        sketch.box(card, radiusFrom(m_theme, look.card.corner, 16), ghost ? mix(m_theme.page, m_theme.card, 0.5) : fill,
                   chosen ? m_theme.accent : line, chosen ? 2 : border);
        if (ghost && row == 1 && card.height() > 30 && card.bottom() <= box.card.bottom())
            sketch.text(card.adjusted(10, 0, -10, 0),
                        look.source.isEmpty() ? Texts::tr("One card for each row")
                                              : Texts::tr("One card for each row of %1").arg(look.source),
                        m_theme.font(size::caption), m_theme.text3, Qt::AlignCenter);
        if (ghost || (row == 0 && !view))
            continue;
        painter.save();
        painter.translate(offset);
        painter.setClipRect(flow.first, Qt::IntersectClip);
        if (marks) {
            Mark mark;
            mark.row = row;
            mark.title =
                table && !table->columns.empty()
                    ? model::toQString(model::plainText(table->columns.front().data.at(static_cast<std::size_t>(row))))
                    : QString();
            marks->addBox(std::move(mark), QRectF(card));
        }
        paintCard(painter, box, row, offset, marks);
        painter.restore();
    }
    painter.restore();
}

} // namespace tessera::designer

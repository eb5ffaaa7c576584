// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/page_panels.h"

#include <QPainter>

#include "designer/paint/block_picture.h"
#include "model/workbook/look/block_look.h"

namespace tessera::designer {

namespace {

constexpr int leastPage = 360; // px a sidebar leaves to its page

} // namespace

PagePanels::PagePanels(const model::Workbook &workbook, const model::Catalogue &catalogue, const std::string &page,
                       const BlockOptions &options)
    : m_workbook(workbook)
    , m_catalogue(&catalogue)
    , m_page(page)
{
    const model::PanelsAround around = model::panelsAround(workbook, page);
    m_headerFirst = around.headerFirst;
    if (!around.sidebar.empty()) {
        const int width = blockWidth(model::blockLookOf(workbook, around.sidebar), options.width);
        m_left = options.width - width < leastPage ? 0 : width; // too narrow a window shows the page alone
        if (m_left > 0)
            m_panels.push_back({around.sidebar, true, made(around.sidebar, m_left, options)});
    }
    if (!around.header.empty())
        m_panels.push_back({around.header, false, nullptr});
}

std::shared_ptr<BlockPicture> PagePanels::made(const std::string &id, int width, const BlockOptions &options) const
{
    BlockOptions own = options;
    own.width = width;
    own.page = m_page;
    return std::make_shared<BlockPicture>(m_workbook, *m_catalogue, id, own);
}

void PagePanels::layOut(int pageWidth, const BlockOptions &options)
{
    for (Panel &panel : m_panels) {
        if (panel.sidebar)
            continue;
        panel.picture = made(panel.id, m_headerFirst ? pageWidth + m_left : pageWidth, options);
        m_top = panel.picture->size().height();
    }
}

void PagePanels::setBodies(const model::Workbook &workbook)
{
    m_workbook = workbook;
    for (Panel &panel : m_panels) {
        panel.picture = std::make_shared<BlockPicture>(*panel.picture);
        panel.picture->setBodies(workbook);
    }
}

QRect PagePanels::placeOf(const Panel &panel, const QRect &sheet) const
{
    if (panel.sidebar)
        return {sheet.left(), sheet.top() + (m_headerFirst ? m_top : 0), m_left,
                sheet.height() - (m_headerFirst ? m_top : 0)};
    const int left = m_headerFirst ? 0 : m_left;
    return {sheet.left() + left, sheet.top(), sheet.width() - left, m_top};
}

void PagePanels::paint(QPainter &painter, const QRect &sheet) const
{
    for (const Panel &panel : m_panels) {
        const QRect place = placeOf(panel, sheet);
        if (painter.hasClipping() && !painter.clipBoundingRect().intersects(place))
            continue;
        painter.save();
        painter.setClipRect(place, Qt::IntersectClip);
        painter.translate(place.topLeft());
        panel.picture->paintFrame(painter, place.size());
        painter.translate(panel.picture->origin());
        panel.picture->paintBoxes(painter, QRect(QPoint(0, 0), place.size()),
                                  [&](QPainter &p, const model::NodeBox &box) { panel.picture->paintBox(p, box); });
        painter.restore();
    }
}

QRegion PagePanels::region(const QRect &sheet) const
{
    QRegion region;
    for (const Panel &panel : m_panels)
        region += placeOf(panel, sheet);
    return region;
}

std::vector<std::pair<std::string, QRect>> PagePanels::places(const QRect &sheet) const
{
    std::vector<std::pair<std::string, QRect>> places;
    for (const Panel &panel : m_panels)
        places.emplace_back(panel.id, placeOf(panel, sheet));
    return places;
}

std::string PagePanels::panelAt(QPoint point, const QRect &sheet) const
{
    for (const Panel &panel : m_panels) {
        if (placeOf(panel, sheet).contains(point))
            return panel.id;
    }
    return {};
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <QRect>
#include <QRegion>

#include "model/workbook/workbook.h"

class QPainter;

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

class BlockPicture;
struct BlockOptions;

// The header and the sidebar around a page, as readers see them there. They are edited in tabs of their own.
class PagePanels
{
public:
    PagePanels() = default;
    // Pages only; empty for anything else.
    PagePanels(const model::Workbook &workbook, const model::Catalogue &catalogue, const std::string &page,
               const BlockOptions &options);

    bool isEmpty() const { return m_panels.empty(); }
    int left() const { return m_left; } // px the sidebar takes of the width
    int top() const { return m_top; }   // px the header takes of the height; known after layOut
    void layOut(int pageWidth, const BlockOptions &options);

    void setBodies(const model::Workbook &workbook);
    // `sheet`: the page with its panels, from its top left corner.
    void paint(QPainter &painter, const QRect &sheet) const;
    QRegion region(const QRect &sheet) const;
    std::string panelAt(QPoint point, const QRect &sheet) const; // its id, "" beside them
    std::vector<std::pair<std::string, QRect>>
    places(const QRect &sheet) const; // all panels by id, in the order of painting

private:
    struct Panel
    {
        std::string id;
        bool sidebar = false;
        std::shared_ptr<BlockPicture> picture; // shared by copies, so never changed in place
    };
    QRect placeOf(const Panel &panel, const QRect &sheet) const;
    std::shared_ptr<BlockPicture> made(const std::string &id, int width, const BlockOptions &options) const;

    model::Workbook m_workbook;
    const model::Catalogue *m_catalogue = nullptr;
    std::string m_page;
    std::vector<Panel> m_panels;
    bool m_headerFirst = false;
    int m_left = 0;
    int m_top = 0;
};

} // namespace tessera::designer

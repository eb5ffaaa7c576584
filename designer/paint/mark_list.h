// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <vector>

#include <QList>
#include <QPainterPath>
#include <QPair>
#include <QString>

namespace tessera::designer {

// Something on a card that a reader can point at.
struct Mark
{
    enum class Kind
    {
        Datum,  // a bar, point, slice, region …
        Cell,   // of a table
        Header, // of a table's column: sorts
        Toggle, // opens and closes a group
        Place,  // where a working widget stands in Preview: `column` says which
        Press,  // a button in a repeated card: `column` is its key
        Jump,   // leads to what keeps the element from running
    };
    Kind kind = Kind::Datum;
    QPainterPath shape;                   // px of the card's picture
    int row = -1;                         // in the element's rows
    std::string column;                   // id, of cells and headers; of a toggle the group's key
    QString title;                        // what it is: the category
    QList<QPair<QString, QString>> lines; // what it says: name and value
};

// What a painter left on a card, in the order of painting.
class MarkList
{
public:
    void add(Mark mark) { m_marks.append(std::move(mark)); }
    void addBox(Mark mark, const QRectF &box);
    const QList<Mark> &marks() const { return m_marks; }
    // The topmost at a point, or of thin data marks the nearest one within `reach` px; -1: none.
    int at(const QPointF &point, double reach = 6) const;

private:
    QList<Mark> m_marks;
};

// How a reader left a card: never part of the workbook.
struct CardView
{
    int scroll = 0;         // rows above the first one shown
    int across = 0;         // px scrolled to the right
    std::vector<int> order; // rows as the reader sorted them, empty: as they come
    std::string sortColumn; // what they are sorted by, ""
    bool descending = false;
    std::set<std::string> closed; // groups folded away, by key
    std::set<int> chosen;         // rows picked; the others step back. Empty: none picked
    int focus = -1;               // mark with the keyboard's focus, an index into the marks of the card
};

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QPixmap>

#include "designer/paint/block_picture.h"

namespace tessera::designer {

// Pictures of cards at the resolution of the screen. A card is painted again only when its body, its rows, its size or
// the resolution changed; moving is a copy of pixels.
class CardCache
{
public:
    // `scale`: device pixels per px of the block.
    const QPixmap &card(const BlockPicture &picture, const model::NodeBox &box, double scale);
    void clear();
    // Forgets cards that show something of other elements (a navigation names pages, a synced control its origin).
    void clearDependent();
    void clearPictures();                     // those that show pictures from elsewhere
    int painted() const { return m_painted; } // cards painted since the start, for measurements

private:
    struct Entry
    {
        model::Object element;
        model::query::ElementRowsPtr rows;
        QSize size;
        double scale = 0;
        QPixmap pixels;
        quint64 used = 0;
        quint64 signature = 0; // of what a repeated container holds
    };
    void trim();
    void clearKinds(std::initializer_list<const char *> kinds);

    QHash<model::NodeId, Entry> m_entries;
    qint64 m_bytes = 0;
    quint64 m_clock = 0;
    int m_painted = 0;
};

} // namespace tessera::designer

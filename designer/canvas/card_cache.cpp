// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/canvas/card_cache.h"

#include <algorithm>

namespace tessera::designer {

namespace {

constexpr qint64 budget = 64ll << 20; // bytes of pixels kept

qint64 bytesOf(const QPixmap &pixels)
{
    return qint64(pixels.width()) * pixels.height() * 4;
}

bool isSame(const model::Object &a, const model::Object &b)
{
    return &a.body() == &b.body(); // bodies are immutable and shared, so the address tells
}

// What a repeated container shows beside its own rows: bodies, rows and places of the elements in it.
quint64 signatureOf(const BlockPicture &picture, const model::NodeBox &container)
{
    if (!picture.isRepeated(container))
        return 0;
    size_t mixed = 1;
    const model::LayoutTree &layout = picture.workbook().layout;
    for (const model::NodeBox &box : picture.geometry().boxes()) {
        model::NodeId up = layout.parentOf(box.node);
        while (up != model::rootNode && up != container.node)
            up = layout.parentOf(up);
        const model::LayoutNode *node = up == container.node ? layout.node(box.node) : nullptr;
        const model::Object *element = node ? picture.workbook().elementOf(*node) : nullptr;
        if (element)
            mixed = qHashMulti(mixed, quintptr(&element->body()),
                               quintptr(picture.rows() ? picture.rows()->rowsOf(element->key()).get() : nullptr),
                               box.card.x() - container.card.x(), box.card.y() - container.card.y(), box.card.width(),
                               box.card.height());
    }
    return mixed;
}

} // namespace

const QPixmap &CardCache::card(const BlockPicture &picture, const model::NodeBox &box, double scale)
{
    static const model::Object missing(std::string(), model::Json::object());
    const model::LayoutNode *node = picture.workbook().layout.node(box.node);
    const model::Object *found = node ? picture.workbook().elementOf(*node) : nullptr;
    const model::Object &element = found ? *found : missing;
    const auto rows = found && picture.rows() ? picture.rows()->rowsOf(found->key()) : nullptr;
    const quint64 signature = signatureOf(picture, box);
    auto it = m_entries.find(box.node);
    if (it != m_entries.end() && it->size == box.card.size() && it->scale == scale && it->rows == rows &&
        it->signature == signature && isSame(it->element, element)) {
        it->used = ++m_clock;
        return it->pixels;
    }
    if (it != m_entries.end())
        m_bytes -= bytesOf(it->pixels);
    const QPixmap pixels = QPixmap::fromImage(picture.cardImage(box, scale));
    ++m_painted;
    m_bytes += bytesOf(pixels);
    it = m_entries.insert(box.node, {element, rows, box.card.size(), scale, pixels, ++m_clock, signature});
    if (m_bytes > budget) {
        trim();
        it = m_entries.find(box.node);
    }
    return it->pixels;
}

void CardCache::trim()
{
    QList<std::pair<quint64, model::NodeId>> byAge;
    for (auto it = m_entries.cbegin(); it != m_entries.cend(); ++it)
        byAge.append({it->used, it.key()});
    std::sort(byAge.begin(), byAge.end());
    for (const auto &[used, node] : std::as_const(byAge)) {
        if (m_bytes <= budget / 2 || used == m_clock)
            break;
        m_bytes -= bytesOf(m_entries.value(node).pixels);
        m_entries.remove(node);
    }
}

void CardCache::clear()
{
    m_entries.clear();
    m_bytes = 0;
}

void CardCache::clearDependent()
{
    clearKinds({"control", "navigation", "chat"});
}

void CardCache::clearPictures()
{
    clearKinds({"image", "repeated-container"});
}

void CardCache::clearKinds(std::initializer_list<const char *> kinds)
{
    for (auto it = m_entries.begin(); it != m_entries.end();) {
        if (std::find(kinds.begin(), kinds.end(), it->element.kind()) != kinds.end()) {
            m_bytes -= bytesOf(it->pixels);
            it = m_entries.erase(it);
        } else {
            ++it;
        }
    }
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/session/selection.h"

namespace tessera::designer {

QList<model::Key> Selection::elements() const
{
    QList<model::Key> keys;
    for (const Selected &item : m_items) {
        if (item.scope == model::Scope::Element)
            keys.append(item.key);
    }
    return keys;
}

void Selection::set(QList<Selected> items, std::string path)
{
    if (items == m_items && path == m_path)
        return;
    m_items = std::move(items);
    m_path = std::move(path);
    Q_EMIT changed();
}

void Selection::toggle(const Selected &item)
{
    QList<Selected> items = m_items;
    if (!items.removeOne(item))
        items.append(item);
    set(std::move(items));
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

#include "model/change/change.h"

namespace tessera::designer {

// One selected thing: an element, page, overlay or panel.
struct Selected
{
    model::Scope scope = model::Scope::Element;
    model::Key key;
    bool operator==(const Selected &) const = default;
};

// What every view of one document shows as selected. View state: never journaled, never undone.
class Selection : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QList<Selected> &items() const { return m_items; }
    bool isEmpty() const { return m_items.isEmpty(); }
    bool contains(const Selected &item) const { return m_items.contains(item); }
    QList<model::Key> elements() const; // keys of the selected elements, in the order they were selected
    // A path inside the single selected object that a view wants seen (a column, an action): "/actions/0".
    const std::string &path() const { return m_path; }

    void set(QList<Selected> items, std::string path = {});
    void setElement(const model::Key &key, std::string path = {})
    {
        set({{model::Scope::Element, key}}, std::move(path));
    }
    void toggle(const Selected &item);
    void clear() { set({}); }

Q_SIGNALS:
    void changed();

private:
    QList<Selected> m_items;
    std::string m_path;
};

} // namespace tessera::designer

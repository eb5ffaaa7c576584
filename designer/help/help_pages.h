// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "model/schema/catalogue.h"

namespace tessera::designer {

// The help, page by page, as Markdown. Pages by name: the guide as it ships with the program ("index", "canvas" …); the
// element reference ("elements", "effects/navigate", "types/column"), the functions ("functions", "functions/date") and
// the rule reference ("rules", "rules/layout"), all made from what this program knows at the moment, imports included.
class HelpPages
{
public:
    explicit HelpPages(const model::Catalogue &catalogue) : m_catalogue(catalogue) {} // must outlive this

    struct Page
    {
        QString title;
        QString markdown; // links name pages, with "#place" for a place in one
    };
    std::optional<Page> page(const QString &name) const;

    // One line of the contents.
    struct Entry
    {
        QString group;
        QString title;
        QString page;
        QString place; // "" for the page itself
        QString words; // more words to find it by
    };
    QList<Entry> entries() const;

private:
    std::optional<Page> guidePage(const QString &name) const;
    std::optional<Page> kindPage(const QString &family, const QString &name) const;
    std::optional<Page> typePage(const QString &name) const;
    Page elementsPage() const;
    Page rulesPage() const;
    Page functionsPage() const;
    std::optional<Page> functionGroupPage(const QString &name) const;
    QString linked(QString markdown) const;

    const model::Catalogue &m_catalogue;
};

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSortFilterProxyModel;
class QTreeView;

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

class SearchField;

// Every kind of element and control by group: drag one to the page, or Enter to put it below what is there.
class PalettePanel : public QWidget
{
    Q_OBJECT

public:
    explicit PalettePanel(const model::Catalogue &catalogue, QWidget *parent = nullptr);

    void focusSearch();

Q_SIGNALS:
    void insertRequested(const QString &kind);
    void importRequested(); // a CSV file as a table

private:
    void activate();

    SearchField *m_search;
    QTreeView *m_view;
    QSortFilterProxyModel *m_filtered;
};

// One kind as the palette and the command palette offer it.
struct PaletteEntry
{
    QString kind; // as in kindMimeType of the canvas: "bar-chart", "control/list"
    QString label;
    QString help;
    QString iconName;
    QString group;
    QString keywords;
};
// In the order of the catalogue's groups; kinds that Sigma does not take through code are left out.
QList<PaletteEntry> paletteEntries(const model::Catalogue &catalogue);

} // namespace tessera::designer

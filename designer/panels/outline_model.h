// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QAbstractItemModel>
#include <QHash>

#include "designer/session/session.h"

namespace tessera::designer {

// The workbook as a tree: pages, overlays and panels, below them what their layout holds, in layout order; at the end
// the elements no layout places. Follows the document by inserting and removing only the rows that changed.
class OutlineModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role
    {
        KindLabelRole = Qt::UserRole + 1, // QString
        HiddenRole,                       // bool: a page readers do not see
        PageRole,                         // bool: its visibility can be switched
        SeverityRole,                     // int of model::Severity of the worst problem, -1: none
    };

    explicit OutlineModel(Session &session, QObject *parent = nullptr);
    ~OutlineModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // Qt::EditRole renames
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    // What a row stands for; none for tabs and the heading of unplaced elements.
    std::optional<Selected> selectedAt(const QModelIndex &index) const;
    model::NodeId nodeAt(const QModelIndex &index) const; // 0: none
    QModelIndex indexOf(const Selected &item) const;
    std::string blockAt(const QModelIndex &index) const; // wire id of the page, overlay or panel above or at the row

private:
    struct Item;
    using ItemPtr = std::unique_ptr<Item>;

    Item *itemAt(const QModelIndex &index) const;
    QModelIndex indexFor(const Item *item) const;
    std::vector<ItemPtr> wanted() const;
    void addNode(Item &parent, model::NodeId node) const;
    void sync(Item &have, std::vector<ItemPtr> want);
    void forget(const Item &item);
    void remember(Item &item);
    void refresh(const model::ChangeSet &changes);
    void refreshSeverities();
    void announce(Item &item);
    const model::Object *objectOf(const Item &item) const;
    QString textOf(const Item &item) const;
    QString helpOf(const Item &item) const;

    Session &m_session;
    ItemPtr m_root;
    QHash<model::NodeId, Item *> m_byNode;
    QMultiHash<model::Key, Item *> m_byKey;
    QHash<model::Key, int> m_severities;
};

} // namespace tessera::designer

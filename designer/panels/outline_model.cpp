// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/outline_model.h"

#include <QMimeData>

#include "designer/panels/kind_look.h"
#include "designer/panels/outline_move.h"
#include "designer/style/icon.h"
#include "model/base/text.h"
#include "model/names/rename.h"
#include "model/workbook/views/page_view.h"

namespace tessera::designer {

using namespace model;

namespace {

const QString mimeType = QStringLiteral("application/x-tessera-outline");

} // namespace

struct OutlineModel::Item
{
    enum class Type
    {
        Root,
        Block,
        Node,     // element or tab of the layout
        Heading,  // above the unplaced elements
        Unplaced, // an element no layout node shows
    };
    Type type = Type::Root;
    Scope scope = Scope::Element;
    Key key;
    NodeId node = 0;
    Item *parent = nullptr;
    int row = 0;
    std::vector<ItemPtr> children;

    bool sameAs(const Item &other) const
    {
        return type == other.type && scope == other.scope && key == other.key && node == other.node;
    }
};

OutlineModel::OutlineModel(Session &session, QObject *parent)
    : QAbstractItemModel(parent)
    , m_session(session)
    , m_root(std::make_unique<Item>())
{
    sync(*m_root, wanted());
    connect(&session.document(), &Document::applied, this, &OutlineModel::refresh);
    connect(&session, &Session::diagnosticsChanged, this, &OutlineModel::refreshSeverities);
    refreshSeverities();
}

OutlineModel::~OutlineModel() = default;

// --- building -----------------------------------------------------------------------------------------------------

void OutlineModel::addNode(Item &parent, NodeId node) const
{
    const LayoutTree &layout = m_session.workbook().layout;
    const LayoutNode *one = layout.node(node);
    auto item = std::make_unique<Item>();
    item->type = Item::Type::Node;
    item->node = node;
    const Object *element = one->kind == NodeKind::Tab ? nullptr : m_session.workbook().elementOf(*one);
    item->key = element ? element->key() : Key();
    for (const NodeId child : layout.childrenOf(node))
        addNode(*item, child);
    parent.children.push_back(std::move(item));
}

std::vector<OutlineModel::ItemPtr> OutlineModel::wanted() const
{
    const Workbook &workbook = m_session.workbook();
    Item top;
    for (const Collection collection : {Collection::Pages, Collection::Overlays, Collection::Panels}) {
        for (const Object &block : workbook.list(collection)) {
            auto item = std::make_unique<Item>();
            item->type = Item::Type::Block;
            item->scope = scopeOf(collection);
            item->key = block.key();
            item->node = workbook.layout.findBlock(block.id());
            if (item->node != rootNode) {
                for (const NodeId child : workbook.layout.childrenOf(item->node))
                    addNode(*item, child);
            }
            top.children.push_back(std::move(item));
        }
    }
    auto heading = std::make_unique<Item>();
    heading->type = Item::Type::Heading;
    for (const Object &element : workbook.elements) {
        if (workbook.layout.findElement(element.id()) != rootNode)
            continue;
        auto item = std::make_unique<Item>();
        item->type = Item::Type::Unplaced;
        item->key = element.key();
        heading->children.push_back(std::move(item));
    }
    if (!heading->children.empty())
        top.children.push_back(std::move(heading));
    return std::move(top.children);
}

void OutlineModel::remember(Item &item)
{
    if (item.node)
        m_byNode.insert(item.node, &item);
    if (!item.key.empty())
        m_byKey.insert(item.key, &item);
    for (std::size_t i = 0; i < item.children.size(); ++i) {
        item.children[i]->parent = &item;
        item.children[i]->row = static_cast<int>(i);
        remember(*item.children[i]);
    }
}

void OutlineModel::forget(const Item &item)
{
    if (item.node && m_byNode.value(item.node) == &item)
        m_byNode.remove(item.node);
    m_byKey.remove(item.key, const_cast<Item *>(&item));
    for (const ItemPtr &child : item.children)
        forget(*child);
}

// Keeps the rows both lists begin and end with, replaces those between; then goes on below the kept ones.
void OutlineModel::sync(Item &have, std::vector<ItemPtr> want)
{
    const std::size_t common = std::min(have.children.size(), want.size());
    std::size_t head = 0;
    while (head < common && have.children[head]->sameAs(*want[head]))
        ++head;
    std::size_t tail = 0;
    while (tail < common - head &&
           have.children[have.children.size() - 1 - tail]->sameAs(*want[want.size() - 1 - tail]))
        ++tail;
    const int first = static_cast<int>(head);
    const QModelIndex parent = indexFor(&have);
    if (const int last = static_cast<int>(have.children.size() - tail) - 1; last >= first) {
        beginRemoveRows(parent, first, last);
        for (int i = first; i <= last; ++i)
            forget(*have.children[static_cast<std::size_t>(i)]);
        have.children.erase(have.children.begin() + first, have.children.begin() + last + 1);
        for (std::size_t i = head; i < have.children.size(); ++i)
            have.children[i]->row = static_cast<int>(i);
        endRemoveRows();
    }
    if (const int last = static_cast<int>(want.size() - tail) - 1; last >= first) {
        beginInsertRows(parent, first, last);
        std::vector<ItemPtr> fresh;
        for (int i = first; i <= last; ++i) {
            ItemPtr &item = want[static_cast<std::size_t>(i)];
            item->parent = &have;
            remember(*item);
            fresh.push_back(std::move(item));
        }
        have.children.insert(have.children.begin() + first, std::make_move_iterator(fresh.begin()),
                             std::make_move_iterator(fresh.end()));
        for (std::size_t i = head; i < have.children.size(); ++i)
            have.children[i]->row = static_cast<int>(i);
        endInsertRows();
    }
    for (std::size_t i = 0; i < have.children.size(); ++i) {
        if (want[i]) // kept rows; the others came with everything below them
            sync(*have.children[i], std::move(want[i]->children));
    }
}

void OutlineModel::refresh(const ChangeSet &changes)
{
    bool reordered = changes.structure;
    for (const Change &change : changes.transaction.changes) {
        if (const auto *move = std::get_if<MoveNode>(&change))
            reordered |= move->before.parent != move->after.parent || move->before.index != move->after.index;
    }
    if (reordered)
        sync(*m_root, wanted());
    for (const QSet<Key> *keys : {&changes.elements, &changes.blocks}) {
        for (const Key &key : *keys) {
            for (Item *item : m_byKey.values(key))
                announce(*item);
        }
    }
}

void OutlineModel::announce(Item &item)
{
    const QModelIndex index = indexFor(&item);
    Q_EMIT dataChanged(index, index);
    for (const ItemPtr &child : item.children) { // the names of tabs stand in their container
        if (child->key.empty())
            announce(*child);
    }
}

void OutlineModel::refreshSeverities()
{
    QHash<Key, int> severities;
    for (const Diagnostic &diagnostic : m_session.diagnostics()) {
        const Key &key = diagnostic.target.key;
        if (key.empty() || diagnostic.severity == Severity::Info || diagnostic.severity == Severity::Manual)
            continue;
        const int severity = static_cast<int>(diagnostic.severity);
        const auto known = severities.find(key);
        if (known == severities.end())
            severities.insert(key, severity);
        else
            *known = std::min(*known, severity);
    }
    QSet<Key> changed;
    for (auto it = severities.cbegin(); it != severities.cend(); ++it) {
        if (m_severities.value(it.key(), -1) != it.value())
            changed.insert(it.key());
    }
    for (auto it = m_severities.cbegin(); it != m_severities.cend(); ++it) {
        if (!severities.contains(it.key()))
            changed.insert(it.key());
    }
    m_severities = std::move(severities);
    for (const Key &key : std::as_const(changed)) {
        for (Item *item : m_byKey.values(key))
            announce(*item);
    }
}

// --- reading ------------------------------------------------------------------------------------------------------

OutlineModel::Item *OutlineModel::itemAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<Item *>(index.internalPointer()) : m_root.get();
}

QModelIndex OutlineModel::indexFor(const Item *item) const
{
    return !item || !item->parent ? QModelIndex() : createIndex(item->row, 0, const_cast<Item *>(item));
}

QModelIndex OutlineModel::index(int row, int column, const QModelIndex &parent) const
{
    const Item *above = itemAt(parent);
    if (column != 0 || row < 0 || row >= static_cast<int>(above->children.size()))
        return {};
    return createIndex(row, column, above->children[static_cast<std::size_t>(row)].get());
}

QModelIndex OutlineModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? indexFor(itemAt(index)->parent) : QModelIndex();
}

int OutlineModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : static_cast<int>(itemAt(parent)->children.size());
}

int OutlineModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const Object *OutlineModel::objectOf(const Item &item) const
{
    const auto collection = collectionOf(item.scope);
    return collection && !item.key.empty() ? m_session.workbook().list(*collection).find(item.key) : nullptr;
}

QString OutlineModel::textOf(const Item &item) const
{
    if (item.type == Item::Type::Heading)
        return tr("Not on any page");
    if (const Object *object = objectOf(item))
        return titleOf(m_session.catalogue(), item.scope, *object);
    const LayoutNode *node = m_session.workbook().layout.node(item.node);
    if (node && node->kind == NodeKind::Tab) {
        const Object *tabs = item.parent ? objectOf(*item.parent) : nullptr;
        const QString name = tabs ? toQString(tabName(*tabs, item.row)) : QString();
        return name.isEmpty() ? tr("Tab %1").arg(item.row + 1) : name;
    }
    return node ? tr("Missing element “%1”").arg(toQString(node->ref)) : QString();
}

QString OutlineModel::helpOf(const Item &item) const
{
    const Object *object = objectOf(item);
    if (!object)
        return textOf(item);
    return QStringLiteral("%1\n%2 · %3")
        .arg(textOf(item), kindLook(m_session.catalogue(), item.scope, *object).label, toQString(object->id()));
}

QVariant OutlineModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Item &item = *itemAt(index);
    const Object *object = objectOf(item);
    switch (role) {
    case Qt::DisplayRole:
        return textOf(item);
    case Qt::EditRole:
        return object ? toQString(object->name()) : QString();
    case Qt::ToolTipRole:
        return helpOf(item);
    case Qt::DecorationRole:
        if (object)
            return icon(kindLook(m_session.catalogue(), item.scope, *object).iconName);
        return icon(item.type == Item::Type::Heading ? QStringLiteral("file-warning") : QStringLiteral("folder"));
    case Qt::AccessibleTextRole:
        return object ? QStringLiteral("%1, %2").arg(textOf(item),
                                                     kindLook(m_session.catalogue(), item.scope, *object).label)
                      : textOf(item);
    case KindLabelRole:
        return object ? kindLook(m_session.catalogue(), item.scope, *object).label : QString();
    case HiddenRole:
        return object && item.scope == Scope::Page && isHiddenPage(*object);
    case PageRole:
        return object && item.scope == Scope::Page;
    case SeverityRole:
        return m_severities.value(item.key, -1);
    default:
        return {};
    }
}

Qt::ItemFlags OutlineModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Item &item = *itemAt(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled;
    if (item.type != Item::Type::Heading)
        flags |= Qt::ItemIsSelectable;
    if (objectOf(item) && !m_session.document().isReadOnly())
        flags |= Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
    const LayoutNode *node = m_session.workbook().layout.node(item.node);
    if (node && node->hasGrid())
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

std::optional<Selected> OutlineModel::selectedAt(const QModelIndex &index) const
{
    const Item &item = *itemAt(index);
    return objectOf(item) ? std::optional(Selected{item.scope, item.key}) : std::nullopt;
}

NodeId OutlineModel::nodeAt(const QModelIndex &index) const
{
    return itemAt(index)->node;
}

QModelIndex OutlineModel::indexOf(const Selected &selected) const
{
    for (const Item *item : m_byKey.values(selected.key)) {
        if (item->scope == selected.scope)
            return indexFor(item);
    }
    return {};
}

std::string OutlineModel::blockAt(const QModelIndex &index) const
{
    const Item *item = itemAt(index);
    while (item && item->type != Item::Type::Block)
        item = item->parent;
    const Object *block = item ? objectOf(*item) : nullptr;
    return block ? block->id() : std::string();
}

// --- editing ------------------------------------------------------------------------------------------------------

bool OutlineModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !index.isValid())
        return false;
    const Item &item = *itemAt(index);
    const Object *object = objectOf(item);
    const std::string name = toUtf8(value.toString().trimmed());
    if (!object || name.empty() || name == object->name())
        return false;
    if (item.scope == Scope::Element) // formulas refer to elements by name: they follow
        return m_session.commit(makeRenameElement(m_session.workbook(), item.key, name));
    return m_session.commit(tr("Rename %1").arg(textOf(item)),
                            setDisplayName(m_session.workbook(), item.scope, item.key, name));
}

QStringList OutlineModel::mimeTypes() const
{
    return {mimeType};
}

QMimeData *OutlineModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.size() != 1)
        return nullptr;
    const Item &item = *itemAt(indexes.first());
    auto *data = new QMimeData;
    data->setData(mimeType, QStringLiteral("%1\n%2\n%3")
                                .arg(static_cast<int>(item.scope))
                                .arg(item.node)
                                .arg(toQString(item.key))
                                .toUtf8());
    return data;
}

namespace {

struct Dragged
{
    Scope scope = Scope::Element;
    NodeId node = 0;
    Key key;
};

std::optional<Dragged> dragged(const QMimeData *data)
{
    const QList<QByteArray> parts = data->data(mimeType).split('\n');
    if (parts.size() != 3)
        return std::nullopt;
    return Dragged{static_cast<Scope>(parts[0].toInt()), parts[1].toLongLong(), parts[2].toStdString()};
}

} // namespace

bool OutlineModel::canDropMimeData(const QMimeData *data, Qt::DropAction, int row, int column,
                                   const QModelIndex &parent) const
{
    const auto moved = dragged(data);
    if (!moved || column > 0)
        return false;
    if (moved->scope == Scope::Element)
        return parent.isValid() && moved->node &&
               makeOutlineMove(m_session.workbook(), moved->node, nodeAt(parent), row);
    return !parent.isValid() && row >= 0;
}

bool OutlineModel::dropMimeData(const QMimeData *data, Qt::DropAction, int row, int column, const QModelIndex &parent)
{
    const auto moved = dragged(data);
    if (!moved || column > 0)
        return false;
    if (moved->scope == Scope::Element)
        m_session.commit(makeOutlineMove(m_session.workbook(), moved->node, nodeAt(parent), row));
    else if (!parent.isValid()) {
        int before = 0; // rows of the other lists above this one
        while (before < rowCount() && itemAt(index(before, 0))->scope != moved->scope)
            ++before;
        m_session.commit(makeBlockMove(m_session.workbook(), moved->scope, moved->key, std::max(0, row - before)));
    }
    return false; // the rows moved with the document; the view must not remove anything itself
}

} // namespace tessera::designer

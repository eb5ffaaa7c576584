// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/palette_panel.h"

#include <QMimeData>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include "designer/canvas/canvas_view.h"
#include "designer/style/icon.h"
#include "designer/style/tokens.h"
#include "designer/widgets/panel_header.h"
#include "designer/widgets/search_field.h"
#include "model/base/text.h"
#include "model/schema/catalogue.h"

namespace tessera::designer {

using namespace model;

namespace {

enum Role
{
    KindRole = Qt::UserRole + 1,
    SearchRole,
};

class PaletteModel : public QStandardItemModel
{
public:
    using QStandardItemModel::QStandardItemModel;

    QStringList mimeTypes() const override { return {QLatin1String(kindMimeType)}; }

    QMimeData *mimeData(const QModelIndexList &indexes) const override
    {
        const QString kind = indexes.isEmpty() ? QString() : indexes.first().data(KindRole).toString();
        if (kind.isEmpty())
            return nullptr;
        auto *data = new QMimeData;
        data->setData(QLatin1String(kindMimeType), kind.toUtf8());
        return data;
    }
};

bool isOffered(const KindSpec &spec)
{
    return spec.code == CodeSupport::Yes || spec.code == CodeSupport::Gated;
}

PaletteEntry entryOf(const Catalogue &catalogue, const KindSpec &spec)
{
    const GroupSpec *group = catalogue.group(spec.group);
    const QString name = toQString(spec.name);
    return {spec.family == Family::Control ? QStringLiteral("control/%1").arg(name) : name,
            spec.label,
            spec.help,
            hasIcon(spec.icon) ? spec.icon : QStringLiteral("box"),
            group ? group->label : QString(),
            spec.keywords};
}

void fill(QStandardItemModel *model, const Catalogue &catalogue)
{
    QStandardItem *group = nullptr;
    for (const PaletteEntry &entry : paletteEntries(catalogue)) {
        if (!group || group->text() != entry.group) {
            group = new QStandardItem(entry.group);
            group->setFlags(Qt::ItemIsEnabled);
            QFont font;
            font.setPixelSize(size::caption);
            font.setWeight(QFont::DemiBold);
            group->setFont(font);
            model->appendRow(group);
        }
        auto *item = new QStandardItem(icon(entry.iconName), entry.label);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled);
        item->setData(entry.kind, KindRole);
        item->setData(QStringLiteral("%1 %2 %3").arg(entry.label, entry.kind, entry.keywords), SearchRole);
        item->setToolTip(QStringLiteral("%1\n%2").arg(entry.label, entry.help));
        group->appendRow(item);
    }
}

} // namespace

QList<PaletteEntry> paletteEntries(const Catalogue &catalogue)
{
    QList<PaletteEntry> result;
    for (const GroupSpec &group : catalogue.groups()) {
        for (const Family family : {Family::Element, Family::Control}) {
            for (const KindSpec &spec : catalogue.all(family)) {
                // The element kind "control" is offered as its types.
                const bool plainControl = family == Family::Element && spec.name == "control";
                if (group.palette && spec.group == group.id && isOffered(spec) && !plainControl)
                    result.append(entryOf(catalogue, spec));
            }
        }
    }
    return result;
}

PalettePanel::PalettePanel(const Catalogue &catalogue, QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Find an element to insert"), this))
    , m_view(new QTreeView(this))
    , m_filtered(new QSortFilterProxyModel(this))
{
    auto *model = new PaletteModel(this);
    fill(model, catalogue);
    m_filtered->setSourceModel(model);
    m_filtered->setFilterRole(SearchRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_view->setObjectName(QStringLiteral("palette"));
    m_view->setAccessibleName(tr("Elements to insert"));
    m_view->setModel(m_filtered);
    m_view->setHeaderHidden(true);
    m_view->setIndentation(space::s);
    m_view->setRootIsDecorated(false);
    m_view->setItemsExpandable(false);
    m_view->setDragEnabled(true);
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->expandAll();
    m_search->setObjectName(QStringLiteral("paletteSearch"));
    m_search->setTarget(m_view);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text);
        m_view->expandAll();
        const QModelIndex group = m_filtered->index(0, 0);
        if (!text.isEmpty() && group.isValid())
            m_view->setCurrentIndex(m_filtered->index(0, 0, group));
    });
    connect(m_view, &QTreeView::activated, this, &PalettePanel::activate);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(space::s, space::s, space::s, space::s);
    top->addWidget(m_search, 1);
    auto *import = makeIconButton(QStringLiteral("file-spreadsheet"), tr("Import CSV as table… (Ctrl+Shift+O)"), this);
    import->setObjectName(QStringLiteral("paletteImport"));
    connect(import, &QToolButton::clicked, this, &PalettePanel::importRequested);
    top->addWidget(import);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);
}

void PalettePanel::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void PalettePanel::activate()
{
    if (const QString kind = m_view->currentIndex().data(KindRole).toString(); !kind.isEmpty())
        Q_EMIT insertRequested(kind);
}

} // namespace tessera::designer

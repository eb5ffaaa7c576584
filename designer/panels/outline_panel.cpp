// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/outline_panel.h"

#include <QAction>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>
#include <QToolTip>
#include <QTreeView>
#include <QVBoxLayout>

#include "designer/panels/outline_model.h"
#include "designer/panels/problems_model.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/widgets/action_set.h"
#include "designer/widgets/search_field.h"
#include "model/workbook/views/page_view.h"

namespace tessera::designer {

namespace {

constexpr int eyeWidth = size::target + space::xs;

QRect eyeRect(const QRect &row)
{
    return {row.right() - eyeWidth, row.top(), eyeWidth, row.height()};
}

// Beside the text: a mark for problems and, on pages, the eye. Hidden pages are pale.
class OutlineDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = tokensOf(option.palette);
        const bool hidden = index.data(OutlineModel::HiddenRole).toBool();
        const bool page = index.data(OutlineModel::PageRole).toBool();
        const int severity = index.data(OutlineModel::SeverityRole).toInt();
        const bool hovered = option.state & QStyle::State_MouseOver;
        const int marks = (page && (hidden || hovered) ? eyeWidth : 0) + (severity >= 0 ? size::icon + space::xs : 0);

        QStyleOptionViewItem row = option;
        row.state &= ~QStyle::State_HasFocus;
        if (hidden) {
            row.palette.setColor(QPalette::Text, tokens.text3);
            row.palette.setColor(QPalette::HighlightedText, tokens.text2);
        }
        if (!index.data(OutlineModel::KindLabelRole).isValid() || index.data(OutlineModel::PageRole).toBool())
            row.font.setWeight(QFont::Medium);
        QStyledItemDelegate::paint(painter, row, index);

        int right = option.rect.right() - space::xs;
        if (marks > 0 && !(option.state & QStyle::State_Selected) && !hovered)
            painter->fillRect(QRect(right - marks, option.rect.top(), marks + space::xs, option.rect.height()),
                              tokens.surface);
        const int middle = option.rect.center().y() - 7;
        if (page && (hidden || hovered)) {
            const QString name = hidden ? QStringLiteral("eye-off") : QStringLiteral("eye");
            painter->drawPixmap(right - size::icon - 2, middle,
                                iconPixmap(name, size::icon, tokens.text2, painter->device()->devicePixelRatioF()));
            right -= eyeWidth;
        }
        if (severity >= 0)
            severityIcon(static_cast<model::Severity>(severity))
                .paint(painter, QRect(right - size::icon + 2, middle + 1, 14, 14));
    }

    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override
    {
        if (index.data(OutlineModel::PageRole).toBool() && eyeRect(option.rect).contains(event->pos())) {
            QToolTip::showText(event->globalPos(),
                               index.data(OutlineModel::HiddenRole).toBool()
                                   ? OutlinePanel::tr("Hidden from readers. Click to show the page.")
                                   : OutlinePanel::tr("Readers see this page. Click to hide it."),
                               view);
            return true;
        }
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    }
};

} // namespace

OutlinePanel::OutlinePanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new OutlineModel(session, this))
    , m_filtered(new QSortFilterProxyModel(this))
    , m_view(new QTreeView(this))
    , m_filter(new SearchField(tr("Filter by name"), this))
{
    m_filtered->setSourceModel(m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_filtered->setRecursiveFilteringEnabled(true);
    m_view->setObjectName(QStringLiteral("outline"));
    m_view->setAccessibleName(tr("Outline of the workbook"));
    m_view->setModel(m_filtered);
    m_view->setItemDelegate(new OutlineDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setIndentation(size::icon);
    m_view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setDragDropMode(QAbstractItemView::DragDrop);
    m_view->setDefaultDropAction(Qt::MoveAction);
    m_view->setMouseTracking(true);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->installEventFilter(this);
    m_filter->setObjectName(QStringLiteral("outlineFilter"));
    m_filter->setTarget(m_view);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(space::s, space::s, space::s, space::s);
    top->addWidget(m_filter);
    layout->addLayout(top);
    layout->addWidget(m_view, 1);

    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filtered->setFilterFixedString(text);
        m_view->expandAll();
        follow();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &OutlinePanel::chooseFirstMatch);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutlinePanel::take);
    connect(m_view, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) { m_view->edit(index); });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &OutlinePanel::openMenu);
    connect(&session.selection(), &Selection::changed, this, &OutlinePanel::follow);
    connect(m_filtered, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &above) {
        m_view->expand(above);
        follow();
    });
    restoreExpansion();
    follow();
}

void OutlinePanel::restoreExpansion()
{
    // Visible pages open, hidden ones (mostly sources) closed: what one works on comes first.
    for (int row = 0; row < m_filtered->rowCount(); ++row) {
        const QModelIndex block = m_filtered->index(row, 0);
        if (!block.data(OutlineModel::HiddenRole).toBool())
            m_view->expandRecursively(block);
    }
}

void OutlinePanel::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

// The first row the filter asks for, not one that is only there to hold it.
void OutlinePanel::chooseFirstMatch()
{
    if (m_filter->text().isEmpty())
        return;
    QModelIndex at = m_filtered->index(0, 0);
    while (at.isValid() && !at.data().toString().contains(m_filter->text(), Qt::CaseInsensitive))
        at = m_view->indexBelow(at);
    if (at.isValid()) {
        m_view->setCurrentIndex(at);
        m_view->setFocus();
    }
}

void OutlinePanel::renameCurrent()
{
    if (m_session.selection().items().size() != 1)
        return;
    const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(m_session.selection().items().first()));
    if (index.isValid()) {
        m_view->setFocus();
        m_view->edit(index);
    }
}

void OutlinePanel::follow()
{
    QItemSelection rows;
    QModelIndex last;
    for (const Selected &item : m_session.selection().items()) {
        const QModelIndex index = m_filtered->mapFromSource(m_model->indexOf(item));
        if (index.isValid()) {
            rows.select(index, index);
            last = index;
        }
    }
    m_following = true;
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect);
    if (last.isValid()) {
        m_view->selectionModel()->setCurrentIndex(last, QItemSelectionModel::NoUpdate);
        m_view->scrollTo(last);
    }
    m_following = false;
}

void OutlinePanel::take()
{
    if (m_following)
        return;
    QList<Selected> items;
    for (const QModelIndex &index : m_view->selectionModel()->selectedIndexes()) {
        if (const auto item = m_model->selectedAt(m_filtered->mapToSource(index)))
            items.append(*item);
    }
    const QModelIndex current = m_filtered->mapToSource(m_view->currentIndex());
    bringToFront(current);
    m_following = true; // the rows are already as the session will be
    m_session.selection().set(items);
    m_following = false;
}

void OutlinePanel::bringToFront(const QModelIndex &index)
{
    if (const std::string block = m_model->blockAt(index); !block.empty())
        m_session.setCurrentBlock(block);
}

void OutlinePanel::toggleVisibility(const QModelIndex &index)
{
    const auto page = m_model->selectedAt(m_filtered->mapToSource(index));
    if (!page)
        return;
    const bool hidden = index.data(OutlineModel::HiddenRole).toBool();
    m_session.commit(hidden ? tr("Show page %1").arg(index.data().toString())
                            : tr("Hide page %1").arg(index.data().toString()),
                     model::setPageHidden(m_session.workbook(), page->key, !hidden));
}

bool OutlinePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex index = m_view->indexAt(mouse->pos());
        if (index.data(OutlineModel::PageRole).toBool() && eyeRect(m_view->visualRect(index)).contains(mouse->pos())) {
            toggleVisibility(index);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void OutlinePanel::openMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    QMenu menu(this);
    if (m_actions) {
        for (const char *id : {"edit.rename", "edit.cut", "edit.copy", "edit.paste", "edit.duplicate", "edit.delete",
                               "arrange.wrap", "go.rows", "go.actions"}) {
            QAction *action = m_actions->action(QLatin1String(id));
            if (action->isEnabled())
                menu.addAction(action);
        }
    }
    if (index.data(OutlineModel::PageRole).toBool()) {
        const bool hidden = index.data(OutlineModel::HiddenRole).toBool();
        menu.addSeparator();
        menu.addAction(icon(hidden ? QStringLiteral("eye") : QStringLiteral("eye-off")),
                       hidden ? tr("Show to readers") : tr("Hide from readers"), this,
                       [this, index] { toggleVisibility(index); });
    }
    if (!menu.isEmpty())
        menu.exec(m_view->viewport()->mapToGlobal(at));
}

} // namespace tessera::designer

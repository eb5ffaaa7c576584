// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/inspector/inspector_panel.h"

#include <algorithm>

#include <QApplication>
#include <QHBoxLayout>
#include <QHash>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>

#include "designer/inspector/field_group.h"
#include "designer/inspector/inspector_model.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/widgets/search_field.h"
#include "model/base/pointer.h"
#include "model/base/text.h"

namespace tessera::designer {

using model::InspectorTab;

// The groups of one kind of selection. Pages seen lately are kept, hidden: filling one again costs far less than making
// it.
struct GroupPage
{
    std::string key; // what is selected, and which groups that shows
    QWidget *widget = nullptr;
    QList<FieldGroup *> groups;
};

constexpr std::size_t mostPages = 6;

class InspectorPanel::Private
{
public:
    Private(InspectorPanel &panel, Session &opened)
        : q(panel)
        , session(opened)
        , model(opened)
        , context{model, {}, false}
    {
    }

    void build();
    void buildHeader(QVBoxLayout &column);
    void rebuild(); // another selection
    void refresh(); // the same selection, other values
    void refreshHeader();
    void refreshTabs();
    void showGroups(const std::vector<InspectorModel::Group> &groups);
    void bringPage(const std::vector<InspectorModel::Group> &groups);
    GroupPage makePage(const std::string &key, const std::vector<InspectorModel::Group> &groups);
    std::vector<InspectorModel::Group> wanted() const;
    void follow(const model::ChangeSet &changes);
    void selectTab(InspectorTab tab);
    FieldView *focusedView() const;
    bool isInspected(const model::ChangeSet &changes) const;

    InspectorPanel &q;
    Session &session;
    InspectorModel model;
    FieldContext context;
    QLabel *icon = nullptr;
    QLabel *title = nullptr;
    QLabel *kind = nullptr;
    SearchField *search = nullptr;
    QToolButton *changedOnly = nullptr;
    QTabBar *tabs = nullptr;
    QScrollArea *area = nullptr;
    QWidget *body = nullptr;
    QLabel *nothing = nullptr;
    QVBoxLayout *column = nullptr;
    std::vector<GroupPage> pages;   // the shown one first
    QHash<std::string, bool> folds; // by group: what a person chose
    QList<InspectorTab> shownTabs;
    InspectorTab tab = InspectorTab::Data;
};

void InspectorPanel::Private::build()
{
    auto *outer = new QVBoxLayout(&q);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    buildHeader(*outer);
    area = new QScrollArea(&q);
    area->setObjectName(QStringLiteral("inspectorArea"));
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    body = new QWidget(area);
    body->setObjectName(QStringLiteral("inspectorBody"));
    column = new QVBoxLayout(body);
    column->setContentsMargins(space::xs, space::s, space::m, space::m);
    column->setSpacing(space::s);
    nothing = new QLabel(body);
    nothing->setObjectName(QStringLiteral("inspectorNothing"));
    nothing->setProperty("role", QStringLiteral("secondary"));
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    nothing->setContentsMargins(space::l, space::xl, space::l, space::xl);
    column->addWidget(nothing);
    column->addStretch(1);
    area->setWidget(body);
    outer->addWidget(area, 1);
}

void InspectorPanel::Private::buildHeader(QVBoxLayout &outer)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::m, space::m, space::m, space::s);
    head->setSpacing(space::s);
    icon = new QLabel(&q);
    icon->setFixedSize(20, 20);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    title = new QLabel(&q);
    title->setObjectName(QStringLiteral("inspectorTitle"));
    title->setProperty("role", QStringLiteral("panelTitle"));
    title->setTextFormat(Qt::PlainText);
    title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    title->setWordWrap(true);
    kind = new QLabel(&q);
    kind->setObjectName(QStringLiteral("inspectorKind"));
    kind->setProperty("role", QStringLiteral("caption"));
    kind->setTextFormat(Qt::PlainText);
    kind->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    words->addWidget(title);
    words->addWidget(kind);
    head->addWidget(icon, 0, Qt::AlignTop);
    head->addLayout(words, 1);
    outer.addLayout(head);
    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(space::m, 0, space::m, space::xs);
    tools->setSpacing(space::xs);
    search = new SearchField(tr("Find a field"), &q);
    search->setObjectName(QStringLiteral("inspectorSearch"));
    search->setAccessibleName(tr("Find a field"));
    changedOnly = new QToolButton(&q);
    changedOnly->setObjectName(QStringLiteral("changedOnly"));
    changedOnly->setIcon(designer::icon(QStringLiteral("funnel")));
    changedOnly->setCheckable(true);
    changedOnly->setFixedSize(size::input, size::input);
    changedOnly->setToolTip(tr("Show only what differs from its default"));
    changedOnly->setAccessibleName(changedOnly->toolTip());
    tools->addWidget(search, 1);
    tools->addWidget(changedOnly);
    outer.addLayout(tools);
    tabs = new QTabBar(&q);
    tabs->setObjectName(QStringLiteral("inspectorTabs"));
    tabs->setExpanding(false);
    tabs->setUsesScrollButtons(false);
    tabs->setAccessibleName(tr("Parts of the inspector"));
    auto *tabLine = new QHBoxLayout;
    tabLine->setContentsMargins(space::xs, 0, space::xs, 0);
    tabLine->addWidget(tabs);
    outer.addLayout(tabLine);
    auto *rule = new QFrame(&q);
    rule->setProperty("role", QStringLiteral("rule"));
    rule->setFixedHeight(1);
    outer.addWidget(rule);
    QObject::connect(search, &QLineEdit::textChanged, &q, [this] { refresh(); });
    QObject::connect(changedOnly, &QToolButton::toggled, &q, [this] { refresh(); });
    QObject::connect(tabs, &QTabBar::currentChanged, &q, [this](int index) {
        if (index < 0 || index >= shownTabs.size() || context.updating)
            return;
        tab = shownTabs.at(index);
        refresh();
        area->verticalScrollBar()->setValue(0);
    });
}

void InspectorPanel::Private::refreshHeader()
{
    const Tokens &t = tokensOf(q.palette());
    icon->setPixmap(iconPixmap(model.iconName(), 20, t.text2, q.devicePixelRatioF()));
    title->setText(model.title().isEmpty() ? tr("Untitled workbook") : model.title());
    title->setToolTip(title->text());
    kind->setText(model.count() > 1 ? tr("%1 · fields they share").arg(model.kindLabel()) : model.kindLabel());
}

void InspectorPanel::Private::refreshTabs()
{
    const QList<InspectorTab> present = model.tabs();
    if (present != shownTabs) {
        context.updating = true;
        shownTabs = present;
        while (tabs->count() > 0)
            tabs->removeTab(0);
        for (const InspectorTab each : shownTabs) {
            tabs->addTab(each == InspectorTab::Data      ? tr("Data")
                         : each == InspectorTab::Format  ? tr("Format")
                         : each == InspectorTab::Filters ? tr("Filters")
                                                         : tr("Actions"));
        }
        context.updating = false;
    }
    if (!shownTabs.contains(tab) && !shownTabs.isEmpty())
        tab = shownTabs.first();
    selectTab(tab);
    tabs->setEnabled(search->text().isEmpty());
}

void InspectorPanel::Private::selectTab(InspectorTab wantedTab)
{
    tab = wantedTab;
    context.updating = true;
    tabs->setCurrentIndex(static_cast<int>(shownTabs.indexOf(tab)));
    context.updating = false;
}

std::vector<InspectorModel::Group> InspectorPanel::Private::wanted() const
{
    std::vector<InspectorModel::Group> out;
    if (!search->text().trimmed().isEmpty()) {
        static const model::GroupSpec found{"found", tr("Found"), {}, InspectorTab::Data, false};
        auto rows = model.search(search->text());
        if (!rows.empty())
            out.push_back({&found, std::move(rows)});
    } else {
        out = model.groups(tab);
    }
    if (changedOnly->isChecked()) {
        for (InspectorModel::Group &group : out)
            std::erase_if(group.rows, [](const FieldRow &row) { return !row.modified && !row.mixed; });
        std::erase_if(out, [](const InspectorModel::Group &group) { return group.rows.empty(); });
    }
    return out;
}

GroupPage InspectorPanel::Private::makePage(const std::string &key, const std::vector<InspectorModel::Group> &all)
{
    GroupPage page{key, new QWidget(body), {}};
    auto *rows = new QVBoxLayout(page.widget);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(space::s);
    for (const InspectorModel::Group &group : all) {
        auto *view = new FieldGroup(context, group.spec->label, group.spec->help, page.widget);
        QObject::connect(view, &FieldGroup::folded, &q,
                         [this, id = group.spec->id](bool open) { folds.insert(id, open); });
        rows->addWidget(view);
        page.groups << view;
    }
    column->insertWidget(1, page.widget);
    return page;
}

void InspectorPanel::Private::bringPage(const std::vector<InspectorModel::Group> &all)
{
    std::string key = model::toUtf8(model.kindLabel());
    for (const InspectorModel::Group &group : all)
        key += '/' + group.spec->id;
    if (!pages.empty() && pages.front().key == key)
        return;
    if (!pages.empty())
        pages.front().widget->hide();
    const auto known = std::ranges::find(pages, key, &GroupPage::key);
    if (known != pages.end())
        std::rotate(pages.begin(), known, known + 1);
    else
        pages.insert(pages.begin(), makePage(key, all));
    if (pages.size() > mostPages) {
        pages.back().widget->deleteLater();
        pages.pop_back();
    }
}

void InspectorPanel::Private::showGroups(const std::vector<InspectorModel::Group> &all)
{
    bringPage(all);
    const GroupPage &page = pages.front();
    for (std::size_t i = 0; i < all.size(); ++i)
        page.groups.at(static_cast<qsizetype>(i))->setRows(all[i].rows, folds.value(all[i].spec->id, true));
    page.widget->setVisible(!all.empty());
    nothing->setVisible(all.empty());
    nothing->setText(!search->text().isEmpty()  ? tr("No field here is called “%1”.").arg(search->text())
                     : changedOnly->isChecked() ? tr("Everything here has its default.")
                                                : tr("Nothing to set here."));
}

void InspectorPanel::Private::refresh()
{
    q.setUpdatesEnabled(false);
    refreshHeader();
    refreshTabs();
    showGroups(wanted());
    q.setUpdatesEnabled(true);
}

void InspectorPanel::Private::rebuild()
{
    model.follow();
    refresh();
    const std::string path = session.selection().path();
    if (!path.empty())
        q.reveal(path);
}

bool InspectorPanel::Private::isInspected(const model::ChangeSet &changes) const
{
    if (model.isWorkbook())
        return changes.workbookProperties;
    return std::ranges::any_of(session.selection().items(), [&](const Selected &item) {
        return changes.elements.contains(item.key) || changes.blocks.contains(item.key);
    });
}

void InspectorPanel::Private::follow(const model::ChangeSet &changes)
{
    if (changes.structure)
        model.follow();
    // Names of other things show in references and titles.
    if (changes.structure || changes.names || isInspected(changes))
        refresh();
}

FieldView *InspectorPanel::Private::focusedView() const
{
    for (QWidget *at = QApplication::focusWidget(); at && at != &q; at = at->parentWidget()) {
        if (auto *view = qobject_cast<FieldView *>(at))
            return view;
    }
    return nullptr;
}

InspectorPanel::InspectorPanel(Session &session, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, session))
{
    setObjectName(QStringLiteral("inspector"));
    setProperty("surface", QStringLiteral("window"));
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(260);
    d->build();
    connect(&session.selection(), &Selection::changed, this, [this] { d->rebuild(); });
    connect(&session.document(), &model::Document::applied, this,
            [this](const model::ChangeSet &changes) { d->follow(changes); });
    connect(&session, &Session::diagnosticsChanged, this, [this] {
        d->model.readProblems();
        d->refresh();
    });
    connect(&session, &Session::revealed, this, [this](const model::Target &target) {
        if (!target.path.empty())
            reveal(target.path);
    });
    qApp->installEventFilter(this);
    d->rebuild();
}

InspectorPanel::~InspectorPanel() = default;

void InspectorPanel::reveal(const std::string &path)
{
    const auto top = d->model.topRow(path);
    if (!top)
        return;
    // Every row on the way is folded out, whatever its depth.
    for (std::string at = path; at.size() >= top->first.path.size(); at = model::parentPointer(at)) {
        d->context.open.insert(std::to_string(top->first.space) + at);
        if (at.empty())
            break;
    }
    d->search->clear();
    d->changedOnly->setChecked(false);
    d->selectTab(top->second);
    if (top->first.property)
        d->folds.insert(top->first.property->group, true);
    d->refresh();
    for (FieldGroup *group : d->pages.front().groups) {
        FieldView *view = group->find(path);
        if (!view)
            continue;
        group->setOpen(true);
        d->body->layout()->activate();
        d->area->ensureWidgetVisible(view, 0, space::xl);
        return;
    }
}

void InspectorPanel::focusSearch()
{
    d->search->setFocus(Qt::ShortcutFocusReason);
    d->search->selectAll();
}

void InspectorPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && d && d->title)
        d->refreshHeader();
}

// F1 and Alt+Backspace belong to the field with the focus, whatever editor that is.
bool InspectorPanel::eventFilter(QObject *watched, QEvent *event)
{
    const bool claims = event->type() == QEvent::ShortcutOverride; // F1 opens the help of the window elsewhere
    if ((event->type() != QEvent::KeyPress && !claims) || watched != QApplication::focusWidget())
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool help = key->key() == Qt::Key_F1;
    const bool reset = key->key() == Qt::Key_Backspace && key->modifiers() == Qt::AltModifier;
    FieldView *view = help || reset ? d->focusedView() : nullptr;
    if (!view || !isAncestorOf(view))
        return QWidget::eventFilter(watched, event);
    if (claims) {
        event->accept();
        return true;
    }
    if (help) {
        const model::HelpPlace place = d->model.helpPlace(view->row());
        Q_EMIT helpRequested(model::toQString(place.page), model::toQString(place.field));
    } else if (view->row().canReset) {
        d->model.reset(view->row());
    }
    return true;
}

} // namespace tessera::designer

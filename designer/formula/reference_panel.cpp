// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/reference_panel.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedLayout>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

#include "designer/formula/background.h"
#include "designer/formula/formula_desk.h"
#include "designer/session/session.h"
#include "designer/style/icon.h"
#include "designer/style/theme.h"
#include "designer/widgets/empty_state.h"
#include "model/base/text.h"

namespace tessera::designer {

using namespace model;

namespace {

constexpr int whereColumn = 0;
constexpr int nowColumn = 1;
constexpr int choiceWidth = 240; // px
constexpr int leastHeight = 132; // the words of the empty state, without cutting them

// The part of a long text around its first reference, on one line.
QString excerpt(const std::string &text, const std::vector<ByteRange> &ranges, std::size_t around)
{
    const std::size_t from = ranges.empty() ? 0 : ranges.front().offset;
    if (text.size() <= 2 * around)
        return toQString(text).simplified();
    const std::size_t start = from > around ? from - around : 0;
    const QString part = QString::fromUtf8(text.substr(start, 2 * around).c_str()).simplified();
    return (start > 0 ? QStringLiteral("… ") : QString()) + part +
           (start + 2 * around < text.size() ? QStringLiteral(" …") : QString());
}

} // namespace

ReferencePanel::ReferencePanel(Session &session, QWidget *parent) : QWidget(parent), m_session(session)
{
    setObjectName(QStringLiteral("referencePanel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildBar());
    m_model = new QStandardItemModel(this);
    m_view = new QTreeView(this);
    m_view->setObjectName(QStringLiteral("references"));
    m_view->setAccessibleName(tr("References"));
    m_view->setModel(m_model);
    m_view->setRootIsDecorated(false);
    m_view->setUniformRowHeights(true);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setTextElideMode(Qt::ElideRight);
    m_empty =
        new EmptyState(QStringLiteral("text-search"), tr("Find and replace references"),
                       tr("Choose a column, element or control to see every formula, text and statement that uses it. "
                          "In a formula, Shift+F12 looks for the name under the caret."),
                       true, this);
    auto *pages = new QWidget(this);
    m_stack = new QStackedLayout(pages);
    m_stack->addWidget(m_view);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    pages->setMinimumHeight(leastHeight);
    layout->addWidget(pages, 1);
    connect(m_view, &QTreeView::activated, this, &ReferencePanel::jump);
    connect(m_model, &QStandardItemModel::itemChanged, this, &ReferencePanel::count);
    connect(&session.document(), &Document::applied, this, [this](const ChangeSet &changes) {
        m_stale = m_stale || changes.structure || changes.names || !changes.elements.isEmpty();
        if (isVisible() && m_stale)
            refresh();
    });
    count();
}

QWidget *ReferencePanel::buildBar()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    m_what = makeChoice(QStringLiteral("findReference"), tr("Find uses of…"));
    m_with = makeChoice(QStringLiteral("replaceReference"), tr("Put in its place…"));
    m_what->setAccessibleName(tr("Find uses of"));
    m_with->setAccessibleName(tr("Put in its place"));
    m_note = new QLabel(bar);
    m_note->setProperty("role", QStringLiteral("caption"));
    m_replace = new QPushButton(tr("Replace"), bar);
    m_replace->setObjectName(QStringLiteral("replaceTicked"));
    m_replace->setProperty("role", QStringLiteral("primary"));
    m_replace->setToolTip(tr("Change every ticked text, as one step of undo"));
    auto *arrow = new QLabel(QStringLiteral("→"), bar);
    arrow->setProperty("role", QStringLiteral("secondary"));
    row->addWidget(m_what);
    row->addWidget(arrow);
    row->addWidget(m_with);
    row->addWidget(m_replace);
    row->addSpacing(space::s);
    row->addWidget(m_note, 1);
    connect(m_replace, &QPushButton::clicked, this, &ReferencePanel::replaceTicked);
    return bar;
}

QComboBox *ReferencePanel::makeChoice(const QString &name, const QString &placeholder)
{
    auto *choice = new QComboBox(this);
    choice->setObjectName(name);
    choice->setEditable(true);
    choice->setInsertPolicy(QComboBox::NoInsert);
    choice->setFixedWidth(choiceWidth);
    choice->setMaxVisibleItems(16);
    choice->lineEdit()->setPlaceholderText(placeholder);
    choice->lineEdit()->setClearButtonEnabled(true);
    choice->completer()->setFilterMode(Qt::MatchContains);
    choice->completer()->setCompletionMode(QCompleter::PopupCompletion);
    connect(choice, &QComboBox::activated, this, &ReferencePanel::refresh);
    connect(choice->lineEdit(), &QLineEdit::editingFinished, this, [this, choice] {
        // A part of a name means the first that holds it.
        const QString typed = choice->currentText();
        const int exact = choice->findText(typed);
        choice->setCurrentIndex(exact >= 0 || typed.isEmpty() ? exact : choice->findText(typed, Qt::MatchContains));
        refresh();
    });
    return choice;
}

void ReferencePanel::readNames()
{
    const auto what = chosenIn(m_what);
    const auto with = chosenIn(m_with);
    m_names.clear();
    const NameIndex &names = m_session.names();
    for (const Object &element : m_session.workbook().elements) {
        const FactsPtr facts = names.byKey(element.key());
        if (!facts)
            continue;
        if (!facts->handle.empty() && facts->controlType != "synced")
            m_names.push_back({{NamedThing::Control, facts->key, {}}, toQString(facts->handle)});
        if (facts->name.empty() || facts->columns.empty())
            continue;
        m_names.push_back({{NamedThing::Element, facts->key, {}}, toQString(facts->name)});
        for (const ColumnFacts &column : facts->columns) {
            if (!column.name.empty() && !column.id.empty())
                m_names.push_back(
                    {{NamedThing::Column, facts->key, column.id}, toQString(facts->name + '/' + column.name)});
        }
    }
    fill(m_what, what);
    fill(m_with, with);
}

void ReferencePanel::fill(QComboBox *choice, const std::optional<NamedThing> &chosen)
{
    const QSignalBlocker quiet(choice);
    choice->clear();
    int current = -1;
    for (const Name &name : m_names) {
        const char *mark = name.thing.what == NamedThing::Control   ? "sliders-horizontal"
                           : name.thing.what == NamedThing::Element ? "table-2"
                                                                    : "columns-3";
        choice->addItem(icon(QLatin1String(mark)), name.label);
        if (chosen && name.thing == *chosen)
            current = choice->count() - 1;
    }
    choice->setCurrentIndex(current);
    if (current < 0)
        choice->clearEditText();
}

std::optional<NamedThing> ReferencePanel::chosenIn(const QComboBox *choice) const
{
    const auto index = static_cast<std::size_t>(choice->currentIndex());
    const bool fits =
        choice->currentIndex() >= 0 && index < m_names.size() && choice->currentText() == m_names[index].label;
    return fits ? std::optional(m_names[index].thing) : std::nullopt;
}

void ReferencePanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void ReferencePanel::find(const NamedThing &thing)
{
    readNames();
    fill(m_what, thing);
    fill(m_with, std::nullopt);
    refresh();
}

void ReferencePanel::refresh()
{
    if (m_stale)
        readNames();
    m_stale = false;
    const auto what = chosenIn(m_what);
    const auto with = chosenIn(m_with);
    const quint64 generation = ++m_generation;
    if (!what)
        return take({}, false);
    inBackground(
        this,
        [workbook = m_session.workbook(), names = m_session.names(), what = *what, with] {
            if (with)
                return replacementsOf(workbook, names, what, *with);
            std::vector<ReferenceReplacement> found;
            for (ReferenceUse &use : usesOf(workbook, names, what))
                found.push_back({std::move(use), {}, true});
            return found;
        },
        [this, generation, replacing = with.has_value()](std::vector<ReferenceReplacement> found) {
            if (generation == m_generation)
                take(std::move(found), replacing);
        });
}

void ReferencePanel::take(std::vector<ReferenceReplacement> found, bool replacing)
{
    const Tokens &t = tokensOf(palette());
    m_found = std::move(found);
    m_replacing = replacing;
    m_filling = true; // the view has to hear of the rows, the count may wait
    m_model->clear();
    m_model->setHorizontalHeaderLabels(replacing ? QStringList{tr("Where"), tr("Now"), tr("After")}
                                                 : QStringList{tr("Where"), tr("Text")});
    const QFont mono = monospaceFont();
    for (const ReferenceReplacement &one : m_found) {
        auto *where = new QStandardItem(whereIs(one.use));
        if (replacing) {
            where->setCheckable(true);
            where->setCheckState(one.fits ? Qt::Checked : Qt::Unchecked);
        }
        if (!one.fits) {
            where->setIcon(icon(QStringLiteral("triangle-alert"), Ink::Warn));
            where->setToolTip(tr("The new name would not be found here without a Lookup."));
        }
        auto *now = new QStandardItem(excerpt(one.use.text, one.use.ranges, 120));
        now->setFont(mono);
        now->setToolTip(toQString(one.use.text));
        QList<QStandardItem *> row{where, now};
        if (replacing) {
            auto *after = new QStandardItem(excerpt(one.after, one.use.ranges, 120));
            after->setFont(mono);
            after->setToolTip(toQString(one.after));
            after->setForeground(one.fits ? t.text : t.warn);
            row << after;
        }
        m_model->appendRow(row);
    }
    m_filling = false;
    const bool chosen = chosenIn(m_what).has_value();
    m_empty->setTexts(
        chosen ? tr("No uses") : tr("Find and replace references"),
        chosen ? tr("Nothing in the workbook refers to %1 by name.").arg(m_what->currentText())
               : tr("Choose a column, element or control to see every formula, text and statement that uses it. "
                    "In a formula, Shift+F12 looks for the name under the caret."));
    m_stack->setCurrentIndex(m_found.empty() ? 1 : 0);
    m_view->setColumnWidth(whereColumn, 280);
    if (replacing)
        m_view->setColumnWidth(nowColumn, std::max(240, (m_view->width() - 300) / 2));
    m_view->header()->setStretchLastSection(true);
    m_view->viewport()->update();
    count();
}

QString ReferencePanel::whereIs(const ReferenceUse &use) const
{
    Target place;
    place.scope = use.scope;
    place.key = use.key;
    place.path = use.path;
    const auto collection = collectionOf(use.scope);
    const Object *object = collection ? m_session.workbook().list(*collection).find(use.key) : nullptr;
    QString name = object ? toQString(object->name()) : tr("Workbook");
    if (name.isEmpty() && object)
        name = toQString(object->id());
    return name + QStringLiteral(" › ") + m_session.formulas().labelOf(place);
}

void ReferencePanel::count()
{
    if (m_filling)
        return;
    int ticked = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        ticked += m_model->item(row, whereColumn)->checkState() == Qt::Checked ? 1 : 0;
    const bool writable = !m_session.document().isReadOnly();
    m_replace->setEnabled(m_replacing && ticked > 0 && writable);
    m_replace->setText(m_replacing && ticked > 0 ? tr("Replace %n", nullptr, ticked) : tr("Replace"));
    const int all = static_cast<int>(m_found.size());
    m_note->setText(!chosenIn(m_what) ? QString()
                    : m_replacing     ? tr("%1 of %n text(s) change", nullptr, all).arg(ticked)
                                      : tr("%n text(s) use it", nullptr, all));
}

void ReferencePanel::jump()
{
    const int row = m_view->currentIndex().row();
    if (row < 0 || row >= static_cast<int>(m_found.size()))
        return;
    const ReferenceUse &use = m_found[static_cast<std::size_t>(row)].use;
    Target place;
    place.scope = use.scope;
    place.key = use.key;
    place.path = use.path;
    m_session.reveal(place);
}

void ReferencePanel::replaceTicked()
{
    std::vector<ReferenceReplacement> chosen;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->item(row, whereColumn)->checkState() == Qt::Checked)
            chosen.push_back(m_found[static_cast<std::size_t>(row)]);
    }
    const QString label = tr("Replace %1 by %2").arg(m_what->currentText(), m_with->currentText());
    const int texts = static_cast<int>(chosen.size());
    if (!chosen.empty() && m_session.commit(makeReplaceReferences(chosen, label)))
        Q_EMIT replaced(tr("%n text(s) now use %1.", nullptr, texts).arg(m_with->currentText()));
}

} // namespace tessera::designer

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMessageBox>

#include "app/window/central_area.h"
#include "app/window/composition.h"
#include "app/window/dock_host.h"
#include "app/window/element_menu.h"
#include "app/window/settings.h"
#include "app/window/settings_dialog.h"
#include "app/window/web_pictures.h"
#include "app/window/window_bars.h"
#include "designer/canvas/canvas_view.h"
#include "designer/formula/formula_bar.h"
#include "designer/formula/formula_desk.h"
#include "designer/formula/formula_panel.h"
#include "designer/formula/reference_panel.h"
#include "designer/help/help_window.h"
#include "designer/panels/kind_look.h"
#include "designer/panels/outline_panel.h"
#include "designer/panels/palette_panel.h"
#include "designer/panels/problems_panel.h"
#include "designer/style/icon.h"
#include "designer/widgets/action_set.h"
#include "designer/widgets/command_palette.h"
#include "designer/widgets/shortcut_page.h"
#include "designer/widgets/toast.h"
#include "model/base/text.h"
#include "model/edit/block_edit.h"
#include "model/edit/remove_edit.h"

namespace tessera::app {

using namespace designer;
using model::Scope;

void MainWindow::connectActions()
{
    const auto on = [this](const char *id, std::function<void()> run) {
        m_actions->on(QString::fromLatin1(id), std::move(run));
    };
    for (const char *id : {"file.new", "file.start"}) {
        on(id, [this] {
            if (mayLeave()) {
                leave();
                showStart();
            }
        });
    }
    on("file.open", [this] { chooseFile(); });
    on("file.sample", [this] { openSample(); });
    on("file.save", [this] { save(); });
    on("file.saveAs", [this] { chooseSaveAs(); });
    on("file.reload", [this] { reload(); });
    on("file.export", [this] { chooseExport(); });
    on("file.importCsv", [this] { chooseImport(); });
    on("file.settings", [this] {
        SettingsDialog dialog(this);
        connect(&dialog, &SettingsDialog::themeChosen, this, &MainWindow::setTheme);
        if (dialog.exec() != QDialog::Accepted)
            return;
        m_pictures->setAllowed(settings::webPictures());
        if (m_document)
            m_document->document().setAuthor(model::toUtf8(settings::author()));
    });
    on("file.quit", [this] { close(); });
    const auto travel = [this](model::Result<void> done) {
        if (!done)
            showError(done.error());
    };
    on("edit.undo", [this, travel] { travel(m_document->document().undo()); });
    on("edit.redo", [this, travel] { travel(m_document->document().redo()); });
    on("edit.delete", [this] { removeSelection(); });
    on("edit.rename", [this] { renameSelection(); });
    on("insert.element", [this] { openPalette(tr("Insert ")); });
    on("insert.column", [this] { m_elementMenu->addColumn(session()->selection().elements().first()); });
    on("insert.page", [this] { addBlock(Scope::Page, {}); });
    on("insert.modal", [this] { addBlock(Scope::Overlay, "modal"); });
    on("insert.drawer", [this] { addBlock(Scope::Overlay, "drawer"); });
    on("go.palette", [this] { openPalette(); });
    on("go.find", [this] {
        m_docks->show(QStringLiteral("outline"));
        if (auto *outline = qobject_cast<OutlinePanel *>(m_docks->content(QStringLiteral("outline"))))
            outline->focusFilter();
    });
    on("go.formula", [this] { showFormulaBar(); });
    on("go.nextProblem", [this] { stepProblems(1); });
    on("go.previousProblem", [this] { stepProblems(-1); });
    on("go.nextTab", [this] { m_central->step(1); });
    on("go.previousTab", [this] { m_central->step(-1); });
    on("go.closeTab", [this] { m_central->closeCurrent(); });
    on("go.rows", [this] { m_central->openRows(session()->selection().elements().first()); });
    on("go.actions", [this] {
        const Selected &item = session()->selection().items().first();
        m_central->openActions(item.scope, item.key);
    });
    on("help.contents", [this] { showHelp(QStringLiteral("index")); });
    on("help.shortcuts", [this] {
        auto *page = new ShortcutPage(this);
        page->setAttribute(Qt::WA_DeleteOnClose);
        page->show();
    });
    on("help.about", [this] { showAbout(); });
    connectViewActions();
    connectCanvasActions();
    connect(m_bars->recentMenu(), &QMenu::aboutToShow, this, &MainWindow::fillRecentMenu);
}

void MainWindow::connectViewActions()
{
    const auto on = [this](const char *id, std::function<void()> run) {
        m_actions->on(QString::fromLatin1(id), std::move(run));
    };
    auto *faces = new QActionGroup(this); // one of them is always on
    for (const char *id : {"view.design", "view.preview", "view.code"})
        faces->addAction(m_actions->action(QString::fromLatin1(id)));
    on("view.design", [this] { m_central->showPreview(false); });
    on("view.preview", [this] { m_central->showPreview(true); });
    on("view.code", [this] { m_central->showCode(true); });
    on("view.docks", [this] {
        hideDocks(!m_docks->isAllHidden());
        refreshActions();
    });
    const auto theme = [this](ThemeChoice choice) {
        settings::setTheme(choice);
        setTheme(choice);
    };
    on("view.themeSystem", [theme] { theme(ThemeChoice::System); });
    on("view.themeLight", [theme] { theme(ThemeChoice::Light); });
    on("view.themeDark", [theme] { theme(ThemeChoice::Dark); });
}

void MainWindow::connectCanvasActions()
{
    const auto on = [this](const char *id, std::function<void(CanvasView &)> run) {
        m_actions->on(QString::fromLatin1(id), [this, go = std::move(run)] { go(*m_central->canvas()); });
    };
    on("edit.cut", [](CanvasView &canvas) { canvas.cutSelection(); });
    on("edit.copy", [](CanvasView &canvas) { canvas.copySelection(); });
    on("edit.paste", [](CanvasView &canvas) { canvas.paste(); });
    on("edit.duplicate", [](CanvasView &canvas) { canvas.duplicateSelection(); });
    on("edit.selectAll", [](CanvasView &canvas) { canvas.selectAll(); });
    on("arrange.wrap", [](CanvasView &canvas) { canvas.wrapSelection(); });
    on("arrange.left", [](CanvasView &canvas) { canvas.alignSelection(model::Align::Left); });
    on("arrange.center", [](CanvasView &canvas) { canvas.alignSelection(model::Align::Center); });
    on("arrange.right", [](CanvasView &canvas) { canvas.alignSelection(model::Align::Right); });
    on("arrange.top", [](CanvasView &canvas) { canvas.alignSelection(model::Align::Top); });
    on("arrange.bottom", [](CanvasView &canvas) { canvas.alignSelection(model::Align::Bottom); });
    on("view.zoomIn", [](CanvasView &canvas) { canvas.zoomIn(); });
    on("view.zoomOut", [](CanvasView &canvas) { canvas.zoomOut(); });
    on("view.zoomFit", [](CanvasView &canvas) { canvas.fitWidth(); });
    on("view.zoomReset", [](CanvasView &canvas) { canvas.zoomToActualSize(); });
}

void MainWindow::addBlock(Scope scope, const std::string &type)
{
    const model::Workbook &workbook = session()->workbook();
    const auto transaction = scope == Scope::Page ? model::makeAddPage(workbook)
                                                  : model::makeAddOverlay(workbook, m_composition.catalogue(), type);
    const std::string id = transaction ? model::insertedBlock(*transaction) : std::string();
    if (session()->commit(transaction)) {
        m_central->showCode(false);
        session()->setCurrentBlock(id);
        const auto collection = model::collectionOf(scope);
        if (const model::Object *block = collection ? session()->workbook().list(*collection).findById(id) : nullptr)
            session()->selection().set({{scope, block->key()}});
    }
}

void MainWindow::removeSelection()
{
    const QList<Selected> items = session()->selection().items();
    const auto collection = items.size() == 1 ? model::collectionOf(items.first().scope) : std::nullopt;
    if (!collection || *collection == model::Collection::Elements) {
        m_central->canvas()->removeSelection();
        return;
    }
    const model::Object *block = session()->workbook().list(*collection).find(items.first().key);
    if (block && session()->commit(model::makeRemoveBlock(session()->workbook(), block->id())))
        m_toast->show(Tone::Ok, tr("Deleted with everything on it."), tr("Undo"),
                      [this] { m_actions->action(QStringLiteral("edit.undo"))->trigger(); });
}

void MainWindow::renameSelection()
{
    m_docks->show(QStringLiteral("outline"));
    if (auto *outline = qobject_cast<OutlinePanel *>(m_docks->content(QStringLiteral("outline"))))
        outline->renameCurrent();
}

void MainWindow::stepProblems(int by)
{
    m_docks->show(QStringLiteral("problems"));
    auto *problems = qobject_cast<ProblemsPanel *>(m_docks->content(QStringLiteral("problems")));
    if (!problems)
        return;
    if (by > 0)
        problems->goToNext();
    else
        problems->goToPrevious();
}

void MainWindow::openPalette(const QString &filter)
{
    m_palette->open(commands(), filter);
}

QList<Command> MainWindow::commands() const
{
    QList<Command> list;
    for (const ActionSpec &spec : m_actions->specs()) {
        QAction *action = m_actions->action(spec.id);
        if (spec.id == QStringLiteral("go.palette"))
            continue;
        QString title = spec.text;
        const QString reason = action->isEnabled() ? QString() : reasonFor(spec.needs & ~m_actions->present());
        list.append({title.remove(u'&').remove(QChar(u'…')), groupName(spec.group).remove(u'&'), icon(spec.icon),
                     spec.shortcuts.value(0), reason, [action] { action->trigger(); }});
    }
    if (m_document)
        addElementCommands(list);
    return list;
}

void MainWindow::addElementCommands(QList<Command> &list) const
{
    Session &session = m_document->session();
    if (!m_document->document().isReadOnly()) {
        for (const PaletteEntry &entry : paletteEntries(m_composition.catalogue()))
            list.append({tr("Insert %1").arg(entry.label),
                         entry.group,
                         icon(entry.iconName),
                         {},
                         {},
                         [this, kind = entry.kind] {
                             m_central->showCode(false);
                             m_central->canvas()->insertKind(model::toUtf8(kind));
                         }});
    }
    const model::Catalogue &catalogue = m_composition.catalogue();
    for (const model::Collection collection : model::allCollections) {
        const Scope scope = model::scopeOf(collection);
        for (const model::Object &object : session.workbook().list(collection)) {
            const KindLook look = kindLook(catalogue, scope, object);
            list.append({titleOf(catalogue, scope, object),
                         look.label,
                         icon(look.iconName),
                         {},
                         {},
                         [&session, scope, key = object.key()] {
                             model::Target target;
                             target.scope = scope;
                             target.key = key;
                             session.reveal(target);
                         }});
        }
    }
}

// What formula editors ask of the window.
void MainWindow::connectFormulas()
{
    FormulaDesk &desk = session()->formulas();
    connect(m_central, &CentralArea::formulaPanelRequested, this, [this] { m_docks->show(QStringLiteral("formula")); });
    connect(session(), &Session::formulaRequested, this, [this](const model::Target &place) {
        showFormulaBar();
        session()->reveal(place);
        m_central->formulaBar()->focusEditor();
    });
    connect(&desk, &FormulaDesk::helpRequested, this, [this](const QString &function) {
        if (function.isEmpty())
            return showHelp(QStringLiteral("formulas"));
        m_docks->show(QStringLiteral("formula"));
        if (auto *panel = qobject_cast<FormulaPanel *>(m_docks->content(QStringLiteral("formula"))))
            panel->explain(function);
    });
    connect(&desk, &FormulaDesk::referencesRequested, this, [this](const model::NamedThing &thing) {
        m_docks->show(QStringLiteral("references"));
        if (auto *panel = qobject_cast<ReferencePanel *>(m_docks->content(QStringLiteral("references"))))
            panel->find(thing);
    });
}

// Code and Preview have none.
void MainWindow::showFormulaBar()
{
    m_central->showCode(false);
    if (m_central->isPreviewing())
        m_central->showPreview(false);
    m_central->formulaBar()->focusEditor();
}

void MainWindow::showHelp(const QString &page, const QString &place)
{
    if (!m_help)
        m_help = new HelpWindow(m_composition.catalogue(), this);
    m_help->showPage(page, place);
}

void MainWindow::showAbout()
{
    QMessageBox box(this);
    box.setWindowTitle(tr("About Tessera"));
    box.setIconPixmap(applicationIcon().pixmap(48, 48));
    box.setText(tr("Tessera %1").arg(QStringLiteral(TESSERA_VERSION)));
    box.setInformativeText(
        tr("A desktop designer for Sigma workbooks.\n\nFree software under the GNU General Public License, "
           "version 3 or later. Icons: lucide, ISC licence."));
    box.exec();
}

} // namespace tessera::app

// SPDX-License-Identifier: GPL-3.0-or-later
// Closing a workbook, and what becomes of edits that are in no file.
#include <QCloseEvent>
#include <QDockWidget>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedWidget>

#include "app/window/central_area.h"
#include "app/window/dock_host.h"
#include "app/window/element_menu.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/start_page.h"
#include "app/window/validation.h"
#include "app/window/window_bars.h"

namespace tessera::app {

using namespace designer;

bool MainWindow::mayLeave()
{
    if (!m_document || !m_document->document().isModified() || m_document->document().isReadOnly())
        return true;
    QMessageBox box(this);
    box.setObjectName(QStringLiteral("unsaved"));
    box.setWindowTitle(tr("Unsaved changes"));
    box.setIcon(QMessageBox::NoIcon);
    box.setText(tr("%1 has changes that are not in a file.").arg(m_document->title()));
    box.setInformativeText(tr("Kept changes wait in the workspace and are there when it is opened again."));
    QPushButton *saveButton = box.addButton(tr("Save"), QMessageBox::AcceptRole);
    QPushButton *keep = box.addButton(tr("Keep for later"), QMessageBox::ApplyRole);
    QPushButton *discard = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    QPushButton *stay = box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    saveButton->setObjectName(QStringLiteral("unsavedSave"));
    keep->setObjectName(QStringLiteral("unsavedKeep"));
    discard->setObjectName(QStringLiteral("unsavedDiscard"));
    stay->setObjectName(QStringLiteral("unsavedCancel"));
    box.setDefaultButton(saveButton);
    box.setEscapeButton(stay);
    box.exec();
    if (box.clickedButton() == saveButton)
        return save();
    if (box.clickedButton() == keep)
        return true;
    if (box.clickedButton() != discard)
        return false;
    if (m_document->path().isEmpty()) {
        m_document->forget();
        return true;
    }
    auto done = m_document->discardEdits();
    if (!done)
        showError(done.error());
    return done.has_value();
}

void MainWindow::leave()
{
    if (!m_document)
        return;
    if (m_document->path().isEmpty() && !m_document->document().history().canUndo() &&
        m_document->document().history().size() == 1)
        m_document->forget(); // opened and never touched
    settings::setWindow(saveGeometry(), m_docks->isAllHidden() ? m_stateBeforeHiding : saveState(1));
    settings::setPanelsHidden(m_docks->isAllHidden());
    clearBanners();
    if (m_stopImport)
        m_stopImport->request_stop();
    m_importsWaiting.clear();
    delete m_validation;
    m_validation = nullptr;
    m_docks->setActive(false);
    stopData();
    delete std::exchange(m_elementMenu, nullptr);
    delete m_central;
    m_central = nullptr;
    m_document.reset();
    m_isSample = false;
    m_statusText->clear();
    refreshActions(); // nothing may be triggered that needs what is gone
}

void MainWindow::showStart()
{
    m_bars->setToolBarVisible(false);
    for (const char *name : {"outline", "elements", "data", "inspector", "problems", "queries", "history"})
        m_docks->dock(QString::fromLatin1(name))->hide();
    m_start->refresh();
    m_stack->setCurrentWidget(m_start);
    refreshTitle();
    refreshActions();
    refreshStatus();
}

void MainWindow::reload()
{
    if (auto done = m_document->takeFile(); !done)
        return showError(done.error());
    const QString path = m_document->path();
    leave();
    openFile(path);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeave())
        return event->ignore();
    if (!m_document)
        settings::setWindow(saveGeometry(), {});
    leave();
    event->accept();
}

} // namespace tessera::app

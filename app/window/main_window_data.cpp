// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAction>

#include "adapters/query/data_folder.h"
#include "app/window/data_folder_watch.h"
#include "app/window/live_service.h"
#include "app/window/main_window.h"
#include "app/window/settings.h"
#include "app/window/web_pictures.h"
#include "designer/formula/formula_desk.h"
#include "designer/widgets/action_set.h"

namespace tessera::app {

// Where rows come from: the workspace; else the sample brings its own, and a file may have a folder "data" beside it.
// Without any, rows are made up, and the cards say so.
QString MainWindow::dataFolder() const
{
    return m_isSample ? QStringLiteral(":/sample/data") : m_folderWatch ? m_folderWatch->folder() : QString();
}

// Pictures of web addresses are fetched only with leave, which the settings, the View menu and the picture's place
// give.
void MainWindow::setUpPictures()
{
    m_pictures = std::make_unique<WebPictures>(settings::webPictures());
    QAction *const action = m_actions->action(QStringLiteral("view.webPictures"));
    action->setChecked(m_pictures->isAllowed());
    m_actions->on(QStringLiteral("view.webPictures"), [this] { m_pictures->setAllowed(!m_pictures->isAllowed()); });
    connect(m_pictures.get(), &WebPictures::allowedChanged, this, [action](bool allowed) {
        settings::setWebPictures(allowed);
        action->setChecked(allowed);
    });
}

void MainWindow::startData()
{
    m_folderWatch = std::make_unique<DataFolderWatch>(m_document->path());
    auto live =
        LiveService::make(m_document->session(), {m_document->workspacePath(), m_document->documentId(), dataFolder()});
    if (!live) {
        showError(live.error());
        return;
    }
    m_live = std::move(*live);
    m_document->session().setData(m_live.get());
    const auto serveFormulas = [this] { session()->formulas().setData(m_live->formulaData()); };
    serveFormulas();
    connect(m_live.get(), &LiveService::refreshed, this, serveFormulas);
    connect(m_document.get(), &OpenDocument::rowsWritten, m_live.get(), &LiveService::refresh);
    connect(m_folderWatch.get(), &DataFolderWatch::changed, this, [this] {
        if (m_live->service().local().dataFolder == dataFolder())
            m_live->refresh();
        else
            m_live->setFolder(dataFolder());
    });
}

// The file of the data folder that stands for an input table without rows.
QString MainWindow::shownRowFile(const model::Object &table) const
{
    if (!m_live)
        return {};
    model::query::TableSource source;
    source.kind = model::query::TableSource::Kind::InputTable;
    source.elementId = table.id();
    const QString &folder = m_live->service().local().dataFolder;
    const auto file = folder.isEmpty() ? std::nullopt : adapters::DataFolder(folder).find(source);
    return file ? file->path : QString();
}

void MainWindow::stopData()
{
    if (m_document)
        m_document->session().setData(nullptr);
    m_folderWatch.reset();
    m_live.reset();
}

} // namespace tessera::app

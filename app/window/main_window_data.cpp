// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_rows.h"
#include "app/window/live_service.h"
#include "app/window/main_window.h"

namespace tessera::app {

// Where rows come from: the sample brings its own; a file may have a folder "data" beside it. Without either, rows are
// made up, and the cards say so.
QString MainWindow::dataFolder() const
{
    if (m_isSample)
        return QStringLiteral(":/sample/data");
    if (!m_document || m_document->path().isEmpty())
        return {};
    return dataFolderBeside(m_document->path());
}

void MainWindow::startData()
{
    auto live = LiveService::make(m_document->document(), dataFolder());
    if (!live) {
        showError(live.error());
        return;
    }
    m_live = std::move(*live);
    m_document->session().setData(m_live.get());
}

void MainWindow::stopData()
{
    if (m_document)
        m_document->session().setData(nullptr);
    m_live.reset();
}

} // namespace tessera::app

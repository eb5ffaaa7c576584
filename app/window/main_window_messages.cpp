// SPDX-License-Identifier: GPL-3.0-or-later
// Banners: what has to be known, and the choices.
#include <QVBoxLayout>

#include "app/window/main_window.h"

namespace tessera::app {

using namespace designer;
using model::ErrorCode;

Banner *MainWindow::addBanner(Tone tone, const QString &message)
{
    auto *banner = new Banner(tone, message, this);
    m_banners->addWidget(banner);
    return banner;
}

void MainWindow::showError(const model::Error &error)
{
    if (error.code == ErrorCode::Cancelled)
        return;
    QString text = error.message;
    if (error.where.line > 0)
        text += tr(" (line %1, column %2)").arg(error.where.line).arg(error.where.column);
    if (!error.hint.isEmpty())
        text += u' ' + error.hint;
    Banner *banner = addBanner(Tone::Danger, text);
    banner->setToolTip(error.detail);
}

void MainWindow::clearBanners()
{
    for (Banner *banner : findChildren<Banner *>())
        banner->deleteLater();
}

QStringList MainWindow::bannerMessages() const
{
    QStringList messages;
    for (const Banner *banner : findChildren<Banner *>())
        messages.append(banner->message());
    return messages;
}

// What the person has to know about the state the workbook was found in.
void MainWindow::announce()
{
    const OpenDocument::Notices &notices = m_document->notices();
    if (notices.readOnly) {
        Banner *banner = addBanner(Tone::Warn, notices.readOnly->message + u' ' + notices.readOnly->hint);
        banner->addChoice(tr("Save as…"), tr("Go on with a copy that can be edited"), [this] { chooseSaveAs(); });
    }
    if (notices.damaged) {
        Banner *banner = addBanner(Tone::Warn, notices.damaged->message + u' ' + notices.damaged->hint);
        banner->setToolTip(notices.damaged->detail);
    }
    if (notices.unguarded) {
        Banner *banner = addBanner(
            Tone::Warn, tr("Edits are kept in memory only, so save often: %1").arg(notices.unguarded->message));
        banner->setToolTip(notices.unguarded->detail);
    }
    if (notices.fileChanged) {
        fileChanged();
    } else if (notices.restored) {
        Banner *banner = addBanner(
            Tone::Info, notices.crashed ? tr("Unsaved changes were restored after the program had ended unexpectedly.")
                                        : tr("Unsaved changes from last time were restored."));
        banner->addChoice(tr("Discard them"), tr("Go back to what the file says; the steps stay in the history"),
                          [this] {
                              if (auto done = m_document->discardEdits(); !done)
                                  showError(done.error());
                          });
        banner->addChoice(tr("Keep"), tr("Go on with the changes"), [] {});
    }
}

void MainWindow::fileChanged()
{
    for (const Banner *banner : findChildren<Banner *>()) {
        if (banner->objectName() == QStringLiteral("fileChanged"))
            return;
    }
    Banner *banner = addBanner(
        Tone::Warn, m_document->document().isModified()
                        ? tr("%1 was changed by another program. Your changes are shown.").arg(m_document->title())
                        : tr("%1 was changed by another program.").arg(m_document->title()));
    banner->setObjectName(QStringLiteral("fileChanged"));
    banner->addChoice(tr("Read it again"),
                      tr("Show what the file says now; your version is set aside in the workspace"),
                      [this] { reload(); });
    banner->addChoice(tr("Overwrite it"), tr("Write what is shown here into the file"), [this] {
        if (auto done = m_document->save(true); !done)
            showError(done.error());
    });
    banner->addChoice(tr("Save as…"), tr("Keep both: write what is shown here to another file"),
                      [this] { chooseSaveAs(); });
}

} // namespace tessera::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/open_document.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QFileSystemWatcher>
#include <QLocale>
#include <QUuid>

#include "adapters/files/atomic_file.h"
#include "model/base/text.h"
#include "model/change/diff.h"

namespace tessera::app {

using namespace adapters;
using model::Error;
using model::ErrorCode;
using model::Result;

namespace {

QString unsavedFolder()
{
    return workspacesFolder() + QStringLiteral("/unsaved");
}

QString freshWorkspacePath()
{
    QDir().mkpath(unsavedFolder());
    return QStringLiteral("%1/%2.tessera").arg(unsavedFolder(), QUuid::createUuid().toString(QUuid::WithoutBraces));
}

std::string formatName(Format format)
{
    return format == Format::Json ? "json" : "yaml";
}

} // namespace

std::unique_ptr<OpenDocument> OpenDocument::open(LoadedWorkbook loaded, const model::Catalogue &catalogue)
{
    std::unique_ptr<OpenDocument> self(new OpenDocument);
    self->m_original = std::move(loaded);
    const QString path = self->m_original.path;
    if (!path.isEmpty())
        adoptMovedWorkspace(path, self->m_original.text);
    if (auto done = self->useWorkspace(path.isEmpty() ? freshWorkspacePath() : workspacePathFor(path), catalogue);
        !done)
        self->useMemory(done.error());
    self->finish(catalogue);
    return self;
}

Result<std::unique_ptr<OpenDocument>> OpenDocument::reopen(const QString &path, const model::Catalogue &catalogue)
{
    auto workspace = Workspace::open(path);
    if (!workspace)
        return model::fail(workspace.error());
    const auto documents = (*workspace)->documents();
    if (!documents)
        return model::fail(documents.error());
    if (documents->isEmpty())
        return model::fail(ErrorCode::NotFound, tr("There is no workbook in %1.").arg(QFileInfo(path).fileName()));
    std::unique_ptr<OpenDocument> self(new OpenDocument);
    self->m_workspace = std::move(*workspace);
    if (auto done = self->useStored(documents->first()); !done)
        return model::fail(done.error());
    self->finish(catalogue);
    return self;
}

OpenDocument::~OpenDocument()
{
    m_session.reset();
    if (!m_workspace)
        return;
    if (m_document)
        m_workspace->detach(*m_document);
    const QString path = m_workspace->path();
    m_workspace.reset();
    if (m_forget && path.startsWith(unsavedFolder())) {
        for (const char *suffix : {"", "-wal", "-shm", ".lock"})
            QFile::remove(path + QLatin1String(suffix));
    }
}

void OpenDocument::useMemory(std::optional<Error> unguarded)
{
    m_workspace.reset();
    m_notices.unguarded = std::move(unguarded);
    m_file = storedFile(m_original.path, m_original.text, m_original.format, m_original.envelope);
    m_document = std::make_unique<model::Document>(m_original.workbook);
    if (m_original.path.isEmpty())
        m_document->setSavedStep(-1);
}

Result<void> OpenDocument::useWorkspace(const QString &path, const model::Catalogue &)
{
    auto workspace = Workspace::open(path);
    if (!workspace)
        return model::fail(workspace.error());
    m_workspace = std::move(*workspace);
    std::optional<DocumentInfo> info;
    if (!m_original.path.isEmpty()) {
        auto found = m_workspace->findByFile(m_original.path);
        if (!found)
            return model::fail(found.error());
        info = *found;
    }
    if (!info) {
        if (const auto &reason = m_workspace->readOnlyReason()) { // nothing of ours in it and no way to put it there
            const Error why = *reason;
            useMemory({});
            m_notices.readOnly = why;
            m_document->setReadOnly(true);
            return {};
        }
        const auto id = m_workspace->create(
            m_original.workbook, storedFile(m_original.path, m_original.text, m_original.format, m_original.envelope));
        if (!id)
            return model::fail(id.error());
        info = DocumentInfo{};
        info->id = *id;
    }
    return useStored(*info);
}

Result<void> OpenDocument::useStored(const DocumentInfo &info)
{
    m_id = info.id;
    auto stored = m_workspace->load(m_id);
    if (!stored)
        return model::fail(stored.error());
    const FileState state = adapters::fileState(stored->file);
    const bool ours = info.unsaved && !stored->file.path.isEmpty();
    if (state == FileState::ChangedOutside && !ours && !m_workspace->isReadOnly() && !m_original.path.isEmpty()) {
        const auto id = m_workspace->startOver(
            m_id, m_original.workbook,
            storedFile(m_original.path, m_original.text, m_original.format, m_original.envelope));
        if (!id)
            return model::fail(id.error());
        m_id = *id;
        stored = m_workspace->load(m_id);
        if (!stored)
            return model::fail(stored.error());
    } else if (state == FileState::ChangedOutside) {
        m_notices.fileChanged = ours;
    }
    if (stored->file.bytes != m_original.text || m_original.path.isEmpty()) {
        auto base = readWorkbook(stored->file.bytes, stored->file.path);
        if (base)
            m_original = std::move(*base);
        else if (!m_original.sources) // an unsaved one without a text: written afresh when it is saved
            m_original = *readWorkbook(writeWorkbook(stored->workbook, {}));
    }
    m_notices.restored = ours || (stored->file.path.isEmpty() && info.lastEditMs > 0);
    m_notices.crashed = info.crashed;
    m_file = stored->file;
    const auto damage = std::exchange(stored->damage, std::nullopt);
    if (damage) {
        stored->damage = damage; // repair reads it
        repair(*stored);
        m_notices.restored = false; // said together with the damage
    }
    m_document = makeDocument(std::move(*stored));
    if (const auto &reason = m_workspace->readOnlyReason()) {
        m_notices.readOnly = *reason;
        m_document->setReadOnly(true);
        return {};
    }
    if (auto done = m_workspace->attach(*m_document, m_id); !done || !damage || !damage->latest)
        return done;
    model::Transaction rest = model::diff(m_document->workbook(), *damage->latest);
    rest.label = tr("Go on from the last state that was kept");
    return m_document->apply(std::move(rest));
}

// What cannot be read is set aside; what can be is opened and said.
void OpenDocument::repair(const StoredDocument &stored)
{
    const JournalDamage &damage = *stored.damage;
    const QDateTime last =
        QDateTime::fromMSecsSinceEpoch(stored.history.entry(stored.history.current()).transaction.timeMs);
    Error error;
    error.code = ErrorCode::Invalid;
    error.message =
        stored.history.canUndo()
            ? tr("The history of this workbook is damaged after its step of %1. It was opened up to there.")
                  .arg(QLocale().toString(last, QLocale::ShortFormat))
            : tr("The history of this workbook is damaged from its first step on. It was opened without it.");
    if (damage.latest)
        error.message = tr(
            "A part of this workbook's history is damaged. Its last state was kept; %n step(s) cannot be taken back.",
            nullptr, damage.records);
    error.detail = damage.detail;
    if (!m_workspace->isReadOnly()) {
        const auto backup = m_workspace->repair(stored);
        error.hint = backup ? tr("The workspace as it was is kept in %1.").arg(QDir::toNativeSeparators(*backup))
                            : backup.error().message;
    }
    m_notices.damaged = std::move(error);
}

void OpenDocument::finish(const model::Catalogue &catalogue)
{
    m_session = std::make_unique<designer::Session>(*m_document, catalogue);
    if (m_workspace) {
        connect(m_workspace.get(), &Workspace::failed, this, &OpenDocument::storageFailed);
        connect(m_workspace.get(), &Workspace::recovered, this, &OpenDocument::storageRecovered);
        connect(m_document.get(), &model::Document::applied, this,
                [this](const model::ChangeSet &changes) { m_rowsEdited |= !changes.tables.isEmpty(); });
        connect(m_workspace.get(), &Workspace::written, this, [this] {
            if (m_rowsEdited && m_workspace->pending() == 0) {
                m_rowsEdited = false;
                Q_EMIT rowsWritten();
            }
        });
    }
    watch();
}

void OpenDocument::watch()
{
    if (path().isEmpty())
        return;
    m_watcher = new QFileSystemWatcher({path()}, this);
    connect(m_watcher, &QFileSystemWatcher::fileChanged, this, [this](const QString &changed) {
        if (!m_watcher->files().contains(changed) && QFileInfo::exists(changed))
            m_watcher->addPath(changed); // replaced by another file of that name
        if (fileState() == FileState::ChangedOutside)
            Q_EMIT fileChangedOutside();
    });
}

StoredFile OpenDocument::storedFile(const QString &path, const std::string &bytes, Format format,
                                    Envelope envelope) const
{
    StoredFile file;
    file.path = path.isEmpty() ? QString() : canonicalPath(path);
    file.format = formatName(format);
    file.envelope = model::toUtf8(envelopeName(envelope));
    file.bytes = bytes;
    if (!path.isEmpty())
        file.stamp = stampOf(file.path, bytes);
    return file;
}

QString OpenDocument::title() const
{
    if (!path().isEmpty())
        return QFileInfo(path()).fileName();
    const QString name = model::toQString(m_document->workbook().name());
    return name.isEmpty() ? tr("Untitled workbook") : name;
}

Result<std::string> OpenDocument::textFor(const model::Workbook &workbook, const LoadedWorkbook &original)
{
    return saveWorkbook(workbook, original);
}

FileState OpenDocument::fileState() const
{
    return adapters::fileState(m_file);
}

Result<void> OpenDocument::save(bool overwrite)
{
    if (m_notices.readOnly)
        return model::fail(*m_notices.readOnly);
    if (!overwrite && fileState() == FileState::ChangedOutside)
        return model::fail(ErrorCode::Conflict,
                           tr("%1 was changed by another program since it was opened.").arg(title()),
                           tr("Overwrite it with what is shown here, or read it again."));
    auto text = textFor(m_document->workbook(), m_original);
    if (!text)
        return model::fail(text.error());
    StoredFile file = storedFile(path(), *text, m_original.format, m_original.envelope);
    const Result<void> written =
        m_workspace ? m_workspace->saveFile(m_id, file, m_document->history().current()) : writeFile(path(), *text);
    if (!written)
        return written;
    file.stamp = stampOf(file.path, file.bytes);
    m_file = std::move(file);
    if (auto fresh = readWorkbook(std::move(*text), path()))
        m_original = std::move(*fresh);
    m_document->markSaved();
    return {};
}

Result<DocumentId> OpenDocument::saveCopy(const QString &path)
{
    const Format format = formatOf(path);
    const Envelope envelope = m_original.envelope;
    auto text = textFor(m_document->workbook(), m_original);
    if (text && format != m_original.format)
        *text = writeWorkbook(m_document->workbook(), {format, envelope});
    if (!text)
        return model::fail(text.error());
    if (auto written = writeFile(path, *text); !written)
        return model::fail(written.error());
    auto workspace = Workspace::open(workspacePathFor(path));
    if (!workspace)
        return DocumentId(); // the file is there
    const auto *rows = dynamic_cast<const model::MemoryRowStore *>(&m_document->rows());
    const StoredFile file = storedFile(path, *text, format, envelope);
    const auto known = (*workspace)->findByFile(path);
    auto read = readWorkbook(std::move(*text), path);
    if (!read)
        return model::fail(read.error());
    if (known && *known)
        static_cast<void>((*workspace)->remove((**known).id));
    return (*workspace)->create(read->workbook, file, rows);
}

Result<void> OpenDocument::discardEdits()
{
    if (!m_document->isModified())
        return {};
    // The saved step is not told by the document; the workspace knows it.
    if (m_workspace) {
        if (auto flushed = m_workspace->flush(); !flushed)
            return flushed;
        const auto stored = m_workspace->load(m_id);
        if (!stored)
            return model::fail(stored.error());
        if (stored->savedStep >= 0 && !stored->amendedSinceSave)
            return m_document->goTo(stored->savedStep);
    }
    return takeFile();
}

Result<void> OpenDocument::takeFile()
{
    if (!m_workspace)
        return {};
    auto fresh = loadWorkbook(path());
    if (!fresh)
        return model::fail(fresh.error());
    m_workspace->detach(*m_document);
    const auto id =
        m_workspace->startOver(m_id, fresh->workbook, storedFile(path(), fresh->text, fresh->format, fresh->envelope));
    if (!id)
        return model::fail(id.error());
    m_id = *id;
    return {};
}

Result<void> OpenDocument::flush()
{
    return m_workspace ? m_workspace->flush() : Result<void>();
}

QStringList OpenDocument::unsavedWorkspaces()
{
    QStringList result;
    const QDir folder(unsavedFolder());
    for (const QFileInfo &file : folder.entryInfoList({QStringLiteral("*.tessera")}, QDir::Files, QDir::Time))
        result.append(file.absoluteFilePath());
    return result;
}

} // namespace tessera::app

// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/grid/row_importer.h"

#include <deque>

#include <QMutex>
#include <QThread>
#include <QUuid>
#include <QWaitCondition>

#include "model/table/row_edits.h"

namespace tessera::designer {

namespace {

constexpr std::size_t waitingPieces = 4;

} // namespace

// Between the two threads.
struct RowImporter::Pipe
{
    struct Piece
    {
        std::vector<model::Json> rows;
        double share = 0;
    };
    QMutex mutex;
    QWaitCondition room;
    std::deque<Piece> pieces;
    bool stopped = false;
    std::optional<model::Result<model::RowImport>> result;
};

RowImporter::RowImporter(Session &session, model::Key table, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_table(std::move(table))
{
}

RowImporter::~RowImporter()
{
    if (!m_thread)
        return;
    {
        const QMutexLocker lock(&m_pipe->mutex);
        m_pipe->stopped = true;
    }
    m_pipe->room.wakeAll();
    m_thread->wait();
}

void RowImporter::start(Reader reader, const QString &label)
{
    m_pipe = std::make_shared<Pipe>();
    m_label = label;
    m_gesture = "import " + QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
    m_rows = 0;
    m_cancelled = false;
    const auto take = [this, pipe = m_pipe](std::vector<model::Json> &&rows, double share) {
        QMutexLocker lock(&pipe->mutex);
        while (!pipe->stopped && pipe->pieces.size() >= waitingPieces)
            pipe->room.wait(&pipe->mutex);
        if (pipe->stopped)
            return false;
        pipe->pieces.push_back({std::move(rows), share});
        QMetaObject::invokeMethod(this, &RowImporter::takePiece, Qt::QueuedConnection);
        return true;
    };
    m_thread = QThread::create([reader = std::move(reader), take, pipe = m_pipe] {
        auto result = reader(take);
        const QMutexLocker lock(&pipe->mutex);
        pipe->result = std::move(result);
    });
    m_thread->setParent(this);
    m_thread->setObjectName(QStringLiteral("row import"));
    connect(m_thread, &QThread::finished, this, &RowImporter::end); // queued behind every piece
    m_thread->start(QThread::LowPriority);
}

// One piece per turn of the event loop, so that the window stays quick.
void RowImporter::takePiece()
{
    Pipe::Piece piece;
    {
        const QMutexLocker lock(&m_pipe->mutex);
        if (m_pipe->pieces.empty() || m_pipe->stopped)
            return;
        piece = std::move(m_pipe->pieces.front());
        m_pipe->pieces.pop_front();
    }
    m_pipe->room.wakeAll();
    const auto count = static_cast<qint64>(piece.rows.size());
    const model::RowStore &rows = m_session.document().rows();
    model::Transaction more = model::makeInsertRows(rows, m_table, rows.count(m_table), std::move(piece.rows));
    more.label = m_label;
    more.gesture = m_gesture;
    if (!m_session.workbook().element(m_table) || !m_session.commit(std::move(more))) {
        cancel();
        return;
    }
    m_rows += count;
    Q_EMIT progress(piece.share);
}

void RowImporter::cancel()
{
    if (!m_thread || m_cancelled)
        return;
    m_cancelled = true;
    {
        const QMutexLocker lock(&m_pipe->mutex);
        m_pipe->stopped = true;
        m_pipe->pieces.clear();
    }
    m_pipe->room.wakeAll();
}

void RowImporter::end()
{
    std::exchange(m_thread, nullptr)->deleteLater();
    const model::Result<model::RowImport> result = *m_pipe->result;
    if (result && !m_cancelled) {
        Q_EMIT finished(*result);
        return;
    }
    const model::History &history = m_session.document().history();
    const bool ours =
        history.current() != model::History::root && history.entry(history.current()).transaction.gesture == m_gesture;
    if (ours && m_session.document().undo())
        m_rows = 0;
    Q_EMIT failed(result ? model::Error{model::ErrorCode::Cancelled, tr("The import was stopped.")} : result.error());
}

} // namespace tessera::designer

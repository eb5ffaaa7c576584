// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/workspace/writer.h"

#include <chrono>

#include <QCoreApplication>
#include <QLoggingCategory>

#include "adapters/workspace/journal_codec.h"
#include "model/base/text.h"

namespace tessera::adapters {

using model::Error;
using model::ErrorCode;
using model::JournalRecord;
using model::Result;

namespace {

Q_LOGGING_CATEGORY(lcWorkspace, "tessera.workspace")

constexpr int idleMs = 300;        // quiet time before the log is folded into the file
constexpr int lastWritesMs = 5000; // how long closing waits

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::Workspace)
};

QString authorOf(const JournalRecord &record)
{
    return model::toQString(record.transaction.author);
}

} // namespace

struct Writer::Call
{
    Job job; // empty: only a mark in the queue
    std::optional<Result<void>> result;
};

Writer::Writer(QString path, Settings settings) : m_path(std::move(path)), m_settings(settings) {}

Writer::~Writer()
{
    if (!m_thread)
        return;
    {
        std::unique_lock lock(m_mutex);
        m_stop = true;
        m_wake.notify_all();
    }
    if (!m_thread->wait(lastWritesMs)) {
        std::unique_lock lock(m_mutex);
        m_abandon = true;
        m_wake.notify_all();
        lock.unlock();
        m_thread->wait();
    }
}

Result<void> Writer::start()
{
    auto first = std::make_shared<Call>();
    first->job = [](Connection &) { return Result<void>(); };
    m_queue.push_back(first);
    m_thread.reset(QThread::create([this] { loop(); }));
    m_thread->setObjectName(QStringLiteral("workspace writer"));
    m_thread->start();
    std::unique_lock lock(m_mutex);
    while (!first->result)
        m_done.wait(lock);
    return *first->result;
}

void Writer::push(Item item)
{
    std::unique_lock lock(m_mutex);
    if (std::holds_alternative<Record>(item))
        ++m_pendingRecords;
    m_queue.push_back(std::move(item));
    m_wake.notify_one();
}

void Writer::append(const DocumentId &document, qint64 sequence, JournalRecord record)
{
    push(Record{document, sequence, std::move(record)});
}

void Writer::project(Job job)
{
    push(Projection{std::move(job)});
}

qint64 Writer::pending() const
{
    std::unique_lock lock(m_mutex);
    return m_pendingRecords;
}

Result<void> Writer::call(Job job, int timeoutMs)
{
    auto call = std::make_shared<Call>();
    call->job = std::move(job);
    std::unique_lock lock(m_mutex);
    m_queue.push_back(call);
    m_wake.notify_one();
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(timeoutMs);
    while (!call->result) {
        if (m_done.wait_until(lock, deadline) == std::cv_status::timeout && !call->result) {
            if (m_trouble)
                return model::fail(*m_trouble);
            return model::fail(ErrorCode::Limit, Texts::tr("Writing to “%1” takes too long.").arg(m_path),
                               Texts::tr("Check the disk; the edits wait in memory meanwhile."));
        }
    }
    return *call->result;
}

Result<void> Writer::flush(int timeoutMs)
{
    return call({}, timeoutMs);
}

std::deque<Writer::Item> Writer::waitForWork()
{
    std::unique_lock lock(m_mutex);
    while (m_queue.empty() && !m_stop) {
        if (!m_needsCheckpoint) {
            m_wake.wait(lock);
        } else if (m_wake.wait_for(lock, std::chrono::milliseconds(idleMs)) == std::cv_status::timeout) {
            lock.unlock();
            checkpointWhenIdle();
            lock.lock();
        }
    }
    return std::exchange(m_queue, {});
}

void Writer::loop()
{
    auto opened = Connection::open(m_path, Connection::Mode::ReadWrite);
    Result<void> ready = opened ? Result<void>() : Result<void>(model::fail(opened.error()));
    if (opened) {
        m_connection = std::move(*opened);
        QStringList pragmas{QStringLiteral("synchronous = FULL"), QStringLiteral("wal_autocheckpoint = 0")};
        if (m_settings.maxPages > 0)
            pragmas << QStringLiteral("max_page_count = %1").arg(m_settings.maxPages);
        for (const QString &pragma : pragmas) {
            if (ready)
                ready = m_connection->runOnce(QStringLiteral("PRAGMA ") + pragma);
        }
    }
    for (;;) {
        std::deque<Item> work = waitForWork();
        if (work.empty())
            break;
        while (!work.empty()) {
            if (!ready) {
                std::unique_lock lock(m_mutex);
                if (auto *call = std::get_if<std::shared_ptr<Call>>(&work.front()))
                    (*call)->result = ready;
                work.pop_front();
                m_done.notify_all();
            } else if (std::holds_alternative<Record>(work.front())) {
                writeRecords(work);
            } else {
                runJob(work.front());
                work.pop_front();
            }
        }
    }
    if (m_connection)
        (void)m_connection->runOnce(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
    m_connection.reset();
}

void Writer::writeRecords(std::deque<Item> &work)
{
    std::vector<const Record *> batch;
    for (const Item &item : work) {
        const auto *record = std::get_if<Record>(&item);
        if (!record)
            break;
        batch.push_back(record);
    }
    bool stored = false;
    for (bool goOn = true; goOn && !stored;) {
        const auto done = writeBatch(batch);
        stored = done.has_value();
        goOn = stored || pauseBeforeRetry(done.error(), work);
    }
    if (stored)
        announce(batch);
    else
        qCWarning(lcWorkspace) << "closing with" << batch.size() << "unwritten records";
    work.erase(work.begin(), work.begin() + static_cast<std::ptrdiff_t>(batch.size()));
}

void Writer::announce(const std::vector<const Record *> &batch)
{
    QHash<DocumentId, qint64> last;
    for (const Record *record : batch)
        last[record->document] = record->sequence;
    bool healed = false;
    {
        std::unique_lock lock(m_mutex);
        m_pendingRecords -= static_cast<qint64>(batch.size());
        healed = m_trouble.has_value();
        m_trouble.reset();
    }
    for (auto it = last.cbegin(); it != last.cend(); ++it)
        Q_EMIT written(it.key(), it.value());
    if (healed)
        Q_EMIT recovered();
}

// False: give up, the program ends.
bool Writer::pauseBeforeRetry(const Error &error, const std::deque<Item> &work)
{
    bool fresh = false;
    {
        std::unique_lock lock(m_mutex);
        fresh = !m_trouble || m_trouble->message != error.message;
        m_trouble = error;
    }
    if (fresh) {
        qCWarning(lcWorkspace) << error.message << error.detail;
        Q_EMIT failed(error);
    }
    std::unique_lock lock(m_mutex);
    // Callers must not wait for a disk that may never come back.
    for (const std::deque<Item> *items : {&work, static_cast<const std::deque<Item> *>(&m_queue)}) {
        for (const Item &item : *items) {
            if (auto *call = std::get_if<std::shared_ptr<Call>>(&item); call && !(*call)->result)
                (*call)->result = Result<void>(model::fail(error));
        }
    }
    m_done.notify_all();
    if (!m_abandon)
        m_wake.wait_for(lock, std::chrono::milliseconds(m_settings.retryMs));
    return !m_abandon;
}

void Writer::runJob(Item &item)
{
    if (auto *projection = std::get_if<Projection>(&item)) {
        if (const auto done = inTransaction(projection->job); !done)
            qCWarning(lcWorkspace) << "projection failed:" << done.error().message << done.error().detail;
        return;
    }
    auto &call = *std::get_if<std::shared_ptr<Call>>(&item);
    if (std::unique_lock lock(m_mutex); call->result)
        return; // already told that writing fails
    const Result<void> done = call->job ? inTransaction(call->job) : Result<void>();
    std::unique_lock lock(m_mutex);
    call->result = done;
    m_done.notify_all();
}

Result<void> Writer::inTransaction(const Job &job)
{
    DatabaseTransaction transaction(*m_connection);
    if (auto done = transaction.begin(); !done)
        return done;
    if (auto done = job(*m_connection); !done)
        return done;
    m_needsCheckpoint = true;
    return transaction.commit();
}

Result<void> Writer::writeBatch(const std::vector<const Record *> &batch)
{
    return inTransaction([&](Connection &) -> Result<void> {
        for (const Record *record : batch) {
            if (auto done = writeOne(*record); !done)
                return done;
        }
        return {};
    });
}

Result<void> Writer::writeOne(const Record &item)
{
    const JournalRecord &record = item.record;
    const bool jump = record.kind == JournalRecord::Kind::GoTo;
    if (auto done = m_connection->run(
            QStringLiteral("INSERT INTO journal (workbook_id, seq, kind, step, at_ms, body) VALUES (?, ?, ?, ?, ?, ?)"),
            {item.document, item.sequence, static_cast<int>(record.kind), record.step,
             qint64(record.transaction.timeMs), jump ? QVariant() : encodeBody(record.transaction)});
        !done)
        return done;
    RowStorage rows(*m_connection);
    const RowChangeOrigin origin{item.sequence, authorOf(record), record.transaction.timeMs};
    for (const model::Change &change : record.transaction.changes) {
        if (const auto *edit = std::get_if<model::RowsChange>(&change)) {
            if (auto done = rows.apply(item.document, *edit, origin); !done)
                return done;
        }
    }
    return {};
}

void Writer::checkpointWhenIdle()
{
    m_needsCheckpoint = false;
    if (m_connection)
        (void)m_connection->runOnce(QStringLiteral("PRAGMA wal_checkpoint(PASSIVE)"));
}

} // namespace tessera::adapters

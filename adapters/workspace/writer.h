// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <variant>

#include <QObject>
#include <QThread>

#include "adapters/workspace/connection.h"
#include "adapters/workspace/row_storage.h"

namespace tessera::adapters {

// The one thread that writes to a workspace, with a connection of its own. What is handed over is written in order;
// records that wait together share one commit. A failed write is announced once and tried again until it succeeds:
// nothing leaves the queue before it is on disk.
class Writer : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        int retryMs = 1000;
        qint64 maxPages = 0; // 0: no bound
    };
    // Runs on the writer's thread inside a transaction.
    using Job = std::function<model::Result<void>(Connection &)>;

    Writer(QString path, Settings settings);
    ~Writer() override; // waits for the queue unless writing fails, at most five seconds

    model::Result<void> start();

    // Cheap (a copy and a wake-up); from any thread.
    void append(const DocumentId &document, qint64 sequence, model::JournalRecord record);
    // A projection: written after what was handed over before it, and dropped when it fails (the next one repairs it).
    void project(Job job);
    // Runs `job` after everything handed over so far and waits for it.
    // Errors: the job's own; the present trouble when writing fails; Limit when the time is over.
    model::Result<void> call(Job job, int timeoutMs = 30000);
    model::Result<void> flush(int timeoutMs);
    qint64 pending() const;

Q_SIGNALS:
    void written(const QString &document, qint64 sequence);
    void failed(const tessera::model::Error &error);
    void recovered();

private:
    struct Record
    {
        DocumentId document;
        qint64 sequence = 0;
        model::JournalRecord record;
    };
    struct Projection
    {
        Job job;
    };
    struct Call;
    using Item = std::variant<Record, Projection, std::shared_ptr<Call>>;

    void push(Item item);
    void loop();
    std::deque<Item> waitForWork();
    void writeRecords(std::deque<Item> &work);
    void announce(const std::vector<const Record *> &batch);
    bool pauseBeforeRetry(const model::Error &error, const std::deque<Item> &work);
    void runJob(Item &item);
    model::Result<void> writeBatch(const std::vector<const Record *> &batch);
    model::Result<void> writeOne(const Record &record);
    model::Result<void> inTransaction(const Job &job);
    void checkpointWhenIdle();

    const QString m_path;
    const Settings m_settings;
    std::unique_ptr<QThread> m_thread;
    std::unique_ptr<Connection> m_connection; // the thread's
    bool m_needsCheckpoint = false;           // the thread's

    mutable std::mutex m_mutex; // of the standard library: thread sanitizers see through it
    std::condition_variable m_wake;
    std::condition_variable m_done;
    std::deque<Item> m_queue;
    qint64 m_pendingRecords = 0;
    bool m_stop = false;
    bool m_abandon = false;
    std::optional<model::Error> m_trouble;
};

} // namespace tessera::adapters

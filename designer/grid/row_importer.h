// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include <QObject>

#include "designer/session/session.h"
#include "model/table/row_import.h"

class QThread;

namespace tessera::designer {

// Brings rows from outside into an input table while people go on working: a thread of its own reads, the interface
// thread adds a few hundred rows at a time, all of them one step of the history. Never more than some pieces wait, so a
// large file takes no memory beyond its rows.
class RowImporter : public QObject
{
    Q_OBJECT

public:
    // Reads on the worker thread and hands over what it reads.
    using Reader = std::function<model::Result<model::RowImport>(const model::RowTaker &)>;

    RowImporter(Session &session, model::Key table, QObject *parent = nullptr);
    ~RowImporter() override; // stops and waits for the reader

    // Precondition: not running. `label`: of the step in the history.
    void start(Reader reader, const QString &label);
    // The rows added so far go again, unless somebody has edited something since.
    void cancel();
    bool isRunning() const { return m_thread != nullptr; }
    qint64 rows() const { return m_rows; } // added so far

Q_SIGNALS:
    void progress(double share);
    void finished(const tessera::model::RowImport &report);
    void failed(const tessera::model::Error &error); // code Cancelled when it was stopped

private:
    struct Pipe;
    void takePiece();
    void end();

    Session &m_session;
    const model::Key m_table;
    std::shared_ptr<Pipe> m_pipe;
    QThread *m_thread = nullptr;
    QString m_label;
    std::string m_gesture;
    qint64 m_rows = 0;
    bool m_cancelled = false;
};

} // namespace tessera::designer

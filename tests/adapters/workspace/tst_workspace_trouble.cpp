// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QSysInfo>
#include <QTest>

#include "adapters/files/atomic_file.h"
#include "adapters/workspace/connection.h"
#include "adapters/workspace/journal_codec.h"
#include "adapters/workspace/migrations.h"
#include "tests/adapters/workspace/workspace_fixture.h"
#include "tests/support/random_edits.h"

using namespace tessera;
using namespace tessera::adapters;
using model::Document;
using model::Json;
using test::renamed;
using test::rowAdded;
using test::sample;

namespace {

// While it lives no file of this process may grow beyond `bytes`: what a full disk does, for everybody.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        m_handler = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{static_cast<rlim_t>(bytes), m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }

private:
    rlimit m_before{};
    void (*m_handler)(int) = SIG_DFL;
};

// Takes away the permission to write to a folder; root, whom permissions do not bind, becomes nobody meanwhile.
class Unprivileged
{
public:
    Unprivileged(const QString &folder, const QString &file) : m_folder(folder)
    {
        QFile::setPermissions(file, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther);
        QFile::setPermissions(folder, QFile::Permissions(0x5555));
        if (geteuid() == 0)
            m_changed = seteuid(65534) == 0;
        QFile probe(folder + QStringLiteral("/probe"));
        m_works = !probe.open(QIODevice::WriteOnly);
    }
    ~Unprivileged()
    {
        if (m_changed && seteuid(0) != 0)
            qFatal("cannot become root again");
        QFile::setPermissions(m_folder, QFile::Permissions(0x7700));
    }
    bool works() const { return m_works; }

private:
    QString m_folder;
    bool m_changed = false;
    bool m_works = false;
};

} // namespace

// Files of others, damaged ones, full disks, missing permissions, two windows: said in words, and nothing lost.
class TestWorkspaceTrouble : public test::WorkspaceFixture
{
    Q_OBJECT

private Q_SLOTS:
    void aDamagedSnapshotCostsOnlyTime()
    {
        test::RandomEdits random(12);
        auto workspace = opened();
        const DocumentId id = *workspace->create(random.workbook(5));
        auto document = makeDocument(*workspace->load(id));
        QVERIFY(workspace->attach(*document, id));
        for (int i = 0; i < 1300; ++i)
            QVERIFY(random.step(*document));
        workspace->detach(*document);
        {
            auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
            QVERIFY((*connection)
                        ->run(QStringLiteral(
                            "UPDATE snapshots SET body = x'00' WHERE seq = (SELECT max(seq) FROM snapshots)")));
        }
        const auto stored = workspace->load(id);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
        QVERIFY(stored->workbook == document->workbook());
    }

    void aSecondWindowReadsOnly()
    {
        auto first = opened();
        const DocumentId id = *first->create(sample());
        auto second = Workspace::open(m_path);
        QVERIFY(second);
        QVERIFY((*second)->isReadOnly());
        QCOMPARE((*second)->readOnlyReason()->code, model::ErrorCode::Conflict);
        QVERIFY((*second)->readOnlyReason()->message.contains(QString::number(QCoreApplication::applicationPid())));
        QVERIFY((*second)->load(id));
        QCOMPARE((*second)->create(sample()).error().code, model::ErrorCode::Conflict);
        auto document = makeDocument(*(*second)->load(id));
        QVERIFY(!(*second)->attach(*document, id));
        first.reset();
        QVERIFY(!opened()->isReadOnly());
    }

    void aLockOfADeadProcessIsTakenOver()
    {
        (void)opened()->create(sample());
        QFile lock(m_path + QStringLiteral(".lock"));
        QVERIFY(lock.open(QIODevice::WriteOnly));
        // Larger than any process id Linux gives.
        lock.write("4194999\ntessera\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
        lock.close();
        QVERIFY(!opened()->isReadOnly());
    }

    void aNewerFileOpensForReading()
    {
        const DocumentId id = *opened()->create(sample());
        {
            auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
            QVERIFY((*connection)->runOnce(QStringLiteral("PRAGMA user_version = 999")));
        }
        auto workspace = Workspace::open(m_path);
        QVERIFY(workspace);
        QVERIFY((*workspace)->isReadOnly());
        QCOMPARE((*workspace)->readOnlyReason()->code, model::ErrorCode::TooNew);
        QVERIFY((*workspace)->readOnlyReason()->message.contains(QStringLiteral("999")));
        QVERIFY((*workspace)->load(id));
    }

    void filesThatAreNoWorkspacesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("word");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("empty");
        QTest::newRow("text") << QByteArray("name: Sales\npages: []\n") << QStringLiteral("not a Tessera workspace");
        QTest::newRow("binary") << QByteArray(5000, '\x7f') << QStringLiteral("not a Tessera workspace");
        QTest::newRow("only the head of one")
            << QByteArray("SQLite format 3\0", 16) + QByteArray(3000, 'x') << QStringLiteral("damaged");
    }

    void filesThatAreNoWorkspacesAreNamed()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, word);
        QVERIFY(writeFile(m_path, content.toStdString()));
        const auto workspace = Workspace::open(m_path);
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().code, model::ErrorCode::Invalid);
        QVERIFY2(workspace.error().message.contains(word), qPrintable(workspace.error().message));
        QVERIFY(!workspace.error().hint.isEmpty());
        QCOMPARE(QByteArray::fromStdString(*readFile(m_path)), content); // untouched
    }

    void foldersStrangersAndHolesAreNamed()
    {
        QCOMPARE(Workspace::open(m_dir->path()).error().code, model::ErrorCode::Invalid);
        QCOMPARE(Workspace::open(m_dir->filePath(QStringLiteral("no/such/folder.tessera"))).error().code,
                 model::ErrorCode::ReadOnly);
        Workspace::Options look;
        look.readOnly = true;
        QCOMPARE(Workspace::open(m_path, look).error().code, model::ErrorCode::NotFound);
        {
            auto stranger = Connection::open(m_path, Connection::Mode::ReadWrite);
            QVERIFY((*stranger)->runOnce(QStringLiteral("CREATE TABLE t (x)")));
        }
        const auto workspace = Workspace::open(m_path);
        QVERIFY(!workspace);
        QVERIFY(workspace.error().message.contains(QStringLiteral("not a Tessera workspace")));
    }

    void aTruncatedFileIsCalledDamaged()
    {
        {
            auto workspace = opened();
            test::RandomEdits random(5);
            (void)workspace->create(random.workbook(200));
        }
        QFile file(m_path);
        QVERIFY(file.resize(file.size() / 2 / 4096 * 4096));
        const auto workspace = Workspace::open(m_path);
        QVERIFY(!workspace);
        QCOMPARE(workspace.error().code, model::ErrorCode::Invalid);
        QVERIFY(workspace.error().message.contains(QStringLiteral("damaged")));
    }

    void aDamagedRecordCutsTheHistoryThere_data()
    {
        QTest::addColumn<bool>("snapshotAfter"); // a state from after the damage can still be read
        QTest::newRow("without a later snapshot") << false;
        QTest::newRow("with a later snapshot") << true;
    }

    void aDamagedRecordCutsTheHistoryThere()
    {
        QFETCH(bool, snapshotAfter);
        DocumentId id;
        {
            auto workspace = Workspace::open(m_path);
            id = *(*workspace)->create(sample());
            auto document = makeDocument(*(*workspace)->load(id));
            QVERIFY((*workspace)->attach(*document, id));
            for (int i = 0; i < 5; ++i)
                QVERIFY(document->apply(renamed(i ? "A" + std::to_string(i) : "A", "A" + std::to_string(i + 1))));
            QVERIFY((*workspace)->flush());
            (*workspace)->detach(*document);
        }
        {
            auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
            QVERIFY((*connection)->run(QStringLiteral("UPDATE journal SET body = 'not a record' WHERE seq = 3")));
            model::Workbook later = sample();
            later.elements.replace(0,
                                   later.elements.at(0).withBody({{"id", "a"}, {"kind", "bar-chart"}, {"name", "A4"}}));
            if (snapshotAfter)
                QVERIFY((*connection)
                            ->run(QStringLiteral("INSERT INTO snapshots (workbook_id, seq, body) VALUES (?, 4, ?)"),
                                  {id, encodeSnapshot(later)}));
        }
        auto workspace = Workspace::open(m_path);
        QVERIFY(workspace);
        auto stored = (*workspace)->load(id);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
        QVERIFY(stored->damage);
        QCOMPARE(stored->damage->sequence, 3);
        QCOMPARE(stored->damage->records, 3);
        QCOMPARE(stored->history.size(), 3); // the root and two steps
        QCOMPARE(stored->workbook.element("a")->name(), std::string("A2"));
        QCOMPARE(stored->damage->latest.has_value(), snapshotAfter);
        if (snapshotAfter)
            QCOMPARE(stored->damage->latest->element("a")->name(), std::string("A5"));
        const auto backup = (*workspace)->repair(*stored);
        QVERIFY(backup);
        QVERIFY(QFile::exists(*backup));
        auto document = makeDocument(*stored);
        QVERIFY((*workspace)->attach(*document, id));
        QVERIFY(document->apply(renamed("A2", "B")));
        QVERIFY((*workspace)->flush());
        (*workspace)->detach(*document);
        stored = (*workspace)->load(id);
        QVERIFY(stored && !stored->damage);
        QCOMPARE(stored->workbook.element("a")->name(), std::string("B"));
        QCOMPARE(stored->history.size(), 4);
    }

    void olderFilesAreMovedOnAfterABackup()
    {
        {
            auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
            QVERIFY(migrate(**connection, {workspaceMigrations().front()}));
            QVERIFY(!QFile::exists(m_path + QStringLiteral(".backup-v1")));
        }
        auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
        std::vector<Migration> steps{workspaceMigrations().front()};
        steps.push_back({2, QStringLiteral("CREATE TABLE second (x);\nINSERT INTO second VALUES (1);\n")});
        steps.push_back({3, QStringLiteral("CREATE TABLE third (x);\nINSERT INTO nowhere VALUES (1);\n")});
        const auto done = migrate(**connection, steps);
        QVERIFY(!done);
        // The step that worked stays, the one that failed left nothing.
        QCOMPARE(*workspaceVersion(**connection), 2);
        QCOMPARE(
            (*connection)->value(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'third'"))->toInt(),
            0);
        QCOMPARE((*connection)->value(QStringLiteral("SELECT group_concat(version) FROM schema_version"))->toString(),
                 QStringLiteral("1,2"));
        auto backup = Connection::open(m_path + QStringLiteral(".backup-v1"), Connection::Mode::ReadOnly);
        QVERIFY(backup);
        QCOMPARE(*workspaceVersion(**backup), 1);
    }

    void aFullDiskLosesNothing()
    {
        Workspace::Options options;
        options.writeRetryMs = 20;
        auto workspace = Workspace::open(m_path, options);
        QVERIFY(workspace);
        const DocumentId id = *(*workspace)->create(sample());
        auto document = makeDocument(*(*workspace)->load(id));
        QVERIFY((*workspace)->attach(*document, id));
        (void)(*workspace)->loadFromTables(id);
        QSignalSpy failed(workspace->get(), &Workspace::failed);
        QSignalSpy recovered(workspace->get(), &Workspace::recovered);
        {
            FileSizeLimit full(QFileInfo(m_path + QStringLiteral("-wal")).size());
            for (int i = 0; i < 20; ++i)
                QVERIFY(document->apply(rowAdded(i + 1, i, "kept")));
            QTRY_VERIFY(!failed.isEmpty());
            const auto error = failed.first().first().value<model::Error>();
            QVERIFY2(!error.message.isEmpty() && !error.hint.isEmpty(), qPrintable(error.message));
            QVERIFY(!(*workspace)->flush(1000));
            QVERIFY((*workspace)->pending() > 0);
            // The person's own file can still be saved elsewhere, and editing goes on.
            QVERIFY(document->apply(renamed("A", "still editing")));
        }
        QTRY_VERIFY(!recovered.isEmpty());
        QVERIFY((*workspace)->flush());
        QCOMPARE((*workspace)->pending(), 0);
        const auto stored = (*workspace)->load(id);
        QVERIFY(stored);
        QVERIFY(stored->workbook == document->workbook());
        QCOMPARE(stored->rows->count("plan"), 20);
    }

    void aQuotaIsReportedAsAFullDisk()
    {
        Workspace::Options options;
        options.writeRetryMs = 20;
        options.maxPages = 60;
        auto workspace = Workspace::open(m_path, options);
        QVERIFY(workspace);
        const DocumentId id = *(*workspace)->create(sample());
        auto document = makeDocument(*(*workspace)->load(id));
        QVERIFY((*workspace)->attach(*document, id));
        QSignalSpy failed(workspace->get(), &Workspace::failed);
        test::RandomEdits random(3);
        for (int i = 0; i < 400 && failed.isEmpty(); ++i) {
            QVERIFY(document->apply(rowAdded(i + 1, i, QByteArray(900, 'x').constData())));
            if (i % 20 == 0)
                (void)(*workspace)->flush(200);
            QCoreApplication::processEvents();
        }
        QTRY_VERIFY(!failed.isEmpty());
        QVERIFY(failed.first().first().value<model::Error>().message.contains(QStringLiteral("full")));
    }

    void aFolderWithoutPermissionOpensForReading()
    {
        const DocumentId id = *opened()->create(sample());
        Unprivileged unprivileged(m_dir->path(), m_path);
        if (!unprivileged.works())
            QSKIP("permissions cannot be taken away here");
        auto workspace = Workspace::open(m_path);
        QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().message + workspace.error().detail));
        QVERIFY((*workspace)->isReadOnly());
        QCOMPARE((*workspace)->readOnlyReason()->code, model::ErrorCode::ReadOnly);
        QVERIFY(!(*workspace)->readOnlyReason()->hint.isEmpty());
        const auto stored = (*workspace)->load(id);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().message + stored.error().detail));
        QVERIFY(stored->workbook == sample());
    }
};

QTEST_GUILESS_MAIN(TestWorkspaceTrouble)
#include "tst_workspace_trouble.moc"

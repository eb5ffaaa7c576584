// SPDX-License-Identifier: GPL-3.0-or-later
#include <csignal>

#include <sys/resource.h>
#include <unistd.h>

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include "adapters/files/atomic_file.h"
#include "adapters/workspace/connection.h"
#include "adapters/workspace/file_record.h"
#include "adapters/workspace/journal_codec.h"
#include "adapters/workspace/migrations.h"
#include "adapters/workspace/workspace.h"
#include "tests/support/random_edits.h"

using namespace tessera;
using namespace tessera::adapters;
using model::Document;
using model::Json;

namespace {

model::Workbook sample()
{
    model::Workbook workbook;
    workbook.meta["name"] = "Sales";
    workbook.pages.append(model::Object("p", {{"id", "p"}, {"name", "Page"}}));
    workbook.elements.append(model::Object("a", {{"id", "a"}, {"kind", "bar-chart"}, {"name", "A"}}));
    workbook.elements.append(model::Object("plan", {{"id", "plan"}, {"kind", "input-table"}}));
    model::LayoutSubtree page{1, {model::NodeKind::Page, "p", {}, 24, {}}, {}};
    page.children.push_back({2, {model::NodeKind::Element, "a", model::GridRect{0, 0, 12, 8}, 24, {}}, {}});
    workbook.layout.insert(model::rootNode, 0, page);
    return workbook;
}

model::Transaction renamed(const std::string &from, const std::string &to)
{
    model::Transaction t;
    t.label = QStringLiteral("Rename");
    t.changes.push_back(model::SetProperty{model::Scope::Element, "a", "/name", Json(from), Json(to)});
    return t;
}

model::Transaction rowAdded(model::RowId row, std::int64_t position, const char *name)
{
    model::Transaction t;
    t.label = QStringLiteral("Add row");
    t.changes.push_back(model::RowsChange{"plan", {{row, position, std::nullopt, Json{{"name", name}, {"amount", row}}}}});
    return t;
}

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

class TestWorkspace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_path = m_dir->filePath(QStringLiteral("w.tessera"));
    }

    void aDocumentComesBackWithItsHistoryAndRows()
    {
        DocumentId id;
        model::History history;
        model::Workbook workbook;
        {
            auto workspace = Workspace::open(m_path);
            QVERIFY2(workspace, workspace ? "" : qPrintable(workspace.error().detail));
            auto created = (*workspace)->create(sample());
            QVERIFY2(created, created ? "" : qPrintable(created.error().detail));
            id = *created;
            auto stored = (*workspace)->load(id);
            QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
            QVERIFY(stored->workbook == sample());
            auto document = makeDocument(std::move(*stored));
            QVERIFY((*workspace)->attach(*document, id));
            QVERIFY(document->apply(renamed("A", "B")));
            QVERIFY(document->apply(rowAdded(1, 0, "one")));
            QVERIFY(document->apply(rowAdded(2, 0, "two")));
            QVERIFY(document->undo());
            QVERIFY(document->undo());
            QVERIFY(document->apply(rowAdded(3, 0, "three")));
            history = document->history();
            workbook = document->workbook();
            QVERIFY((*workspace)->flush());
            QCOMPARE((*workspace)->pending(), 0);
        }
        auto workspace = Workspace::open(m_path);
        QVERIFY(workspace);
        auto stored = (*workspace)->load(id);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
        QVERIFY(stored->workbook == workbook);
        QVERIFY(stored->history == history);
        QVERIFY(!stored->info.crashed);
        QCOMPARE(stored->info.sequence, 6);
        auto document = makeDocument(std::move(*stored));
        QCOMPARE(document->rows().count("plan"), 1);
        QCOMPARE(document->rows().row("plan", 0).values.at("name").get<std::string>(), std::string("three"));
        QCOMPARE(document->rows().nextRowId("plan"), 4);
        while (document->history().canUndo())
            QVERIFY(document->undo());
        QVERIFY(document->workbook() == sample());
        QCOMPARE(document->rows().count("plan"), 0);
        QVERIFY(document->goTo(3));
        QCOMPARE(document->rows().count("plan"), 2);
    }

    void randomEditingComesBackExactly()
    {
        test::RandomEdits random(11);
        DocumentId id;
        auto first = opened();
        id = *first->create(random.workbook(15));
        auto document = makeDocument(*first->load(id));
        QVERIFY(first->attach(*document, id));
        for (int round = 0; round < 4; ++round) {
            for (int i = 0; i < 300; ++i)
                QVERIFY(random.step(*document));
            const auto stored = first->load(id);
            QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
            QVERIFY(stored->workbook == document->workbook());
            QVERIFY(stored->history == document->history());
            const auto &rows = static_cast<const model::MemoryRowStore &>(document->rows());
            for (const model::Key &table : test::RandomEdits::tables())
                QVERIFY(stored->rows->rows(table) == rows.rows(table));
            // Close and go on, as a person would the next day.
            first->detach(*document);
            first.reset();
            first = opened();
            document = makeDocument(*first->load(id));
            QVERIFY(first->attach(*document, id));
        }
        // Snapshots were made on the way, so the base is not the only one.
        auto connection = Connection::open(m_path, Connection::Mode::ReadOnly);
        QVERIFY((*connection)->value(QStringLiteral("SELECT count(*) FROM snapshots"))->toInt() >= 2);
    }

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
            QVERIFY((*connection)->run(QStringLiteral("UPDATE snapshots SET body = x'00' WHERE seq = (SELECT max(seq) FROM snapshots)")));
        }
        const auto stored = workspace->load(id);
        QVERIFY2(stored, stored ? "" : qPrintable(stored.error().detail));
        QVERIFY(stored->workbook == document->workbook());
    }

    void tenThousandStepsSurviveARestart()
    {
        auto workspace = opened();
        const DocumentId id = *workspace->create(sample());
        auto document = makeDocument(*workspace->load(id));
        QVERIFY(workspace->attach(*document, id));
        std::string name = "A";
        for (int i = 0; i < 10000; ++i) {
            const std::string next = "A" + std::to_string(i);
            QVERIFY(document->apply(renamed(name, next)));
            name = next;
        }
        QVERIFY(document->goTo(5000)); // a branch point in the middle
        QVERIFY(document->apply(renamed("A4999", "branch")));
        workspace->detach(*document);
        workspace.reset();
        workspace = opened();
        QElapsedTimer clock;
        clock.start();
        auto stored = workspace->load(id);
        qInfo("10,000 steps loaded in %lld ms", static_cast<long long>(clock.elapsed()));
        QVERIFY(stored);
        QVERIFY(stored->history == document->history());
        auto again = makeDocument(std::move(*stored));
        QVERIFY(again->goTo(10000));
        QCOMPARE(again->workbook().element("a")->name(), name);
        QVERIFY(again->goTo(0));
        QVERIFY(again->workbook() == sample());
    }

    void rowsKeepTheirOrderAndTheirStory()
    {
        auto workspace = opened();
        const DocumentId id = *workspace->create(sample());
        auto document = makeDocument(*workspace->load(id));
        document->setAuthor("ada");
        QVERIFY(workspace->attach(*document, id));
        // Always into the same place: the gaps between the stored places run out and are made anew.
        for (int i = 0; i < 60; ++i)
            QVERIFY(document->apply(rowAdded(i + 1, i < 2 ? i : 1, "row")));
        QVERIFY(document->apply(rowAdded(100, 0, "first")));
        for (int i = 0; i < 40; ++i)
            QVERIFY(document->apply(rowAdded(200 + i, 3 + i, "below")));
        model::Transaction edit;
        edit.changes.push_back(model::RowsChange{"plan", {{2, 0, Json{{"name", "row"}}, Json{{"name", "changed"}}}}});
        QVERIFY(document->apply(edit));
        QVERIFY(document->undo());
        const auto stored = workspace->load(id);
        QVERIFY(stored);
        const auto &rows = static_cast<const model::MemoryRowStore &>(document->rows());
        QVERIFY(stored->rows->rows("plan") == rows.rows("plan"));
        auto connection = Connection::open(m_path, Connection::Mode::ReadOnly);
        QStringList story;
        const auto add = [&](const QSqlQuery &row) -> model::Result<void> {
            story << row.value(0).toString() + QLatin1Char(' ') + row.value(1).toString() + QLatin1Char('>') + row.value(2).toString();
            return {};
        };
        QVERIFY((*connection)->each(QStringLiteral("SELECT author, before_values, after_values FROM input_row_edits WHERE row_id = 2 "
                                                   "ORDER BY edit"), {}, add));
        QCOMPARE(story, QStringList({QStringLiteral("ada >{\"name\":\"row\",\"amount\":2}"),
                                     QStringLiteral("ada {\"name\":\"row\"}>{\"name\":\"changed\"}"),
                                     QStringLiteral("ada {\"name\":\"changed\"}>{\"name\":\"row\"}")}));
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
        QTest::newRow("only the head of one") << QByteArray("SQLite format 3\0", 16) + QByteArray(3000, 'x') << QStringLiteral("damaged");
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
        QCOMPARE(Workspace::open(m_dir->filePath(QStringLiteral("no/such/folder.tessera"))).error().code, model::ErrorCode::ReadOnly);
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
            later.elements.replace(0, later.elements.at(0).withBody({{"id", "a"}, {"kind", "bar-chart"}, {"name", "A4"}}));
            if (snapshotAfter)
                QVERIFY((*connection)->run(QStringLiteral("INSERT INTO snapshots (workbook_id, seq, body) VALUES (?, 4, ?)"),
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

    void aMovedFileFindsItsWorkspace()
    {
        const QString before = m_dir->filePath(QStringLiteral("before.yaml"));
        const QString after = m_dir->filePath(QStringLiteral("renamed.yaml"));
        const std::string bytes = "name: Sales\n";
        QVERIFY(writeFile(before, bytes));
        StoredFile file{canonicalPath(before), "yaml", "contents", stampOf(before, bytes), bytes};
        DocumentId id;
        {
            auto workspace = Workspace::open(workspacePathFor(before));
            id = *(*workspace)->create(sample(), file);
            auto document = makeDocument(*(*workspace)->load(id));
            QVERIFY((*workspace)->attach(*document, id));
            QVERIFY(document->apply(renamed("A", "B")));
            (*workspace)->detach(*document);
        }
        QVERIFY(QFile::copy(before, after));
        QVERIFY(!adoptMovedWorkspace(after, bytes)); // a copy: the first one keeps its workspace
        QVERIFY(QFile::remove(after));
        QVERIFY(QFile::rename(before, after));
        QVERIFY(!adoptMovedWorkspace(after, "name: Other\n"));
        QVERIFY(adoptMovedWorkspace(after, bytes));
        auto workspace = Workspace::open(workspacePathFor(after));
        QVERIFY(workspace);
        const auto found = (*workspace)->findByFile(after);
        QVERIFY(found && *found);
        QCOMPARE((*found)->id, id);
        QVERIFY((*found)->unsaved);
        QCOMPARE((*workspace)->load(id)->workbook.element("a")->name(), std::string("B"));
        QVERIFY(!QFile::exists(workspacePathFor(before)));
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
        QCOMPARE((*connection)->value(QStringLiteral("SELECT count(*) FROM sqlite_master WHERE name = 'third'"))->toInt(), 0);
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

    void savingKeepsFileAndDocumentTogether()
    {
        const QString file = m_dir->filePath(QStringLiteral("sales.yaml"));
        auto workspace = opened();
        QVERIFY(writeFile(file, "name: Sales\n"));
        StoredFile stored{canonicalPath(file), "yaml", "contents", stampOf(file, "name: Sales\n"), "name: Sales\n"};
        QCOMPARE(fileState(stored), FileState::Same);
        const DocumentId id = *workspace->create(sample(), stored);
        QVERIFY(!(*workspace->findByFile(file))->unsaved);
        auto document = makeDocument(*workspace->load(id));
        QVERIFY(!document->isModified());
        QVERIFY(workspace->attach(*document, id));
        QVERIFY(document->apply(renamed("A", "B")));
        QVERIFY(workspace->flush());
        auto info = *workspace->findByFile(m_dir->path() + QStringLiteral("/./sales.yaml"));
        QVERIFY(info.has_value());
        QVERIFY(info->unsaved);
        QVERIFY(info->crashed); // as it would look to a window after a crash
        QVERIFY(info->lastEditMs > 0);

        stored.bytes = "name: Sales B\n";
        QVERIFY(workspace->saveFile(id, stored, document->history().current()));
        QCOMPARE(QByteArray::fromStdString(*readFile(file)), QByteArray("name: Sales B\n"));
        QVERIFY(!(*workspace->findByFile(file))->unsaved);
        auto reloaded = workspace->load(id);
        QVERIFY(reloaded);
        QCOMPARE(fileState(reloaded->file), FileState::Same);
        QCOMPARE(QByteArray::fromStdString(reloaded->file.bytes), QByteArray("name: Sales B\n"));
        QVERIFY(!makeDocument(*reloaded)->isModified());

        QVERIFY(writeFile(file, "name: Somebody else\n"));
        QCOMPARE(fileState(reloaded->file), FileState::ChangedOutside);
        QVERIFY(QFile::remove(file));
        QCOMPARE(fileState(reloaded->file), FileState::Missing);
        QCOMPARE(fileState(StoredFile()), FileState::NoFile);
    }

    void aSaveThatWasInterruptedIsRecognised()
    {
        const QString file = m_dir->filePath(QStringLiteral("sales.yaml"));
        QVERIFY(writeFile(file, "old"));
        DocumentId id;
        {
            auto workspace = opened();
            id = *workspace->create(sample(), {file, "yaml", "flat", stampOf(file, "old"), "old"});
            auto connection = Connection::open(m_path, Connection::Mode::ReadWrite);
            QVERIFY(announceSave(**connection, id, {file, "yaml", "flat", {}, "new"}, 0, 0));
            QVERIFY(writeFile(file, "new")); // and here the program was killed
        }
        const auto stored = opened()->load(id);
        QVERIFY(stored);
        QCOMPARE(fileState(stored->file), FileState::Same);
        QCOMPARE(QByteArray::fromStdString(stored->file.bytes), QByteArray("new"));
    }

    void startingOverKeepsTheOldOne()
    {
        auto workspace = opened();
        const QString file = m_dir->filePath(QStringLiteral("a.yaml"));
        const DocumentId old = *workspace->create(sample(), {file, "yaml", "flat", {}, ""});
        const auto fresh = workspace->startOver(old, model::Workbook(), {file, "yaml", "flat", {}, ""});
        QVERIFY(fresh);
        QCOMPARE((*workspace->findByFile(file))->id, *fresh);
        QCOMPARE(workspace->documents()->size(), 2);
        QVERIFY(workspace->load(old)->workbook == sample());
        QVERIFY(workspace->load(old)->info.archived);
        QVERIFY(workspace->remove(old));
        QCOMPARE(workspace->load(old).error().code, model::ErrorCode::NotFound);
    }

    void workspacesAreFoundByCanonicalPath()
    {
        QStandardPaths::setTestModeEnabled(true);
        const QString file = m_dir->filePath(QStringLiteral("Umsätze 2026.yaml"));
        QVERIFY(writeFile(file, "x"));
        const QString link = m_dir->filePath(QStringLiteral("link.yaml"));
        QVERIFY(QFile::link(file, link));
        QCOMPARE(workspacePathFor(link), workspacePathFor(file));
        QCOMPARE(workspacePathFor(m_dir->path() + QStringLiteral("/../") + QFileInfo(m_dir->path()).fileName()
                                  + QStringLiteral("/Umsätze 2026.yaml")),
                 workspacePathFor(file));
        QVERIFY(workspacePathFor(file) != workspacePathFor(m_dir->filePath(QStringLiteral("other.yaml"))));
        QVERIFY(QFileInfo(workspacePathFor(file)).dir().exists());
    }

    void recordsReachTheDiskSoon()
    {
        auto workspace = opened();
        const DocumentId id = *workspace->create(sample());
        auto document = makeDocument(*workspace->load(id));
        QVERIFY(workspace->attach(*document, id));
        QSignalSpy written(workspace.get(), &Workspace::written);
        QVERIFY(document->apply(renamed("A", "B")));
        QTRY_COMPARE(written.size(), 1);
        QCOMPARE(written.first().at(0).toString(), id);
        QCOMPARE(written.first().at(1).toLongLong(), 1);
    }

private:
    std::unique_ptr<Workspace> opened() const
    {
        auto workspace = Workspace::open(m_path);
        if (!workspace)
            qFatal("%s %s", qPrintable(workspace.error().message), qPrintable(workspace.error().detail));
        return std::move(*workspace);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    QString m_path;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

#include "adapters/files/atomic_file.h"
#include "adapters/workspace/connection.h"
#include "adapters/workspace/file_record.h"
#include "tests/adapters/workspace/workspace_fixture.h"
#include "tests/support/random_edits.h"

using namespace tessera;
using namespace tessera::adapters;
using model::Document;
using model::Json;
using test::renamed;
using test::rowAdded;
using test::sample;

class TestWorkspace : public test::WorkspaceFixture
{
    Q_OBJECT

private Q_SLOTS:
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
            story << row.value(0).toString() + QLatin1Char(' ') + row.value(1).toString() + QLatin1Char('>') +
                         row.value(2).toString();
            return {};
        };
        QVERIFY((*connection)
                    ->each(QStringLiteral(
                               "SELECT author, before_values, after_values FROM input_row_edits WHERE row_id = 2 "
                               "ORDER BY edit"),
                           {}, add));
        QCOMPARE(story, QStringList({QStringLiteral("ada >{\"name\":\"row\",\"amount\":2}"),
                                     QStringLiteral("ada {\"name\":\"row\"}>{\"name\":\"changed\"}"),
                                     QStringLiteral("ada {\"name\":\"changed\"}>{\"name\":\"row\"}")}));
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
        QCOMPARE(workspacePathFor(m_dir->path() + QStringLiteral("/../") + QFileInfo(m_dir->path()).fileName() +
                                  QStringLiteral("/Umsätze 2026.yaml")),
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
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
